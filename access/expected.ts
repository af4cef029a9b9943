import type { Duty } from './duties'
import type { RuledCollection } from './rules'

/**
 * Who reads and writes what, written out from the contract (`workflow.md`, "Duties", "Reads" and "Writes on users") and from
 * nothing else: the pure rules and both APIs are held against these tables. Every duty is held by somebody of the department
 * `food`; `animal` is another department. A row is named `<department>.<what has happened to it>`.
 */

export type Caller = Duty | 'anonymous' | 'inactive'
export type Rows = readonly string[] | 'all'

const OPEN_FATES = [
  'draft',
  'colleague',
  'pending',
  'held',
  'returned',
  'cancelled',
  'approved',
  'published',
  'withdrawn',
  'removed',
]
const FORM_FATES = [
  'pending',
  'held',
  'returned',
  'cancelled',
  'refused',
  'approved',
  'published',
  'withdrawn',
  'removed',
]

const food = (...names: string[]) => names.map((name) => `food.${name}`)
const animal = (...names: string[]) => names.map((name) => `animal.${name}`)
const both = (...names: string[]) => [...food(...names), ...animal(...names)]
const without = (names: string[], left: string) => names.filter((name) => name !== left)

type Reads = Record<RuledCollection, Rows>

const PUBLIC: Reads = {
  departments: 'all',
  columns: 'all',
  topics: 'all',
  placements: ['shown', 'ending'],
  posts: both('published', 'withdrawn'),
  users: [],
  filings: [],
  media: [],
  manuscripts: [],
  'application-forms': [],
  'publication-records': [],
  counters: [],
  desks: [],
}

const STAFF: Reads = { ...PUBLIC, users: 'all' }

const DEPARTMENT: Reads = {
  ...STAFF,
  posts: [...both('published', 'withdrawn'), ...food('removed')],
  filings: food('first', 'colleague', 'author', 'department-admin'),
  media: food('draft'),
  manuscripts: food(...OPEN_FATES),
  'application-forms': food(...FORM_FATES),
}

const CENTRAL: Reads = {
  ...STAFF,
  media: both('draft'),
  'application-forms': both(...without(FORM_FATES, 'held')),
}

/** The rows that a caller sees, in lists, counts and one by one. Every other row is as if it did not exist. */
export const READS: Record<Caller, Reads> = {
  anonymous: PUBLIC,
  inactive: PUBLIC,
  'api-reader': { ...PUBLIC, users: ['api-reader'] },
  author: DEPARTMENT,
  'department-admin': DEPARTMENT,
  'department-leader': DEPARTMENT,
  'department-head': DEPARTMENT,
  'secrecy-reviewer': {
    ...STAFF,
    posts: both('published', 'withdrawn', 'removed'),
    media: both('draft', 'refused'),
    manuscripts: both('refused'),
    'application-forms': both(...FORM_FATES),
  },
  'office-editor': {
    ...CENTRAL,
    placements: 'all',
    posts: both('published', 'withdrawn', 'removed'),
    filings: 'all',
    'publication-records': 'all',
  },
  'office-reviewer': CENTRAL,
  'bureau-leader': CENTRAL,
  'system-admin': STAFF,
  'security-admin': STAFF,
  auditor: { ...STAFF, 'publication-records': 'all' },
}

/** A refused form shows these fields and no other, except to secrecy-reviewers. */
export const REFUSED_SHOWS = ['department', 'id', 'number', 'state']

type Edits = Partial<Record<RuledCollection, Rows>>

/** The rows that a caller may change, each caller's own account apart (own password). */
export const EDITS: Record<Caller, Edits> = {
  anonymous: {},
  inactive: {},
  'api-reader': {},
  author: { manuscripts: food('draft') },
  'department-admin': { manuscripts: food(...OPEN_FATES) },
  'department-leader': {},
  'department-head': {},
  'secrecy-reviewer': {},
  'office-editor': {
    departments: 'all',
    columns: 'all',
    topics: 'all',
    placements: 'all',
    filings: 'all',
  },
  'office-reviewer': {},
  'bureau-leader': {},
  'system-admin': { users: 'all' },
  'security-admin': { users: 'all' },
  auditor: {},
}

/** What an edit of a manuscript is answered, by what has happened to it: while a form is open it is frozen. */
export const EDIT_STATUS: Record<string, number> = {
  draft: 200,
  colleague: 200,
  pending: 409,
  held: 409,
  returned: 200,
  cancelled: 200,
  approved: 409,
  published: 200,
  withdrawn: 200,
  removed: 403,
}

/** Who makes new rows. Posts, forms, records, counters and desks are made by the workflow only. */
export const CREATES: Record<RuledCollection, readonly Caller[]> = {
  departments: ['office-editor'],
  columns: ['office-editor'],
  topics: ['office-editor'],
  placements: ['office-editor'],
  users: ['system-admin'],
  filings: ['office-editor'],
  media: ['author', 'department-admin'],
  manuscripts: ['author', 'department-admin'],
  'application-forms': [],
  posts: [],
  'publication-records': [],
  counters: [],
  desks: [],
}

/** Who changes the site's settings. Everyone reads them. */
export const CHANGES_SETTINGS: readonly Caller[] = ['office-editor', 'system-admin']
