import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { z } from 'zod'
import { idOf } from '../access/person'
import { isClosed, ownersAt } from '../collections/columns/rights'
import { rightsOf } from '../collections/columns/rightsOf'
import { isPast } from '../collections/dates'

const columnState = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  parentId: z.string().nullable(),
  pillar: z.string(),
  order: z.number(),
  isClosed: z.boolean(),
  /** ids of the departments that own it on this day */
  owners: z.array(z.string()),
  /** hash of what only its own pages show */
  details: z.string(),
})

const departmentState = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  order: z.number(),
  isActive: z.boolean(),
  /** hash of what only its own page, the contact page and the list in English show */
  details: z.string(),
})

const topicState = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  /** id of the department that keeps it */
  owner: z.string().nullable(),
  /** hash of what only its own page, the home page and the site map show */
  details: z.string(),
})

/** What pages show besides posts. */
export const frameStateSchema = z.object({
  /** hash of the settings that every page shows, with the public origin */
  settings: z.string(),
  /** hash of the settings that the pages about the bureau show */
  about: z.string(),
  columns: z.array(columnState),
  departments: z.array(departmentState),
  topics: z.array(topicState),
  /** hash of what the Office has put on the home page */
  placements: z.string(),
})
export type FrameState = z.infer<typeof frameStateSchema>
export type ColumnState = z.infer<typeof columnState>
export type TopicState = z.infer<typeof topicState>
export type DepartmentState = z.infer<typeof departmentState>

const hashOf = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

const settingsOf = async (payload: Payload) => {
  const {
    id: _id,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    migrationUntil: _migrationUntil,
    introduction,
    introductionEn,
    bureauLeaders,
    ...everywhere
  } = await payload.findGlobal({ slug: 'site-settings', depth: 0, overrideAccess: true })
  return { everywhere, about: { introduction, introductionEn, bureauLeaders } }
}

const columnsOf = async ({ payload, at }: { payload: Payload; at: string }) => {
  const { docs } = await payload.find({
    collection: 'columns',
    depth: 0,
    sort: 'path',
    pagination: false,
    overrideAccess: true,
  })
  return docs.map((column): ColumnState => {
    const { description, keywords, columnType, listKind, closedOn } = column
    const rights = rightsOf(column)
    const closed = isClosed(rights, at)
    return {
      id: column.id,
      name: column.name,
      path: column.path ?? '',
      parentId: idOf(column.parent),
      pillar: column.pillar,
      order: column.order ?? 0,
      isClosed: closed,
      owners: ownersAt(rights, at),
      details: hashOf([description, keywords, columnType, listKind, closed && closedOn]),
    }
  })
}

const departmentsOf = async (payload: Payload) => {
  const { docs } = await payload.find({
    collection: 'departments',
    depth: 0,
    sort: 'code',
    pagination: false,
    overrideAccess: true,
  })
  return docs.map((department): DepartmentState => {
    const { nameEn, functions, leaders, address, phone, fax, hours } = department
    return {
      id: department.id,
      code: department.code,
      name: department.name,
      kind: department.kind,
      order: department.order ?? 0,
      isActive: department.active !== false,
      details: hashOf([nameEn, functions, leaders, address, phone, fax, hours]),
    }
  })
}

const topicsOf = async ({ payload, at }: { payload: Payload; at: string }) => {
  const { docs } = await payload.find({
    collection: 'topics',
    depth: 0,
    sort: 'code',
    pagination: false,
    overrideAccess: true,
  })
  return docs.map((topic): TopicState => {
    const { id, code, title, summary, file, order, closedOn } = topic
    const closed = isPast(closedOn, at)
    return {
      id,
      code,
      title,
      owner: idOf(topic.owner),
      details: hashOf([summary, file, order, closed && closedOn]),
    }
  })
}

/** Those in force. Whether their posts are live is not asked: a change of a post touches the home page anyway. */
const placementsOf = async ({ payload, at }: { payload: Payload; at: string }) => {
  const { docs } = await payload.find({
    collection: 'placements',
    depth: 0,
    sort: 'id',
    pagination: false,
    overrideAccess: true,
  })
  const shown = docs.filter(({ from, to }) => from <= at && !isPast(to, at))
  return shown.map(({ id, place, order, post, title, file }) => [
    id,
    place,
    order,
    post,
    title,
    file,
  ])
}

/** Reads what pages show besides posts, as of `at`: columns close, headlines begin and end with time. */
export const readFrameState = async ({
  payload,
  siteUrl,
  at,
}: {
  payload: Payload
  siteUrl: string
  at: Date
}): Promise<FrameState> => {
  const { everywhere, about } = await settingsOf(payload)
  return {
    settings: hashOf([siteUrl, everywhere]),
    about: hashOf(about),
    columns: await columnsOf({ payload, at: at.toISOString() }),
    departments: await departmentsOf(payload),
    topics: await topicsOf({ payload, at: at.toISOString() }),
    placements: hashOf(await placementsOf({ payload, at: at.toISOString() })),
  }
}
