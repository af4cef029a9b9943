import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { idOf } from '../access/person'
import type { Post } from '../payload-types'
import { type Clerk, formIn, openStage, postIn, type Stage } from '../testing/build'
import { openBureau } from '../testing/bureau'
import { killedAfter, layKillPoints } from '../testing/killPoints'
import type { KillTask } from '../testing/killVictim'
import { makeMedia, personFor } from '../testing/world'
import { actOnForm } from './act'
import { EMPTY_CONTENT } from './content'
import type { ActionInput } from './decide'
import { confirmDelivery } from './delivery'
import { setPublishPort } from './publishPort'
import { relatedTo } from './related'
import { resumeWorkflow } from './resume'
import { removePost, withdrawPost } from './retract'
import { submitManuscript } from './submit'
import { firstBrokenRecord } from './verifyRecords'

let stage: Stage
let retracted: string[]
beforeAll(async () => {
  stage = await openStage(await openBureau())
  layKillPoints(stage.payload)
})
afterAll(() => stage.bureau.close())
beforeEach(() => {
  retracted = []
  setPublishPort({
    deliver: () => {},
    retract: async ({ postId }) => {
      retracted.push(postId)
    },
  })
})

/**
 * Kills the work before its first write, its second, and so on until it is done before it is killed; each time the next
 * start finishes what is left, twice, as the server does again and again.
 */
const killEverywhere = async <Subject>({
  prepare,
  work,
  check,
}: {
  prepare: () => Promise<Subject>
  work: (subject: Subject) => Promise<unknown>
  check: (subject: Subject, begun: boolean) => Promise<void>
}): Promise<number> => {
  for (let writes = 0; ; writes += 1) {
    const subject = await prepare()
    const killed = await killedAfter({ writes, work: () => work(subject) })
    await resumeWorkflow({ payload: stage.payload })
    await resumeWorkflow({ payload: stage.payload })
    await check(subject, writes > 0)
    if (!killed) return writes
  }
}

const act = async (by: Clerk, formId: string, rev: number, input: ActionInput) =>
  actOnForm({
    payload: stage.payload,
    person: await personFor(stage.payload, by.id),
    formId,
    rev,
    input,
    now: new Date(),
  })

const postsOf = async (manuscript: string) => {
  const { docs } = await stage.payload.find({
    collection: 'posts',
    where: { manuscriptKey: { equals: manuscript } },
    depth: 0,
    overrideAccess: true,
  })
  return docs
}
const eventsOf = async (post: string) =>
  (await stage.records(post)).map(({ event, title }) => [event, title ?? null])

const TITLE = '关于樱桃查验的通知'

/** A text with a picture, a topic and two providers: everything that stands in tables of its own. */
let topic = ''
let pictures = 0
const writeRich = async () => {
  const { payload, departments, people, columns } = stage
  topic ||= (
    await payload.create({
      collection: 'topics',
      overrideAccess: true,
      data: { code: 'topic', title: '专题' },
    })
  ).id
  pictures += 1
  const media = await makeMedia({ payload, department: departments.food, name: `p${pictures}` })
  const manuscript = await stage.put(people.author, columns.food, TITLE)
  await payload.update({
    collection: 'manuscripts',
    id: manuscript,
    overrideAccess: true,
    data: {
      images: [media],
      attachments: [{ file: media, title: '附件' }],
      providers: [departments.food, departments.animal],
      topics: [topic],
    },
  })
  return { manuscript, media }
}
const applyRich = async () => {
  const { manuscript, media } = await writeRich()
  const form = formIn(await stage.submit(stage.people.author, manuscript))
  return { manuscript, media, form }
}
const publishRich = async () => {
  const { manuscript, media, form } = await applyRich()
  const { id } = postIn(await stage.sign(form))
  await stage.deliver(id)
  return { manuscript, media, form, post: await stage.readPost(id) }
}

/** Chosen again by whoever finishes what a kill left, they are the same. */
const expectRelated = async (post: Post) =>
  expect(post.related ?? []).toEqual(await relatedTo({ payload: stage.payload, post }))

const clear = { action: 'sign', secrecy: 'clear' } as const

describe('a process that is killed', () => {
  it('at the last signature: the post is whole, once, or nothing has happened', async () => {
    const { departments, people, readForm, deliver } = stage
    const points = await killEverywhere({
      prepare: applyRich,
      work: ({ form }) => act(people.leader, form.id, 1, clear),
      check: async ({ manuscript, media, form }, begun) => {
        const row = await readForm(form.id)
        const posts = await postsOf(manuscript)
        if (!begun) {
          expect([row.state, row.rev, posts.length]).toEqual(['pending', 1, 0])
          return
        }
        expect([row.state, row.rev, posts.length]).toEqual(['approved', 2, 1])
        const post = await stage.readPost(String(idOf(row.post)))
        expect(post).toMatchObject({
          state: 'live',
          title: TITLE,
          providers: [departments.food, departments.animal],
          topics: [topic],
          images: [media],
          revision: 1,
          contentHash: form.contentHash,
          delivery: { state: 'waiting' },
        })
        await expectRelated(post)
        expect(await eventsOf(post.id)).toEqual([['publish', TITLE]])
        expect(await deliver(post.id)).toBe(true)
        expect((await readForm(form.id)).state).toBe('published')
      },
    })
    expect(points).toBeGreaterThan(5)
  })

  it('at the last signature of a revision, from live and from withdrawn', async () => {
    const { departments, people, readForm, readPost, deliver, payload } = stage
    for (const from of ['live', 'withdrawn'] as const) {
      const points = await killEverywhere({
        prepare: async () => {
          const { manuscript, post } = await publishRich()
          if (from === 'withdrawn') {
            const person = await personFor(payload, people.editor.id)
            const now = new Date()
            await withdrawPost({ payload, person, postId: post.id, explanation: '误', now })
            await deliver(post.id)
          }
          await payload.update({
            collection: 'manuscripts',
            id: manuscript,
            overrideAccess: true,
            data: { title: '新题', providers: [departments.food], topics: [] },
          })
          const form = formIn(await stage.submit(people.author, manuscript))
          return { post: await readPost(post.id), form }
        },
        work: ({ form }) => act(people.leader, form.id, 1, clear),
        check: async ({ post, form }, begun) => {
          const now = await readPost(post.id)
          if (!begun) {
            expect(now).toEqual(post)
            return
          }
          expect((await readForm(form.id)).state).toBe('approved')
          expect(now).toMatchObject({
            state: 'live',
            title: '新题',
            number: post.number,
            path: post.path,
            columnSeq: post.columnSeq,
            publishedAt: post.publishedAt,
            revision: 2,
            form: form.id,
            providers: [departments.food],
            topics: [],
            delivery: { state: 'waiting' },
          })
          await expectRelated(now)
          expect((await eventsOf(post.id)).at(-1)).toEqual(['revise', '新题'])
          expect(await eventsOf(post.id)).toHaveLength(from === 'live' ? 2 : 3)
          expect(await deliver(post.id)).toBe(true)
          expect((await readForm(form.id)).state).toBe('published')
        },
      })
      expect(points).toBeGreaterThan(4)
    }
  })

  it('at a withdrawal', async () => {
    const { people, readPost, deliver, payload } = stage
    const points = await killEverywhere({
      prepare: publishRich,
      work: async ({ post }) =>
        withdrawPost({
          payload,
          person: await personFor(payload, people.leader.id),
          postId: post.id,
          explanation: '数据有误',
          now: new Date(),
        }),
      check: async ({ post }, begun) => {
        const now = await readPost(post.id)
        if (!begun) {
          expect(now).toEqual(post)
          return
        }
        expect(now).toMatchObject({
          state: 'withdrawn',
          providers: [],
          topics: [],
          number: post.number,
          withdrawal: { explanation: '数据有误' },
          delivery: { state: 'waiting' },
        })
        expect(now.title ?? null).toBeNull()
        expect(await eventsOf(post.id)).toEqual([
          ['publish', TITLE],
          ['withdraw', TITLE],
        ])
        expect(await deliver(post.id)).toBe(true)
      },
    })
    expect(points).toBeGreaterThan(3)
  })

  it('at a removal: the files are gone, the titles too', async () => {
    const { people, readPost, deliver, payload } = stage
    const points = await killEverywhere({
      prepare: publishRich,
      work: async ({ post }) =>
        removePost({
          payload,
          person: await personFor(payload, people.secrecy.id),
          postId: post.id,
          reason: '泄密',
          now: new Date(),
        }),
      check: async ({ post }, begun) => {
        const now = await readPost(post.id)
        if (!begun) {
          expect(now).toEqual(post)
          expect(retracted).not.toContain(post.id)
          return
        }
        expect(retracted).toContain(post.id)
        expect(now).toMatchObject({
          state: 'removed',
          providers: [],
          topics: [],
          delivery: { state: 'waiting' },
        })
        const row = await payload.db.findOne<Record<string, unknown> & { id: string }>({
          collection: 'posts',
          where: { id: { equals: post.id } },
        })
        const text = JSON.stringify(Object.keys(EMPTY_CONTENT).map((field) => row?.[field]))
        expect(text).not.toMatch(/[一-鿿]/)
        expect(await eventsOf(post.id)).toEqual([
          ['publish', null],
          ['remove', null],
        ])
        expect(await deliver(post.id)).toBe(true)
      },
    })
    expect(points).toBeGreaterThan(4)
  })

  it('at a refusal: the seal is whole, and no version has lost anything', async () => {
    const { people, readForm, payload } = stage
    const points = await killEverywhere({
      prepare: applyRich,
      work: ({ form }) => act(people.leader, form.id, 1, { action: 'sign', secrecy: 'secret' }),
      check: async ({ manuscript, media, form }, begun) => {
        const { state, rev } = await readForm(form.id)
        const row = await payload.findByID({
          collection: 'manuscripts',
          id: manuscript,
          depth: 0,
          overrideAccess: true,
        })
        const file = await payload.findByID({
          collection: 'media',
          id: media,
          depth: 0,
          overrideAccess: true,
        })
        expect([state, rev, row.sealed, file.sealed]).toEqual(
          begun ? ['refused', 2, true, true] : ['pending', 1, false, false],
        )
        const { docs } = await payload.findVersions({
          collection: 'manuscripts',
          where: { parent: { equals: manuscript } },
          sort: 'createdAt',
          depth: 0,
          overrideAccess: true,
        })
        expect(docs.map(({ version }) => version.images ?? [])).toEqual([[], [media]])
      },
    })
    expect(points).toBeGreaterThan(2)
  })

  it('at a release, at the time of a scheduled publication, and between the files and the end of the form', async () => {
    const { people, apply, sign, readForm, payload } = stage
    const approve = async () => {
      const publishAt = new Date(Date.now() + 86_400_000).toISOString()
      const { form } = await apply(people.author, { publishAt })
      return formIn(await sign(form))
    }
    const comeDue = (id: string) =>
      payload.db.updateOne({
        collection: 'application-forms',
        where: { id: { equals: id } },
        data: { publishAt: new Date(Date.now() - 1).toISOString() },
        options: { atomic: true },
      })
    const isPublic = async (formId: string) => {
      const row = await readForm(formId)
      expect(row.state).toBe('approved')
      const post = await stage.readPost(String(idOf(row.post)))
      expect(post).toMatchObject({ state: 'live', delivery: { state: 'waiting' } })
      expect(await eventsOf(post.id)).toHaveLength(1)
    }
    await killEverywhere({
      prepare: async () => {
        const form = await approve()
        await act(people.secrecy, form.id, form.rev, { action: 'hold', opinion: '疑' })
        await comeDue(form.id)
        return form
      },
      work: (form) =>
        act(people.secrecy2, form.id, 3, {
          action: 'release',
          secrecy: 'clear',
          decidedBy: '局',
          reference: '1',
          decidedOn: '2026-03-01',
          opinion: '不涉密',
        }),
      check: async (form, begun) => {
        if (begun) await isPublic(form.id)
        else expect((await readForm(form.id)).state).toBe('held')
      },
    })
    await killEverywhere({
      prepare: async () => {
        const form = await approve()
        await comeDue(form.id)
        return form
      },
      work: () => resumeWorkflow({ payload }),
      check: (form) => isPublic(form.id),
    })
    await killEverywhere({
      prepare: async () => {
        const { form } = await apply(people.author)
        return { form, post: postIn(await sign(form)) }
      },
      work: async ({ post }) => {
        const { delivery } = await stage.readPost(post.id)
        await confirmDelivery({ payload, postId: post.id, seq: delivery?.seq ?? 0, at: new Date() })
      },
      check: async ({ form }, begun) => {
        expect((await readForm(form.id)).state).toBe(begun ? 'published' : 'approved')
      },
    })
  })

  it('at a submit: one form or none, and the manuscript is free again after a while', async () => {
    const { people, payload, submit } = stage
    await killEverywhere({
      prepare: writeRich,
      work: async ({ manuscript }) =>
        submitManuscript({
          payload,
          person: await personFor(payload, people.author.id),
          manuscriptId: manuscript,
          input: { secrecyStatement: 'clear', personalInformation: 'none' },
          now: new Date(),
        }),
      check: async ({ manuscript }) => {
        const { totalDocs } = await payload.count({
          collection: 'application-forms',
          where: { manuscript: { equals: manuscript } },
          overrideAccess: true,
        })
        expect(totalDocs).toBeLessThan(2)
        await payload.db.updateOne({
          collection: 'desks',
          where: { manuscript: { equals: manuscript } },
          data: { until: Date.now() - 1 },
          options: { atomic: true },
        })
        const again = await submit(people.author, manuscript)
        expect([again.status, again.codes]).toEqual(totalDocs ? [403, ['form-open']] : [200, []])
      },
    })
  })

  it('leaves the chain of publication records whole, after all of that', async () => {
    const docs = await stage.records()
    expect(docs.length).toBeGreaterThan(50)
    expect(firstBrokenRecord(docs)).toBeNull()
    const { totalDocs } = await stage.payload.count({
      collection: 'posts',
      where: { 'delivery.state': { exists: false } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
  })
})

describe.skipIf(process.env.BUREAU_TEST_ENGINE === 'mongodb')('SIGKILL at any moment', () => {
  const KILLS = 2
  const EACH = 4

  const runAndKill = async (tasks: KillTask[]) => {
    const victim = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        path.join(import.meta.dirname, '../testing/killVictim.ts'),
        JSON.stringify(tasks),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_ENV: 'test' } },
    )
    const ended = once(victim, 'exit')
    let said = ''
    for await (const chunk of victim.stdout) {
      said += String(chunk)
      if (said.includes('ready')) break
    }
    await pause(Math.random() * 600)
    victim.kill('SIGKILL')
    await ended
  }

  it('every task is done or not begun, whatever the moment', async () => {
    const { people, readForm, readPost, payload } = stage
    for (let kill = 0; kill < KILLS; kill += 1) {
      const tasks: KillTask[] = []
      for (let index = 0; index < EACH; index += 1) {
        const publish = (await applyRich()).form.id
        const refuse = (await applyRich()).form.id
        const withdraw = (await publishRich()).post.id
        const remove = (await publishRich()).post.id
        tasks.push(
          { action: 'publish', id: publish, by: people.leader.id },
          { action: 'withdraw', id: withdraw, by: people.editor.id },
          { action: 'refuse', id: refuse, by: people.leader.id },
          { action: 'remove', id: remove, by: people.secrecy.id },
        )
      }
      await runAndKill(tasks)
      await resumeWorkflow({ payload })
      const states: string[] = []
      for (const { action, id } of tasks) {
        if (action === 'publish' || action === 'refuse') {
          const form = await readForm(id)
          const manuscript = String(idOf(form.manuscript))
          const { sealed } = await payload.findByID({
            collection: 'manuscripts',
            id: manuscript,
            depth: 0,
            overrideAccess: true,
          })
          const [post] = await postsOf(manuscript)
          const whole = action === 'publish' ? ['approved', true, false] : ['refused', false, true]
          expect([['pending', false, false], whole]).toContainEqual([
            form.state,
            Boolean(post),
            sealed,
          ])
          if (post) {
            expect((await readPost(post.id)).providers).toHaveLength(2)
            expect(await eventsOf(post.id)).toHaveLength(1)
          }
          states.push(form.state ?? '')
        } else {
          const post = await readPost(id)
          const events = (await eventsOf(id)).map(([event]) => event)
          expect([
            ['live', 'written', 2, ['publish']],
            ['withdrawn', 'waiting', 0, ['publish', 'withdraw']],
            ['removed', 'waiting', 0, ['publish', 'remove']],
          ]).toContainEqual([post.state, post.delivery?.state, post.providers?.length, events])
          states.push(post.state ?? '')
        }
      }
      expect(states).toHaveLength(EACH * 4)
    }
  }, 240_000)
})
