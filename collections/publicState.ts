import { idOf } from '../access/person'
import type { Post } from '../payload-types'
import type { Places } from './places'
import type { PublicState } from './urls'

/** The fields that decide on which pages a post appears. */
type PlacedPost = Pick<
  Post,
  | 'number'
  | 'path'
  | 'column'
  | 'columnSeq'
  | 'department'
  | 'providers'
  | 'interprets'
  | 'topics'
  | 'inEnglish'
  | 'state'
>

const yearOf = (path: string | null | undefined) =>
  Number(/^\/posts\/(\d{4})\//.exec(path ?? '')?.[1] ?? 0)

/** The public state of a post row. What it lacks, as no post of the workflow does, is empty or 0. Pure. */
export const publicState = ({
  post,
  places,
}: {
  post: PlacedPost
  places: Places
}): PublicState => {
  const codeOf = (department: Post['department']) => places.departments.get(idOf(department) ?? '')
  const columnId = idOf(post.column) ?? ''
  return {
    number: post.number ?? 0,
    year: yearOf(post.path),
    columnId,
    columnPath: places.columns.get(columnId) ?? '',
    columnSeq: post.columnSeq ?? 0,
    departmentCode: codeOf(post.department) ?? '',
    providerCodes: (post.providers ?? []).flatMap((provider) => codeOf(provider) ?? []),
    interprets: idOf(post.interprets),
    topicCodes: (post.topics ?? []).flatMap((topic) => places.topics.get(idOf(topic) ?? '') ?? []),
    inEnglish: post.inEnglish ?? false,
    state: post.state ?? 'live',
  }
}
