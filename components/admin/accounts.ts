import type { Where } from 'payload'
import { DUTY_LIST } from '../../access/duties'
import type { Reader } from './forms'

/** Accounts as the lists of the back office show them. Everything is read as the person who asks. */

const findAccounts = async ({
  reader,
  where = {},
  limit,
}: {
  reader: Reader
  where?: Where
  limit: number
}) => {
  const { docs, totalDocs } = await reader.payload.find({
    collection: 'users',
    where,
    select: { name: true, position: true, department: true, duties: true, active: true },
    populate: { departments: { name: true } },
    sort: '-createdAt',
    limit,
    depth: 1,
    overrideAccess: false,
    user: reader.user,
  })
  return { accounts: docs, total: totalDocs }
}

/** 账号: the newest ones, and how many there are. */
export const readNewest = ({ reader, limit }: { reader: Reader; limit: number }) =>
  findAccounts({ reader, limit })

/** An empty list of duties is no row on SQLite and an empty array, or nothing at all, on MongoDB. */
const WITHOUT_DUTY: Where = {
  or: [{ duties: { exists: false } }, { duties: { not_in: DUTY_LIST } }],
}

/** 待授予角色: the active accounts that can do nothing yet, the newest first. */
export const readIdle = ({ reader, limit }: { reader: Reader; limit: number }) =>
  findAccounts({
    reader,
    where: { and: [{ active: { equals: true } }, WITHOUT_DUTY] },
    limit,
  })
