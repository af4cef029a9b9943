import type { PublicationRecord } from '../payload-types'
import { GENESIS, recordHashOf } from './records'
import { sha256 } from './snapshot'

/** What a record's hash is over, in no order: its keys are sorted. The title is not: a removal takes it away. */
const hashedOf = (record: PublicationRecord) => {
  const { id: _, title: _t, recordHash: _h, createdAt: _c, updatedAt: _u, ...hashed } = record
  return hashed
}

const isTrue = (record: PublicationRecord, previous: PublicationRecord | undefined) =>
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
  records.find((record, index) => !isTrue(record, records[index - 1])) ?? null
