import type { Payload } from 'payload'
import type { RecordEvent } from '../collections/words'
import { canonicalJson, sha256 } from './snapshot'

const RECORD_VERSION = 1
const ATTEMPTS = 20
/** Stands before the first record. */
export const GENESIS = '0'.repeat(64)

export type RecordFacts = {
  /** Names the event once: appending it again does nothing. */
  key: string
  event: RecordEvent
  post: string
  number: number
  formNumber: string
  title: string
  column: string
  department: string
  providers: string[]
  signers: string[]
  reason: string
  path: string
  hash: string
  by: string
  at: string
}

/** The newest record: the one that the next is chained to. */
export const lastRecord = async (payload: Payload) => {
  const { docs } = await payload.find({
    collection: 'publication-records',
    sort: '-seq',
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  return docs[0]
}

/** The hash of a record: over everything but the title itself, which a removal takes away later, and over the record before it. */
export const recordHashOf = (record: Record<string, unknown>): string =>
  sha256(canonicalJson(record))

/** The record of some facts as it follows the one before it. The record of a removal knows the title by its hash only. */
export const chainedRecord = ({
  previous,
  facts,
}: {
  previous: { seq?: number | null; recordHash?: string | null } | undefined
  facts: RecordFacts
}) => {
  const { title, ...rest } = facts
  const hashed = {
    ...rest,
    seq: (previous?.seq ?? 0) + 1,
    recordVersion: RECORD_VERSION,
    titleHash: sha256(title),
    previousHash: previous?.recordHash ?? GENESIS,
  }
  return {
    ...hashed,
    title: facts.event === 'remove' ? null : title,
    recordHash: recordHashOf(hashed),
  }
}

/**
 * Appends to the publication records (第十一条(一)): each carries the hash of the one before it. Repeatable by its key; of two writers at the same place in the chain the unique
 * sequence number lets one through and the other tries again.
 */
export const appendRecord = async ({
  payload,
  facts,
}: {
  payload: Payload
  facts: RecordFacts
}): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const known = await payload.count({
      collection: 'publication-records',
      where: { key: { equals: facts.key } },
      overrideAccess: true,
    })
    if (known.totalDocs > 0) return
    const previous = await lastRecord(payload)
    const written = await payload
      .create({
        collection: 'publication-records',
        data: chainedRecord({ previous, facts }),
        depth: 0,
        overrideAccess: true,
      })
      .catch(() => null)
    if (written) return
  }
  throw new Error(`The publication record ${facts.key} could not be appended`)
}

/** After a removal no record shows the title any more; its hash keeps the chain whole. Repeatable. */
export const blankTitles = async ({ payload, postId }: { payload: Payload; postId: string }) => {
  const { docs } = await payload.find({
    collection: 'publication-records',
    where: { and: [{ post: { equals: postId } }, { title: { exists: true } }] },
    depth: 0,
    limit: 1000,
    pagination: false,
    overrideAccess: true,
  })
  for (const { id } of docs) {
    await payload.db.updateOne({
      collection: 'publication-records',
      where: { id: { equals: id } },
      data: { title: null },
      options: { atomic: true },
    })
  }
}
