import { dataPartUrl, dataRange, dataUrl, informationUrl } from '../../../collections/urls'
import { KINDS } from '../../../collections/words'
import type { DataPost, SiteView } from './views'

/** 数据开放: what is public of the posts, for other programs. Pure. */

/** What stands in the data and what it means, in the order in which it stands there. */
const FIELDS = {
  number: '信息编号，全站唯一，不变更',
  title: '标题',
  url: '网页地址',
  kind: '信息类别',
  column: '所属栏目名称',
  columnPath: '所属栏目路径',
  department: '发布单位名称',
  departmentCode: '发布单位代码',
  publishedAt: '发布时间（世界协调时，ISO 8601）',
  revisedAt: '更新时间，未更新的为空',
  source: '来源',
  sourceUrl: '转载信息的原文链接',
  summary: '摘要',
  hash: '经审批内容的 SHA-256 校验值',
  indexNumber: '索引号（政策文件）',
  docNumber: '发文字号（政策文件）',
  issuer: '发文机关（政策文件）',
  issuedOn: '成文日期（政策文件）',
  effectiveOn: '施行日期（政策文件）',
  topic: '主题分类（政策文件）',
  genre: '体裁（政策文件）',
  validity: '有效性（政策文件）',
} as const

type Entry = Record<keyof typeof FIELDS, string | number | null>

type Named = { name: string; place: string }

const entryOf = ({ site, post, column, department }: EntryProps): Entry => {
  const { policy } = post
  return {
    number: post.number,
    title: post.title,
    url: site.origin + post.path,
    kind: post.kind ? KINDS[post.kind].zh : '',
    column: column?.name ?? '',
    columnPath: column?.place ?? '',
    department: department?.name ?? '',
    departmentCode: department?.place ?? '',
    publishedAt: post.publishedAt,
    revisedAt: post.revisedAt,
    source: post.source || site.name,
    sourceUrl: post.sourceUrl,
    summary: post.summary,
    hash: post.hash,
    indexNumber: policy?.indexNumber ?? '',
    docNumber: policy?.docNumber ?? '',
    issuer: policy?.issuer ?? '',
    issuedOn: policy?.issuedOn ?? null,
    effectiveOn: policy?.effectiveOn ?? null,
    topic: policy?.topic ?? '',
    genre: policy?.genre ?? '',
    validity: policy?.validity ?? '',
  }
}
type EntryProps = {
  site: SiteView
  post: DataPost
  column: Named | undefined
  department: Named | undefined
}

/** One part of the opening data, a post a line. What is empty is left out. */
export const dataPart = ({ site, part, posts, columns, departments }: PartProps) => {
  const lines = posts.map((post) => {
    const column = columns.get(post.columnId ?? '')
    const department = departments.get(post.departmentId ?? '')
    const entry = entryOf({ site, post, column, department })
    return JSON.stringify(entry, (_, value) => (value === '' || value === null ? undefined : value))
  })
  const { first, last } = dataRange(part)
  const head = `"index":${JSON.stringify(site.origin + dataUrl())},"first":${first},"last":${last}`
  return `{${head},"posts":[\n${lines.join(',\n')}\n]}\n`
}
type PartProps = {
  site: SiteView
  part: number
  posts: DataPost[]
  /** name and path by id */
  columns: Map<string, Named>
  /** name and code by id */
  departments: Map<string, Named>
}

/** The list of the parts, with what the fields mean. */
export const dataIndex = ({ site, parts }: { site: SiteView; parts: number }) =>
  `${JSON.stringify(
    {
      title: `${site.name}信息公开数据`,
      description: '本网站已公开信息的目录，按信息编号分段，随信息发布、更新和撤下即时更新。',
      publisher: site.name,
      siteIdCode: site.idCode,
      terms: site.origin + informationUrl('copyright'),
      fields: FIELDS,
      parts: Array.from({ length: parts }, (_, index) => ({
        url: site.origin + dataPartUrl(index + 1),
        ...dataRange(index + 1),
      })),
    },
    null,
    1,
  )}\n`
