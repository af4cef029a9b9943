import type { Payload } from 'payload'
import { idOf } from '../access/person'
import type { Manuscript } from '../payload-types'

/** What a manuscript has been through since it was last published. */
export type Round = {
  /** Everyone who created, edited in this round, or submitted in this round: none of them signs. */
  writers: string[]
  /** The text became public by the route of migration; a revision does not make it new. */
  wasMigrated: boolean
}

/**
 * Looks up the round that a new form of the manuscript belongs to.
 * @param writers everyone who ever wrote the manuscript, with the last time
 */
export const roundOf = async ({
  payload,
  manuscript,
  writers,
}: {
  payload: Payload
  manuscript: Manuscript
  writers: { id: string; at: string }[]
}): Promise<Round> => {
  const { docs: forms } = await payload.find({
    collection: 'application-forms',
    where: { manuscript: { equals: manuscript.id } },
    select: { submittedAt: true, state: true, route: true, applicant: true },
    sort: '-submittedAt',
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  const published = forms.filter(({ state }) => state === 'published')
  const since = published[0]?.submittedAt ?? ''
  const people = [
    idOf(manuscript.createdBy),
    ...writers.filter(({ at }) => at > since).map(({ id }) => id),
    ...forms
      .filter(({ submittedAt }) => (submittedAt ?? '') > since)
      .map(({ applicant }) => idOf(applicant)),
  ]
  return {
    writers: [...new Set(people.filter((id) => id !== null))],
    wasMigrated: published.some(({ route }) => route === 'migration'),
  }
}
