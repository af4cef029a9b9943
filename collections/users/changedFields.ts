import { isRecord } from '../gate/values'

const KEY = 'changedFieldsOfUsers'

/** Notes in a request's context which fields of an account it changes. */
export const noteChangedFields = ({
  context,
  id,
  fields,
}: {
  context: Record<string, unknown>
  id: string
  fields: string[]
}) => {
  const known = context[KEY]
  context[KEY] = { ...(isRecord(known) ? known : {}), [id]: fields }
}

/** The fields that were noted for the account, once; null when the request is no update of it. */
export const takeChangedFields = ({
  context,
  id,
}: {
  context: Record<string, unknown> | undefined
  id: string
}): string[] | null => {
  const known = context?.[KEY]
  if (!context || !isRecord(known) || !Array.isArray(known[id])) return null
  const { [id]: fields, ...others } = known
  context[KEY] = others
  return Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : null
}
