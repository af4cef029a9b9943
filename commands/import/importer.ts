import type { Payload } from 'payload'
import { type Person, personOf } from '../../access/person'
import { wordReasons } from '../../access/refusal'
import { writes } from '../../access/rules'
import type { User } from '../../payload-types'
import { openingReasons } from '../../workflow/submit'
import { Refused } from '../environment'

/** On whose behalf, and into which column, laws are imported. */
export type Importer = {
  user: User
  person: Person
  departmentId: string
  columnId: string
  columnName: string
}

const columnAt = async ({ payload, path }: { payload: Payload; path: string }) => {
  const { docs } = await payload.find({
    collection: 'columns',
    where: { path: { equals: path } },
    select: { name: true },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  const [column] = docs
  if (!column) throw new Refused(`没有路径为 ${path} 的栏目`)
  return column
}

const accountOf = async ({ payload, email }: { payload: Payload; email: string }) => {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email.toLowerCase() } },
    depth: 1,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  const [user] = docs
  if (!user) throw new Refused(`没有账号 ${email}`)
  return user
}

/**
 * Finds account and column and asks everything that can be asked before the first law: the person writes for the Office,
 * is filed, may fill the column, and the period of migration is open (workflow.md, route `migration`).
 * @throws Refused with one line; nothing has been written
 */
export const importerOf = async ({
  payload,
  email,
  columnPath,
  now,
}: {
  payload: Payload
  email: string
  columnPath: string
  now: Date
}): Promise<Importer> => {
  const column = await columnAt({ payload, path: columnPath })
  const user = await accountOf({ payload, email })
  const person = personOf(user)
  if (!person) throw new Refused(`账号 ${email} 已停用`)
  if (!writes(person)) throw new Refused(`账号 ${email} 不是部门的信息员，不能导入`)
  const { departmentId } = person
  const reasons = await openingReasons({
    payload,
    person,
    departmentId,
    columnId: column.id,
    at: now.toISOString(),
    migration: true,
  })
  if (reasons.length > 0) {
    const words = wordReasons({ reasons }).map(({ message }) => message)
    throw new Refused(`账号 ${email} 不能导入到栏目 ${columnPath}：${words.join('')}`)
  }
  return {
    user: { ...user, collection: 'users' },
    person,
    departmentId,
    columnId: column.id,
    columnName: column.name,
  }
}
