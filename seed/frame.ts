import type { Payload } from 'payload'
import { z } from 'zod'
import {
  ACCOUNTS,
  demoPassword,
  emailOf,
  FILINGS,
  type SeedAccount,
  type SeedFiling,
} from './accounts'
import { COLUMNS, type SeedColumn } from './columns'
import { DEPARTMENTS, type SeedDepartment } from './departments'

const DAY_MS = 86_400_000
const OWNED_DAYS = 600
const MIGRATION_DAYS = 180

/** The ids of what the texts refer to, by the names that the texts use. */
export type Frame = {
  departments: Map<string, string>
  users: Map<string, string>
  columns: Map<string, string>
  topics: Map<string, string>
}

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS).toISOString()

type Making<Row> = {
  payload: Payload
  rows: readonly Row[]
  /** what the rows refer to; the ids of the new ones are added to it */
  frame: Frame
  now: Date
}

export const makeDepartments = async ({ payload, rows, frame, now }: Making<SeedDepartment>) => {
  for (const { quota, supervisor: _, leaders, ...department } of rows) {
    const { id } = await payload.create({
      collection: 'departments',
      overrideAccess: true,
      depth: 0,
      data: {
        ...department,
        leaders: [...leaders],
        quotas: [{ perWeek: quota.perWeek, from: daysFrom(now, -quota.fromDaysAgo) }],
        active: true,
      },
    })
    frame.departments.set(department.code, id)
  }
}

const hashSchema = z.object({ salt: z.string(), hash: z.string() })

/** All accounts of the demonstration have one password; it is hashed once, as hashing is slow by design. */
const passwordHash = async (payload: Payload, userId: string) =>
  hashSchema.parse(
    await payload.db.findOne({ collection: 'users', where: { id: { equals: userId } } }),
  )

export const makeUsers = async ({ payload, rows, frame }: Making<SeedAccount>) => {
  const time = new Date().toISOString()
  const [known] = frame.users.values()
  let hashed = known ? await passwordHash(payload, known) : undefined
  for (const { department, duties, ...account } of rows) {
    const data = {
      ...account,
      duties: [...duties],
      department: department ? frame.departments.get(department) : null,
      active: true,
    }
    const { id } = hashed
      ? await payload.db.create({
          collection: 'users',
          data: { ...data, ...hashed, createdAt: time, updatedAt: time },
        })
      : await payload.create({
          collection: 'users',
          overrideAccess: true,
          depth: 0,
          data: { ...data, password: demoPassword() },
        })
    hashed ??= await passwordHash(payload, String(id))
    frame.users.set(account.email, String(id))
  }
}

export const makeFilings = async ({ payload, rows, frame, now }: Making<SeedFiling>) => {
  for (const { department, person, role, fromDaysAgo, document } of rows) {
    await payload.create({
      collection: 'filings',
      overrideAccess: true,
      depth: 0,
      data: {
        department: frame.departments.get(department) ?? '',
        person: frame.users.get(person) ?? '',
        role,
        from: daysFrom(now, -fromDaysAgo),
        document,
        filedBy: frame.users.get(emailOf('office')),
      },
    })
  }
}

export const makeColumns = async ({ payload, rows, frame, now }: Making<SeedColumn>) => {
  const termsOf = (codes: readonly string[]) =>
    codes.map((code) => ({
      department: frame.departments.get(code) ?? '',
      from: daysFrom(now, -OWNED_DAYS),
    }))
  for (const { kind: _, path, parent, owners, contributingDepartments, ...column } of rows) {
    const { id } = await payload.create({
      collection: 'columns',
      overrideAccess: true,
      depth: 0,
      data: {
        ...column,
        parent: parent ? frame.columns.get(parent) : null,
        owners: termsOf(owners),
        contributingDepartments: termsOf(contributingDepartments),
      },
    })
    frame.columns.set(path, id)
  }
}

const SETTINGS = {
  siteName: '辽宁出入境检验检疫局',
  siteNameEn: 'Liaoning Entry-Exit Inspection and Quarantine Bureau',
  domain: 'www.lnciq.example',
  siteIdCode: 'bm99210001',
  icpNumber: '辽ICP备00000000号-1',
  policeNumber: '辽公网安备 21020000000000号',
  host: '辽宁出入境检验检疫局',
  undertaker: '辽宁出入境检验检疫局办公室、信息中心',
  errorReportUrl:
    'https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=bm99210001&url=www.lnciq.example',
  contact: {
    address: '辽宁省大连市中山区长江东路60号',
    postcode: '116001',
    phone: '0411-82583500',
    email: 'webmaster@lnciq.example',
  },
  introduction:
    '辽宁出入境检验检疫局是主管辽宁地区出入境卫生检疫、动植物检疫、进出口商品检验、进出口食品安全监督管理工作的行政执法机构，下设分支局、办事处和直属单位，履行口岸检验检疫和监督管理职责。本网站为系统演示，所载机构、人员、数据均为虚构。',
  introductionEn:
    'The Liaoning Entry-Exit Inspection and Quarantine Bureau is the authority for health quarantine, animal and plant quarantine, the inspection of import and export commodities and the supervision of import and export food in Liaoning Province. Its seat is in Dalian.\nBranch bureaus, outposts and affiliated units serve the sea ports of Dalian, Yingkou, Dandong and Jinzhou, the airports of Dalian and Shenyang, and the rail and road crossings at Dandong.\nThis website is a demonstration: the bureau, its people and all figures are invented.',
  addressEn: '60 Changjiang East Road, Zhongshan District, Dalian, Liaoning, China',
  bureauLeaders: [
    { name: '郑国安', position: '局长', portfolio: '主持全面工作' },
    {
      name: '沈怀川',
      position: '副局长',
      portfolio: '分管办公室、法规、通关业务和分支机构工作，负责网站信息审批',
    },
    {
      name: '陆一鸣',
      position: '副局长',
      portfolio: '分管动植物检疫、食品安全、卫生检疫和技术支撑工作',
    },
  ],
  publications: [{ name: '《辽宁检验检疫信息》' }, { name: '《辽宁检验检疫简报》' }],
}

/** The bureau without its texts: settings, departments, accounts, filings, columns. Told before the first text begins. */
export const makeFrame = async ({
  payload,
  now,
}: {
  payload: Payload
  now: Date
}): Promise<Frame> => {
  const frame: Frame = {
    departments: new Map(),
    users: new Map(),
    columns: new Map(),
    topics: new Map(),
  }
  await makeDepartments({ payload, rows: DEPARTMENTS, frame, now })
  await makeUsers({ payload, rows: ACCOUNTS, frame, now })
  for (const { code, supervisor } of DEPARTMENTS) {
    await payload.update({
      collection: 'departments',
      id: frame.departments.get(code) ?? '',
      data: { supervisor: frame.users.get(supervisor) },
      overrideAccess: true,
      depth: 0,
    })
  }
  await makeFilings({ payload, rows: FILINGS, frame, now })
  await makeColumns({ payload, rows: COLUMNS, frame, now })
  await payload.updateGlobal({
    slug: 'site-settings',
    overrideAccess: true,
    depth: 0,
    data: { ...SETTINGS, migrationUntil: daysFrom(now, MIGRATION_DAYS) },
  })
  return frame
}
