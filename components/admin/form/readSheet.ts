import { isKeyOf } from '../../../access/keysOf'
import { docOf, idOf } from '../../../access/person'
import { STATES } from '../../../access/steps'
import type { ApplicationForm } from '../../../payload-types'
import type { FormFacts } from '../../../workflow/decide'
import { factsOf } from '../../../workflow/facts'
import { readSnapshot, type Snapshot } from '../../../workflow/snapshot'
import type { Reader } from '../forms'

/** A form with everything around it that its page shows, read as the person who asks. */
export type Sheet = {
  form: ApplicationForm
  facts: FormFacts
  text: Snapshot
  names: { department: string; column: string; applicant: string; position: string }
  /** The manuscript's address, for those who may read it. */
  manuscript: string | null
  post: { id: string; number: number; path: string; state: string } | null
}

/** What everyone sees of a form that was refused as secret. */
export type RefusedSheet = { number: string; department: string }

const readForm = ({ reader, id }: { reader: Reader; id: string }) =>
  reader.payload.findByID({
    collection: 'application-forms',
    id,
    depth: 1,
    populate: {
      departments: { name: true },
      columns: { name: true },
      users: { name: true, position: true },
      manuscripts: { title: true },
      posts: { number: true, path: true, state: true },
    },
    overrideAccess: false,
    user: reader.user,
    disableErrors: true,
  })

/** @returns null when there is no such form, or none that this person may see */
export const readSheet = async ({
  reader,
  id,
}: {
  reader: Reader
  id: string
}): Promise<Sheet | RefusedSheet | null> => {
  const form = await readForm({ reader, id })
  if (!form) return null
  const department = docOf(form.department)?.name ?? ''
  if (!isKeyOf(STATES, form.state) || !form.snapshot) {
    return { number: form.number ?? '', department }
  }
  const applicant = docOf(form.applicant)
  const post = docOf(form.post)
  return {
    form,
    facts: factsOf({ ...form, department: idOf(form.department), applicant: idOf(form.applicant) }),
    text: readSnapshot(form.snapshot),
    names: {
      department,
      column: docOf(form.column)?.name ?? '',
      applicant: applicant?.name ?? '',
      position: applicant?.position ?? '',
    },
    manuscript: docOf(form.manuscript)?.id ?? null,
    post: post
      ? {
          id: post.id,
          number: post.number ?? 0,
          path: post.path ?? '',
          state: post.state ?? 'live',
        }
      : null,
  }
}
