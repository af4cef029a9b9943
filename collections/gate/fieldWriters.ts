import type { Person } from '../../access/person'
import { holds } from '../../access/person'

/** Who may write a field through an API. Fields without a line follow the rule of their collection. */
export type FieldWriter = (args: { person: Person | null; id: string | undefined }) => boolean

/** Written by the server only. */
export const server: FieldWriter = () => false
const systemAdmin: FieldWriter = ({ person }) => holds(person, 'system-admin')
const self: FieldWriter = ({ person, id }) => person !== null && person.id === id
const atCreationOrSelf: FieldWriter = ({ person, id }) =>
  id === undefined ? holds(person, 'system-admin') : self({ person, id })

export const FIELD_WRITERS: Record<string, Record<string, FieldWriter>> = {
  users: {
    name: systemAdmin,
    email: systemAdmin,
    department: systemAdmin,
    position: systemAdmin,
    phone: systemAdmin,
    active: systemAdmin,
    enableAPIKey: systemAdmin,
    apiKey: systemAdmin,
    duties: ({ person }) => holds(person, 'security-admin'),
    password: atCreationOrSelf,
    apiKeyIndex: server,
    sessions: server,
    salt: server,
    hash: server,
    resetPasswordToken: server,
    resetPasswordExpiration: server,
    loginAttempts: server,
    lockUntil: server,
  },
  columns: { path: server },
  topics: { file: server },
  placements: { file: server },
  filings: { filedBy: server },
  media: { department: server, sha256: server, sealed: server, variants: server },
  manuscripts: {
    department: server,
    createdBy: server,
    lastEditedBy: server,
    imported: server,
    sealed: server,
  },
}
