import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { heading, link, list, paragraph, picture } from '../../../collections/richText/build'
import { readPage } from '../../../testing/pageRules'
import { ArchivePage } from './ArchivePage'
import { ColumnPage } from './ColumnPage'
import { DepartmentPage, DepartmentsPage } from './DepartmentPages'
import {
  EnglishAboutPage,
  EnglishDepartmentsPage,
  EnglishHomePage,
  EnglishPostPage,
  EnglishWithdrawnPage,
} from './EnglishPages'
import {
  bodyOf,
  DEPARTMENTS,
  DOWNLOADS,
  ENGLISH_POST,
  EVERY_NODE,
  FORM,
  FRAME,
  GUIDES,
  LAWS,
  lawBody,
  NEWS,
  oddPost,
  PHOTO,
  POLICIES,
  post,
  postLink,
  publicHref,
  searchView,
  TOPIC,
} from './fixtures'
import { HomePage } from './HomePage'
import { AboutPage, AccessibilityPage, ContactPage, CopyrightPage } from './InformationPages'
import { NotFoundPage } from './NotFoundPage'
import { Page } from './Page'
import { PostPage } from './PostPage'
import { SearchPage, SearchUnavailablePage } from './SearchPage'
import { qrPath } from './Share'
import { SiteMapPage } from './SiteMapPage'
import { TopicPage } from './TopicPages'
import { VERSIONS } from './versions'
import type { PostView } from './views'
import { WithdrawnPage } from './WithdrawnPage'

const { stylesheet: CSS, script: SCRIPT } = FRAME.assets
const LONG = '关于'.repeat(100)

const postPage = (some: Partial<PostView> = {}, banner?: string) => (
  <PostPage
    frame={FRAME}
    ancestors={[POLICIES, LAWS]}
    post={post(some)}
    mediaHref={publicHref}
    banner={banner}
  />
)

const columnPage = (some: Partial<Parameters<typeof ColumnPage>[0]> = {}) => (
  <ColumnPage
    frame={FRAME}
    ancestors={[NEWS]}
    posts={[postLink(1), postLink(2)]}
    below={[]}
    lastArchive={3}
    single={null}
    choices={null}
    mediaHref={publicHref}
    {...some}
  />
)

const NO_GUIDE = {
  basis: '',
  conditions: '',
  materials: '',
  procedure: '',
  place: '',
  hours: '',
  phone: '',
}

const card = (column: typeof NEWS) => ({ column, posts: [postLink(1, { title: LONG })] })
const department = DEPARTMENTS[0] ?? {
  id: '',
  code: '',
  name: '',
  nameEn: '',
  kind: 'internal',
  functions: '',
  leaders: [],
  address: '',
  phone: '',
  fax: '',
  hours: '',
}

const PAGES: Record<string, ReactElement> = {
  home: (
    <HomePage
      frame={FRAME}
      headlines={[postLink(3, { picture: PHOTO }), postLink(4)]}
      banners={[postLink(5, { picture: PHOTO })]}
      services={[postLink(6)]}
      topics={[TOPIC]}
      latest={[postLink(7)]}
      pillars={{
        information: [card(POLICIES)],
        service: [card(GUIDES)],
        participation: [],
        news: [card(NEWS)],
      }}
      departments={DEPARTMENTS}
      mediaHref={publicHref}
    />
  ),
  'post with every kind of node': postPage({
    title: LONG,
    subtitle: LONG,
    body: EVERY_NODE,
    files: [PHOTO, FORM],
    images: ['photo'],
    attachments: [{ title: LONG, file: FORM }],
  }),
  'post with odd content': postPage(oddPost()),
  'long law': postPage({ body: lawBody(1000), isMigrated: true, migratedFrom: '2018-12-29' }),
  guide: postPage({
    body: null,
    guide: {
      basis: '依据',
      conditions: '条件',
      materials: '材料',
      procedure: '流程',
      place: '地点',
      hours: '时间',
      phone: '电话',
    },
  }),
  'withdrawn post': (
    <WithdrawnPage
      frame={FRAME}
      ancestors={[NEWS]}
      post={{
        path: '/posts/2026/1.html',
        explanation: '数据有误。',
        withdrawnAt: '2026-10-02T00:00:00Z',
      }}
      publishedAt="2026-10-01T00:00:00Z"
    />
  ),
  preview: postPage({ publishedAt: null, path: null }, '预览：尚未发布'),
  'column of news': columnPage(),
  'column of policies': columnPage({
    ancestors: [POLICIES, LAWS],
    choices: { years: [2026, 2025], topics: ['动植物检疫'], issuers: [LONG] },
  }),
  'column of downloads': columnPage({
    ancestors: [DOWNLOADS],
    posts: [postLink(1, { attachments: [{ title: '表', file: FORM }] })],
  }),
  'column of guides': columnPage({ ancestors: [GUIDES] }),
  'column of single pages': columnPage({ single: post(), posts: [postLink(12), postLink(11)] }),
  'parent column': columnPage({
    ancestors: [POLICIES],
    posts: [],
    lastArchive: 0,
    below: POLICIES.children.map((column) => ({ column, posts: [] })),
  }),
  'empty column': columnPage({ posts: [], lastArchive: 0 }),
  'archive page': (
    <ArchivePage
      frame={FRAME}
      ancestors={[NEWS]}
      posts={[postLink(1)]}
      page={2}
      lastPage={3}
      mediaHref={publicHref}
    />
  ),
  departments: <DepartmentsPage frame={FRAME} departments={DEPARTMENTS} />,
  department: (
    <DepartmentPage frame={FRAME} department={department} columns={[NEWS]} posts={[postLink(1)]} />
  ),
  about: <AboutPage frame={FRAME} departments={DEPARTMENTS} />,
  contact: <ContactPage frame={FRAME} departments={DEPARTMENTS} />,
  copyright: <CopyrightPage frame={FRAME} />,
  accessibility: <AccessibilityPage frame={FRAME} />,
  'site map': <SiteMapPage frame={FRAME} departments={DEPARTMENTS} topics={[TOPIC]} />,
  topic: (
    <TopicPage
      frame={FRAME}
      topic={{ ...TOPIC, closedOn: '2026-09-30T16:00:00.000Z' }}
      posts={[postLink(1)]}
      isMore
      mediaHref={publicHref}
    />
  ),
  'not found': <NotFoundPage frame={FRAME} />,
  'search form': <SearchPage frame={FRAME} search={searchView({ typed: '', lacks: 'query' })} />,
  'search results': (
    <SearchPage
      frame={FRAME}
      search={searchView({
        isCut: true,
        isUnfinished: true,
        parted: ['樱桃'],
        total: 3_000,
        isMore: true,
        areCountsPartial: true,
        page: 3,
        lastPage: 50,
        facets: ['栏目', '部门'].map((name) => ({
          name,
          allHref: '/search?q=1',
          choices: Array.from({ length: 12 }, (_, index) => ({
            name: `${name}${index}`,
            count: index,
            href: `/search?q=1&column=${index}`,
            isChosen: index === 1,
          })),
        })),
      })}
    />
  ),
  'search without results': (
    <SearchPage
      frame={FRAME}
      search={searchView({
        total: 0,
        results: [],
        unfiltered: { href: '/search?q=1', total: 3 },
        suggestions: [{ name: '樱桃', href: '/search?q=2' }],
      })}
    />
  ),
  'search that is not available': <SearchUnavailablePage frame={FRAME} typed="樱桃" />,
}

const rendered = Object.entries(PAGES).map(([name, page]): [string, string] => [
  name,
  renderToStaticMarkup(page),
])

const tags = (html: string) => html.match(/<[a-z][^>]*>/g) ?? []
const idsIn = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
const metaOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<meta name="([^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [
      name,
      content,
    ]),
  )

const DATA = z.looseObject({
  '@context': z.string(),
  '@graph': z.array(z.looseObject({ '@type': z.string() })),
})
const dataIn = (html: string) => {
  const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  return DATA.parse(JSON.parse(text))
}

describe.each(rendered)('%s', (name, html) => {
  test('has the one script, no inline style and no handler', () => {
    const head = html.slice(0, html.indexOf('</head>'))
    const [script, ...data] = head.match(/<script.*?<\/script>/g) ?? []
    expect(script).toBe(name === 'preview' ? undefined : `<script src="${SCRIPT}"></script>`)
    expect(data.length).toBeLessThanOrEqual(1)
    for (const block of data) expect(dataIn(block)['@context']).toBe('https://schema.org')
    expect(html.slice(head.length)).not.toContain('<script')
    expect(html).not.toMatch(/<style|javascript:/i)
    for (const tag of tags(html)) expect(tag).not.toMatch(/\s(style|on[a-z]+)=/)
  })

  test('loads nothing from another site', () => {
    for (const tag of tags(html)) {
      if (/^<(img|link|source|iframe)\b/.test(tag) && !/rel="(canonical|alternate)"/.test(tag)) {
        expect(tag).not.toMatch(/(src|href)="(https?:)?\/\//)
      }
    }
  })

  test('asks for nothing but the page, its stylesheet and its script', () => {
    const asked = tags(html).flatMap((tag) => {
      const loads = /^<(link rel="(stylesheet|icon)|script src)/.test(tag)
      return loads ? (/(?:href|src)="([^"]*)"/.exec(tag)?.[1] ?? []) : []
    })
    expect(asked.filter((address) => !address.startsWith('data:'))).toEqual(
      name === 'preview' ? [CSS] : [CSS, SCRIPT],
    )
  })

  test('can be seen in every version, and left from the bottom to the top', () => {
    for (const version of VERSIONS) {
      expect(html).toMatch(new RegExp(`<label><input type="checkbox" id="${version}"`))
    }
    expect(html).toContain('<a href="#top">回到顶部</a>')
  })

  test('describes every picture and every id is unique', () => {
    for (const tag of tags(html)) if (tag.startsWith('<img')) expect(tag).toMatch(/ alt="[^"]+"/)
    const ids = idsIn(html)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of html.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(id)
  })

  test('names the site and has one main heading', () => {
    expect(metaOf(html)).toMatchObject({
      SiteName: '辽宁出入境检验检疫局',
      SiteDomain: 'www.ln-ciq.example',
      SiteIDCode: 'bm99010001',
    })
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html).toContain('<html lang="zh-CN">')
  })

  test('begins its headings with the main one and leaves out no level', () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    }
  })

  test('ends with the footer that the page rules ask for', () => {
    const footer = html.slice(html.indexOf('<footer'))
    for (const item of ['主办单位', '联系方式', '网站标识码', '党政机关网站', '网站地图']) {
      expect(footer).toContain(item)
    }
    expect(footer).toMatch(/<a href="https:\/\/beian\.miit\.gov\.cn\/"[^>]*>辽ICP备00000001号<\/a>/)
    expect(footer).toContain('辽公网安备')
    expect(footer).toContain('我为政府网站找错')
  })
})

const htmlOf = (element: ReactElement) => renderToStaticMarkup(element)

describe('what a page says to other machines', () => {
  const propertiesOf = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/<meta property="([^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [
        name,
        content,
      ]),
    )

  test('a post that is shared shows its title, picture and time', () => {
    const html = htmlOf(postPage({ files: [PHOTO], images: ['photo'] }))
    expect(propertiesOf(html)).toMatchObject({
      'og:type': 'article',
      'og:title': '大连口岸进口樱桃检验检疫实现“随到随检”',
      'og:url': 'https://www.ln-ciq.example/posts/2026/12.html',
      'og:image': 'https://www.ln-ciq.example/media/aaaaaaaaaaaaaaaa/photo.jpg',
      'article:published_time': '2026-10-12T01:30:00.000Z',
    })
  })

  test('a text among the news is news, another is an article, a guide is a service', () => {
    const typesIn = (html: string) => dataIn(html)['@graph'].map((data) => data['@type'])
    const news = <PostPage frame={FRAME} ancestors={[NEWS]} post={post()} mediaHref={publicHref} />
    expect(typesIn(htmlOf(news))).toEqual(['NewsArticle', 'BreadcrumbList'])
    expect(typesIn(htmlOf(postPage()))).toEqual(['Article', 'BreadcrumbList'])
    const guide = { ...NO_GUIDE, phone: '0411-82583501', place: '一楼大厅' }
    const service = htmlOf(postPage({ guide }))
    expect(dataIn(service)['@graph'][0]).toMatchObject({
      '@type': 'GovernmentService',
      availableChannel: { servicePhone: { telephone: '0411-82583501' } },
    })
  })

  test('no title can end the data block', () => {
    const title = '</script><script>alert(1)</script><!--'
    const html = htmlOf(postPage({ title }))
    expect(html.match(/<script/g)).toHaveLength(2)
    expect(dataIn(html)['@graph'][0]).toMatchObject({ headline: title })
  })

  test('a preview says nothing', () => {
    const html = htmlOf(postPage({}, '预览：尚未发布'))
    expect(html).not.toContain('<script')
    expect(propertiesOf(html)).toEqual({})
  })
})

describe('reading on', () => {
  const link = (number: number) => ({ title: `第${number}则`, path: `/posts/2026/${number}.html` })

  test('a post leads to the one before, the one after and to related ones', () => {
    const html = htmlOf(
      postPage({ related: [link(1), link(2)], neighbours: { previous: link(3), next: link(4) } }),
    )
    expect(html).toContain('<a href="/posts/2026/3.html" rel="prev">')
    expect(html).toContain('<a href="/posts/2026/4.html" rel="next">')
    expect(html).toMatch(/相关信息<\/h2><ul><li><a href="\/posts\/2026\/1.html">/)
  })

  test('the first and only post of its kind leads nowhere', () => {
    const html = htmlOf(postPage())
    expect(html).not.toContain('b-onward')
    expect(html).not.toContain('相关信息')
  })
})

const ENGLISH_PAGES: Record<string, [path: string, page: ReactElement]> = {
  home: [
    '/en/',
    <EnglishHomePage key="home" frame={FRAME} posts={[{ ...ENGLISH_POST, summary: '' }]} />,
  ],
  about: ['/en/about/', <EnglishAboutPage key="about" frame={FRAME} />],
  departments: [
    '/en/departments/',
    <EnglishDepartmentsPage key="departments" frame={FRAME} departments={DEPARTMENTS} />,
  ],
  post: [
    ENGLISH_POST.path,
    <EnglishPostPage
      key="post"
      frame={FRAME}
      column={NEWS}
      post={ENGLISH_POST}
      mediaHref={publicHref}
    />,
  ],
  'withdrawn post': [
    ENGLISH_POST.path,
    <EnglishWithdrawnPage
      key="withdrawn"
      frame={FRAME}
      column={NEWS}
      path={ENGLISH_POST.path}
      publishedAt={ENGLISH_POST.publishedAt}
    />,
  ],
}

const alternates = (html: string) =>
  [...html.matchAll(/<link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/g)].map(
    ([, language, href]) => [language, href],
  )

describe('in English', () => {
  const { origin, nameEn } = FRAME.site
  const pages = Object.entries(ENGLISH_PAGES).map(([name, [path, page]]) => ({
    name,
    path,
    html: renderToStaticMarkup(page),
  }))

  test.each(pages)('the page $name is English throughout and leads to Chinese', (page) => {
    const { path, html } = page
    expect(html).toContain('<html lang="en">')
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html).toMatch(new RegExp(`<title>.*${nameEn}</title>`))
    const chinese = path.replace('/en/', '/')
    expect(alternates(html)).toEqual([
      ['zh-CN', origin + chinese],
      ['en', origin + path],
    ])
    expect(html).toContain(`<a href="${chinese}" lang="zh-CN" hrefLang="zh-CN">中文</a>`)
    const body = html.slice(html.indexOf('<body'))
    const rest = body
      .replace(/<span lang="zh-CN">.*?<\/span>/g, '')
      .replace(/<a [^>]*lang="zh-CN"[^>]*>中文<\/a>/, '')
    expect(rest).not.toMatch(/\p{Script=Han}/u)
    const ids = idsIn(html)
    for (const [, id] of html.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(id)
  })

  test('Chinese pages name their English versions, and others none', () => {
    const html = htmlOf(postPage({ english: ENGLISH_POST.path }))
    expect(alternates(html)).toEqual([
      ['zh-CN', `${origin}/posts/2026/12.html`],
      ['en', origin + ENGLISH_POST.path],
    ])
    expect(html).toContain(`<a href="${ENGLISH_POST.path}" lang="en" hrefLang="en">English</a>`)
    expect(alternates(htmlOf(postPage()))).toEqual([])
    expect(alternates(htmlOf(PAGES.about ?? <br />))).toHaveLength(2)
    expect(alternates(htmlOf(PAGES.contact ?? <br />))).toEqual([])
  })

  test('a bureau without an English name leads nobody there', () => {
    const frame = { ...FRAME, site: { ...FRAME.site, nameEn: '' } }
    for (const page of [
      <AboutPage key="about" frame={frame} departments={DEPARTMENTS} />,
      <DepartmentsPage key="departments" frame={frame} departments={DEPARTMENTS} />,
      <SiteMapPage key="map" frame={frame} departments={DEPARTMENTS} topics={[]} />,
    ]) {
      expect(htmlOf(page)).not.toMatch(/href="[^"]*\/en\//)
    }
  })

  test('departments without an English name are absent', () => {
    const [, page] = ENGLISH_PAGES.departments ?? []
    const named = DEPARTMENTS.filter(({ nameEn }) => nameEn)
    expect(htmlOf(page ?? <br />).match(/Division of/g)).toHaveLength(named.length)
  })
})

describe('topics', () => {
  test('say who keeps them and that they are closed, and posts name theirs', () => {
    const html = htmlOf(PAGES.topic ?? <br />)
    expect(html).toContain('主办部门：<a href="/departments/food/">进出口食品安全处</a>')
    expect(html).toContain('本专题已于2026年10月1日停止更新')
    const named = htmlOf(postPage({ topics: [{ title: '国门生物安全', path: '/topics/bio/' }] }))
    expect(named).toContain('所属专题：<span><a href="/topics/bio/">国门生物安全</a></span>')
    expect(htmlOf(postPage())).not.toContain('所属专题')
  })

  test('stand on the home page with what they are about', () => {
    expect(htmlOf(PAGES.home ?? <br />)).toContain(
      '<a href="/topics/bio/">国门生物安全</a><p>防范外来物种入侵和动植物疫病传入。</p>',
    )
  })
})

describe('meta tags (国办发〔2017〕47号 annex)', () => {
  test('a column page carries the four of its column', () => {
    expect(metaOf(htmlOf(columnPage()))).toMatchObject({
      ColumnName: '检验检疫要闻',
      ColumnDescription: '发布检验检疫要闻。',
      ColumnKeywords: '检验检疫要闻',
      ColumnType: '工作动态',
    })
  })

  test('a content page carries all ten and those that have a value', () => {
    const meta = metaOf(htmlOf(postPage({ files: [PHOTO], images: ['photo'] })))
    expect(meta).toMatchObject({
      ColumnName: '法律法规',
      ColumnType: '政策文件',
      ArticleTitle: '大连口岸进口樱桃检验检疫实现“随到随检”',
      PubDate: '2026-10-12 09:30',
      ContentSource: '进出口食品安全处',
      Author: '林晓舟',
      Description: '大窑湾口岸开通鲜活农产品绿色通道。',
      Image: 'https://www.ln-ciq.example/media/aaaaaaaaaaaaaaaa/photo.jpg',
      Url: 'https://www.ln-ciq.example/posts/2026/12.html',
    })
  })

  test('a text without a summary is described by how it begins', () => {
    const meta = metaOf(htmlOf(postPage({ summary: '' })))
    expect(meta.Description).toBe('10月12日，首批进口樱桃抵达大窑湾口岸。')
  })

  test('a column without description or keywords still has both tags', () => {
    const meta = metaOf(
      htmlOf(columnPage({ ancestors: [{ ...NEWS, description: '', keywords: '' }] })),
    )
    expect(meta.ColumnDescription).toBeTruthy()
    expect(meta.ColumnKeywords).toBeTruthy()
  })

  test('a preview has no publication date and is not to be indexed', () => {
    const html = htmlOf(postPage({ publishedAt: null, path: null }, '预览：尚未发布'))
    expect(metaOf(html).PubDate).toBeUndefined()
    expect(metaOf(html).robots).toBe('noindex')
    expect(html).not.toContain('canonical')
    expect(html).toContain('预览：尚未发布')
    expect(html).not.toContain('英文文本')
  })

  test('a preview shows the English text, which is signed with the Chinese one', () => {
    const html = htmlOf(
      <PostPage
        frame={FRAME}
        ancestors={[NEWS]}
        post={post({ body: bodyOf(heading('h2', '一、总体情况')), files: [PHOTO] })}
        mediaHref={publicHref}
        banner="预览：尚未发布"
        english={{
          title: 'Faster cherries',
          summary: 'In short.',
          body: bodyOf(
            heading('h2', 'Overview'),
            paragraph('All of it.'),
            picture({ id: 'p', media: PHOTO.mediaId }),
          ),
        }}
      />,
    )
    const english = html.slice(html.indexOf('英文文本'))
    for (const part of ['lang="en"', 'Faster cherries', '<p>In short.</p>', '<p>All of it.</p>']) {
      expect(english).toContain(part)
    }
    expect(english).toContain('<h2>Overview</h2>')
    expect(english).toContain(publicHref(PHOTO))
    expect(html.match(/id="section-1"/g)).toHaveLength(1)
  })
})

describe('a post', () => {
  const every = htmlOf(postPage({ body: EVERY_NODE, files: [PHOTO, FORM], images: ['photo'] }))

  test('shows every kind of node', () => {
    for (const part of [
      '<strong>粗体</strong>',
      '<em>斜体</em>',
      '<s>删除线</s>',
      '<u>下划线</u>',
      '<code>代码</code>',
      '<sub>下标</sub>',
      '<sup>上标</sup>',
      '<strong><em>粗斜体</em></strong>',
      '<h2 id="section-1">一、总体情况</h2>',
      '<h3 id="section-2">（一）主要做法</h3>',
      '<ul><li>第一项</li>',
      '<ol><li>步骤一</li>',
      '☑ 已完成',
      '<th scope="col"><p>品名</p></th>',
      '<td><p>樱桃</p></td>',
      '<blockquote>引用的文字</blockquote>',
      '<hr/>',
      '前<br/>后',
      '<p class="b-right">二〇二六年十月十二日</p>',
      'href="https://www.gov.cn/auto"',
    ]) {
      expect(every).toContain(part)
    }
  })

  test('puts no bullet beside the （一）（二） that items carry in their own words', () => {
    const body = bodyOf(list('bullet', ['（一）依法公开；', '（二）接受监督。']))
    expect(htmlOf(postPage({ body }))).toContain('<ul class="b-marked"><li>（一）依法公开；</li>')
  })

  test('drops a link that could run something and keeps its text', () => {
    expect(every).toContain('坏链接')
    expect(every).not.toContain('javascript')
  })

  test('shows a picture once, from the embedded files, with its description', () => {
    expect(every.match(/<img /g)).toHaveLength(1)
    expect(every).toContain('src="/media/aaaaaaaaaaaaaaaa/photo.jpg"')
    expect(every).toContain('alt="检验检疫人员在大窑湾口岸查验进口樱桃"')
  })

  test('offers smaller pictures, the best format first, and loads only the first at once', () => {
    const other = { ...PHOTO, mediaId: 'other', variants: [] }
    const files = [PHOTO, other]
    const html = htmlOf(postPage({ body: null, files, images: [PHOTO.mediaId, 'other'] }))
    expect(html).toContain(
      '<picture><source type="image/avif" srcSet="/media/aaaaaaaaaaaaaaaa/~480.avif 480w, /media/aaaaaaaaaaaaaaaa/~1600.avif 1600w"',
    )
    expect(html.indexOf('image/webp')).toBeGreaterThan(html.indexOf('image/avif'))
    const [first = '', second = ''] = html.match(/<img [^>]*>/g) ?? []
    expect(first).toContain('fetchPriority="high"')
    expect(first).not.toContain('lazy')
    expect(second).toContain('loading="lazy"')
    for (const image of [first, second]) expect(image).toContain('width="1600" height="900"')
    expect(html.match(/<picture>/g)).toHaveLength(1)
  })

  test('loads the first picture at once when it stands in the text', () => {
    const body = bodyOf(
      picture({ id: 'p', media: PHOTO.mediaId }),
      picture({ id: 'q', media: 'other' }),
    )
    const other = { ...PHOTO, mediaId: 'other' }
    const images = htmlOf(postPage({ body, files: [PHOTO, other], images: [] }))
    expect(images.match(/<img [^>]*>/g)?.map((image) => image.includes('lazy'))).toEqual([
      false,
      true,
    ])
  })

  test('says type and size of an attachment', () => {
    expect(htmlOf(postPage({ attachments: [{ title: '申请表', file: FORM }] }))).toContain(
      '（Word 文档，38 KB）',
    )
  })

  test('is not drawn with a part missing', () => {
    expect(() => htmlOf(postPage({ body: EVERY_NODE, files: [] }))).toThrow(/not embedded/)
    expect(() => htmlOf(postPage({ images: ['gone'] }))).toThrow(/not embedded/)
    const strange = { ...paragraph('x'), type: 'iframe' }
    expect(() => htmlOf(postPage({ body: bodyOf(strange) }))).toThrow(/iframe/)
    expect(() => htmlOf(postPage({ body: bodyOf(picture({ id: 'p', media: 'gone' })) }))).toThrow()
  })

  test('is whole also when nobody thought of its content', () => {
    const html = htmlOf(postPage(oddPost()))
    expect(html).toContain(`<h1>${LONG}</h1>`)
    expect(html).toContain('检验检疫'.repeat(25_000))
    expect(html).toContain('<p>𠮷、䶮、㐂、𪚥')
    expect(html).toContain('<p dir="rtl">مرحبا')
    expect(html.match(/ dir="/g)).toHaveLength(1)
    expect(html.match(/<th scope="col">/g)).toHaveLength(60)
    expect(html.match(/<li><a class="b-file"/g)).toHaveLength(300)
    expect(metaOf(html)).not.toHaveProperty('Description', '')
  })

  test('holds to the rules of a page also then', () => {
    const html = `<!doctype html>${htmlOf(postPage(oddPost()))}`
    const { name, origin, domain, idCode } = FRAME.site
    const site = { name, origin, domain, idCode, has: () => true, secrets: [] }
    expect(readPage({ url: '/posts/2026/12.html', html }, site).faults).toEqual([])
  })

  test('scrolls a wide table in a box of its own, which keys can reach', () => {
    const html = htmlOf(postPage(oddPost()))
    expect(html).toMatch(/<div class="b-table"[^>]*tabindex="0"[^>]*><table>/i)
  })

  test('keeps the size of a huge picture and the page light', () => {
    const huge = { ...PHOTO, size: 20 * 1024 ** 2, width: 12_000, height: 9_000 }
    const html = htmlOf(postPage({ body: null, files: [huge], images: [huge.mediaId] }))
    expect(html).toContain('width="12000" height="9000"')
    expect(html).toMatch(/<source type="image\/avif" srcSet="[^"]*480w/)
  })

  test('keeps the text of an article, sign by sign', () => {
    const html = htmlOf(postPage({ body: bodyOf(paragraph('第十二条　国家保护<公民>。')) }))
    expect(html).toContain(
      '<p id="article-12" class="b-article"><strong>第十二条</strong>　国家保护&lt;公民&gt;。</p>',
    )
  })

  test('a law of 1,000 articles has each once, with a table of contents that leads to it', () => {
    const html = htmlOf(postPage({ body: lawBody(1000) }))
    expect(html.match(/class="b-article"/g)).toHaveLength(1000)
    expect(html.includes('aria-label="目录"')).toBe(true)
    expect(html.includes('href="#article-991"')).toBe(true)
  })

  test('says where a reprint comes from', () => {
    const html = htmlOf(
      postPage({
        source: {
          type: 'reprint',
          name: '中国政府网',
          url: 'https://www.gov.cn/1.htm',
          publishedAt: '2026-10-11T01:00:00Z',
        },
      }),
    )
    expect(html).toContain('本文转载自中国政府网')
    expect(html).toContain('2026-10-11 09:00')
    expect(html).toContain('href="https://www.gov.cn/1.htm"')
  })

  test('a migrated one shows its original date beside the time of this site', () => {
    const html = htmlOf(postPage({ isMigrated: true, migratedFrom: '2018-12-29T00:00:00Z' }))
    expect(html).toContain('2018-12-29')
    expect(html).toContain('2026-10-12 09:30')
  })

  test('a policy has the header block with what is known', () => {
    const html = htmlOf(
      postPage({
        policy: {
          indexNumber: '000014349/2026-00012',
          topic: '',
          genre: '',
          issuer: '国务院',
          issuedOn: '2018-12-29T00:00:00Z',
          effectiveOn: null,
          docNumber: '国办发〔2017〕47号',
          validity: '现行有效',
        },
      }),
    )
    for (const name of ['索引号', '发文机关', '成文日期', '发文字号', '发布日期', '有效性']) {
      expect(html).toContain(`<dt>${name}</dt>`)
    }
    expect(html).not.toContain('<dt>主题分类</dt>')
  })

  test('file and interpretation link to each other', () => {
    const link = { title: '解读', path: '/posts/2026/9.html' }
    expect(htmlOf(postPage({ interprets: link }))).toContain('href="/posts/2026/9.html"')
    expect(htmlOf(postPage({ interpretations: [link] }))).toContain('href="/posts/2026/9.html"')
  })

  test('headings inside the text never rise to the level of the title', () => {
    const top = { ...heading('h2', '大标题'), tag: 'h1' }
    expect(htmlOf(postPage({ body: bodyOf(top) })).match(/<h1/g)).toHaveLength(1)
  })
})

describe('a withdrawn post', () => {
  test('says why and when, and nothing of the text', () => {
    const html = rendered.find(([name]) => name === 'withdrawn post')?.[1] ?? ''
    expect(html).toContain('数据有误。')
    expect(html).toContain('2026-10-02 08:00')
    expect(metaOf(html)).toMatchObject({ robots: 'noindex', ArticleTitle: '信息已撤下' })
  })
})

describe('lists', () => {
  test('an archive page links to its neighbours and to the front page', () => {
    const html = rendered.find(([name]) => name === 'archive page')?.[1] ?? ''
    for (const href of ['/columns/news/archive/3/', '/columns/news/archive/1/', '/columns/news/']) {
      expect(html).toContain(`href="${href}"`)
    }
  })

  test('a column links to its last archive page and its feed', () => {
    const html = htmlOf(columnPage())
    expect(html).toContain('href="/columns/news/archive/3/"')
    expect(html).toContain('href="/feeds/news.xml"')
  })

  test('a closed column says so and leaves the navigation', () => {
    const closed = { ...NEWS, path: 'old', name: '旧栏目', closedOn: '2026-01-31T00:00:00Z' }
    const frame = { ...FRAME, columns: [...FRAME.columns, closed] }
    const html = htmlOf(columnPage({ frame, ancestors: [closed] }))
    expect(html).toContain('本栏目已于2026年1月31日停止更新')
    const navigation = html.slice(html.indexOf('<header'), html.indexOf('<main'))
    expect(navigation).not.toContain('旧栏目')
  })

  test('the home page shows the four pillars', () => {
    const html = rendered.find(([name]) => name === 'home')?.[1] ?? ''
    for (const pillar of ['政务信息', '公共服务', '公众参与', '新闻发布']) {
      expect(html).toContain(`<h2>${pillar}</h2>`)
    }
  })
})

describe('links to other sites', () => {
  const leading = (href: string) =>
    htmlOf(postPage({ body: bodyOf(paragraph([link(href, '某网站')])) }))

  test('carry a mark, also in words, and nothing else', () => {
    expect(leading('https://example.com/a')).toContain(
      '<a class="b-out" href="https://example.com/a" rel="noopener noreferrer">某网站<span class="b-hidden">（站外链接）</span></a>',
    )
  })

  test('within the site do not', () => {
    for (const href of ['/map/', 'https://www.ln-ciq.example/map/', 'mailto:a@bureau.example']) {
      expect(leading(href)).toContain(`<a href="${href}">某网站</a>`)
    }
  })
})

describe('the frame', () => {
  const frameOf = (html: string) => html.slice(html.indexOf('<header'), html.indexOf('<main'))

  test('shows which part of the site a page belongs to', () => {
    expect(frameOf(htmlOf(postPage()))).toContain('b-here">政务信息')
    expect(frameOf(htmlOf(columnPage()))).toContain('b-here">新闻发布')
    expect(frameOf(htmlOf(<NotFoundPage frame={FRAME} />))).not.toContain('b-here')
  })

  test('links to the English page where there is one', () => {
    const page = (english?: string) => (
      <Page frame={FRAME} meta={{ title: '简介', path: '/about/', english }}>
        <h1>简介</h1>
      </Page>
    )
    expect(htmlOf(page('/en/about/'))).toContain(
      '<a href="/en/about/" lang="en" hrefLang="en">English</a>',
    )
    expect(htmlOf(page())).not.toContain('English')
  })
})

describe('sharing a post', () => {
  test('gives its public address as text and as a code', () => {
    const html = htmlOf(postPage())
    expect(html).toContain('https://www.ln-ciq.example/posts/2026/12.html</span>')
    expect(html).toMatch(/<svg class="b-qr" viewBox="-4 -4.5 37 37" role="img" aria-label="[^"]+">/)
  })

  test('waits until there is an address', () => {
    expect(htmlOf(postPage({ path: null, publishedAt: null }, '预览'))).not.toContain('b-share')
  })

  test('draws each run of dark cells as one stroke', () => {
    expect(
      qrPath([
        [true, true, false, true],
        [false, false, false, false],
        [false, true, true, false],
      ]),
    ).toBe('M0 0h2m1 0h1M1 2h2')
  })
})

describe('the settings of a bureau', () => {
  test('an address of the error report that could run something is left out', () => {
    const site = { ...FRAME.site, errorReportUrl: 'javascript:alert(1)' }
    const html = htmlOf(<NotFoundPage frame={{ ...FRAME, site }} />)
    expect(html).not.toContain('javascript')
  })
})

describe('the search', () => {
  const pageOf = (name: string) => rendered.find(([title]) => title === name)?.[1] ?? ''

  test('stands in the header of every page, but on its own page only once', () => {
    for (const [name, html] of rendered) {
      const forms = name === 'column of policies' ? 2 : 1
      expect(html.match(/<form /g), name).toHaveLength(forms)
      expect(html).toContain('action="/search" method="get"')
      const id = /<label class="b-search-label" for="([^"]+)"/.exec(html)?.[1]
      expect(html).toContain(`<input id="${id}"`)
    }
  })

  test('says what is left out and marks what was found', () => {
    const html = pageOf('search results')
    for (const part of [
      '<mark>樱桃</mark>',
      '找到超过3000条相关信息',
      '仅显示前500条',
      '按最新的3000条结果统计',
      '检索词过长，已按“樱桃”检索',
      '结果可能不全',
      '更多栏目',
      'aria-current="page"',
      'rel="next"',
    ]) {
      expect(html).toContain(part)
    }
    expect(metaOf(html).robots).toBe('noindex')
  })

  test('helps when nothing was found', () => {
    const html = pageOf('search without results')
    expect(html).toContain('取消筛选可看到3条相关信息')
    expect(html).toContain('您可以试试：<a href="/search?q=2">樱桃</a>')
  })
})
