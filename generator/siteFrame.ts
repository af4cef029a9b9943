import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { ownersAt } from '../collections/columns/rights'
import { rightsOf } from '../collections/columns/rightsOf'
import { currentNumber } from '../collections/counters/nextNumber'
import { SITE_VERSION } from '../collections/siteChanged'

/**
 * What every page depends on, as one hash: while it stays the same, only posts change pages. It covers the version of
 * columns, departments and settings, the columns that are closed and the departments that own them on this day, the
 * build that renders, and the public origin.
 */
export const siteFrame = async ({
  payload,
  build,
  siteUrl,
}: {
  payload: Payload
  build: string
  siteUrl: string
}): Promise<string> => {
  const version = await currentNumber({ payload, key: SITE_VERSION })
  const { docs } = await payload.find({
    collection: 'columns',
    depth: 0,
    sort: 'id',
    select: { owners: true, closedOn: true },
    pagination: false,
    overrideAccess: true,
  })
  const now = new Date().toISOString()
  const terms = docs.map((column) => [
    column.id,
    Boolean(column.closedOn && column.closedOn <= now),
    ownersAt(rightsOf(column), now),
  ])
  const facts = JSON.stringify([version, build, siteUrl, terms])
  return createHash('sha256').update(facts).digest('hex')
}
