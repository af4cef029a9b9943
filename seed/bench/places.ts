import type { Kind } from '../../collections/words'
import {
  emailOf,
  type SeedAccount,
  type SeedFiling,
  staffAccounts,
  staffFilings,
} from '../accounts'
import { COLUMNS, type SeedColumn } from '../columns'
import { DEPARTMENTS, type SeedDepartment } from '../departments'
import { steadyChoice } from '../steady'
import { BENCH_PREFIX } from './mark'

/** The departments, accounts and columns that make the demonstration a bureau of 50 departments and 40 columns. */

const BRANCHES =
  'fushun 抚顺 benxi 本溪 fuxin 阜新 liaoyang 辽阳 panjin 盘锦 tieling 铁岭 chaoyang 朝阳 huludao 葫芦岛 zhuanghe 庄河 wafangdian 瓦房店 pulandian 普兰店 lvshun 旅顺 jinzhouqu 金州 dayaowan 大窑湾 beiliang 北良 donggang 东港 fengcheng 凤城 kuandian 宽甸 suizhong 绥中 xingcheng 兴城'
const OUTPOSTS =
  'bayuquan 鲅鱼圈 taoxian 桃仙机场 dagushan 大孤山 heizuizi 黑嘴子 langtou 浪头 taiping 太平湾 hekou 河口'
const AFFILIATED =
  'health-care 国际旅行卫生保健中心 standards 标准法规研究中心 training 培训中心 service 后勤服务中心 archive-unit 档案馆 association 检验检疫协会'

const pairs = (names: string) => {
  const words = names.split(' ')
  return Array.from({ length: words.length / 2 }, (_, index) => ({
    code: `${BENCH_PREFIX}${words[index * 2]}`,
    name: words[index * 2 + 1] ?? '',
  }))
}

type Named = Pick<SeedDepartment, 'code' | 'name' | 'shortName' | 'kind'>

const NAMED: readonly Named[] = [
  ...pairs(BRANCHES).map(({ code, name }) => ({
    code,
    name: `${name}出入境检验检疫局`,
    shortName: `${name}局`,
    kind: 'branch' as const,
  })),
  ...pairs(OUTPOSTS).map(({ code, name }) => ({
    code,
    name: `${name}办事处`,
    shortName: `${name}办`,
    kind: 'outpost' as const,
  })),
  ...pairs(AFFILIATED).map(({ code, name }) => ({
    code,
    name,
    shortName: name,
    kind: 'affiliated' as const,
  })),
]

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜']
const GIVEN = [...'文明志强建国晓燕丽华国庆海波永红春梅立新伟东雪松宏宇佳琪思远']

const personName = (name: string) => {
  const draw = (part: string, [first = '', ...rest]: string[]) =>
    steadyChoice(`${name} ${part}`, [first, ...rest])
  return draw('surname', SURNAMES) + draw('first', GIVEN) + draw('second', GIVEN)
}

const staffOf = ({ code }: { code: string }) => ({
  code,
  phone: '0411-8258400',
  people: [
    [personName(`${code} author`), '科员'],
    [personName(`${code} admin`), '办公室主任'],
    [personName(`${code} leader`), '副局长'],
    [personName(`${code} head`), '局长'],
  ] satisfies Parameters<typeof staffAccounts>[0]['people'],
})

export const BENCH_DEPARTMENTS: readonly SeedDepartment[] = NAMED.map((named, index) => ({
  ...named,
  nameEn: '',
  mark: 'none',
  functions: `承担${named.shortName}辖区的出入境检验检疫和监督管理工作。`,
  leaders: [
    {
      name: personName(`${named.code} head`),
      position: '局长',
      portfolio: '主持全面工作',
      order: 1,
    },
  ],
  supervisor: emailOf('bureau'),
  address: '辽宁省大连市中山区长江东路60号',
  phone: '0411-82584001',
  fax: '0411-82584000',
  hours: '工作日 8:30—11:30，13:00—17:00',
  adminCheck: false,
  quota: { perWeek: 1, fromDaysAgo: 560 },
  order: 1000 + index * 10,
}))

/** Four persons a department, as the demonstration's departments have them. */
export const BENCH_ACCOUNTS: readonly SeedAccount[] =
  BENCH_DEPARTMENTS.map(staffOf).flatMap(staffAccounts)

export const BENCH_FILINGS: readonly SeedFiling[] =
  BENCH_DEPARTMENTS.map(staffOf).flatMap(staffFilings)

const COLUMNS_WANTED = 40
const PARENT = 'branches'

export const BENCH_COLUMNS: readonly SeedColumn[] = BENCH_DEPARTMENTS.slice(
  0,
  COLUMNS_WANTED - COLUMNS.length,
).map(({ code, shortName }, index) => ({
  path: `${PARENT}/${code}`,
  code,
  parent: PARENT,
  name: `${shortName}动态`,
  pillar: 'news',
  columnType: '工作动态',
  description: `发布${shortName}检验检疫工作动态。`,
  keywords: `${shortName},口岸,工作动态`,
  route: 'department',
  owners: [code],
  contributors: 'none',
  contributingDepartments: [],
  requirements: '一事一报，事实准确。',
  updateRule: '每周不少于1条。',
  freshnessDays: 14,
  listKind: 'news',
  kind: 'news',
  order: 1000 + index * 10,
}))

/** How many of a thousand posts a column takes; the columns of the departments share what is left. */
const SHARES: Record<string, number> = {
  news: 110,
  notices: 90,
  'policies/laws': 5,
  'policies/files': 15,
  'policies/interpretations': 25,
  statistics: 40,
  personnel: 25,
  guides: 15,
  alerts: 60,
  consultation: 25,
  faq: 25,
  'food/updates': 70,
  'animal/updates': 70,
  'branches/dandong': 60,
  'branches/yingkou': 50,
}
const SHARE_OF_OTHERS = 17.5

/** A column that takes bench posts, with the departments that write for it, the most diligent first. */
export type BenchPlace = {
  path: string
  kind: Kind
  route: SeedColumn['route']
  share: number
  departments: string[]
}

const ALL_DEPARTMENTS = [...DEPARTMENTS, ...BENCH_DEPARTMENTS].map(({ code }) => code)

export const BENCH_PLACES: readonly BenchPlace[] = [...COLUMNS, ...BENCH_COLUMNS]
  .filter(({ path, listKind }) => listKind === 'news' || path in SHARES)
  .map(({ path, kind, route, owners, contributors }) => ({
    path,
    kind,
    route,
    share: SHARES[path] ?? SHARE_OF_OTHERS,
    departments: contributors === 'all' ? ALL_DEPARTMENTS : [...owners],
  }))

/** Whether a department's administrator looks at its texts first. */
export const checksFirst = (code: string) =>
  DEPARTMENTS.some((department) => department.code === code && department.adminCheck)
