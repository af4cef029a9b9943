import { createHash, randomUUID } from 'node:crypto'
import type { CollectionSlug, Payload } from 'payload'
import { z } from 'zod'
import { keysOf } from '../access/keysOf'
import { RULES, type RuledCollection } from '../access/rules'
import type { DepartmentWorld, World } from './world'

const rowsSchema = z.array(z.looseObject({ id: z.string() }))

/** Every row as it is stored, beyond all rules and hooks. */
const storedRows = async (payload: Payload, collection: CollectionSlug) => {
  const { docs } = await payload.db.find({ collection, limit: 0, pagination: false })
  return rowsSchema.parse(docs)
}

const inDepartment = (
  department: 'food' | 'animal',
  named: Record<string, string>,
): [string, string][] => Object.entries(named).map(([name, id]) => [`${department}.${name}`, id])

/**
 * The rows of a world by name: `<department>.<what has happened to it>`, or the duty of an account. Rows without a name of
 * their own are named by their id, so that none is left out.
 */
export const namedRows = async (
  world: World,
): Promise<Record<RuledCollection, Record<string, string>>> => {
  const of = (part: (department: DepartmentWorld) => Record<string, string>) => [
    ...inDepartment('food', part(world.food)),
    ...inDepartment('animal', part(world.animal)),
  ]
  const known: Partial<Record<RuledCollection, [string, string][]>> = {
    users: Object.entries(world.people).map(([duty, { id }]) => [duty, id]),
    manuscripts: of(({ manuscripts }) => manuscripts),
    media: of(({ media }) => media),
    'application-forms': of(({ forms }) => forms),
    posts: of(({ posts }) => posts),
    filings: of(({ filings }) => filings),
    placements: Object.entries(world.placements),
  }
  const all = async (collection: RuledCollection) => {
    const names = new Map((known[collection] ?? []).map(([name, id]) => [id, name]))
    const rows = await storedRows(world.payload, collection)
    return Object.fromEntries(rows.map(({ id }) => [names.get(id) ?? id, id]))
  }
  return {
    departments: await all('departments'),
    columns: await all('columns'),
    topics: await all('topics'),
    placements: await all('placements'),
    users: await all('users'),
    filings: await all('filings'),
    media: await all('media'),
    manuscripts: await all('manuscripts'),
    'application-forms': await all('application-forms'),
    posts: await all('posts'),
    'publication-records': await all('publication-records'),
    counters: await all('counters'),
    desks: await all('desks'),
  }
}

/** An id of the database's own form that no row has. */
export const missingId = (payload: Payload): string =>
  payload.db.name === 'mongoose' ? 'f'.repeat(24) : randomUUID()

/** One hash a collection over every stored value: equal only if nothing at all was written. */
export const digestOf = async (
  payload: Payload,
  collections: readonly CollectionSlug[] = keysOf(RULES),
): Promise<Record<string, string>> => {
  const digests: Record<string, string> = {}
  for (const collection of collections) {
    const rows = await storedRows(payload, collection)
    const text = rows.map((row) => JSON.stringify(row)).sort()
    digests[collection] = createHash('sha256').update(text.join('\n')).digest('hex')
  }
  return digests
}
