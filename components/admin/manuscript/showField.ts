import { fieldElementId } from './fieldPlace'

const PAUSE_MS = 80
const TRIES = 20

const openTab = (tab: string) => {
  const buttons = document.querySelectorAll<HTMLButtonElement>('.tabs-field__tab-button')
  for (const button of buttons) if (button.textContent?.trim() === tab) button.click()
}

const focusIn = (element: HTMLElement) => {
  element.scrollIntoView({ block: 'center' })
  const selector = 'input, textarea, select, button, [contenteditable="true"]'
  const field = element.matches(selector) ? element : element.querySelector<HTMLElement>(selector)
  field?.focus({ preventScroll: true })
}

/** Opens the tab of a field on the manuscript's page and puts the cursor into the field. */
export const showField = ({ path, tab }: { path: string; tab: string | null }) => {
  if (tab) openTab(tab)
  const look = (tries: number) => {
    const element = document.getElementById(fieldElementId(path))
    if (element) focusIn(element)
    else if (tries > 0) window.setTimeout(() => look(tries - 1), PAUSE_MS)
  }
  window.setTimeout(() => look(TRIES), PAUSE_MS)
}
