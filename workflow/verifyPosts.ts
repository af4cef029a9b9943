import type { Payload } from 'payload'
import { idOf } from '../access/person'
import { wordReasons } from '../access/refusal'
import type { ApplicationForm, Post } from '../payload-types'
import { contentOf, EMPTY_CONTENT } from './content'
import { chainReasons } from './decide'
import { factsOf } from './facts'
import { hashReasons } from './proof'
import { canonicalJson, readSnapshot } from './snapshot'

const BATCH = 200

/** A post that is not what was signed. */
export type PostFinding = { number: number; problems: string[] }

/** Databases write nothing, null and an empty group for the same. */
const withoutNothing = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNothing)
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .map(([key, item]) => [key, withoutNothing(item)] as const)
    .filter(([, item]) => item !== null && item !== undefined && item !== '')
    .filter(([, item]) => !(typeof item === 'object' && Object.keys(item ?? {}).length === 0))
  return Object.fromEntries(entries)
}

const isSame = (one: unknown, other: unknown) =>
  canonicalJson(withoutNothing({ value: one })) === canonicalJson(withoutNothing({ value: other }))

/** What the row shows, in the shape of a snapshot: array rows without the ids that the database gives them. */
const shownOf = (post: Post): Record<string, unknown> => ({
  ...post,
  interprets: idOf(post.interprets),
})

const differingFields = (post: Post, content: Record<string, unknown>) => {
  const shown = shownOf(post)
  return Object.keys(content).filter((field) => !isSame(shown[field], content[field]))
}

const contentProblems = (post: Post, form: ApplicationForm): string[] => {
  const expected =
    post.state === 'live' ? contentOf(readSnapshot(form.snapshot ?? '')) : EMPTY_CONTENT
  const fields = differingFields(post, expected)
  return fields.length > 0 ? [`库中内容与签署的文本不一致：${fields.join('、')}`] : []
}

/**
 * What is wrong with a post: its text is not the one that was signed, or the signatures do not stand. Pure.
 * @param form the form by which it was published last, whole
 */
const postProblems = (post: Post, form: ApplicationForm | undefined): string[] => {
  if (!form) return ['没有对应的申请表']
  const hash = wordReasons({ reasons: hashReasons(form) }).map(({ message }) => message)
  if (hash.length > 0) return hash
  const chain = wordReasons({ reasons: chainReasons(factsOf(form)) }).map(({ message }) => message)
  const other = post.contentHash === form.contentHash ? [] : ['校验值与申请表不一致']
  return [...chain, ...other, ...contentProblems(post, form)]
}

const formsOf = async ({ payload, posts }: { payload: Payload; posts: Post[] }) => {
  const ids = posts.flatMap((post) => idOf(post.form) ?? [])
  const { docs } = await payload.find({
    collection: 'application-forms',
    where: { id: { in: ids } },
    depth: 0,
    limit: BATCH,
    pagination: false,
    overrideAccess: true,
  })
  return new Map(docs.map((form) => [form.id, form]))
}

/**
 * Recomputes, post by post in the order of their numbers, the hash of the stored snapshot, and compares signatures and
 * the shown text with it (第十二条(二)). Reads only.
 * @param onPosts called with the number of posts that were looked at
 */
export async function* verifyPosts({
  payload,
  onPosts,
}: {
  payload: Payload
  onPosts: (count: number) => void
}): AsyncGenerator<PostFinding> {
  for (let after = 0; ; ) {
    const { docs } = await payload.find({
      collection: 'posts',
      where: { number: { greater_than: after } },
      sort: 'number',
      depth: 0,
      limit: BATCH,
      pagination: false,
      overrideAccess: true,
    })
    const forms = await formsOf({ payload, posts: docs })
    for (const post of docs) {
      const problems = postProblems(post, forms.get(idOf(post.form) ?? ''))
      if (problems.length > 0) yield { number: post.number ?? 0, problems }
    }
    onPosts(docs.length)
    const last = docs.at(-1)?.number
    if (!last) return
    after = last
  }
}
