import { idOf, personOf } from '../../../access/person'
import type { Reason } from '../../../access/refusals'
import type { Manuscript } from '../../../payload-types'
import { editReasons } from '../../../workflow/edits'
import { maySubmit } from '../../../workflow/submit'
import { type FormLine, type Reader, readFormsOf } from '../forms'

/** How a manuscript stands to the person who looks at it. */
export type Standing = {
  manuscript: Manuscript
  /** Why it takes no edit now. */
  blocked: Reason[]
  isDiscarded: boolean
  maySubmit: boolean
  /** Its newest form, and the one that is open if there is one. */
  latest: FormLine | null
  post: FormLine['post']
}

/** @returns null when there is no such manuscript, or none that this person may see */
export const readStanding = async ({
  reader,
  id,
}: {
  reader: Reader
  id: string
}): Promise<Standing | null> => {
  const { payload, user } = reader
  const person = personOf(user)
  const manuscript = await payload.findByID({
    collection: 'manuscripts',
    id,
    depth: 0,
    overrideAccess: false,
    user,
    disableErrors: true,
  })
  if (!manuscript || !person) return null
  const [blocked, forms] = await Promise.all([
    editReasons({ payload, manuscript: idOf(manuscript) ?? id }),
    readFormsOf({ reader, manuscript: id }),
  ])
  return {
    manuscript,
    blocked,
    isDiscarded: manuscript.discarded === true,
    maySubmit: maySubmit(person, manuscript),
    latest: forms[0] ?? null,
    post: forms.find(({ post }) => post)?.post ?? null,
  }
}
