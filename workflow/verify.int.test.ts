import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../access/person'
import { formIn, openStage, type Stage } from '../testing/build'
import { openBureau } from '../testing/bureau'
import { verifyPosts } from './verifyPosts'
import { verifyRecords } from './verifyRecords'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(await openBureau())
})
afterAll(() => stage.bureau.close())

const quiet = () => undefined
const findings = async () => {
  const found: { number: number; problems: string[] }[] = []
  for await (const one of verifyPosts({ payload: stage.payload, onPosts: quiet })) found.push(one)
  return found
}
const brokenRecord = () => verifyRecords({ payload: stage.payload, onRecords: quiet })

type Slug = 'posts' | 'application-forms' | 'publication-records'

/** Changes a row behind the workflow's back, looks, and puts it as it was. */
const changed = async <Found>({
  collection,
  id,
  data,
  look,
}: {
  collection: Slug
  id: string
  data: Record<string, unknown>
  look: () => Promise<Found>
}) => {
  const { payload } = stage
  const row = await payload.findByID({ collection, id, depth: 0, overrideAccess: true })
  await payload.db.updateOne({ collection, id, data })
  const found = await look()
  const before = Object.entries(row).filter(([key]) => key in data)
  await payload.db.updateOne({ collection, id, data: Object.fromEntries(before) })
  return found
}

/** Takes a post away, as the Office does. */
const retract = async (id: string, action: 'withdraw' | 'remove') => {
  const why = action === 'withdraw' ? { explanation: '数据有误' } : { reason: '含有内部信息' }
  const reply = await stage.post(`/api/posts/${id}/${action}`, stage.people.editor, why)
  expect(reply.status).toBe(200)
}

/** Publishes the text of a post once more. */
const revise = async ({ manuscript }: { manuscript: string }) => {
  const form = formIn(await stage.submit(stage.people.author, manuscript))
  const { post } = await stage.readForm((await stage.signUpTo(form)).id)
  await stage.deliver(String(post))
}

describe('第十二条(二) the proof of what is public', () => {
  it('finds nothing wrong with posts that are live, revised, withdrawn and removed', async () => {
    const { people, publish } = stage
    await publish(people.author)
    await revise(await publish(people.author))
    await retract((await publish(people.author)).post.id, 'withdraw')
    await retract((await publish(people.author)).post.id, 'remove')
    expect(await findings()).toEqual([])
    expect(await brokenRecord()).toBeNull()
  })

  it('finds a post whose shown text is not the signed one, field by field', async () => {
    const { post } = await stage.publish(stage.people.author)
    const tampering = [
      { title: '改过的题' },
      { summary: '添的摘要' },
      { body: null },
      { source: { type: 'reprint', name: '别处' } },
    ]
    for (const data of tampering) {
      const found = await changed({ collection: 'posts', id: post.id, data, look: findings })
      const [field] = Object.keys(data)
      expect(found).toEqual([
        { number: post.number, problems: [`库中内容与签署的文本不一致：${field}`] },
      ])
    }
    expect(await findings()).toEqual([])
  })

  it('finds a changed snapshot, a missing signature, and words in a withdrawn post', async () => {
    const { people, publish, readForm } = stage
    const { post } = await publish(people.author)
    const form = await readForm(idOf(post.form) ?? '')
    const snapshot = form.snapshot?.replace(post.title ?? '', '换过的题') ?? ''
    const changes = [{ snapshot }, { entries: [] }, { contentHash: 'f'.repeat(64) }]
    for (const data of changes) {
      const id = form.id
      const found = await changed({ collection: 'application-forms', id, data, look: findings })
      expect(found.map(({ number }) => number)).toEqual([post.number])
    }
    const gone = (await publish(people.author)).post
    await retract(gone.id, 'withdraw')
    const data = { summary: '留下的话' }
    const found = await changed({ collection: 'posts', id: gone.id, data, look: findings })
    expect(found.map(({ number }) => number)).toEqual([gone.number])
  })

  it('第十一条(一): finds a changed or missing publication record', async () => {
    const { payload } = stage
    const { docs } = await payload.find({
      collection: 'publication-records',
      sort: 'seq',
      limit: 3,
      depth: 0,
      overrideAccess: true,
    })
    const [, second, third] = docs
    if (!second || !third) throw new Error('Too few records')
    const collection = 'publication-records'
    const data = { by: '某人' }
    const found = await changed({ collection, id: second.id, data, look: brokenRecord })
    expect(found).toBe(second.seq)
    await payload.db.deleteOne({ collection, where: { id: { equals: second.id } } })
    expect(await brokenRecord()).toBe(third.seq)
  })
})
