import type { Payload } from 'payload'
import type { PublicationRecord } from '../payload-types'
import { GENESIS, recordHashOf } from './records'
import { sha256 } from './snapshot'

/** What a record's hash is over, in no order: its keys are sorted. The title is not: a removal takes it away. */
const hashedOf = (record: PublicationRecord) => {
  const { id: _, title: _t, recordHash: _h, createdAt: _c, updatedAt: _u, ...hashed } = record
  return hashed
}

/** Whether a record is as it was written and follows the one before it; the first follows none. */
const isTrueRecord = (
  record: PublicationRecord,
  previous: PublicationRecord | undefined,
): boolean =>
  record.seq === (previous?.seq ?? 0) + 1 &&
  record.previousHash === (previous?.recordHash ?? GENESIS) &&
  record.recordHash === recordHashOf(hashedOf(record)) &&
  (!record.title || sha256(record.title) === record.titleHash)

/**
 * Checks publication records against their own hashes and each other (第十一条(一)).
 * @param records all records, oldest first, as they are stored
 * @returns the first record that was changed, or before which one is missing; null when the chain is whole
 */
export const firstBrokenRecord = (records: PublicationRecord[]): PublicationRecord | null =>
  records.find((record, index) => !isTrueRecord(record, records[index - 1])) ?? null

const BATCH = 1_000

/**
 * Reads the whole chain of publication records from the database.
 * @param onRecords called with the number of records that were looked at
 * @returns the sequence number of the first that is broken; null when the chain is whole
 */
export const verifyRecords = async ({
  payload,
  onRecords,
}: {
  payload: Payload
  onRecords: (count: number) => void
}): Promise<number | null> => {
  for (let previous: PublicationRecord | undefined; ; ) {
    const { docs } = await payload.find({
      collection: 'publication-records',
      where: { seq: { greater_than: previous?.seq ?? 0 } },
      sort: 'seq',
      depth: 0,
      limit: BATCH,
      pagination: false,
      overrideAccess: true,
    })
    for (const record of docs) {
      if (!isTrueRecord(record, previous)) return record.seq ?? 0
      previous = record
    }
    onRecords(docs.length)
    if (docs.length === 0) return null
  }
}
