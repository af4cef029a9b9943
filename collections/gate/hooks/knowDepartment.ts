import type { CollectionBeforeOperationHook } from 'payload'
import type { Department } from '../../../payload-types'

/**
 * GraphQL signs a person in with the department as a bare id, REST with the row: the rules ask whether it is the Office, so
 * both must know.
 */
export const knowDepartment: CollectionBeforeOperationHook = async ({ req }) => {
  const { user } = req
  if (typeof user?.department !== 'string') return
  const department = await req.payload.db.findOne<Department>({
    collection: 'departments',
    where: { id: { equals: user.department } },
  })
  if (department) user.department = department
}
