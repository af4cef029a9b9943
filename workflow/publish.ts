import type { Payload } from 'payload'
import { idOf } from '../access/person'
import { wordReasons } from '../access/refusal'
import type { Reason } from '../access/refusals'
import { inTurn } from '../collections/inTurn'
import type { ApplicationForm, Post } from '../payload-types'
import { completePost } from './completion'
import { chainReasons } from './decide'
import { entriesOf } from './entry'
import { factsOf } from './facts'
import { makePost, postOfManuscript } from './makePost'
import { fileReasons, hashReasons } from './proof'
import { readSnapshot } from './snapshot'
import { standingReasons } from './standing'

const proofReasons = async ({
  payload,
  form,
  at,
}: {
  payload: Payload
  form: ApplicationForm
  at: string
}): Promise<Reason[]> => [
  ...hashReasons(form),
  ...chainReasons(factsOf(form)),
  ...(await fileReasons({ payload, form })),
  ...(await standingReasons({
    payload,
    columnId: idOf(form.column),
    departmentId: idOf(form.department),
    route: form.route ?? null,
    at,
  })),
]

/** A form that fails its proof when it is due waits for the secrecy-reviewers, with the reason recorded. */
const holdUnproven = async ({
  payload,
  form,
  reasons,
  at,
}: {
  payload: Payload
  form: ApplicationForm
  reasons: Reason[]
  at: string
}) => {
  const opinion = wordReasons({ reasons })
    .map(({ message }) => message)
    .join('')
  const entry = {
    step: form.step ?? null,
    decision: 'hold',
    passed: false,
    person: { id: '', name: '系统', position: '', department: '' },
    opinion,
    at,
    hash: form.contentHash,
  }
  await payload.db.updateOne({
    collection: 'application-forms',
    where: {
      and: [
        { id: { equals: form.id } },
        { rev: { equals: form.rev } },
        { state: { equals: 'approved' } },
      ],
    },
    data: {
      state: 'held',
      heldFrom: 'approved',
      publishing: false,
      rev: (form.rev ?? 0) + 1,
      entries: [...entriesOf(form.entries), entry],
    },
    options: { atomic: true },
  })
}

/**
 * Makes the post of an approved form from its snapshot, never from the manuscript, and hands it to the generator. Repeatable:
 * whatever a kill left undone is done by calling it again.
 * @returns the post, or null when the form is not (or no longer) to be published
 */
export const publishForm = ({
  payload,
  formId,
  now,
}: {
  payload: Payload
  formId: string
  now: Date
}): Promise<Post | null> =>
  inTurn('posts', async () => {
    const form = await payload.findByID({
      collection: 'application-forms',
      id: formId,
      depth: 0,
      overrideAccess: true,
    })
    const manuscriptKey = idOf(form.manuscript)
    if (form.state !== 'approved' || !manuscriptKey || !form.snapshot) return null
    const at = now.toISOString()
    const begun = await postOfManuscript({ payload, manuscript: manuscriptKey })
    if (begun && idOf(begun.form) === form.id) return completePost({ payload, post: begun })
    const reasons = await proofReasons({ payload, form, at })
    const snapshot = reasons.length === 0 ? readSnapshot(form.snapshot) : null
    const making = { payload, form, manuscriptKey, at, known: begun }
    const post = snapshot ? await makePost({ ...making, snapshot }) : null
    if (post) return completePost({ payload, post })
    const unproven = snapshot ? [{ code: 'post-removed' as const }] : reasons
    await holdUnproven({ payload, form, reasons: unproven, at })
    return null
  })
