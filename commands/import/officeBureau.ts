import type { Payload } from 'payload'
import { accountOf, emailOf } from '../../seed/accounts'
import { columnOf } from '../../seed/columns'
import { departmentOf } from '../../seed/departments'
import { PASSWORD } from '../../testing/bureau'

/** What an import needs of the demonstration bureau, for tests: Office, one other department, signers, two columns. */

export const AUTHOR = emailOf('author.office')
export const OTHER_AUTHOR = emailOf('author.food')
export const SIGNERS = [emailOf('secrecy'), emailOf('office'), emailOf('bureau')] as const
export const COLUMN = 'policies/laws'

const LONG_AGO = '2020-01-01T00:00:00.000Z'
const NEXT_YEAR = () => new Date(Date.now() + 365 * 86_400_000).toISOString()

const makeDepartment = async ({ payload, code }: { payload: Payload; code: string }) => {
  const { name, kind, mark } = departmentOf(code)
  const { id } = await payload.create({
    collection: 'departments',
    data: { code, name, kind, mark, active: true },
    overrideAccess: true,
  })
  return id
}

const makeUser = async ({
  payload,
  email,
  department,
}: {
  payload: Payload
  email: string
  department: string | null
}) => {
  const { name, position, duties } = accountOf(email)
  const { id } = await payload.create({
    collection: 'users',
    data: {
      email,
      name,
      position,
      duties: [...duties],
      department,
      password: PASSWORD,
      active: true,
    },
    overrideAccess: true,
  })
  return id
}

const makeColumn = async ({
  payload,
  path,
  parent,
  owner,
}: {
  payload: Payload
  path: string
  parent?: string
  owner: string
}) => {
  const { name, code, pillar, columnType, listKind, route } = columnOf(path)
  const { id } = await payload.create({
    collection: 'columns',
    data: {
      name,
      code,
      parent,
      pillar,
      columnType,
      listKind,
      route,
      contributors: 'all',
      owners: [{ department: owner, from: LONG_AGO }],
    },
    overrideAccess: true,
  })
  return id
}

/** Opens or closes the period of migration. */
export const setMigration = async ({ payload, open }: { payload: Payload; open: boolean }) => {
  await payload.updateGlobal({
    slug: 'site-settings',
    data: { migrationUntil: open ? NEXT_YEAR() : LONG_AGO },
    overrideAccess: true,
  })
}

/** @returns the ids that tests change rows by */
export const makeOfficeBureau = async (payload: Payload) => {
  const office = await makeDepartment({ payload, code: 'office' })
  const food = await makeDepartment({ payload, code: 'food' })
  const author = await makeUser({ payload, email: AUTHOR, department: office })
  const other = await makeUser({ payload, email: OTHER_AUTHOR, department: food })
  const [secrecy, reviewer, leader] = SIGNERS
  await makeUser({ payload, email: secrecy, department: office })
  await makeUser({ payload, email: reviewer, department: office })
  await makeUser({ payload, email: leader, department: null })
  for (const { person, department } of [
    { person: author, department: office },
    { person: other, department: food },
  ]) {
    await payload.create({
      collection: 'filings',
      data: { person, department, role: 'author', from: LONG_AGO },
      overrideAccess: true,
    })
  }
  const parent = await makeColumn({ payload, path: 'policies', owner: office })
  const column = await makeColumn({ payload, path: COLUMN, parent, owner: office })
  await setMigration({ payload, open: true })
  return { office, author, column }
}
