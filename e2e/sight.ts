import { expect, type Page } from '@playwright/test'

/** What a visitor sees of a public page, and how large it is. */

/** Links within a sentence are as high as their line (WCAG 2.5.8). */
const IN_TEXT =
  '.b-text, .b-note, .b-byline, .b-empty, .b-facts, .b-list-note, .b-search-note, .b-search-help li, .b-attachments, .b-skip'

/** Links and controls smaller than this many pixels either way. */
export const smallTargets = (page: Page, least: number) =>
  page.evaluate(
    ({ least, inText }) =>
      [
        ...document.querySelectorAll(
          'a[href], button, summary, label:has(input), input[type=search]',
        ),
      ]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(inText))
        .map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }))
        .filter(({ box }) => Math.min(box.width, box.height) < least - 0.5)
        .map(({ text, box }) => `${text} ${box.width} × ${box.height}`),
    { least, inText: IN_TEXT },
  )

/** Texts that are smaller, or whose lines are closer, than asked for. */
export const smallTexts = (page: Page, { size, line }: { size: number; line: number }) =>
  page.evaluate(
    ({ size, line }) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const found = new Set<string>()
      while (walker.nextNode()) {
        const { textContent, parentElement } = walker.currentNode
        if (!textContent?.trim() || !parentElement?.checkVisibility()) continue
        const { fontSize, lineHeight } = getComputedStyle(parentElement)
        const isSmall = Number.parseFloat(fontSize) < size - 0.01
        if (isSmall || Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) < line - 0.01) {
          found.add(`${textContent} ${fontSize} / ${lineHeight}`)
        }
      }
      return [...found]
    },
    { size, line },
  )

/** How far the page reaches beyond its window to the right. */
export const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** Opens the newest post of a column. */
export const firstPostOf = async (page: Page, column: string) => {
  await page.goto(`${process.env.BUREAU_SITE}/columns/${column}/`)
  await page.locator('.b-content').getByRole('listitem').getByRole('link').first().click()
  await expect(page.locator('.b-byline')).toBeVisible()
}
