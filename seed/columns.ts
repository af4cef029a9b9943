import type { RouteName } from '../access/steps'
import type { COLUMN_TYPES, Kind, ListKind, Pillar } from '../collections/words'
import { DEPARTMENTS } from './departments'

/** The 24 columns of the demonstration bureau under the four pillars of 第四条. */

export type SeedColumn = {
  path: string
  /** Last segment of the path. */
  code: string
  /** Path of the parent, or null. */
  parent: string | null
  name: string
  pillar: Pillar
  columnType: (typeof COLUMN_TYPES)[number]
  description: string
  keywords: string
  route: Exclude<RouteName, 'migration'>
  /** Codes of the owning departments. */
  owners: readonly string[]
  contributors: 'none' | 'listed' | 'all'
  contributingDepartments: readonly string[]
  requirements: string
  updateRule: string
  freshnessDays: number
  /** How its list looks. */
  listKind: ListKind
  /** What kind a manuscript of this column is, unless it says otherwise. */
  kind: Kind
  order: number
}

type Written = Omit<
  SeedColumn,
  'code' | 'parent' | 'order' | 'contributors' | 'contributingDepartments'
> &
  Partial<Pick<SeedColumn, 'contributors' | 'contributingDepartments'>>

const OFFICE_ONLY = { route: 'bureau', owners: ['office'] } as const
const OFFICE_AND_ALL = { ...OFFICE_ONLY, contributors: 'all' } as const

const WRITTEN: readonly Written[] = [
  {
    ...OFFICE_AND_ALL,
    path: 'news',
    name: '检验检疫要闻',
    pillar: 'news',
    columnType: '工作动态',
    description: '发布全局重要工作部署、重大活动和有影响的检验检疫工作新闻。',
    keywords: '检验检疫,要闻,辽宁,工作部署',
    requirements:
      '主要来自《辽宁检验检疫信息》《辽宁检验检疫简报》，要素齐全，图片清晰，注明供稿单位和撰稿人。',
    updateRule: '当日事项当日发布，最迟不超过3个工作日。',
    freshnessDays: 14,
    listKind: 'news',
    kind: 'news',
  },
  {
    ...OFFICE_AND_ALL,
    path: 'notices',
    name: '通知公告',
    pillar: 'information',
    columnType: '工作动态',
    description: '发布面向企业和社会公众的通知、公告、通告和公示。',
    keywords: '通知,公告,通告,公示',
    requirements: '以局名义发布的通知公告须有文号或者局领导批示，附件与正文一并提交。',
    updateRule: '成文之日起3个工作日内发布。',
    freshnessDays: 180,
    listKind: 'news',
    kind: 'notice',
  },
  {
    ...OFFICE_AND_ALL,
    path: 'policies',
    name: '政策法规',
    pillar: 'information',
    columnType: '政策文件',
    description: '集中公开检验检疫法律法规、规范性文件和政策解读。',
    keywords: '政策,法规,规范性文件',
    requirements: '说明性内容由法规处提供，政策文件分别归入下级栏目。',
    updateRule: '有变化时更新。',
    freshnessDays: 540,
    listKind: 'policy',
    kind: 'page',
  },
  {
    ...OFFICE_AND_ALL,
    path: 'policies/laws',
    name: '法律法规',
    pillar: 'information',
    columnType: '政策文件',
    description: '公开与检验检疫工作有关的法律、行政法规和部门规章。',
    keywords: '法律,行政法规,部门规章',
    requirements: '转载法律法规须注明来源网站和链接，标明版本日期和效力状态。',
    updateRule: '法律法规公布或者修改后10个工作日内更新。',
    freshnessDays: 180,
    listKind: 'policy',
    kind: 'policy',
  },
  {
    ...OFFICE_AND_ALL,
    path: 'policies/files',
    name: '规范性文件',
    pillar: 'information',
    columnType: '政策文件',
    description: '公开本局制定的行政规范性文件，标明文号、成文日期和有效性。',
    keywords: '规范性文件,管理办法,工作规定',
    requirements: '经合法性审核并编号，同步提供政策解读。',
    updateRule: '成文之日起20个工作日内公开。',
    freshnessDays: 180,
    listKind: 'policy',
    kind: 'policy',
  },
  {
    ...OFFICE_AND_ALL,
    path: 'policies/interpretations',
    name: '政策解读',
    pillar: 'information',
    columnType: '政策解读',
    description: '对本局规范性文件和重要政策作出解读，与文件互相链接。',
    keywords: '政策解读,解读,问答',
    requirements: '由文件起草部门撰写，说明背景、主要内容和办理方式，语言通俗。',
    updateRule: '与文件同步公开，最迟不超过文件公开后3个工作日。',
    freshnessDays: 180,
    listKind: 'policy',
    kind: 'interpretation',
  },
  {
    ...OFFICE_ONLY,
    path: 'annual-reports',
    name: '信息公开年报',
    pillar: 'information',
    columnType: '信息公开年报',
    description: '公布本局政府信息公开工作年度报告。',
    keywords: '政府信息公开,年度报告',
    requirements: '按照规定格式编制，数据与统计系统一致。',
    updateRule: '每年1月31日前发布上一年度报告。',
    freshnessDays: 400,
    listKind: 'policy',
    kind: 'affairs',
  },
  {
    path: 'statistics',
    name: '数据发布',
    pillar: 'information',
    columnType: '数据发布',
    description: '按月发布辽宁口岸检验检疫业务统计数据。',
    keywords: '统计,数据,月报',
    route: 'department',
    owners: ['clearance'],
    requirements: '数据与业务统计系统核对一致，同时提供可下载的电子表格。',
    updateRule: '每月20日前发布上月数据。',
    freshnessDays: 35,
    listKind: 'policy',
    kind: 'affairs',
  },
  {
    route: 'bureau',
    owners: ['personnel'],
    path: 'personnel',
    name: '人事信息',
    pillar: 'information',
    columnType: '工作动态',
    description: '发布公务员考录、事业单位招聘、任前公示等人事信息。',
    keywords: '人事,招聘,考录,公示',
    requirements: '公示个人信息限于法定必要范围，证件号码、联系方式一律不予公开。',
    updateRule: '随工作进度发布。',
    freshnessDays: 300,
    listKind: 'news',
    kind: 'notice',
  },
  {
    ...OFFICE_ONLY,
    path: 'overview',
    name: '机构概况',
    pillar: 'information',
    columnType: '概况信息',
    description: '介绍辽宁出入境检验检疫局的基本情况。',
    keywords: '机构概况,简介',
    requirements: '内容准确，与机构编制文件一致。',
    updateRule: '有变化时10个工作日内更新。',
    freshnessDays: 540,
    listKind: 'page',
    kind: 'page',
  },
  {
    ...OFFICE_ONLY,
    path: 'overview/functions',
    name: '主要职能',
    pillar: 'information',
    columnType: '机构职能',
    description: '公开本局法定职责和内设机构职能。',
    keywords: '职能,职责,内设机构',
    requirements: '与“三定”规定一致。',
    updateRule: '有变化时10个工作日内更新。',
    freshnessDays: 540,
    listKind: 'page',
    kind: 'page',
  },
  {
    ...OFFICE_ONLY,
    path: 'overview/leaders',
    name: '领导信息',
    pillar: 'information',
    columnType: '负责人信息',
    description: '公开本局领导的职务和工作分工。',
    keywords: '局领导,分工',
    requirements: '经人事处核对后发布。',
    updateRule: '任免、分工调整后10个工作日内更新。',
    freshnessDays: 540,
    listKind: 'page',
    kind: 'page',
  },
  {
    path: 'guides',
    name: '办事指南',
    pillar: 'service',
    columnType: '办事服务',
    description: '提供检验检疫行政许可、备案、注册登记等事项的办理指南。',
    keywords: '办事指南,备案,注册登记,行政许可',
    route: 'department',
    owners: ['food', 'animal', 'dandong'],
    requirements: '事项名称、依据、条件、材料、程序、时间地点、电话七要素齐全。',
    updateRule: '依据或者材料变化后5个工作日内更新。',
    freshnessDays: 180,
    listKind: 'guide',
    kind: 'guide',
  },
  {
    path: 'downloads',
    name: '表格下载',
    pillar: 'service',
    columnType: '办事服务',
    description: '提供办理检验检疫业务所需的申请表、登记表和填写示例。',
    keywords: '表格,下载,申请表',
    route: 'department',
    owners: ['food', 'animal', 'dandong'],
    requirements: '附件为可编辑格式，注明版本和填写说明。',
    updateRule: '表格变更当日更新。',
    freshnessDays: 180,
    listKind: 'download',
    kind: 'download',
  },
  {
    path: 'alerts',
    name: '风险提示',
    pillar: 'service',
    columnType: '回应关切',
    description: '发布进出口商品质量安全和疫情疫病风险提示，回应社会关切。',
    keywords: '风险提示,预警,疫情,不合格',
    route: 'department',
    owners: ['food', 'animal', 'health', 'inspection'],
    requirements: '事实清楚、依据充分，给出具体可行的建议。',
    updateRule: '每月不少于一期，紧急情况随时发布。',
    freshnessDays: 45,
    listKind: 'news',
    kind: 'notice',
  },
  {
    ...OFFICE_AND_ALL,
    path: 'consultation',
    name: '征求意见',
    pillar: 'participation',
    columnType: '征集调查',
    description: '就规范性文件和重要政策公开征求社会意见，并反馈采纳情况。',
    keywords: '征求意见,意见征集,反馈',
    requirements: '写明征求意见期限、提交方式，结束后公布采纳情况。',
    updateRule: '随起草工作发布。',
    freshnessDays: 180,
    listKind: 'news',
    kind: 'notice',
  },
  {
    path: 'faq',
    name: '常见问题',
    pillar: 'participation',
    columnType: '咨询投诉',
    description: '整理企业和公众咨询较多的问题并统一答复。',
    keywords: '常见问题,咨询,答复',
    route: 'department',
    owners: ['clearance', 'food', 'animal', 'health'],
    requirements: '答复准确、口径一致，注明依据。',
    updateRule: '每季度不少于一次。',
    freshnessDays: 180,
    listKind: 'guide',
    kind: 'affairs',
  },
  {
    path: 'food',
    name: '进出口食品安全',
    pillar: 'news',
    columnType: '工作动态',
    description: '介绍进出口食品安全监管工作。',
    keywords: '进出口食品,食品安全',
    route: 'department',
    owners: ['food'],
    requirements: '由进出口食品安全处维护。',
    updateRule: '有变化时更新。',
    freshnessDays: 540,
    listKind: 'page',
    kind: 'page',
  },
  {
    path: 'food/updates',
    name: '食品监管动态',
    pillar: 'news',
    columnType: '工作动态',
    description: '发布进出口食品检验检疫监管工作动态。',
    keywords: '食品监管,工作动态,进口食品,出口食品',
    route: 'department',
    owners: ['food'],
    requirements: '一事一报，事实准确，数据经核对。',
    updateRule: '每周不少于1条。',
    freshnessDays: 14,
    listKind: 'news',
    kind: 'news',
  },
  {
    path: 'animal',
    name: '动植物检疫',
    pillar: 'news',
    columnType: '工作动态',
    description: '介绍出入境动植物检疫工作。',
    keywords: '动物检疫,植物检疫',
    route: 'department',
    owners: ['animal'],
    requirements: '由动植物检疫处维护。',
    updateRule: '有变化时更新。',
    freshnessDays: 540,
    listKind: 'page',
    kind: 'page',
  },
  {
    path: 'animal/updates',
    name: '动植检动态',
    pillar: 'news',
    columnType: '工作动态',
    description: '发布出入境动植物检疫工作动态。',
    keywords: '动植物检疫,有害生物,工作动态',
    route: 'department',
    owners: ['animal'],
    requirements: '一事一报，事实准确，学名使用规范。',
    updateRule: '每周不少于1条。',
    freshnessDays: 14,
    listKind: 'news',
    kind: 'news',
  },
  {
    ...OFFICE_ONLY,
    path: 'branches',
    name: '分支机构',
    pillar: 'news',
    columnType: '工作动态',
    description: '介绍各分支局、办事处的管辖区域和联系方式。',
    keywords: '分支局,办事处',
    requirements: '由办公室汇总各分支机构材料后维护。',
    updateRule: '有变化时更新。',
    freshnessDays: 540,
    listKind: 'page',
    kind: 'page',
  },
  {
    path: 'branches/dandong',
    name: '丹东局动态',
    pillar: 'news',
    columnType: '工作动态',
    description: '发布丹东口岸检验检疫工作动态。',
    keywords: '丹东,口岸,边民互市',
    route: 'department',
    owners: ['dandong'],
    requirements: '一事一报，事实准确。',
    updateRule: '每周不少于1条。',
    freshnessDays: 14,
    listKind: 'news',
    kind: 'news',
  },
  {
    path: 'branches/yingkou',
    name: '营口局动态',
    pillar: 'news',
    columnType: '工作动态',
    description: '发布营口口岸检验检疫工作动态。',
    keywords: '营口,鲅鱼圈,港口',
    route: 'department',
    owners: ['yingkou'],
    requirements: '一事一报，事实准确。',
    updateRule: '每周不少于1条。',
    freshnessDays: 14,
    listKind: 'news',
    kind: 'news',
  },
]

const codeOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const parentOf = (path: string) =>
  path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null

/** Parents stand before their children. */
export const COLUMNS: readonly SeedColumn[] = WRITTEN.map((column, index) => ({
  contributors: 'none',
  contributingDepartments: [],
  ...column,
  code: codeOf(column.path),
  parent: parentOf(column.path),
  order: (index + 1) * 10,
}))

/** The column with this path. Throws for a path that does not exist: the seed's data are wrong. */
export const columnOf = (path: string): SeedColumn => {
  const found = COLUMNS.find((column) => column.path === path)
  if (!found) throw new Error(`seed: no column ${path}`)
  return found
}

/** Codes of the departments that may write for a column: its owners and, on the bureau route, its contributors. */
export const writersOf = (column: SeedColumn): string[] => {
  if (column.contributors === 'all') return DEPARTMENTS.map((department) => department.code)
  return [...column.owners, ...column.contributingDepartments]
}
