import type { Where } from 'payload'
import { ADMINISTRATORS, CENTRAL_DUTIES, DEPARTMENT_DUTIES, type Duty } from './duties'
import { holds, type Person } from './person'

/**
 * Who may see and change which rows: pure, without Payload. A rule gives true, false, or the condition that a row must meet.
 * The lock on what may follow from what is the workflow's; an unknown collection or operation has no rule and means no.
 */
export type Rule = (person: Person | null) => boolean | Where

type CollectionRules = { read: Rule; create: Rule; update: Rule }

const nobody: Rule = () => false
const everyone: Rule = () => true
const holder =
  (...duties: Duty[]): Rule =>
  (person) =>
    holds(person, ...duties)

/** Signed in as a member of staff; an API account reads what the public reads. */
export const isStaff = (person: Person | null): boolean =>
  person !== null && !person.duties.includes('api-reader')

/** One of the three administrators (三员), who read no manuscript, form or media. */
const isAdministrator = (person: Person | null) => holds(person, ...ADMINISTRATORS)

/** May read e-mail, phone and state of other accounts: the Office and the three administrators. */
export const readsAccounts = (person: Person | null) =>
  isAdministrator(person) || (isStaff(person) && person?.inOffice === true)

/** May write manuscripts for the own department. */
export const writes = (person: Person | null): person is Person & { departmentId: string } =>
  person !== null && holds(person, 'author', 'department-admin') && person.departmentId !== null

const either = (...conditions: (Where | false)[]): boolean | Where => {
  const given = conditions.filter((condition) => condition !== false)
  return given.length > 0 && { or: given }
}

/** The department whose own texts this person reads; null for who reads none. */
const homeOf = (person: Person | null) =>
  holds(person, ...DEPARTMENT_DUTIES) ? (person?.departmentId ?? null) : null

const ownDepartment = (person: Person | null): Where | false => {
  const home = homeOf(person)
  return home ? { department: { equals: home } } : false
}

const both = (one: Where | false, other: Where): Where | false => one && { and: [one, other] }

const readManuscripts: Rule = (person) =>
  either(
    both(ownDepartment(person), { sealed: { not_equals: true } }),
    holds(person, 'secrecy-reviewer') && { sealed: { equals: true } },
  )

/**
 * Versions hold the department of their time; a manuscript never changes department, so it is also today's. Whether it is
 * sealed stands in the manuscript alone: one mark hides all versions at once, and none is ever written again.
 */
const readManuscriptVersions: Rule = (person) =>
  either(
    holds(person, ...DEPARTMENT_DUTIES) && {
      and: [
        { 'version.department': { equals: person?.departmentId ?? '' } },
        { 'parent.sealed': { not_equals: true } },
      ],
    },
    holds(person, 'secrecy-reviewer') && { 'parent.sealed': { equals: true } },
  )

const updateManuscripts: Rule = (person) => {
  if (!writes(person)) return false
  const own: Where[] = [
    { department: { equals: person.departmentId } },
    { sealed: { not_equals: true } },
  ]
  return holds(person, 'department-admin')
    ? { and: own }
    : { and: [...own, { createdBy: { equals: person.id } }] }
}

/** Always a condition, never plain yes: so Payload looks for the row, and a file without one is missing, not a fault. */
const readMedia: Rule = (person) => {
  const open: Where = { sealed: { not_equals: true } }
  return either(
    both(ownDepartment(person), open),
    holds(person, ...CENTRAL_DUTIES) && open,
    holds(person, 'secrecy-reviewer') && { sealed: { equals: true } },
  )
}

const readForms: Rule = (person) => {
  if (holds(person, 'secrecy-reviewer')) return true
  return either(
    ownDepartment(person),
    holds(person, ...CENTRAL_DUTIES) && { state: { not_equals: 'held' } },
  )
}

/** Whether this person goes on seeing a form of the department when it is held: what `readForms` says of one form. */
export const seesHeld = ({ person, departmentId }: { person: Person; departmentId: string }) =>
  holds(person, 'secrecy-reviewer') || homeOf(person) === departmentId

const readPosts: Rule = (person) => {
  if (holds(person, 'office-editor', 'secrecy-reviewer')) return true
  const open: Where = { state: { in: ['live', 'withdrawn'] } }
  const own = ownDepartment(person)
  return own ? { or: [open, own] } : open
}

const readUsers: Rule = (person) => {
  if (!person) return false
  return isStaff(person) || { id: { equals: person.id } }
}

const updateUsers: Rule = (person) => {
  if (!person) return false
  return holds(person, 'system-admin', 'security-admin') || { id: { equals: person.id } }
}

const readFilings: Rule = (person) => {
  if (holds(person, 'office-editor')) return true
  return either(ownDepartment(person), isStaff(person) && { person: { equals: person?.id ?? '' } })
}

/** What the home page puts forward today, and only while its post is live: a title of the Office's own may name what was withdrawn. */
const readPlacements: Rule = (person) => {
  if (holds(person, 'office-editor')) return true
  const now = new Date().toISOString()
  const open: Where[] = [{ to: { exists: false } }, { to: { greater_than: now } }]
  const shown: Where[] = [
    { from: { less_than_equal: now } },
    { or: open },
    { 'post.state': { equals: 'live' } },
  ]
  return { and: shown }
}

const siteEditor = holder('office-editor')

/** One line a collection. Nothing is deleted through any API, so there is no column for it. */
export const RULES = {
  departments: { read: everyone, create: siteEditor, update: siteEditor },
  columns: { read: everyone, create: siteEditor, update: siteEditor },
  topics: { read: everyone, create: siteEditor, update: siteEditor },
  placements: { read: readPlacements, create: siteEditor, update: siteEditor },
  users: { read: readUsers, create: holder('system-admin'), update: updateUsers },
  filings: { read: readFilings, create: siteEditor, update: siteEditor },
  media: { read: readMedia, create: writes, update: nobody },
  manuscripts: { read: readManuscripts, create: writes, update: updateManuscripts },
  'application-forms': { read: readForms, create: nobody, update: nobody },
  posts: { read: readPosts, create: nobody, update: nobody },
  'publication-records': {
    read: holder('auditor', 'office-editor'),
    create: nobody,
    update: nobody,
  },
  counters: { read: nobody, create: nobody, update: nobody },
  desks: { read: nobody, create: nobody, update: nobody },
} as const satisfies Record<string, CollectionRules>

export type RuledCollection = keyof typeof RULES

export const readVersions: Rule = readManuscriptVersions

/** Who may change the site settings (office-editor: the site; system-admin: settings). */
export const updatesSettings: Rule = holder('office-editor', 'system-admin')

/** Who may unlock an account after failed logins. */
export const unlocksAccounts: Rule = holder('security-admin')

/** Who may enter the admin: staff; an API account has no screen. */
export const entersAdmin = (person: Person | null) => isStaff(person)
