import type { Payload } from 'payload'
import { z } from 'zod'
import { keysOf } from '../access/keysOf'
import { holds, idOf, type Person } from '../access/person'
import { Refusal } from '../access/refusal'
import type { Reason } from '../access/refusals'
import { writes } from '../access/rules'
import { PERSONAL_INFORMATION, type RouteName, type Step } from '../access/steps'
import { rightsOf } from '../collections/columns/rightsOf'
import { nextNumber } from '../collections/counters/nextNumber'
import { nextShanghaiDay, shanghaiYear } from '../collections/dates'
import { publishedMedia } from '../collections/manuscripts/files'
import type { ApplicationForm, Manuscript } from '../payload-types'
import { atDesk } from './desk'
import { editReasons } from './edits'
import { personNow } from './personNow'
import { missingForSubmit } from './requirements'
import { roundOf } from './round'
import { stepsFor } from './routes'
import { canonicalText, type Snapshot, sha256, snapshotOf } from './snapshot'
import { standingReasons } from './standing'

export const submitSchema = z.strictObject({
  secrecyStatement: z.enum(['clear', 'doubt']),
  personalInformation: z.enum(keysOf(PERSONAL_INFORMATION)),
  publishAt: z.iso
    .datetime({ offset: true })
    .transform((time) => new Date(time).toISOString())
    .nullish(),
  route: z.literal('bureau').nullish(),
})
export type SubmitInput = z.infer<typeof submitSchema>

/** May submit this manuscript: its creator, or an administrator of its department. */
export const maySubmit = (person: Person, manuscript: Manuscript) =>
  writes(person) &&
  person.departmentId === idOf(manuscript.department) &&
  (holds(person, 'department-admin') || person.id === idOf(manuscript.createdBy))

/** A filing counts from the whole of its first day, like the term of a column. */
const isFiled = async ({
  payload,
  person,
  departmentId,
  at,
}: {
  payload: Payload
  person: Person
  departmentId: string
  at: string
}) => {
  const { totalDocs } = await payload.count({
    collection: 'filings',
    overrideAccess: true,
    where: {
      and: [
        { person: { equals: person.id } },
        { department: { equals: departmentId } },
        { from: { less_than: nextShanghaiDay(at) } },
        { or: [{ to: { exists: false } }, { to: { greater_than: at } }] },
      ],
    },
  })
  return totalDocs > 0
}

const migrationReasons = async ({
  payload,
  person,
  at,
}: {
  payload: Payload
  person: Person
  at: string
}): Promise<Reason[]> => {
  const settings = await payload.findGlobal({
    slug: 'site-settings',
    depth: 0,
    overrideAccess: true,
  })
  const open = Boolean(settings.migrationUntil && settings.migrationUntil > at)
  return [
    ...(person.inOffice && holds(person, 'author')
      ? []
      : [{ code: 'migration-office-only' as const }]),
    ...(open ? [] : [{ code: 'migration-closed' as const }]),
  ]
}

/**
 * Why this person can open no form for the department in this column at this time, whatever the text. The import asks it
 * before it writes anything.
 * @returns every reason at once; empty when nothing stands against it
 */
export const openingReasons = async ({
  payload,
  person,
  departmentId,
  columnId,
  at,
  migration,
}: {
  payload: Payload
  person: Person
  departmentId: string
  columnId: string
  at: string
  migration: boolean
}): Promise<Reason[]> => [
  ...((await isFiled({ payload, person, departmentId, at }))
    ? []
    : [{ code: 'no-filing' as const }]),
  ...(await standingReasons({ payload, columnId, departmentId, route: null, at })),
  ...(migration ? await migrationReasons({ payload, person, at }) : []),
]

const freeze = async ({
  payload,
  manuscript,
  migrated,
}: {
  payload: Payload
  manuscript: Manuscript
  migrated: boolean
}): Promise<{ snapshot: Snapshot; reasons: Reason[] }> => {
  const wanted = publishedMedia(manuscript)
  const media = await payload.find({
    collection: 'media',
    where: { id: { in: wanted } },
    depth: 0,
    limit: wanted.length || 1,
    pagination: false,
    overrideAccess: true,
  })
  const departmentId = idOf(manuscript.department)
  const own = media.docs.filter((row) => idOf(row.department) === departmentId && !row.sealed)
  const snapshot = snapshotOf({ manuscript, media: own, migrated })
  const lost = own.length < wanted.length
  return { snapshot, reasons: lost ? [{ code: 'file-missing' }] : [] }
}

/** The counter of a year's forms. */
export const formCounter = (at: string) => `form-${shanghaiYear(at)}`

/** The row of a form as it is opened for exactly this text. Pure. */
export const newForm = ({
  snapshot,
  manuscriptId,
  postId,
  route,
  steps,
  writers,
  applicant,
  input,
  sequence,
  at,
}: {
  snapshot: Snapshot
  manuscriptId: string
  postId: string | null
  route: RouteName
  steps: Step[]
  writers: string[]
  applicant: string
  input: SubmitInput
  sequence: number
  at: string
}) => {
  const text = canonicalText(snapshot)
  const held = input.secrecyStatement === 'doubt'
  return {
    number: `${shanghaiYear(at)}-${String(sequence).padStart(6, '0')}`,
    title: snapshot.title,
    manuscript: manuscriptId,
    post: postId,
    route,
    steps,
    step: steps[0],
    state: held ? ('held' as const) : ('pending' as const),
    heldFrom: held ? 'pending' : null,
    rev: 1,
    snapshot: text,
    contentHash: sha256(text),
    entries: [],
    writers: [...new Set([...writers, applicant])],
    applicant,
    department: snapshot.department,
    column: snapshot.column,
    secrecyStatement: input.secrecyStatement,
    personalInformation: input.personalInformation,
    publishAt: input.publishAt ?? null,
    submittedAt: at,
    publishing: false,
    openKey: manuscriptId,
  }
}

/**
 * 提交审批: freezes the manuscript as it is now and opens a numbered form for exactly that text.
 * @param manuscriptId of a manuscript that the person may see
 * @param migration the import's own door to the route `migration`; REST never sets it
 * @param now the server's time
 * @throws Refusal with every reason at once; then nothing has changed
 */
export const submitManuscript = async ({
  payload,
  person: signedIn,
  manuscriptId,
  input,
  now,
  migration = false,
}: {
  payload: Payload
  person: Person
  manuscriptId: string
  input: SubmitInput
  now: Date
  migration?: boolean
}): Promise<ApplicationForm> =>
  atDesk({
    payload,
    manuscript: manuscriptId,
    work: async ({ writers, keep }) => {
      const at = now.toISOString()
      const person = await personNow({ payload, id: signedIn.id })
      const manuscript = await payload.findByID({
        collection: 'manuscripts',
        id: manuscriptId,
        depth: 0,
        overrideAccess: true,
      })
      if (!maySubmit(person, manuscript)) throw new Refusal('lacks-duty')
      const departmentId = idOf(manuscript.department)
      const columnId = idOf(manuscript.column)
      if (!departmentId || !columnId)
        throw new Refusal({ code: 'column-not-yours', field: 'column' })

      const round = await roundOf({ payload, manuscript, writers })
      const { snapshot, reasons: fileReasons } = await freeze({
        payload,
        manuscript,
        migrated: migration || round.wasMigrated,
      })
      const blocked = await editReasons({ payload, manuscript: manuscriptId })
      const reasons: Reason[] = [
        ...blocked.map(({ code }) =>
          code === 'manuscript-frozen' ? { code: 'form-open' as const } : { code },
        ),
        ...(manuscript.discarded ? [{ code: 'manuscript-discarded' as const }] : []),
        ...(await openingReasons({ payload, person, departmentId, columnId, at, migration })),
        ...missingForSubmit(snapshot),
        ...fileReasons,
      ]
      const [first, ...rest] = reasons
      if (first) throw new Refusal(first, ...rest)

      const column = await payload.findByID({
        collection: 'columns',
        id: columnId,
        depth: 0,
        overrideAccess: true,
      })
      const department = await payload.findByID({
        collection: 'departments',
        id: departmentId,
        depth: 0,
        overrideAccess: true,
      })
      const route: RouteName = migration
        ? 'migration'
        : input.route === 'bureau'
          ? 'bureau'
          : rightsOf(column).route
      const steps = stepsFor({
        route,
        adminCheck: department.adminCheck === true,
        byAdministrator: holds(person, 'department-admin'),
      })
      const posts = await payload.find({
        collection: 'posts',
        where: { manuscriptKey: { equals: manuscriptId } },
        select: { number: true },
        depth: 0,
        limit: 1,
        pagination: false,
        overrideAccess: true,
      })
      await keep()
      const sequence = await nextNumber({ payload, key: formCounter(at) })
      return payload.create({
        collection: 'application-forms',
        depth: 0,
        overrideAccess: true,
        data: newForm({
          snapshot,
          manuscriptId,
          postId: posts.docs[0]?.id ?? null,
          route,
          steps,
          writers: round.writers,
          applicant: person.id,
          input,
          sequence,
          at,
        }),
      })
    },
  })
