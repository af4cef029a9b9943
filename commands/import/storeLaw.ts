import { APIError, type Payload } from 'payload'
import { Refusal, wordReasons } from '../../access/refusal'
import { checkRichText } from '../../collections/richText/check'
import type { Manuscript } from '../../payload-types'
import { atDesk } from '../../workflow/desk'
import { submitManuscript } from '../../workflow/submit'
import { compareLaw } from './compare'
import type { Importer } from './importer'
import { manuscriptOf, type ReprintedFrom } from './manuscriptOf'
import type { ComparisonCode, ProblemCode } from './notes'
import type { ParsedLaw } from './parse'

export type Stored =
  | { outcome: 'created' | 'completed' | ComparisonCode }
  | { outcome: 'problem'; code: ProblemCode; detail?: string }

type Storing = {
  payload: Payload
  importer: Importer
  law: ParsedLaw
  from: ReprintedFrom | undefined
}

/** A little longer than a desk stays taken by a process that was killed at it. */
const BUSY_MS = 15_000

const isBusy = (error: unknown) =>
  error instanceof Refusal && error.reasons.some(({ code }) => code === 'manuscript-busy')

const untilFree = async (work: () => Promise<Stored>): Promise<Stored> => {
  const deadline = Date.now() + BUSY_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (Date.now() > deadline) return { outcome: 'problem', code: 'busy' }
    }
  }
}

/** In words why a text was refused; undefined for what is no refusal. */
const refusalOf = (error: unknown) => {
  if (error instanceof Refusal) {
    return wordReasons({ reasons: error.reasons })
      .map(({ message }) => message)
      .join('')
  }
  return error instanceof APIError && error.status < 500 ? error.message : undefined
}

/** @throws faults of machine or program, which end the import, and the desk's busy, which is worth another try */
const problemOf = ({ code, error }: { code: ProblemCode; error: unknown }): Stored => {
  const detail = refusalOf(error)
  if (detail === undefined || isBusy(error)) throw error
  return { outcome: 'problem', code, detail }
}

const findLaw = async ({ payload, key }: { payload: Payload; key: string }) => {
  const { docs } = await payload.find({
    collection: 'manuscripts',
    where: { 'imported.key': { equals: key } },
    select: { body: true },
    sort: 'createdAt',
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  return docs[0]
}

const hasForm = async ({ payload, manuscript }: { payload: Payload; manuscript: string }) => {
  const { totalDocs } = await payload.count({
    collection: 'application-forms',
    where: { manuscript: { equals: manuscript } },
    overrideAccess: true,
  })
  return totalDocs > 0
}

/**
 * Through the Local API without its access check, because `imported` is a field of the server's: the hooks still set writer
 * and department and check the column, and the two other checks of the gate are made here and in `importerOf`.
 * @throws Refusal, or Payload's own error for a value that it does not accept
 */
const createManuscript = async ({ payload, importer, law, from }: Storing) => {
  const data = manuscriptOf({
    law,
    column: importer.columnId,
    department: importer.person.departmentName,
    from,
  })
  const [first, ...rest] = checkRichText({ value: data.body, field: 'body' })
  if (first) throw new Refusal(first, ...rest)
  const { id } = await payload.create({
    collection: 'manuscripts',
    data,
    user: importer.user,
    depth: 0,
    overrideAccess: true,
  })
  return id
}

/** What a kill amid the creation left undone: the relation to the provider, and the first version. */
const mend = async ({ payload, importer, id }: Storing & { id: string }) => {
  const versions = await payload.countVersions({
    collection: 'manuscripts',
    where: { parent: { equals: id } },
    overrideAccess: true,
  })
  if (versions.totalDocs > 0) return
  await payload.update({
    collection: 'manuscripts',
    id,
    data: { providers: [importer.departmentId] },
    user: importer.user,
    depth: 0,
    overrideAccess: false,
  })
}

/** The author states that the text is public and names no private person: laws are. */
const submit = ({ payload, importer, id }: Storing & { id: string }) =>
  submitManuscript({
    payload,
    person: importer.person,
    manuscriptId: id,
    input: { secrecyStatement: 'clear', personalInformation: 'none' },
    now: new Date(),
    migration: true,
  })

const goOn = async (
  storing: Storing & { existing: Pick<Manuscript, 'id' | 'body'> },
): Promise<Stored> => {
  const { payload, law, existing } = storing
  const { id, body } = existing
  const comparison = compareLaw({ law, body })
  if (comparison === 'different') return { outcome: comparison }
  if (await hasForm({ payload, manuscript: id })) return { outcome: comparison }
  try {
    await mend({ ...storing, id })
    await submit({ ...storing, id })
    return { outcome: 'completed' }
  } catch (error) {
    return problemOf({ code: 'not-submitted', error })
  }
}

const begin = async (storing: Storing): Promise<Stored> => {
  let id: string
  try {
    id = await createManuscript(storing)
  } catch (error) {
    return problemOf({ code: 'not-stored', error })
  }
  try {
    await submit({ ...storing, id })
    return { outcome: 'created' }
  } catch (error) {
    return problemOf({ code: 'not-submitted', error })
  }
}

/**
 * Makes a law a manuscript with a form of route `migration`, or leaves alone what is there under its key. Repeatable: what
 * a kill left half done is finished. Of two imports at once one waits for the other, law by law.
 * @throws faults of machine and program; whatever is wrong with the law is its outcome
 */
export const storeLaw = async (storing: Storing): Promise<Stored> => {
  const { payload, law } = storing
  const once = () =>
    atDesk({
      payload,
      manuscript: `import ${law.key}`,
      work: async () => {
        const existing = await findLaw({ payload, key: law.key })
        return existing ? goOn({ ...storing, existing }) : begin(storing)
      },
    })
  return untilFree(once)
}
