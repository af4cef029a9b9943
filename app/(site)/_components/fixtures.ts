import {
  heading,
  link,
  list,
  paragraph,
  picture,
  type RichTextNode,
  richText,
  table,
  text,
} from '../../../collections/richText/build'
import { mediaUrl, postUrl } from '../../../collections/urls'
import type {
  ColumnView,
  DepartmentView,
  EnglishPostView,
  FileView,
  Frame,
  PostLink,
  PostView,
  RichTextData,
  SearchView,
  TopicView,
} from './views'

/** Builders for the tests of the pages. */

/** A text as the database gives it back: Lexical's JSON, typed loosely. */
export const bodyOf = (...nodes: RichTextNode[]): RichTextData =>
  JSON.parse(JSON.stringify(richText(...nodes)))

const column = (some: Partial<ColumnView> & Pick<ColumnView, 'path' | 'name'>): ColumnView => ({
  id: some.path,
  parentId: null,
  pillar: 'information',
  type: '工作动态',
  description: `发布${some.name}。`,
  keywords: some.name,
  listKind: 'news',
  closedOn: null,
  children: [],
  ...some,
})

export const NEWS = column({ path: 'news', name: '检验检疫要闻', pillar: 'news' })
export const LAWS = column({
  path: 'policies/laws',
  name: '法律法规',
  listKind: 'policy',
  type: '政策文件',
})
export const POLICIES = column({
  path: 'policies',
  name: '政策法规',
  listKind: 'policy',
  children: [
    LAWS,
    column({ path: 'policies/files', name: '规范性文件', listKind: 'policy' }),
    column({ path: 'policies/interpretations', name: '政策解读', listKind: 'policy' }),
  ],
})
export const GUIDES = column({
  path: 'guides',
  name: '办事指南',
  pillar: 'service',
  listKind: 'guide',
})
export const DOWNLOADS = column({
  path: 'downloads',
  name: '表格下载',
  pillar: 'service',
  listKind: 'download',
})

export const FRAME: Frame = {
  site: {
    name: '辽宁出入境检验检疫局',
    nameEn: 'Liaoning Entry-Exit Inspection and Quarantine Bureau',
    domain: 'www.ln-ciq.example',
    idCode: 'bm99010001',
    icpNumber: '辽ICP备00000001号',
    policeNumber: '辽公网安备 21020000000001号',
    host: '辽宁出入境检验检疫局',
    undertaker: '辽宁出入境检验检疫局信息中心',
    address: '辽宁省大连市中山区长江东路60号',
    postcode: '116001',
    phone: '0411-82583501',
    email: 'office@bureau.example',
    errorReportUrl: 'https://zfwzgl.www.gov.cn/exposure/jiucuo.html',
    introduction: '本局负责辽宁口岸出入境卫生检疫、动植物检疫和商品检验工作。',
    introductionEn: 'The bureau inspects what enters and leaves Liaoning.',
    addressEn: '60 Changjiang East Road, Zhongshan District, Dalian',
    leaders: [{ name: '周正平', position: '局长', portfolio: '主持全面工作' }],
    origin: 'https://www.ln-ciq.example',
  },
  columns: [
    column({ path: 'notices', name: '通知公告' }),
    POLICIES,
    column({ path: 'statistics', name: '数据发布' }),
    column({ path: 'personnel', name: '人事信息' }),
    GUIDES,
    DOWNLOADS,
    column({ path: 'alerts', name: '风险提示', pillar: 'service' }),
    column({ path: 'consultation', name: '意见征集', pillar: 'participation' }),
    column({ path: 'faq', name: '常见问题', pillar: 'participation', listKind: 'guide' }),
    NEWS,
    column({ path: 'branches', name: '分支机构动态', pillar: 'news' }),
  ],
  assets: { stylesheet: '/assets/site.0123456789ab.css', script: '/assets/site.0123456789ab.js' },
}

export const PHOTO: FileView = {
  mediaId: 'photo',
  sha256: 'a'.repeat(64),
  filename: 'photo.jpg',
  alt: '检验检疫人员在大窑湾口岸查验进口樱桃',
  mimeType: 'image/jpeg',
  size: 204_800,
  width: 1600,
  height: 900,
  variants: [
    { format: 'avif', width: 480, href: '/media/aaaaaaaaaaaaaaaa/~480.avif' },
    { format: 'avif', width: 1600, href: '/media/aaaaaaaaaaaaaaaa/~1600.avif' },
    { format: 'webp', width: 480, href: '/media/aaaaaaaaaaaaaaaa/~480.webp' },
  ],
}

export const TOPIC: TopicView = {
  id: 'bio',
  code: 'bio',
  title: '国门生物安全',
  summary: '防范外来物种入侵和动植物疫病传入。',
  owner: { name: '进出口食品安全处', code: 'food' },
  picture: PHOTO,
  closedOn: null,
}

export const ENGLISH_POST: EnglishPostView = {
  title: 'Cherries pass the port in a day',
  summary: 'A green channel for fresh produce.',
  body: bodyOf(paragraph('The first cherries of the season have arrived at Dayaowan.')),
  path: '/en/posts/2026/12.html',
  publishedAt: '2026-10-12T01:30:00.000Z',
  revisedAt: '2026-10-13T01:30:00.000Z',
  source: '进出口食品安全处',
  files: [],
}

export const FORM: FileView = {
  ...PHOTO,
  mediaId: 'form',
  sha256: 'b'.repeat(64),
  filename: '申请表.docx',
  alt: '',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  size: 38_400,
  width: null,
  height: null,
  variants: [],
}

export const publicHref = mediaUrl

export const postLink = (number: number, some: Partial<PostLink> = {}): PostLink => ({
  title: `关于进一步做好进出口食品检验检疫监管工作有关事项的通知（${number}）`,
  path: postUrl({ number, year: 2026 }),
  publishedAt: new Date(Date.UTC(2026, 9, 1, 2, number)).toISOString(),
  summary: '大窑湾口岸进口冷链食品查验平均用时缩短三成，企业通关更加便利。',
  picture: null,
  attachments: [],
  docNumber: '',
  issuedOn: null,
  validity: '',
  ...some,
})

export const post = (some: Partial<PostView> = {}): PostView => ({
  title: '大连口岸进口樱桃检验检疫实现“随到随检”',
  subtitle: '',
  summary: '大窑湾口岸开通鲜活农产品绿色通道。',
  path: '/posts/2026/12.html',
  publishedAt: '2026-10-12T01:30:00.000Z',
  revisedAt: null,
  migratedFrom: null,
  isMigrated: false,
  source: { type: 'original', name: '进出口食品安全处', url: '', publishedAt: null },
  providers: [{ name: '进出口食品安全处', code: 'food' }],
  authors: '林晓舟',
  photographer: '王一鸣',
  bulletin: '',
  body: bodyOf(paragraph('10月12日，首批进口樱桃抵达大窑湾口岸。')),
  files: [],
  images: [],
  attachments: [],
  policy: null,
  guide: null,
  interprets: null,
  interpretations: [],
  related: [],
  neighbours: { previous: null, next: null },
  topics: [],
  english: null,
  ...some,
})

const NUMERALS = '〇一二三四五六七八九'

/** `1203` as `一千二百零三`, the way laws number their articles. */
export const inChinese = (value: number): string => {
  if (value < 10) return NUMERALS[value] ?? ''
  const [size, unit] = value < 100 ? [10, '十'] : value < 1000 ? [100, '百'] : [1000, '千']
  const rest = value % size
  const head = Math.floor(value / size)
  const zero = rest > 0 && rest < size / 10 ? '零' : ''
  const lead = size === 10 && head === 1 ? '' : inChinese(head)
  return `${lead}${unit}${zero}${rest > 0 ? tail({ rest, size }) : ''}`
}

/** After a higher unit ten is written 一十. */
const tail = ({ rest, size }: { rest: number; size: number }) =>
  size > 10 && rest >= 10 && rest < 20 ? `一${inChinese(rest)}` : inChinese(rest)

/** A law of so many articles, fifty a chapter. */
export const lawBody = (articles: number): RichTextData =>
  bodyOf(
    ...Array.from({ length: articles }, (_, index) => {
      const number = index + 1
      const article = paragraph(
        `第${inChinese(number)}条 国家机关依照法律规定的权限、条件和程序履行职责，接受社会监督。`,
      )
      const chapter = heading('h2', `第${inChinese(Math.ceil(number / 50))}章 一般规定`)
      return number % 50 === 1 ? [chapter, article] : [article]
    }).flat(),
  )

const element = (type: string, children: RichTextNode[], more: object = {}): RichTextNode => ({
  type,
  version: 1,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  ...more,
})

const formatted = (value: string, format: number): RichTextNode => ({ ...text(value), format })

/** One of every node that the editor knows. */
export const EVERY_NODE: RichTextData = bodyOf(
  heading('h2', '一、总体情况'),
  paragraph([
    text('普通'),
    formatted('粗体', 1),
    formatted('斜体', 2),
    formatted('删除线', 4),
    formatted('下划线', 8),
    formatted('代码', 16),
    formatted('下标', 32),
    formatted('上标', 64),
    formatted('粗斜体', 3),
    link('https://www.gov.cn/', '中国政府网'),
    link('/map/', '网站地图'),
    link('javascript:alert(1)', '坏链接'),
  ]),
  heading('h3', '（一）主要做法'),
  list('bullet', ['第一项', [text('第二项'), formatted('重点', 1)]]),
  list('number', ['步骤一', '步骤二']),
  element('list', [element('listitem', [text('已完成')], { checked: true, value: 1 })], {
    listType: 'check',
    tag: 'ul',
    start: 1,
  }),
  element(
    'list',
    [
      element('listitem', [text('外层')], { value: 1 }),
      element('listitem', [list('bullet', ['内层'])], { value: 2 }),
    ],
    { listType: 'bullet', tag: 'ul', start: 1 },
  ),
  table([
    ['品名', '批次'],
    ['樱桃', '12'],
    ['车厘子', '30'],
  ]),
  element('quote', [text('引用的文字')]),
  element('horizontalrule', []),
  picture({ id: 'p1', media: 'photo' }),
  picture({ id: 'p2', media: 'form' }),
  element('paragraph', [text('前'), element('linebreak', []), text('后'), element('tab', [])]),
  element('paragraph', [text('二〇二六年十月十二日')], { format: 'right', indent: 2 }),
  element('autolink', [text('自动链接')], { fields: { url: 'https://www.gov.cn/auto' } }),
)

export const DEPARTMENTS: DepartmentView[] = (
  [
    ['office', '办公室', 'internal'],
    ['food', '进出口食品安全处', 'internal'],
    ['animal', '动植物检疫处', 'internal'],
    ['dandong', '丹东局', 'branch'],
    ['yingkou', '营口局', 'branch'],
    ['changhai', '长海办事处', 'outpost'],
    ['centre', '信息中心', 'affiliated'],
  ] as const
).map(([code, name, kind]) => ({
  id: code,
  code,
  name,
  nameEn: code === 'centre' ? '' : `Division of ${code}`,
  kind,
  functions: `负责${name}职责范围内的检验检疫工作。\n承担上级交办的其他事项。`,
  leaders: [{ name: '高文渊', position: '主任', portfolio: '主持全面工作' }],
  address: '辽宁省大连市中山区长江东路60号',
  phone: '0411-82583501',
  fax: '0411-82583500',
  hours: '工作日 8:30—11:30，13:00—17:00',
}))

export const searchView = (some: Partial<SearchView> = {}): SearchView => ({
  typed: '樱桃',
  isCut: false,
  lacks: null,
  isUnfinished: false,
  parted: [],
  total: 1,
  isMore: false,
  areCountsPartial: false,
  mostCounted: 3_000,
  results: [
    {
      path: postUrl({ number: 1, year: 2026 }),
      title: [
        { text: '进口', isMarked: false },
        { text: '樱桃', isMarked: true },
      ],
      excerpt: [{ text: '首批樱桃抵达口岸。', isMarked: false }],
      publishedAt: '2026-10-12T01:30:00.000Z',
      column: { name: NEWS.name, path: NEWS.path },
      department: '进出口食品安全处',
      docNumber: '',
    },
  ],
  facets: [],
  orders: [
    { name: '按相关度', value: 'best', href: '/search?q=1', isChosen: true },
    { name: '按时间', value: 'newest', href: '/search?q=1&order=newest', isChosen: false },
  ],
  page: 1,
  lastPage: 1,
  pageHref: (page) => `/search?q=1&page=${page}`,
  mostShown: 500,
  unfiltered: null,
  suggestions: [],
  ...some,
})

/** What nobody writes on purpose, all in one text: everything is still to be readable. */
export const oddPost = (): PostView =>
  post({
    title: '关于'.repeat(100),
    subtitle: '𠮷野家与䶮字',
    summary: '',
    body: bodyOf(
      heading('h2', '长'.repeat(200)),
      paragraph('检验检疫'.repeat(25_000)),
      paragraph('مرحبا بكم في موقع التفتيش والحجر الصحي'),
      paragraph('𠮷、䶮、㐂、𪚥 与 Ａ１'),
      paragraph('https://www.example.com/'.concat('a'.repeat(300))),
      table(
        Array.from({ length: 3 }, (_, row) =>
          Array.from({ length: 60 }, (_, column) => `第${row + 1}行第${column + 1}列`),
        ),
      ),
    ),
    attachments: Array.from({ length: 300 }, (_, index) => ({
      title: `附件${index + 1}：${'申请表'.repeat(index % 20)}`,
      file: FORM,
    })),
  })
