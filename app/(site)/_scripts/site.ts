import { VERSIONS } from '../_components/versions'

/**
 * The only script of the public site. Nothing depends on it: it remembers the chosen version, and adds what no page can
 * do by itself. It is loaded in the head, so that a page is painted in its version at once; at most 3 KB are served.
 */

const KEPT = 'bureau-versions'
/** A voice may break off a text that is too long. */
const SENTENCES = /[^。！？；\n]{1,200}[。！？；]?/g

const root = document.documentElement
let chosen: string[] = []

/** What was chosen before; where the browser keeps nothing, what was chosen on this page. */
const recall = () => {
  try {
    chosen = (localStorage.getItem(KEPT) ?? '').split(' ')
  } catch {}
}

const show = () => {
  for (const name of VERSIONS) {
    const isChosen = chosen.includes(name)
    root.classList.toggle(`b-${name}`, isChosen)
    const box = document.getElementById(name)
    if (box instanceof HTMLInputElement) box.checked = isChosen
  }
}

const choose = (name: string, isChosen: boolean) => {
  chosen = [...chosen.filter((one) => one !== name), ...(isChosen ? [name] : [])]
  try {
    localStorage.setItem(KEPT, chosen.join(' '))
  } catch {}
  show()
}

/** Links to `#elder` choose the version and leave no trace in the address. */
const followHash = () => {
  const name = VERSIONS.find((one) => location.hash === `#${one}`)
  if (!name) return
  choose(name, true)
  history.replaceState(null, '', location.pathname + location.search)
}

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
  className = '',
): HTMLElementTagNameMap[Name] =>
  Object.assign(document.createElement(name), { textContent: text, className })

const button = (text: string, onclick: () => void) =>
  Object.assign(element('button', text, 'b-button'), { type: 'button', onclick })

/** Reads the article with the browser's own voice, sentence by sentence: a pause goes on with the sentence it broke off. */
const offerReading = (bar: Element) => {
  if (!('speechSynthesis' in window)) return
  let sentences: string[] = []
  let at = 0
  /** Told apart, so that a sentence that was broken off does not start the next one. */
  let reading = 0
  const halt = () => {
    reading = 0
    speechSynthesis.cancel()
  }
  const end = () => {
    halt()
    at = 0
    start.textContent = '朗读正文'
    stop.hidden = true
  }
  const say = (run: number) => {
    const sentence = sentences[at]
    if (run !== reading) return
    if (!sentence) return end()
    const spoken = new SpeechSynthesisUtterance(sentence)
    spoken.lang = 'zh-CN'
    spoken.onend = () => {
      if (run !== reading) return
      at += 1
      say(run)
    }
    spoken.onerror = () => {
      if (run === reading) end()
    }
    speechSynthesis.speak(spoken)
  }
  const start = button('朗读正文', () => {
    if (reading) {
      halt()
      start.textContent = '继续朗读'
      return
    }
    const parts = [...document.querySelectorAll<HTMLElement>('.b-post h1,.b-guide,.b-text')]
    // biome-ignore lint/performance/useDomNodeTextContent: it would run the paragraphs together
    const text = parts.map((part) => part.innerText).join('\n')
    sentences = text.match(SENTENCES) ?? []
    start.textContent = '暂停朗读'
    stop.hidden = false
    reading = Date.now()
    say(reading)
  })
  const stop = button('停止朗读', () => {
    end()
    start.focus()
  })
  stop.hidden = true
  bar.prepend(start, stop)
  addEventListener('pagehide', end)
}

/** Copies the address that stands on the page; that way needs no secure connection. */
const offerCopying = (address: Element) => {
  const said = element('span')
  said.setAttribute('role', 'status')
  const copy = button('复制网址', () => {
    getSelection()?.selectAllChildren(address)
    said.textContent = document.execCommand('copy') ? '已复制' : '请手动复制'
  })
  address.after(copy, said)
}

/** Asks before a link leads to a site that is not the government's. */
const askBeforeLeaving = (link: HTMLAnchorElement) => {
  const dialog = element('dialog', '', 'b-leave')
  const title = element('h2', '即将离开本网站')
  title.id = 'leave'
  dialog.setAttribute('aria-labelledby', title.id)
  const go = element('a', '继续访问', 'b-button')
  go.href = link.href
  dialog.append(
    title,
    element('p', '您将前往以下网站。它不是政府网站，其内容由该网站负责。'),
    element('p', link.hostname, 'b-url'),
    button('返回', () => dialog.close()),
    go,
  )
  dialog.onclose = () => dialog.remove()
  document.body.append(dialog)
  dialog.showModal()
}

const onClick = (event: MouseEvent) => {
  const { target } = event
  if (!(target instanceof Element)) return
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.b-nav [open]')) {
    if (!menu.contains(target)) menu.open = false
  }
  const link = target.closest('a.b-out')
  if (
    link instanceof HTMLAnchorElement &&
    !/\.gov\.cn$/.test(link.hostname) &&
    'HTMLDialogElement' in window
  ) {
    event.preventDefault()
    askBeforeLeaving(link)
  }
}

const onKey = ({ key }: KeyboardEvent) => {
  const menu = key === 'Escape' && document.querySelector<HTMLDetailsElement>('.b-nav [open]')
  if (!menu) return
  menu.open = false
  menu.querySelector('summary')?.focus()
}

recall()
show()
followHash()
addEventListener('hashchange', followHash)
// A page that comes back from the browser's memory may show another version than the one chosen since.
addEventListener('pageshow', () => {
  recall()
  show()
})
addEventListener('DOMContentLoaded', () => {
  show()
  for (const name of VERSIONS) {
    document.getElementById(name)?.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) choose(name, target.checked)
    })
  }
  for (const bar of document.querySelectorAll('.b-actions')) {
    bar.prepend(button('打印', () => print()))
    offerReading(bar)
  }
  const address = document.querySelector('.b-address')
  if (address) offerCopying(address)
  addEventListener('click', onClick)
  addEventListener('keydown', onKey)
})
