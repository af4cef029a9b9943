import { keysOf } from '../access/keysOf'

type Words = { zh: string; en: string }

/** A label in both languages of the admin. */
export const label = (zh: string, en: string): Words => ({ zh, en })

/** What the buttons and the empty list of an array field call its rows. */
export const rowLabels = (zh: string, en: string) => ({
  singular: label(zh, en),
  plural: label(zh, en),
})

/** The options of a select field, derived from its const table. */
export const optionsOf = <Table extends Record<string, Words>>(table: Table) =>
  keysOf(table).map((value) => ({
    value,
    label: { zh: table[value]?.zh ?? value, en: table[value]?.en ?? value },
  }))

export const KINDS = {
  news: { zh: '政务新闻', en: 'News' },
  affairs: { zh: '政务信息', en: 'Government affairs' },
  notice: { zh: '通知公告', en: 'Notice' },
  policy: { zh: '政策文件', en: 'Policy file' },
  interpretation: { zh: '政策解读', en: 'Interpretation' },
  guide: { zh: '办事指南', en: 'Service guide' },
  download: { zh: '表格下载', en: 'Download' },
  page: { zh: '单页', en: 'Page' },
} as const
export type Kind = keyof typeof KINDS

export const DEPARTMENT_KINDS = {
  internal: { zh: '处室', en: 'Division', plural: 'Divisions' },
  branch: { zh: '分支局', en: 'Branch bureau', plural: 'Branch bureaus' },
  outpost: { zh: '办事处', en: 'Outpost', plural: 'Outposts' },
  affiliated: { zh: '直属单位', en: 'Affiliated unit', plural: 'Affiliated units' },
} as const

export const DEPARTMENT_MARKS = {
  none: { zh: '无', en: 'None' },
  office: { zh: '办公室', en: 'Office' },
  'information-centre': { zh: '信息中心', en: 'Information Centre' },
} as const

export const PILLARS = {
  information: { zh: '政务信息', en: 'Information' },
  service: { zh: '公共服务', en: 'Service' },
  participation: { zh: '公众参与', en: 'Participation' },
  news: { zh: '新闻发布', en: 'News' },
} as const
export type Pillar = keyof typeof PILLARS

/** 国办发〔2017〕47号 annex: the values that ColumnType may have. */
export const COLUMN_TYPES = [
  '首页',
  '概况信息',
  '机构职能',
  '负责人信息',
  '工作动态',
  '政策文件',
  '信息公开指南',
  '信息公开目录',
  '信息公开年报',
  '依申请公开',
  '数据发布',
  '数据开放',
  '政策解读',
  '回应关切',
  '办事服务',
  '咨询投诉',
  '征集调查',
  '在线访谈',
] as const

export const LIST_KINDS = {
  news: { zh: '新闻列表', en: 'News' },
  policy: { zh: '政策文件库', en: 'Policy library' },
  download: { zh: '下载列表', en: 'Downloads' },
  page: { zh: '单页', en: 'Single page' },
  guide: { zh: '办事指南', en: 'Service guides' },
} as const
export type ListKind = keyof typeof LIST_KINDS

export const PLACES = {
  headline: { zh: '头条', en: 'Headline' },
  banner: { zh: '横幅', en: 'Banner' },
  service: { zh: '快捷服务', en: 'Quick service' },
} as const
export type Place = keyof typeof PLACES

export const CONTRIBUTORS = {
  none: { zh: '不接受供稿', en: 'None' },
  listed: { zh: '指定部门供稿', en: 'Listed departments' },
  all: { zh: '各部门均可供稿', en: 'All departments' },
} as const

export const SOURCE_TYPES = {
  original: { zh: '本局', en: 'Original' },
  reprint: { zh: '转载', en: 'Reprint' },
} as const

export const FILING_ROLES = {
  author: { zh: '信息员', en: 'Author' },
  'department-admin': { zh: '部门管理员', en: 'Department administrator' },
} as const

export const VALIDITIES = {
  valid: { zh: '现行有效', en: 'In force' },
  amended: { zh: '已修改', en: 'Amended' },
  repealed: { zh: '已废止', en: 'Repealed' },
  expired: { zh: '已失效', en: 'Expired' },
} as const

export const DELIVERY_STATES = {
  waiting: { zh: '待生成', en: 'Waiting' },
  written: { zh: '已生成', en: 'Written' },
  failed: { zh: '生成失败', en: 'Failed' },
} as const

export const RECORD_EVENTS = {
  publish: { zh: '发布', en: 'Publish' },
  revise: { zh: '修订', en: 'Revise' },
  withdraw: { zh: '撤下', en: 'Withdraw' },
  remove: { zh: '删除', en: 'Remove' },
  move: { zh: '转栏目', en: 'Move' },
} as const
export type RecordEvent = keyof typeof RECORD_EVENTS
