import type { Payload } from 'payload'
import { type Person, personOf } from '../access/person'
import { Refusal } from '../access/refusal'

/**
 * The person as of this very moment: a duty, a department or an account taken away a second ago no longer counts.
 * @throws no-login for an account that is gone or switched off
 */
export const personNow = async ({
  payload,
  id,
}: {
  payload: Payload
  id: string
}): Promise<Person> => {
  const person = personOf(
    await payload.findByID({
      collection: 'users',
      id,
      depth: 1,
      overrideAccess: true,
      disableErrors: true,
    }),
  )
  if (!person) throw new Refusal('no-login')
  return person
}
