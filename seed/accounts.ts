import type { Duty } from '../access/duties'

/**
 * The accounts of the demonstration bureau, as product.md ("Demo bureau") names them, and those that the other
 * departments need so that their forms can be believed. Shared with the end-to-end tests: no heavy imports here.
 */
export type SeedAccount = {
  email: string
  /** 姓名. Invented; any likeness is chance. */
  name: string
  /** 职务. */
  position: string
  /** Code of the department, or null for the bureau's leaders. */
  department: string | null
  duties: readonly Duty[]
  phone: string
}

type FilingRole = Extract<Duty, 'author' | 'department-admin'>
export type SeedFiling = {
  department: string
  person: string
  role: FilingRole
  /** In force from this many days before the day of seeding, without an end. */
  fromDaysAgo: number
  document: string
}

const DEFAULT_PASSWORD = 'Bureau-demo-2026'

/** The one password of all demonstration accounts: `DEMO_PASSWORD`, or the default that `npm start` prints. */
export const demoPassword = (): string => process.env.DEMO_PASSWORD || DEFAULT_PASSWORD

const DOMAIN = 'bureau.example'

/** `author.food` -> `author.food@bureau.example`. */
export const emailOf = (name: string): string => `${name}@${DOMAIN}`

const DEPARTMENT_ROLES = [
  { prefix: 'author', duty: 'author' },
  { prefix: 'admin', duty: 'department-admin' },
  { prefix: 'leader', duty: 'department-leader' },
  { prefix: 'head', duty: 'department-head' },
] as const satisfies { prefix: string; duty: Duty }[]

type Person = [name: string, position: string]
type Staff = {
  code: string
  phone: string
  /** In the order author, admin, leader, head. */
  people: [Person, Person, Person, Person]
}

const divisionStaff = (code: string, phone: string, names: [string, string, string, string]) => ({
  code,
  phone,
  people: [
    [names[0], '主任科员'],
    [names[1], '副主任科员'],
    [names[2], '副处长'],
    [names[3], '处长'],
  ] satisfies Staff['people'],
})

const branchStaff = (code: string, phone: string, names: [string, string, string, string]) => ({
  code,
  phone,
  people: [
    [names[0], '办公室科员'],
    [names[1], '办公室主任'],
    [names[2], '副局长'],
    [names[3], '局长'],
  ] satisfies Staff['people'],
})

const unitStaff = (code: string, phone: string, names: [string, string, string, string]) => ({
  code,
  phone,
  people: [
    [names[0], '科员'],
    [names[1], '综合科科长'],
    [names[2], '副主任'],
    [names[3], '主任'],
  ] satisfies Staff['people'],
})

const STAFF: readonly Staff[] = [
  divisionStaff('food', '0411-8258355', ['林晓禾', '周砚池', '程以宁', '顾长川']),
  divisionStaff('animal', '0411-8258354', ['苏沐阳', '贺青岚', '梁思琪', '袁绍棠']),
  branchStaff('dandong', '0415-312780', ['崔明哲', '朴春花', '金慧敏', '戴远山']),
  unitStaff('office', '0411-8258350', ['叶知秋', '江若谷', '宋雅宁', '高文渊']),
  divisionStaff('legal', '0411-8258351', ['夏允文', '苗书慧', '姜予宁', '范立诚']),
  divisionStaff('clearance', '0411-8258352', ['邵子衡', '柳依然', '沈若楠', '罗启明']),
  divisionStaff('health', '0411-8258353', ['谭景澄', '纪雨桐', '邱海宁', '陶静远']),
  divisionStaff('inspection', '0411-8258356', ['车永昌', '汤芷若', '潘雨舟', '方仲达']),
  divisionStaff('personnel', '0411-8258357', ['毛子安', '岳清和', '卢婉清', '秦怀远']),
  branchStaff('shenyang', '024-8356120', ['关志恒', '佟佳慧', '冯雪晴', '霍景行']),
  branchStaff('yingkou', '0417-625130', ['隋广平', '安如意', '白若溪', '庄砚秋']),
  branchStaff('jinzhou', '0416-358160', ['靳长风', '单晓彤', '孟星澜', '尹伯衡']),
  branchStaff('anshan', '0412-583210', ['甘雨田', '邢佳宁', '季晓岚', '鲁定邦']),
  unitStaff('airport', '0411-8388670', ['盛凌云', '莫雨晨', '穆青松', '褚文韬']),
  unitStaff('changxing', '0411-8528190', ['滕海涛', '常悦然', '石怀瑾', '闻思齐']),
  unitStaff('infocenter', '0411-8258358', ['项辰', '曲静姝', '严书瑶', '俞承志']),
  unitStaff('lab', '0411-8258359', ['左思远', '喻晓棠', '阮清如', '温允恭']),
]

/** The accounts of a department's four persons. */
export const staffAccounts = ({ code, phone, people }: Staff): SeedAccount[] =>
  DEPARTMENT_ROLES.map(({ prefix, duty }, index) => {
    const [name, position] = people[index] ?? ['', '']
    return {
      email: emailOf(`${prefix}.${code}`),
      name,
      position,
      department: code,
      duties: [duty],
      phone: `${phone}${index + 2}`,
    }
  })

const CENTRAL_ACCOUNTS: readonly SeedAccount[] = [
  {
    email: emailOf('office'),
    name: '韩立言',
    position: '办公室网站管理科科长',
    department: 'office',
    duties: ['office-editor', 'office-reviewer'],
    phone: '0411-82583506',
  },
  {
    email: emailOf('secrecy'),
    name: '丁守正',
    position: '保密办公室主任',
    department: 'office',
    duties: ['secrecy-reviewer'],
    phone: '0411-82583507',
  },
  {
    email: emailOf('secrecy2'),
    name: '柴静怡',
    position: '保密办公室主任科员',
    department: 'office',
    duties: ['secrecy-reviewer'],
    phone: '0411-82583508',
  },
  {
    email: emailOf('bureau'),
    name: '沈怀川',
    position: '副局长',
    department: null,
    duties: ['bureau-leader'],
    phone: '0411-82583001',
  },
  {
    email: emailOf('bureau2'),
    name: '陆一鸣',
    position: '副局长',
    department: null,
    duties: ['bureau-leader'],
    phone: '0411-82583002',
  },
  {
    email: emailOf('system'),
    name: '钟磊',
    position: '信息中心系统管理员',
    department: 'infocenter',
    duties: ['system-admin'],
    phone: '0411-82583586',
  },
  {
    email: emailOf('security'),
    name: '封安宇',
    position: '信息中心安全管理员',
    department: 'infocenter',
    duties: ['security-admin'],
    phone: '0411-82583587',
  },
  {
    email: emailOf('auditor'),
    name: '裴明鉴',
    position: '法规处审计管理员',
    department: 'legal',
    duties: ['auditor'],
    phone: '0411-82583516',
  },
]

export const ACCOUNTS: readonly SeedAccount[] = [
  ...CENTRAL_ACCOUNTS,
  ...STAFF.flatMap(staffAccounts),
]

/** The account with this e-mail. Throws for one that does not exist: the seed's or a test's data are wrong. */
export const accountOf = (email: string): SeedAccount => {
  const found = ACCOUNTS.find((account) => account.email === email)
  if (!found) throw new Error(`seed: no account ${email}`)
  return found
}

const FILED_DAYS_AGO = 565

/** 备案: each department's author and its one administrator, in force before the first text (第十条, 第十一条). */
export const staffFilings = ({ code }: { code: string }, index: number): SeedFiling[] =>
  (['author', 'department-admin'] as const).map((role) => ({
    department: code,
    person: emailOf(`${role === 'author' ? 'author' : 'admin'}.${code}`),
    role,
    fromDaysAgo: FILED_DAYS_AGO,
    document: `网站人员备案第${String(index + 1).padStart(2, '0')}号`,
  }))

export const FILINGS: readonly SeedFiling[] = STAFF.flatMap(staffFilings)
