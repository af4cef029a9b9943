import { CENTRAL_DUTIES, DEPARTMENT_DUTIES } from '../../../access/duties'
import { holds, type Person } from '../../../access/person'
import { writes } from '../../../access/rules'
import { releaseQuery, signatureQuery } from '../../../workflow/waiting'

export type Section =
  | 'waiting'
  | 'held'
  | 'mine'
  | 'drafts'
  | 'site'
  | 'failed'
  | 'published'
  | 'accounts'
  | 'grants'
  | 'records'

/** What stands on a person's desk, the most urgent first. Pure. */
export const sectionsFor = (person: Person): Section[] => {
  const sees = {
    waiting: signatureQuery(person) !== null,
    held: releaseQuery(person) !== null,
    mine: writes(person),
    drafts: writes(person),
    site: holds(person, 'office-editor', 'system-admin', 'auditor'),
    failed: holds(person, 'office-editor'),
    published: holds(person, ...DEPARTMENT_DUTIES, ...CENTRAL_DUTIES),
    accounts: holds(person, 'system-admin'),
    grants: holds(person, 'security-admin'),
    records: holds(person, 'auditor'),
  } as const satisfies Record<Section, boolean>
  const order = [
    'waiting',
    'held',
    'mine',
    'drafts',
    'site',
    'failed',
    'published',
    'accounts',
    'grants',
    'records',
  ] as const satisfies Section[]
  return order.filter((section) => sees[section])
}

/** Whose published posts the desk lists: those of the own department, or all for the central duties. */
export const publishedDepartment = (person: Person): string | null =>
  holds(person, ...CENTRAL_DUTIES) ? null : person.departmentId
