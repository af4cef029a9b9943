import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { FRAME, NEWS, PHOTO, post, publicHref } from '../app/(site)/_components/fixtures'
import { PostPage } from '../app/(site)/_components/PostPage'
import { readPage, type SiteFacts } from './pageRules'

const MISSING = '/posts/2026/404.html'
const { origin, name, domain, idCode } = FRAME.site
const SITE: SiteFacts = {
  origin,
  name,
  domain,
  idCode,
  has: (url) => url !== MISSING,
  secrets: ['author.food@bureau.example'],
}

const SOUND = `<!doctype html>${renderToStaticMarkup(
  <PostPage
    frame={FRAME}
    ancestors={[NEWS]}
    post={post({
      files: [PHOTO],
      images: ['photo'],
      source: {
        type: 'reprint',
        name: '总局',
        url: 'https://www.aqsiq.example/1.html',
        publishedAt: '2026-10-11T01:30:00.000Z',
      },
      related: [{ title: '另一则', path: '/posts/2026/1.html' }],
    })}
    mediaHref={publicHref}
  />,
)}`

const read = (html: string) => readPage({ url: '/posts/2026/12.html', html }, SITE)
const faultsIn = (html: string) => read(html).faults

const spoilt = (from: string | RegExp, to: string) => {
  const html = SOUND.replace(from, to)
  if (html === SOUND) throw new Error(`The page has no ${from}`)
  return html
}

/** A way to spoil a page, and the rule that must see it. */
const SPOILT: [rule: string, html: string][] = [
  ['valid HTML', spoilt('<main', '<main id="top"')],
  ['valid HTML', spoilt('<h1>', '<h1><p>')],
  ['valid HTML', spoilt('<p class="b-byline">', '<p class="b-byline"><li>')],
  ['language', spoilt('lang="zh-CN"', 'lang="zh"')],
  ['one main heading', spoilt(/<h1>.*?<\/h1>/, '')],
  ['one main heading', spoilt(/(<h1>.*?<\/h1>)/, '$1$1')],
  ['tags of the site', spoilt('"SiteName"', '"sitename"')],
  ['tags of the site', spoilt(`content="${domain}"`, `content="https://${domain}/"`)],
  ['tags of the site', spoilt(`content="${idCode}"`, 'content="bm990100"')],
  ['tags of the column', spoilt('content="工作动态"', 'content="动态"')],
  ['tags of the column', spoilt(/<meta name="ColumnKeywords"[^>]*>/, '')],
  ['tags of the article', spoilt('content="2026-10-12 09:30"', 'content="2026-10-12"')],
  ['tags of the article', spoilt('content="2026-10-12 09:30"', 'content="2026-10-12 24:30"')],
  ['tags of the article', spoilt(/<meta name="ContentSource"[^>]*>/, '')],
  ['no tag twice', spoilt(/(<meta name="Author"[^>]*>)/, '$1$1')],
  ['visible publication time', spoilt('>2026-10-12 09:30</time>', '>2026-10-12 09:31</time>')],
  ['form of times', spoilt('>2026-10-12 09:30</time>', '>10月12日</time>')],
  ['own address', spoilt(/<link rel="canonical"[^>]*>/, '')],
  ['own address', spoilt(/(property="og:url" content=")[^"]*/, `$1${origin}/`)],
  ['obligatory items', spoilt('我为政府网站找错', '找错')],
  ['obligatory items', spoilt('https://beian.miit.gov.cn/', 'https://beian.example/')],
  ['lead somewhere', spoilt('href="/posts/2026/1.html"', `href="${MISSING}"`)],
  ['lead somewhere', spoilt('href="/posts/2026/1.html"', `href="${origin}${MISSING}"`)],
  ['lead somewhere', spoilt('href="#main"', 'href="#content"')],
  ['keep the visitor safe', spoilt(/(aqsiq.example\/1.html" rel=")noopener /, '$1')],
  ['keep the visitor safe', spoilt('href="/posts/2026/1.html"', 'href="javascript:alert(1)"')],
  ['loaded from elsewhere', spoilt(/ src="\/media/, ' src="https://cdn.example/media')],
  ['loaded from elsewhere', spoilt(/ src="\/media/, ' src="//cdn.example/media')],
  ['described pictures', spoilt(/ alt="[^"]+"/, ' alt=""')],
  ['described pictures', spoilt(/ height="\d+"/, '')],
  ['no script', spoilt('</head>', '<script>alert(1)</script></head>')],
  ['no script', spoilt('<main', '<main style="color:red"')],
  ['no script', spoilt('<main', '<main onclick="alert(1)"')],
  ['data that can be read', spoilt('{"@context"', '{@context"')],
  ['nothing private', spoilt('</main>', 'author.food@bureau.example</main>')],
  ['nothing private', spoilt('</main>', '0b0c0d0e-0a0b-4c0d-8e0f-000102030405</main>')],
  ['nothing private', spoilt('</main>', 'manuscriptKey</main>')],
]

describe('the rules of a page', () => {
  it('let a page pass that the site draws', () => {
    expect(faultsIn(SOUND)).toEqual([])
  })

  it.each(SPOILT)('%s: sees it spoilt (%#)', (rule, html) => {
    expect(faultsIn(html).join('\n')).toContain(rule)
  })

  it('give the addresses that a page leads to', () => {
    const { links } = read(SOUND)
    expect(links).toEqual(expect.arrayContaining(['/', '/columns/news/', '/posts/2026/1.html']))
    expect(links.filter((link) => !link.startsWith('/'))).toEqual([])
  })
})
