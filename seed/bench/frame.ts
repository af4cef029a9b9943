import type { CollectionSlug, Payload } from 'payload'
import type { Person } from '../../access/person'
import type { Media } from '../../payload-types'
import { cast } from '../approval'
import { ATTACHMENT_TYPES, makeAttachment } from '../attachments'
import { type Frame, makeColumns, makeDepartments, makeFilings, makeUsers } from '../frame'
import { drawPicture, pictureOf } from '../pictures'
import { BENCH_PREFIX } from './mark'
import {
  BENCH_ACCOUNTS,
  BENCH_COLUMNS,
  BENCH_DEPARTMENTS,
  BENCH_FILINGS,
  BENCH_PLACES,
} from './places'

/** What bench posts refer to. */
export type BenchFrame = Frame & {
  personOf: (email: string) => Promise<Person>
  /** the files that the posts of a department carry, by its code */
  media: Map<string, { form: Media; table: Media; picture: Media }>
}

type Keyed = { payload: Payload; collection: CollectionSlug; key: string }

const idsBy = async ({ payload, collection, key }: Keyed) => {
  const { docs } = await payload.find({
    collection,
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  return new Map(
    docs.map((doc): [string, string] => {
      const name: unknown = Object.entries(doc).find(([field]) => field === key)?.[1]
      return [String(name), String(doc.id)]
    }),
  )
}

/** Departments, accounts, filings and columns that are not there yet. */
const makeMissing = async ({
  payload,
  frame,
  now,
}: {
  payload: Payload
  frame: Frame
  now: Date
}) => {
  const making = { payload, frame, now }
  const departments = BENCH_DEPARTMENTS.filter(({ code }) => !frame.departments.has(code))
  await makeDepartments({ ...making, rows: departments })
  const accounts = BENCH_ACCOUNTS.filter(({ email }) => !frame.users.has(email))
  await makeUsers({ ...making, rows: accounts })
  const filed = await idsBy({ payload, collection: 'filings', key: 'person' })
  const filings = BENCH_FILINGS.filter(({ person }) => !filed.has(frame.users.get(person) ?? ''))
  await makeFilings({ ...making, rows: filings })
  const columns = BENCH_COLUMNS.filter(({ path }) => !frame.columns.has(path))
  await makeColumns({ ...making, rows: columns })
}

const filesToShare = async () => {
  const { filename, mimeType, alt } = pictureOf('harbour')
  const form = {
    title: '企业备案申请表',
    format: 'docx',
    markup: '# 企业备案申请表\n| 企业名称 | |\n| 统一社会信用代码 | |\n| 联系人及电话 | |',
  } as const
  const table = {
    title: '检验检疫情况统计表',
    format: 'xlsx',
    sheet: '统计',
    rows: [
      ['货物', '批次', '货值（万美元）'],
      ['冷冻水产品', 128, 356],
      ['鲜苹果', 64, 97],
    ],
  } satisfies Parameters<typeof makeAttachment>[0]
  return [
    {
      role: 'form' as const,
      name: 'form.docx',
      alt: form.title,
      mimetype: ATTACHMENT_TYPES.docx,
      data: await makeAttachment(form),
    },
    {
      role: 'table' as const,
      name: 'table.xlsx',
      alt: table.title,
      mimetype: ATTACHMENT_TYPES.xlsx,
      data: await makeAttachment(table),
    },
    {
      role: 'picture' as const,
      name: filename,
      alt,
      mimetype: mimeType,
      data: await drawPicture('harbour'),
    },
  ]
}

/** The same few files for every department: a text publishes only what its own department has uploaded. */
const makeMedia = async ({ payload, frame }: { payload: Payload; frame: Frame }) => {
  const files = await filesToShare()
  const writing = new Set(BENCH_PLACES.flatMap(({ departments }) => departments))
  const media: BenchFrame['media'] = new Map()
  const { docs } = await payload.find({
    collection: 'media',
    where: { filename: { like: BENCH_PREFIX } },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  const known = new Map(docs.map((row) => [row.filename, row]))
  const upload = ({ code, role }: { code: string; role: 'form' | 'table' | 'picture' }) => {
    const file = files.find((one) => one.role === role)
    if (!file) throw new Error(`No file ${role}`)
    const name = `${BENCH_PREFIX}${code}-${file.name}`
    return (
      known.get(name) ??
      payload.create({
        collection: 'media',
        data: { alt: file.alt, department: frame.departments.get(code) },
        file: { name, data: file.data, mimetype: file.mimetype, size: file.data.length },
        depth: 0,
        overrideAccess: true,
      })
    )
  }
  for (const code of writing) {
    media.set(code, {
      form: await upload({ code, role: 'form' }),
      table: await upload({ code, role: 'table' }),
      picture: await upload({ code, role: 'picture' }),
    })
  }
  return media
}

/** Completes the demonstration's bureau to 50 departments and 40 columns; what is there stays as it is. */
export const makeBenchFrame = async ({
  payload,
  now,
}: {
  payload: Payload
  now: Date
}): Promise<BenchFrame> => {
  const frame: Frame = {
    departments: await idsBy({ payload, collection: 'departments', key: 'code' }),
    users: await idsBy({ payload, collection: 'users', key: 'email' }),
    columns: await idsBy({ payload, collection: 'columns', key: 'path' }),
    topics: await idsBy({ payload, collection: 'topics', key: 'code' }),
  }
  await makeMissing({ payload, frame, now })
  const media = await makeMedia({ payload, frame })
  return { ...frame, media, personOf: cast(payload, frame.users) }
}
