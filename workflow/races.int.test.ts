import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Duty } from '../access/duties'
import { type Clerk, formIn, openStage, postIn, type Reply, type Stage } from '../testing/build'
import { openBureau } from '../testing/bureau'
import { makeAccount } from '../testing/world'
import { entriesOf } from './entry'
import { resumeWorkflow } from './resume'
import { readSnapshot } from './snapshot'
import { firstBrokenRecord } from './verifyRecords'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(await openBureau())
})
afterAll(() => stage.bureau.close())

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()
const statusesOf = (replies: Reply[]) => replies.map(({ status }) => status).sort()
const rounds = (count: number) => Array.from({ length: count }, (_, round) => round)
/** Lets one of two contestants start later, by up to a tenth of a second, so that the rounds meet in different places. */
const late = async <Result>(round: number, work: () => Promise<Result>) => {
  await pause(round % 2 ? Math.random() * 20 * (1 + (round % 5)) : 0)
  return work()
}

const openForms = async (manuscript: string) => {
  const { docs } = await stage.payload.find({
    collection: 'application-forms',
    where: { manuscript: { equals: manuscript } },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs.filter(({ state }) => state === 'pending' || state === 'held' || state === 'approved')
}
const postsOf = async (manuscript: string) => {
  const { docs } = await stage.payload.find({
    collection: 'posts',
    where: { manuscriptKey: { equals: manuscript } },
    depth: 0,
    overrideAccess: true,
  })
  return docs
}
const readManuscript = (id: string) =>
  stage.payload.findByID({ collection: 'manuscripts', id, depth: 0, overrideAccess: true })

describe('two at once on one form', () => {
  it('two leaders sign: one signature, one post, one 409', async () => {
    const { people, apply, act, readForm } = stage
    for (const round of rounds(6)) {
      const { form, manuscript } = await apply(people.author)
      const replies = await Promise.all([
        act({ by: people.leader, form, action: 'sign', secrecy: 'clear' }),
        late(round, () => act({ by: people.leader2, form, action: 'sign', secrecy: 'clear' })),
      ])
      expect(statusesOf(replies)).toEqual([200, 409])
      const lost = replies.find(({ status }) => status === 409)
      expect([lost?.codes, lost?.doc.rev]).toEqual([['stale-rev'], 2])
      expect(entriesOf((await readForm(form.id)).entries)).toHaveLength(1)
      expect(await postsOf(manuscript)).toHaveLength(1)
    }
  })

  it('one request sent five times signs once', async () => {
    const { people, apply, act, readForm } = stage
    const { form, manuscript } = await apply(people.author)
    const replies = await Promise.all(
      rounds(5).map(() => act({ by: people.leader, form, action: 'sign', secrecy: 'clear' })),
    )
    expect(statusesOf(replies)).toEqual([200, 409, 409, 409, 409])
    const again = await act({ by: people.leader, form, action: 'sign', secrecy: 'clear' })
    expect([again.status, again.codes]).toEqual([409, ['stale-rev']])
    expect((await readForm(form.id)).rev).toBe(2)
    expect(await postsOf(manuscript)).toHaveLength(1)
  })

  it('a replayed signature of one who signs two steps passes one', async () => {
    const { people, columns, apply, act, signUpTo } = stage
    const { form } = await apply(people.author, { column: columns.news })
    const atSecrecy = await signUpTo(form, 'secrecy-review')
    const replies = await Promise.all(
      [people.secrecy, people.secrecy2, people.secrecy].map((by) =>
        act({ by, form: atSecrecy, action: 'sign', secrecy: 'clear' }),
      ),
    )
    expect(statusesOf(replies)).toEqual([200, 409, 409])
  })

  it('a sign and a cancel: one of them, and a post only with the signature', async () => {
    const { people, apply, act, readForm } = stage
    for (const round of rounds(6)) {
      const { form, manuscript } = await apply(people.author)
      const sign = () => act({ by: people.leader, form, action: 'sign', secrecy: 'clear' })
      const cancel = () => act({ by: people.author, form, action: 'cancel' })
      const [first, second] = round % 3 ? [sign, cancel] : [cancel, sign]
      const replies = await Promise.all([first(), late(round, second)])
      expect(statusesOf(replies)).toEqual([200, 409])
      const { state, rev } = await readForm(form.id)
      expect(rev).toBe(2)
      expect([
        ['approved', 1],
        ['cancelled', 0],
      ]).toContainEqual([state, (await postsOf(manuscript)).length])
    }
  })

  it.each([
    ['return', { opinion: '改' }, 'returned'],
    ['hold', { opinion: '疑' }, 'held'],
    ['refer', {}, 'pending'],
  ] as const)('a sign and a %s: one of them', async (action, body, state) => {
    const { people, apply, act, readForm } = stage
    for (const round of rounds(6)) {
      const { form, manuscript } = await apply(people.author)
      const replies = await Promise.all([
        act({ by: people.leader, form, action: 'sign', secrecy: 'clear' }),
        late(round, () => act({ by: people.head, form, action, ...body })),
      ])
      expect(statusesOf(replies)).toEqual([200, 409])
      const row = await readForm(form.id)
      expect(row.rev).toBe(2)
      expect(entriesOf(row.entries)).toHaveLength(1)
      const published = (await postsOf(manuscript)).length === 1
      expect(row.state).toBe(published ? 'approved' : state)
    }
  })

  it('two releases, one clear and one secret: one of them', async () => {
    const { people, apply, act, readForm } = stage
    const facts = {
      decidedBy: '局保密委员会',
      reference: '1号',
      decidedOn: '2026-03-01',
      opinion: '已确认',
    }
    for (const round of rounds(4)) {
      const { form } = await apply(people.author, { secrecyStatement: 'doubt' })
      const replies = await Promise.all([
        act({ by: people.secrecy, form, action: 'release', secrecy: 'clear', ...facts }),
        late(round, () =>
          act({ by: people.secrecy2, form, action: 'release', secrecy: 'secret', ...facts }),
        ),
      ])
      expect(statusesOf(replies)).toEqual([200, 409])
      const { state, manuscript } = await readForm(form.id)
      expect((await readManuscript(String(manuscript))).sealed).toBe(state === 'refused')
    }
  })
})

describe('an edit and a submit', () => {
  it('an edit answered 200 is in the snapshot, any other gets 409 and changes nothing', async () => {
    const { people, columns, put, edit, submit, readForm } = stage
    const seen = new Set<string>()
    for (const round of rounds(30)) {
      const manuscript = await put(people.author, columns.food, `原题 ${round}`)
      const change = () => edit(people.author, manuscript, { title: `新题 ${round}` })
      const apply = () => submit(people.author, manuscript)
      const [edited, submitted] =
        round % 2
          ? await Promise.all([change(), late(round, apply)])
          : await Promise.all([late(round + 1, change), apply()])
      expect(submitted.status).toBe(200)
      const { snapshot } = await readForm(formIn(submitted).id)
      const { title } = readSnapshot(snapshot ?? '')
      const stored = (await readManuscript(manuscript)).title
      expect([title, stored]).toEqual(
        edited.status === 200
          ? [`新题 ${round}`, `新题 ${round}`]
          : [`原题 ${round}`, `原题 ${round}`],
      )
      if (edited.status !== 200) {
        expect(edited.status).toBe(409)
        expect(['manuscript-frozen', 'manuscript-busy']).toContain(edited.codes[0])
      }
      seen.add(String(edited.status))
    }
    expect([...seen].sort()).toEqual(['200', '409'])
  })

  it('no edit answered 200 is taken away by another: what both say is in the snapshot', async () => {
    const { people, columns, put, edit, submit, readForm } = stage
    for (const round of rounds(6)) {
      const manuscript = await put(people.author, columns.food)
      const [title, summary, authors] = await Promise.all([
        edit(people.author, manuscript, { title: `题 ${round}` }),
        late(round, () => edit(people.admin, manuscript, { summary: `要 ${round}` })),
        edit(people.author, manuscript, { authors: `人 ${round}` }),
      ])
      const form = formIn(await submit(people.author, manuscript))
      const text = readSnapshot((await readForm(form.id)).snapshot ?? '')
      expect(text).toMatchObject({
        ...(title.status === 200 ? { title: `题 ${round}` } : {}),
        summary: summary.status === 200 ? `要 ${round}` : null,
        authors: authors.status === 200 ? `人 ${round}` : null,
      })
      const others = [title, summary, authors].filter(({ status }) => status !== 200)
      expect(others.length).toBeLessThan(3)
      for (const { status, codes } of others)
        expect([status, codes]).toEqual([409, ['manuscript-busy']])
    }
  })

  it('an edit while a form is open changes nothing, however it races the return', async () => {
    const { people, apply, act, edit } = stage
    for (const round of rounds(6)) {
      const { manuscript, form } = await apply(people.author)
      const [edited] = await Promise.all([
        late(round, () => edit(people.author, manuscript, { title: '新题' })),
        act({ by: people.leader, form, action: 'return', opinion: '改' }),
      ])
      const { title } = await readManuscript(manuscript)
      expect([
        [200, '新题'],
        [409, '关于开展专项检查的通知'],
      ]).toContainEqual([edited.status, title])
    }
  })

  it('two submits at once open one form', async () => {
    const { people, columns, put, submit } = stage
    for (const round of rounds(6)) {
      const manuscript = await put(people.author, columns.food)
      const replies = await Promise.all([
        submit(people.author, manuscript),
        late(round, () => submit(people.admin, manuscript)),
        submit(people.author, manuscript),
      ])
      expect(statusesOf(replies)).toEqual([200, 403, 403])
      const lost = replies.find(({ status }) => status === 403)
      expect(lost?.codes).toEqual(['form-open'])
      expect(await openForms(manuscript)).toHaveLength(1)
    }
  })
})

describe('a duty that is taken away', () => {
  const signer = async (name: string, duties: Duty[]): Promise<Clerk> => {
    const { payload, departments } = stage
    const account = await makeAccount({ payload, name, department: departments.food, duties })
    return { ...account, department: departments.food, duties }
  }
  const change = (id: string, data: { duties?: Duty[]; department?: string; active?: boolean }) =>
    stage.payload.update({ collection: 'users', id, overrideAccess: true, data })

  it('a second before signs no more: duty, department or account, with the session still live', async () => {
    const { people, departments, apply, act, readForm } = stage
    const changes = [
      { data: { duties: ['author'] satisfies Duty[] }, answer: [403, ['lacks-duty']] },
      { data: { department: departments.animal }, answer: [404, ['not-found']] },
      { data: { active: false }, answer: [401, ['no-login']] },
    ]
    for (const [index, { data, answer }] of changes.entries()) {
      const by = await signer(`losing-${index}`, ['department-leader'])
      const { form } = await apply(people.author)
      await change(by.id, data)
      const reply = await act({ by, form, action: 'sign', secrecy: 'clear' })
      expect([reply.status, reply.codes]).toEqual(answer)
      expect((await readForm(form.id)).rev).toBe(1)
    }
  })

  it('at the same moment signs or does not, and the record says which', async () => {
    const { people, apply, act, readForm } = stage
    for (const round of rounds(6)) {
      const by = await signer(`racing-${round}`, ['department-leader'])
      const { form } = await apply(people.author)
      const [reply] = await Promise.all([
        late(round, () => act({ by, form, action: 'sign', secrecy: 'clear' })),
        late(round + 1, () => change(by.id, { duties: ['author'] })),
      ])
      const { rev, entries } = await readForm(form.id)
      expect([
        [200, 2, 1],
        [403, 1, 0],
      ]).toContainEqual([reply.status, rev, entriesOf(entries).length])
    }
  })

  it('after signing does not undo the signature', async () => {
    const { people, columns, apply, act, signUpTo } = stage
    const by = await signer('leaving', ['department-head'])
    const { form } = await apply(people.author, { column: columns.news })
    const consented = formIn(await act({ by, form, action: 'sign' }))
    await change(by.id, { duties: [], active: false })
    expect((await signUpTo(consented)).state).toBe('approved')
  })

  it('before submitting submits no more', async () => {
    const { columns, put, submit } = stage
    const { makeFiling } = await import('../testing/world')
    const by = await signer('author-losing', ['author'])
    await makeFiling({ payload: stage.payload, person: by.id, department: by.department })
    const manuscript = await put(by, columns.food)
    await change(by.id, { duties: ['department-leader'] })
    const reply = await submit(by, manuscript)
    expect([reply.status, reply.codes]).toEqual([403, ['lacks-duty']])
  })
})

describe('publishing and what comes between', () => {
  it.each(['hold', 'cancel'] as const)(
    'a %s at the time of publication: one of them',
    async (action) => {
      const { payload, people, apply, sign, act, readForm } = stage
      for (const round of rounds(6)) {
        const { form, manuscript } = await apply(people.author, { publishAt: tomorrow() })
        const approved = formIn(await sign(form))
        const by = action === 'hold' ? people.secrecy : people.author
        const stop = () =>
          act({ by, form: approved, action, ...(action === 'hold' ? { opinion: '疑' } : {}) })
        const publish = async () => {
          await resumeWorkflow({ payload, now: new Date(Date.now() + 2 * 86_400_000) })
        }
        const [reply] =
          round % 2
            ? await Promise.all([stop(), late(round, publish)])
            : await Promise.all([late(round + 1, stop), publish()])
        const { state } = await readForm(form.id)
        const posts = (await postsOf(manuscript)).length
        const stopped = action === 'hold' ? 'held' : 'cancelled'
        expect([
          [true, stopped, 0],
          [false, 'approved', 1],
        ]).toContainEqual([reply.status === 200, state, posts])
        if (reply.status !== 200) expect([403, 409]).toContain(reply.status)
      }
    },
  )

  it('publishing twice at once makes one post and one record', async () => {
    const { payload, people, apply, sign } = stage
    const { form, manuscript } = await apply(people.author, { publishAt: tomorrow() })
    await sign(form)
    const now = new Date(Date.now() + 2 * 86_400_000)
    await Promise.all(rounds(4).map(() => resumeWorkflow({ payload, now })))
    const posts = await postsOf(manuscript)
    expect(posts).toHaveLength(1)
    expect(await stage.records(posts[0]?.id)).toHaveLength(1)
  })

  it('ten last signatures at once give ten numbers and one chain of records', async () => {
    const { people, apply, act } = stage
    const forms = []
    for (const _ of rounds(10)) forms.push((await apply(people.author)).form)
    const replies = await Promise.all(
      forms.map((form) => act({ by: people.leader, form, action: 'sign', secrecy: 'clear' })),
    )
    const numbers = replies.map((reply) => postIn(reply).number)
    expect(new Set(numbers).size).toBe(10)
    expect(firstBrokenRecord(await stage.records())).toBeNull()
  })

  it('a withdrawal and the last signature of a revision: each takes place, one after the other', async () => {
    const { people, publish, edit, submit, act, post, readPost } = stage
    for (const round of rounds(6)) {
      const { manuscript, post: published } = await publish(people.author)
      await edit(people.author, manuscript, { title: '修订后的题' })
      const form = formIn(await submit(people.author, manuscript))
      const sign = () => act({ by: people.leader2, form, action: 'sign', secrecy: 'clear' })
      const withdraw = () =>
        post(`/api/posts/${published.id}/withdraw`, people.leader, { explanation: '误' })
      const [one, other] = round % 2 ? [sign, withdraw] : [withdraw, sign]
      const replies = await Promise.all([one(), late(round, other)])
      expect(statusesOf(replies)).toEqual([200, 200])
      const row = await readPost(published.id)
      const events = (await stage.records(published.id)).map(({ event }) => event)
      expect([
        ['live', '修订后的题', ['publish', 'withdraw', 'revise']],
        ['withdrawn', null, ['publish', 'revise', 'withdraw']],
      ]).toContainEqual([row.state, row.title ?? null, events])
      expect([row.number, row.path]).toEqual([published.number, published.path])
    }
  })

  it('a removal always wins over the last signature of a revision', async () => {
    const { people, publish, edit, submit, act, post, readPost, readForm } = stage
    for (const round of rounds(6)) {
      const { manuscript, post: published } = await publish(people.author)
      await edit(people.author, manuscript, { title: '修订后的题' })
      const form = formIn(await submit(people.author, manuscript))
      const sign = () => act({ by: people.leader, form, action: 'sign', secrecy: 'clear' })
      const remove = () =>
        post(`/api/posts/${published.id}/remove`, people.secrecy, { reason: '泄密' })
      const [signed, removed] =
        round % 2
          ? await Promise.all([sign(), late(round, remove)])
          : await Promise.all([late(round + 1, sign), remove()])
      expect(removed.status).toBe(200)
      const row = await readPost(published.id)
      expect([row.state, row.title ?? null]).toEqual(['removed', null])
      const { state } = await readForm(form.id)
      expect([
        [200, 'approved'],
        [200, 'held'],
        [403, 'pending'],
      ]).toContainEqual([signed.status, state])
      expect((await stage.records(published.id)).every(({ title }) => !title)).toBe(true)
    }
    expect(firstBrokenRecord(await stage.records())).toBeNull()
  })

  it('two withdrawals, or a withdrawal and a removal, at once', async () => {
    const { people, publish, post, readPost } = stage
    for (const round of rounds(4)) {
      const { post: published } = await publish(people.author)
      const withdraw = (by: Clerk) =>
        post(`/api/posts/${published.id}/withdraw`, by, { explanation: '误' })
      const replies = await Promise.all([
        withdraw(people.leader),
        late(round, () => withdraw(people.editor)),
      ])
      expect(statusesOf(replies)).toEqual([200, 403])
      const other = (await publish(people.author)).post
      await Promise.all([
        post(`/api/posts/${other.id}/withdraw`, people.leader, { explanation: '误' }),
        late(round, () => post(`/api/posts/${other.id}/remove`, people.editor, { reason: '泄密' })),
      ])
      expect((await readPost(other.id)).state).toBe('removed')
    }
  })
})
