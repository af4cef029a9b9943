import {
  type ConfigData,
  type HtmlElement,
  HtmlValidate,
  Parser,
  StaticConfigLoader,
} from 'html-validate'
import { COLUMN_TYPES } from '../collections/words'

/** What every page of the public site must hold to, as a table: the national page rules, its links, its HTML. Pure. */

/** A page as the generator wrote it. */
export type SitePage = { url: string; html: string }

/** What a page is held against. */
export type SiteFacts = {
  /** where the public reads the site */
  origin: string
  name: string
  domain: string
  idCode: string
  /** whether something is at an address of the site */
  has: (url: string) => boolean
  /** texts that no public file may hold, such as the addresses of staff */
  secrets: string[]
}

type Read = SitePage & { root: HtmlElement }
type Rule = {
  name: string
  /** pages that it holds for; all, when left out */
  of?: (page: Read) => boolean
  /** what breaks it */
  faults: (page: Read, site: SiteFacts) => string[]
}

/** html-validate's own rules, with the exceptions that this site has reasons for. */
const VALID_HTML: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // React writes attributes and void elements its own way, which is valid HTML.
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    // Without it Firefox brings back the versions that were chosen when the page was left.
    'valid-autocomplete': 'off',
    // A title holds what it must; search engines cut it themselves.
    'long-title': 'off',
    // Hyphens and brackets of telephone and document numbers are the people's own.
    'tel-non-breaking': 'off',
    // Files have their hash in their name, and come from the site itself.
    'require-sri': 'off',
  },
}

const parser = new Parser(await new StaticConfigLoader(VALID_HTML).getConfigFor(''))
const validator = new HtmlValidate(VALID_HTML)

/** What is said of pages that were judged before: a crawl comes again until everything is in its place. */
const judged = new Map<string, string[]>()

const judge = (html: string) => {
  const known = judged.get(html)
  if (known) return known
  const { results } = validator.validateStringSync(html)
  const faults = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
  )
  judged.set(html, faults)
  return faults
}

const attribute = (element: HtmlElement, name: string) =>
  (element.getAttributeValue(name) ?? '').replaceAll('&amp;', '&').replaceAll('&quot;', '"')

const all = ({ root }: Read, selector: string) => root.querySelectorAll(selector)

const valuesOf = (page: Read, selector: string, name: string) =>
  all(page, selector).map((element) => attribute(element, name))

const metaOf = (page: Read, name: string) => valuesOf(page, `meta[name="${name}"]`, 'content')

const textOf = (page: Read, selector: string) =>
  all(page, selector)
    .map((element) => element.textContent)
    .join(' ')

const isPost = ({ url }: Read) => url.startsWith('/posts/')
const isEnglish = ({ url }: Read) => url.startsWith('/en/')
const isLost = ({ url }: Read) => url === '/404.html'
/** 网站地图 and the page for a wrong address stand outside the columns. */
const isInColumn = (page: Read) => !isLost(page) && !isEnglish(page) && page.url !== '/map/'

/** The wrong ones among obligatory meta tags: each stands once and holds what is asked for. */
const wrongTags = (page: Read, wanted: [name: string, isRight: (content: string) => boolean][]) =>
  wanted.flatMap(([name, isRight]) => {
    const found = metaOf(page, name)
    const [content = ''] = found
    return found.length === 1 && isRight(content) ? [] : [`${name}: ${JSON.stringify(found)}`]
  })

const isFilled = (content: string) => content.trim() !== ''
const isMinute = (content: string) => /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/.test(content)
const SHOWN_TIME = /^\d{4}-\d{2}-\d{2}( ([01]\d|2[0-3]):[0-5]\d)?$/
const TYPES: readonly string[] = COLUMN_TYPES

/** `/a/b/` for `/a/b/?c#d` and for the full address; null for another site. */
const ownPath = (href: string, { origin }: SiteFacts) => {
  const url = new URL(href, origin)
  return url.origin === origin ? decodeURI(url.pathname) : null
}

const LOADED: [selector: string, name: string][] = [
  ['img', 'src'],
  ['script', 'src'],
  ['source', 'srcset'],
  ['img', 'srcset'],
  ['iframe', 'src'],
  ['link[rel="stylesheet"]', 'href'],
  ['link[rel="icon"]', 'href'],
]

/** The addresses of what a browser fetches with the page; a `srcset` holds several. */
const loadedBy = (page: Read) =>
  LOADED.flatMap(([selector, name]) =>
    valuesOf(page, selector, name).flatMap((value) =>
      name === 'srcset' ? value.split(',').map((part) => part.trim().split(' ')[0] ?? '') : value,
    ),
  ).filter((value) => value !== '' && !value.startsWith('data:'))

/** The identity of a row, on either database. */
const ROW_ID = /\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/
const STAFF_FIELD = /manuscriptKey|columnSeqs?|"delivery"|provenAt|contentHash/

/** The public files hold nothing that is for staff only. For pages and for every other text. */
export const privateIn = (text: string, { secrets }: SiteFacts) => [
  ...secrets.filter((secret) => text.includes(secret)),
  ...[ROW_ID, STAFF_FIELD].flatMap((pattern) => pattern.exec(text)?.[0] ?? []),
]

const RULES: Rule[] = [
  {
    name: 'valid HTML',
    faults: ({ html }) => judge(html),
  },
  {
    name: 'language',
    faults: (page) => {
      const [lang] = valuesOf(page, 'html', 'lang')
      return lang === (isEnglish(page) ? 'en' : 'zh-CN') ? [] : [`lang="${lang}"`]
    },
  },
  {
    name: 'one main heading and a title',
    faults: (page) => [
      ...(all(page, 'h1').length === 1 ? [] : [`${all(page, 'h1').length} h1`]),
      ...(isFilled(textOf(page, 'title')) ? [] : ['no title']),
    ],
  },
  {
    name: 'tags of the site (国办发〔2017〕47号)',
    faults: (page, site) =>
      wrongTags(page, [
        ['SiteName', (content) => isEnglish(page) || content === site.name],
        ['SiteDomain', (content) => content === site.domain && !content.includes('/')],
        ['SiteIDCode', (content) => content === site.idCode && content.length === 10],
      ]),
  },
  {
    name: 'tags of the column (国办发〔2017〕47号)',
    of: isInColumn,
    faults: (page) =>
      wrongTags(page, [
        ['ColumnName', isFilled],
        ['ColumnDescription', isFilled],
        ['ColumnKeywords', isFilled],
        ['ColumnType', (content) => TYPES.includes(content)],
      ]),
  },
  {
    name: 'tags of the article (国办发〔2017〕47号)',
    of: isPost,
    faults: (page) =>
      wrongTags(page, [
        ['ArticleTitle', isFilled],
        ['PubDate', isMinute],
        ['ContentSource', isFilled],
      ]),
  },
  {
    name: 'no tag twice or empty',
    faults: (page) =>
      all(page, 'meta[name]').flatMap((meta) => {
        const name = attribute(meta, 'name')
        const isRight = metaOf(page, name).length === 1 && isFilled(attribute(meta, 'content'))
        return isRight ? [] : [name]
      }),
  },
  {
    name: 'visible publication time',
    of: isPost,
    faults: (page) => {
      const [published = ''] = metaOf(page, 'PubDate')
      const times = all(page, '.b-byline time').map(({ textContent }) => textContent)
      return times.includes(published) ? [] : [`${published} is not among ${times}`]
    },
  },
  {
    name: 'form of times',
    of: (page) => !isEnglish(page),
    faults: (page) =>
      all(page, 'time').flatMap(({ textContent }) =>
        SHOWN_TIME.test(textContent) ? [] : [textContent],
      ),
  },
  {
    name: 'own address',
    faults: (page, { origin }) => {
      const wanted = isLost(page) ? [] : [origin + page.url]
      const found = [
        valuesOf(page, 'link[rel="canonical"]', 'href'),
        valuesOf(page, 'meta[property="og:url"]', 'content'),
      ]
      return found
        .filter((urls) => JSON.stringify(urls) !== JSON.stringify(wanted))
        .map((urls) => JSON.stringify(urls))
    },
  },
  {
    name: 'obligatory items of the footer',
    of: (page) => !isEnglish(page),
    faults: (page) => {
      const text = textOf(page, 'footer')
      const links = valuesOf(page, 'footer a', 'href')
      return [
        ...['主办单位', '联系方式', '网站标识码', '党政机关网站', '我为政府网站找错'].filter(
          (item) => !text.includes(item),
        ),
        ...['https://beian.miit.gov.cn/', 'https://beian.mps.gov.cn/', '/map/', '#elder'].filter(
          (link) => !links.includes(link),
        ),
      ]
    },
  },
  {
    name: 'links that lead somewhere',
    faults: (page, site) =>
      valuesOf(page, 'a', 'href').flatMap((href) => {
        if (href.startsWith('#'))
          return all(page, `[id="${href.slice(1)}"]`).length > 0 ? [] : [href]
        if (!URL.canParse(href, site.origin)) return [href]
        const path = ownPath(href, site)
        return path === null || site.has(path) ? [] : [href]
      }),
  },
  {
    name: 'links to other sites that keep the visitor safe',
    faults: (page, site) =>
      all(page, 'a').flatMap((link) => {
        const href = attribute(link, 'href')
        const { protocol, origin } = new URL(href, site.origin)
        if (!['http:', 'https:', 'mailto:', 'tel:'].includes(protocol)) return [href]
        if (origin === site.origin || !protocol.startsWith('http')) return []
        return attribute(link, 'rel').includes('noopener') ? [] : [href]
      }),
  },
  {
    name: 'nothing loaded from elsewhere',
    faults: (page, site) =>
      loadedBy(page).filter((address) => {
        const path = ownPath(address, site)
        return path === null || !site.has(path)
      }),
  },
  {
    name: 'described pictures of a known size',
    faults: (page) =>
      all(page, 'img').flatMap((picture) => {
        const [alt, width, height] = ['alt', 'width', 'height'].map((name) =>
          attribute(picture, name),
        )
        return alt && width && height ? [] : [attribute(picture, 'src')]
      }),
  },
  {
    name: 'no script or style within the page',
    faults: (page) => [
      ...all(page, 'script').flatMap((script) => {
        const isData = attribute(script, 'type') === 'application/ld+json'
        return isData || attribute(script, 'src') ? [] : [script.textContent.slice(0, 80)]
      }),
      ...all(page, 'style').map(({ textContent }) => textContent.slice(0, 80)),
      ...[...page.html.matchAll(/<[a-z][^>]*\s(?:style|on[a-z]+)="/g)].map(([tag]) => tag),
    ],
  },
  {
    name: 'data that can be read',
    faults: (page) =>
      all(page, 'script[type="application/ld+json"]').flatMap(({ textContent }) => {
        try {
          return JSON.parse(textContent)['@context'] === 'https://schema.org' ? [] : ['no context']
        } catch {
          return [textContent.slice(0, 80)]
        }
      }),
  },
  { name: 'nothing private', faults: ({ html }, site) => privateIn(html, site) },
]

/**
 * Holds a page against every rule.
 * @returns what is wrong, each with the rule that it breaks, and the addresses of the site that the page leads to
 */
export const readPage = (page: SitePage, site: SiteFacts) => {
  const read = { ...page, root: parser.parseHtml(page.html) }
  return {
    faults: RULES.filter(({ of }) => of?.(read) ?? true).flatMap(({ name, faults }) =>
      faults(read, site).map((fault) => `${page.url}: ${name}: ${fault}`),
    ),
    links: valuesOf(read, 'a', 'href').flatMap((href) =>
      URL.canParse(href, site.origin) ? (ownPath(href, site) ?? []) : [],
    ),
  }
}
