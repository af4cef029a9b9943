import type { Payload } from 'payload'
import { variantsMade } from '../collections/media/makeVariants'
import type { Manuscript, Post, User } from '../payload-types'
import { confirmDelivery } from '../workflow/delivery'
import { removePost, withdrawPost } from '../workflow/retract'
import { emailOf } from './accounts'
import { approval, cast } from './approval'
import { type Frame, makeFrame } from './frame'
import { mediaShelf } from './media'
import { makePlacements, makeTopics } from './placements'
import { type SeedCase, type SeedEnding, type SeedText, seedCases, seedTexts } from './texts'
import { rewriteText, writeText } from './writeText'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const PUBLISHED: { state: 'published' } = { state: 'published' }
type Ending = SeedEnding | typeof PUBLISHED

type Demonstration = {
  payload: Payload
  frame: Frame
  now: Date
  shelf: ReturnType<typeof mediaShelf>
  personOf: ReturnType<typeof cast>
  userOf: (email: string) => Promise<User>
  posts: Map<string, string>
  manuscripts: Map<string, string>
}

const usersBy = (payload: Payload, ids: Map<string, string>) => {
  const known = new Map<string, Promise<User>>()
  return (email: string) => {
    const user =
      known.get(email) ??
      payload.findByID({
        collection: 'users',
        id: ids.get(email) ?? '',
        depth: 1,
        overrideAccess: true,
      })
    known.set(email, user)
    return user
  }
}

/** The rows were written today, the demonstration's clock says when: lists are sorted by these. */
const dateRows = async ({
  payload,
  manuscript,
  at,
}: {
  payload: Payload
  manuscript: string
  at: Date
}) => {
  const time = at.toISOString()
  const data = { createdAt: time, updatedAt: time }
  await payload.db.updateOne({
    collection: 'manuscripts',
    where: { id: { equals: manuscript } },
    data,
    options: { atomic: true },
  })
  const forms = await payload.find({
    collection: 'application-forms',
    where: { manuscript: { equals: manuscript } },
    depth: 0,
    limit: 10,
    pagination: false,
    overrideAccess: true,
  })
  for (const form of forms.docs) {
    const submitted = form.submittedAt ?? time
    await payload.db.updateOne({
      collection: 'application-forms',
      where: { id: { equals: form.id } },
      data: { createdAt: submitted, updatedAt: submitted },
      options: { atomic: true },
    })
  }
}

/** A new version needs its form closed. The files of the demonstration are all generated after the seed. */
const closeForm = async ({
  payload,
  postId,
  at,
}: {
  payload: Payload
  postId: string
  at: Date
}) => {
  const post = await payload.findByID({
    collection: 'posts',
    id: postId,
    depth: 0,
    overrideAccess: true,
  })
  await confirmDelivery({ payload, postId, seq: post.delivery?.seq ?? 0, at })
}

const discard = async ({ payload, userOf }: Demonstration, text: SeedText, id: string) =>
  payload.update({
    collection: 'manuscripts',
    id,
    data: { discarded: true },
    user: await userOf(text.author),
    overrideAccess: false,
    depth: 0,
  })

const retractLater = async (
  { payload, personOf, now }: Demonstration,
  { post, ending, at }: { post: Post; ending: Ending; at: Date },
) => {
  const later = new Date(Math.min(at.getTime() + 26 * HOUR_MS, now.getTime()))
  if (ending.state === 'withdrawn') {
    const person = await personOf(emailOf('office'))
    const { explanation } = ending
    await withdrawPost({ payload, person, postId: post.id, explanation, now: later })
  }
  if (ending.state === 'removed') {
    const person = await personOf(emailOf('secrecy'))
    await removePost({ payload, person, postId: post.id, reason: ending.reason, now: later })
  }
}

const startForm = (demo: Demonstration, { text, ending }: { text: SeedText; ending: Ending }) => {
  const route = approval({ ...demo, ...text, latest: demo.now })
  const publishAt =
    ending.state === 'approved'
      ? new Date(demo.now.getTime() + ending.publishInDays * DAY_MS).toISOString()
      : undefined
  const isDoubted = ending.state === 'held' && ending.by === 'statement'
  const submit = (manuscriptId: string) =>
    route.submit({
      manuscriptId,
      author: text.author,
      input: {
        personalInformation: text.personalInformation,
        secrecyStatement: isDoubted ? 'doubt' : 'clear',
        publishAt,
      },
    })
  return { route, submit }
}

const playForm = async (
  demo: Demonstration,
  { text, ending, manuscriptId }: { text: SeedText; ending: Ending; manuscriptId: string },
) => {
  const { route, submit } = startForm(demo, { text, ending })
  const form = await submit(manuscriptId)
  switch (ending.state) {
    case 'pending':
    case 'revising': {
      if (!('referred' in ending && ending.referred)) return route.signUpTo(form, ending.step)
      const review = await route.signUpTo(form, 'department-review')
      const referred = await route.act({
        form: review,
        action: 'refer',
        opinion: '拟报局网站发布。',
      })
      return route.signUpTo(referred.form, ending.step)
    }
    case 'held': {
      if (ending.by === 'statement') return form
      const reached = await route.signUpTo(form, ending.step)
      return route.act({
        form: reached,
        action: 'hold',
        by: emailOf('secrecy'),
        opinion: ending.opinion,
      })
    }
    case 'returned': {
      const reached = await route.signUpTo(form, ending.step)
      return route.act({ form: reached, action: 'return', opinion: ending.opinion })
    }
    case 'cancelled': {
      const reached = await route.signUpTo(form, ending.step)
      return route.act({ form: reached, action: 'cancel', by: text.author })
    }
    case 'refused': {
      const reached = await route.signUpTo(form, ending.step)
      return route.act({
        form: reached,
        action: 'sign',
        secrecy: 'secret',
        opinion: ending.opinion,
      })
    }
    default: {
      const post = await route.signAll(form)
      if (!post) return
      demo.posts.set(text.key, post.id)
      await retractLater(demo, { post, ending, at: route.clock() })
    }
  }
}

const manuscriptFor = async (
  demo: Demonstration,
  { text, ending }: { text: SeedText; ending: Ending },
): Promise<Manuscript> => {
  const writing = { ...demo, text, user: await demo.userOf(text.author) }
  if (ending.state !== 'revising' && ending.state !== 'revised') return writeText(writing)
  const manuscriptId = demo.manuscripts.get(ending.of)
  const postId = demo.posts.get(ending.of)
  if (!manuscriptId || !postId) throw new Error(`seed: ${ending.of} is not published yet`)
  await closeForm({ payload: demo.payload, postId, at: text.startsAt })
  return rewriteText(writing, manuscriptId)
}

const play = async (demo: Demonstration, { text, ending }: { text: SeedText; ending: Ending }) => {
  const manuscript = await manuscriptFor(demo, { text, ending })
  demo.manuscripts.set(text.key, manuscript.id)
  if (ending.state === 'discarded') await discard(demo, text, manuscript.id)
  else if (ending.state !== 'working') {
    await playForm(demo, { text, ending, manuscriptId: manuscript.id })
  }
  await dateRows({ payload: demo.payload, manuscript: manuscript.id, at: text.startsAt })
}

/**
 * Makes the demonstration bureau in an empty database: its people and columns, and every text through the workflow service
 * with real forms and real signatures, on a clock that walks the 18 months before `now`. The same texts, people and order
 * each time.
 * @param onProgress called before the first and after every text
 */
export const seedDemonstration = async ({
  payload,
  now,
  onProgress = () => {},
}: {
  payload: Payload
  now: Date
  onProgress?: (progress: { done: number; total: number }) => void
}): Promise<void> => {
  const frame = await makeFrame({ payload, now })
  const demo: Demonstration = {
    payload,
    frame,
    now,
    shelf: mediaShelf(payload),
    personOf: cast(payload, frame.users),
    userOf: usersBy(payload, frame.users),
    posts: new Map(),
    manuscripts: new Map(),
  }
  const office = { ...demo, user: await demo.userOf(emailOf('author.office')) }
  await makeTopics(office)
  const published = seedTexts(now).map((text): SeedCase | { text: SeedText; ending: Ending } => ({
    text,
    ending: PUBLISHED,
  }))
  const all = [...published, ...seedCases(now)].sort(
    (one, other) => one.text.startsAt.getTime() - other.text.startsAt.getTime(),
  )
  onProgress({ done: 0, total: all.length })
  for (const [index, item] of all.entries()) {
    await play(demo, item)
    onProgress({ done: index + 1, total: all.length })
  }
  await makePlacements(office)
  await variantsMade()
}
