import type { Payload } from 'payload'
import { z } from 'zod'
import { keysOf } from '../access/keysOf'
import { idOf, type Person } from '../access/person'
import { Refusal } from '../access/refusal'
import type { Reason } from '../access/refusals'
import { type FormAction, OUTCOMES, STATES } from '../access/steps'
import type { ApplicationForm, Post } from '../payload-types'
import {
  type ActionInput,
  chainReasons,
  decide,
  type FormChange,
  type FormFacts,
  isEntitled,
  isSignature,
  reasonsAgainst,
  secrecyReasons,
} from './decide'
import { removedReasons } from './edits'
import { factsOf } from './facts'
import { personNow } from './personNow'
import { fileReasons, hashReasons } from './proof'
import { publishForm } from './publish'
import { sealForm } from './seal'
import { standingReasons } from './standing'

const rev = z.int().min(1)
const opinion = z.string().trim().max(2000).nullish()
const needed = z.string().trim().min(1).max(2000)
const neededOpinion = z
  .string({ error: 'opinion-required' })
  .trim()
  .min(1, { error: 'opinion-required' })
  .max(2000)
const day = z.union([z.iso.date(), z.iso.datetime({ offset: true })])

/** What each action takes; anything else is a bad request. A message that is a refusal's code words the refusal. */
export const ACTION_SCHEMAS = {
  sign: z.strictObject({ rev, opinion, secrecy: z.enum(keysOf(OUTCOMES)).nullish() }),
  return: z.strictObject({ rev, opinion: neededOpinion }),
  refer: z.strictObject({ rev, opinion }),
  hold: z.strictObject({ rev, opinion: neededOpinion }),
  release: z.strictObject({
    rev,
    secrecy: z.enum(['clear', 'secret']),
    decidedBy: needed,
    reference: needed,
    decidedOn: day,
    opinion: neededOpinion,
  }),
  cancel: z.strictObject({ rev, opinion }),
} as const satisfies Record<FormAction, z.ZodType>

/** The form has moved on since it was read; carries it as it is now. */
export class StaleRev extends Refusal {
  readonly form: ApplicationForm
  constructor(form: ApplicationForm) {
    super('stale-rev')
    this.form = form
  }
}

const readForm = (payload: Payload, id: string) =>
  payload.findByID({ collection: 'application-forms', id, depth: 0, overrideAccess: true })

const refuseWith = (reasons: Reason[]) => {
  const [first, ...rest] = reasons
  if (first) throw new Refusal(first, ...rest)
}

/** One compare-and-swap of everything that an action changes. @returns whether this caller won */
const swap = async ({
  payload,
  form,
  change,
  publishing,
}: {
  payload: Payload
  form: ApplicationForm
  change: FormChange
  publishing: boolean
}) => {
  const row: unknown = await payload.db.updateOne({
    collection: 'application-forms',
    where: {
      and: [
        { id: { equals: form.id } },
        { rev: { equals: form.rev } },
        { state: { equals: form.state } },
        { publishing: { equals: form.publishing ?? false } },
      ],
    },
    data: {
      ...change,
      rev: (form.rev ?? 0) + 1,
      publishing,
      openKey: STATES[change.state].open ? idOf(form.manuscript) : form.id,
      updatedAt: new Date().toISOString(),
    },
    options: { atomic: true },
  })
  return row !== null
}

/** What the column and the post say: asked at every signature (第十条). */
const placeReasons = async ({
  payload,
  form,
  at,
}: {
  payload: Payload
  form: ApplicationForm
  at: string
}): Promise<Reason[]> => {
  const manuscript = idOf(form.manuscript)
  return [
    ...(await standingReasons({
      payload,
      columnId: idOf(form.column),
      departmentId: idOf(form.department),
      route: form.route ?? null,
      at,
    })),
    ...(manuscript ? await removedReasons({ payload, manuscript }) : []),
  ]
}

/** Passes the last step of the form. */
const isLastSignature = (facts: FormFacts, input: ActionInput) =>
  isSignature(input) && facts.state === 'pending' && facts.step === facts.steps.at(-1)

const approves = (change: FormChange) => change.state === 'approved'

/**
 * Signs, returns, refers, holds, releases or cancels a form that the person may see. The order of the answers: 400 for what
 * the step does not take, 403 for a lacking duty, 409 for a stale `rev`, 403 with every other reason.
 * @param person as this request found it
 * @param now the server's time
 * @returns the form after the action, and its post when this signature published it
 * @throws Refusal; then nothing has changed, `rev` included
 */
export const actOnForm = async ({
  payload,
  person,
  formId,
  rev: decidedOn,
  input,
  now,
}: {
  payload: Payload
  person: Person
  formId: string
  rev: number
  input: ActionInput
  now: Date
}): Promise<{ form: ApplicationForm; post: Post | null }> => {
  const { action } = input
  const at = now.toISOString()
  const form = await readForm(payload, formId)
  const facts = factsOf(form)

  const current = decidedOn === form.rev
  if (current && action === 'sign' && facts.state === 'pending') {
    refuseWith(secrecyReasons(facts.step, input.secrecy))
  }
  if (!isEntitled({ action, person, form: facts })) throw new Refusal('lacks-duty')
  if (!current) throw new StaleRev(form)
  const isLast = isLastSignature(facts, input)
  refuseWith([
    ...reasonsAgainst({ action, person, form: facts }),
    ...(isSignature(input) ? await placeReasons({ payload, form, at }) : []),
    ...(isLast ? [...hashReasons(form), ...(await fileReasons({ payload, form }))] : []),
  ])
  // All that took time: a duty that was lost meanwhile signs no more.
  const signer = await personNow({ payload, id: person.id })
  if (!isEntitled({ action, person: signer, form: facts })) throw new Refusal('lacks-duty')
  refuseWith(reasonsAgainst({ action, person: signer, form: facts }))

  const change = decide({ form: facts, input, person: signer, at })
  if (isLast) refuseWith(chainReasons({ ...facts, ...change }))
  const due = !form.publishAt || form.publishAt <= at
  const publishing = approves(change) && due
  if (!(await swap({ payload, form, change, publishing }))) {
    throw new StaleRev(await readForm(payload, formId))
  }
  if (change.state === 'refused') await sealForm({ payload, formId })
  const post = publishing ? await publishForm({ payload, formId, now }) : null
  return { form: await readForm(payload, formId), post }
}
