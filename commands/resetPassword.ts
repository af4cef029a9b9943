import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { Refused } from './environment'

const PASSWORD_BYTES = 12

/**
 * Gives an account a random password, ends its sessions and takes its lock away.
 * @throws Refused when there is no such account
 */
export const resetPassword = async ({ payload, email }: { payload: Payload; email: string }) => {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email.trim().toLowerCase() } },
    select: { name: true },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const [user] = docs
  if (!user) throw new Refused(`没有邮箱为 ${email} 的账号`)
  const password = randomBytes(PASSWORD_BYTES).toString('base64url')
  await payload.update({
    collection: 'users',
    id: user.id,
    data: { password, loginAttempts: 0, lockUntil: null },
    depth: 0,
    overrideAccess: true,
  })
  return { name: user.name, password }
}
