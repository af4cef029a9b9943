import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../access/person'
import { type Clerk, formIn, openStage, postIn, type Stage } from '../testing/build'
import { openBureau } from '../testing/bureau'
import { makeColumn, makeMedia } from '../testing/world'
import { EMPTY_CONTENT } from './content'
import { setPublishPort } from './publishPort'
import { resumeWorkflow } from './resume'
import { sha256 } from './snapshot'
import { firstBrokenRecord } from './verifyRecords'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(await openBureau())
})
afterAll(() => stage.bureau.close())

const readAnonymously = async (id: string) => {
  const { status, body } = await stage.rest({ path: `/api/posts/${id}` })
  return { status, text: JSON.stringify(body) }
}

/** The row as the database has it, past every hook. */
const storedPost = (id: string) =>
  stage.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'posts',
    where: { id: { equals: id } },
  })

const isVoid = (value: unknown): boolean => {
  if (value === null || value === undefined) return true
  if (typeof value !== 'object') return false
  return Object.values(value).every(isVoid)
}

const retract = (by: Clerk | null, id: string, action: 'withdraw' | 'remove', body?: unknown) =>
  stage.post(
    `/api/posts/${id}/${action}`,
    by,
    body ?? (action === 'withdraw' ? { explanation: '数据有误' } : { reason: '含有内部信息' }),
  )

describe('第十条 withdraw', () => {
  it('empties the row, leaves a notice, and keeps the text in the form', async () => {
    const { people, publish, readForm, readPost, rest } = stage
    const { post, form, manuscript } = await publish(people.author)
    const reply = await retract(people.leader, post.id, 'withdraw', {
      explanation: '数据有误，待核实',
    })
    expect(reply.status).toBe(200)
    expect(reply.doc).toEqual({
      id: post.id,
      number: post.number,
      path: post.path,
      state: 'withdrawn',
    })
    const row = await storedPost(post.id)
    for (const field of Object.keys(EMPTY_CONTENT))
      expect([field, isVoid(row?.[field])]).toEqual([field, true])
    const withdrawn = await readPost(post.id)
    expect([withdrawn.providers, withdrawn.topics]).toEqual([[], []])
    expect(withdrawn).toMatchObject({
      number: post.number,
      path: post.path,
      column: post.column,
      department: post.department,
      columnSeq: post.columnSeq,
      publishedAt: post.publishedAt,
      withdrawal: {
        explanation: '数据有误，待核实',
        by: `department-leader1.${stage.departments.food}`,
      },
      delivery: { state: 'waiting' },
    })
    expect((await readForm(form.id)).snapshot).toContain('正文')
    const seen = await readAnonymously(post.id)
    expect([
      seen.status,
      seen.text.includes('数据有误'),
      seen.text.includes(people.leader.id),
    ]).toEqual([200, true, false])
    const found = await rest({
      path: `/api/posts?where[title][contains]=专项&where[id][equals]=${post.id}`,
    })
    expect(JSON.stringify(found.body)).toContain('"totalDocs":0')
    const [, record] = await stage.records(post.id)
    expect(record).toMatchObject({
      event: 'withdraw',
      reason: '数据有误，待核实',
      title: form.title,
      formNumber: form.number,
      providers: ['food'],
      path: post.path,
    })
    expect((await stage.edit(people.author, manuscript, { title: '改' })).status).toBe(200)
  })

  it('is for leaders of an owning department in department-route columns, and for office-editors', async () => {
    const { people, departments, columns, clerk, publish, readPost } = stage
    const animalLeader = await clerk(departments.animal, ['department-leader'])
    const animalHead = await clerk(departments.animal, ['department-head'])
    const cases: { column: string; may: Clerk[]; mayNot: Clerk[] }[] = [
      {
        column: columns.food,
        may: [people.leader, people.head, people.editor],
        mayNot: [people.author, people.admin, animalLeader, people.secrecy, people.reviewer],
      },
      { column: columns.shared, may: [animalLeader, animalHead], mayNot: [people.bureau] },
      {
        column: columns.news,
        may: [people.editor],
        mayNot: [people.leader, people.head, people.bureau, people.secrecy],
      },
    ]
    for (const { column, may, mayNot } of cases) {
      for (const by of may) {
        const { post } = await publish(people.author, { column })
        for (const other of mayNot) {
          const refused = await retract(other, post.id, 'withdraw')
          expect([refused.status, refused.codes]).toEqual([403, ['lacks-duty']])
        }
        expect(await readPost(post.id)).toEqual(post)
        expect((await retract(by, post.id, 'withdraw')).status).toBe(200)
      }
    }
  })

  it('is no longer for a leader whose department owns the column no more', async () => {
    const { payload, people, departments, publish } = stage
    const column = await makeColumn(payload, {
      code: 'handed',
      name: '移交',
      owners: [departments.food, departments.animal],
    })
    const { post } = await publish(people.author, { column })
    const { owners } = await payload.findByID({ collection: 'columns', id: column, depth: 0 })
    await payload.update({
      collection: 'columns',
      id: column,
      overrideAccess: true,
      data: {
        owners: (owners ?? []).map((row) =>
          row.department === departments.food ? { ...row, to: new Date().toISOString() } : row,
        ),
      },
    })
    expect((await retract(people.leader, post.id, 'withdraw')).codes).toEqual(['lacks-duty'])
  })

  it('is taken back by a revision only: number, path and first date stay', async () => {
    const { people, publish, submit, sign, readPost, deliver, readForm } = stage
    const { manuscript, post } = await publish(people.author)
    await retract(people.leader, post.id, 'withdraw')
    await deliver(post.id)
    const form = formIn(await submit(people.author, manuscript))
    expect((await readForm(form.id)).post).toBe(post.id)
    expect((await readPost(post.id)).state).toBe('withdrawn')
    await sign(form)
    const back = await readPost(post.id)
    expect(back).toMatchObject({
      state: 'live',
      title: post.title,
      number: post.number,
      path: post.path,
      columnSeq: post.columnSeq,
      publishedAt: post.publishedAt,
      revision: 2,
      withdrawal: { explanation: null, at: null, by: null },
    })
    expect((back.providers ?? []).map(idOf)).toEqual((post.providers ?? []).map(idOf))
    expect((await stage.records(post.id)).map(({ event }) => event)).toEqual([
      'publish',
      'withdraw',
      'revise',
    ])
  })

  it('of a post whose files are not written yet still ends its form', async () => {
    const { people, apply, sign, deliver, readForm } = stage
    const { form } = await apply(people.author)
    const { id } = postIn(await sign(form))
    await retract(people.editor, id, 'withdraw')
    expect((await readForm(form.id)).state).toBe('approved')
    await resumeWorkflow({ payload: stage.payload })
    expect((await readForm(form.id)).state).toBe('approved')
    await deliver(id)
    expect((await readForm(form.id)).state).toBe('published')
  })
})

describe('第五条 remove', () => {
  it.each(['editor', 'secrecy'] as const)(
    'is for %s, from live and from withdrawn',
    async (who) => {
      const { people, publish, readPost } = stage
      for (const withdrawn of [false, true]) {
        const { post } = await publish(people.author)
        if (withdrawn) await retract(people.editor, post.id, 'withdraw')
        const reply = await retract(people[who], post.id, 'remove')
        expect(reply.status).toBe(200)
        expect(reply.doc).toMatchObject({ id: post.id, number: post.number, state: 'removed' })
        const row = await storedPost(post.id)
        for (const field of Object.keys(EMPTY_CONTENT)) expect(isVoid(row?.[field])).toBe(true)
        expect((await readPost(post.id)).providers).toEqual([])
        expect((await readAnonymously(post.id)).status).toBeGreaterThanOrEqual(403)
        for (const action of ['withdraw', 'remove'] as const) {
          const again = await retract(people.editor, post.id, action)
          expect([again.status, again.codes]).toEqual([403, ['post-state']])
        }
      }
    },
  )

  it('is for nobody else', async () => {
    const { people, publish, readPost } = stage
    const { post } = await publish(people.author)
    for (const by of [people.author, people.admin, people.leader, people.head, people.bureau]) {
      const reply = await retract(by, post.id, 'remove')
      expect([reply.status, reply.codes]).toEqual([403, ['lacks-duty']])
    }
    expect(await readPost(post.id)).toEqual(post)
  })

  it('ends the manuscript: no edit, no submit, and no signature under a revision that was under way', async () => {
    const { people, publish, edit, submit, sign, act, readForm } = stage
    const { manuscript, post } = await publish(people.author)
    await edit(people.author, manuscript, { title: '修订' })
    const form = formIn(await submit(people.author, manuscript))
    await retract(people.secrecy, post.id, 'remove')
    const before = await readForm(form.id)
    const signed = await sign(form)
    expect([signed.status, signed.codes]).toEqual([403, ['post-removed']])
    expect(await readForm(form.id)).toEqual(before)
    await act({ by: people.author, form, action: 'cancel' })
    const edited = await edit(people.author, manuscript, { title: '再改' })
    expect([edited.status, edited.codes]).toEqual([403, ['post-removed']])
    const submitted = await submit(people.author, manuscript)
    expect([submitted.status, submitted.codes]).toEqual([403, ['post-removed']])
  })

  it('of a post whose files are not written yet still ends its form', async () => {
    const { people, apply, sign, deliver, readForm } = stage
    const { form } = await apply(people.author)
    const { id } = postIn(await sign(form))
    await retract(people.editor, id, 'remove')
    await resumeWorkflow({ payload: stage.payload })
    expect((await readForm(form.id)).state).toBe('approved')
    await deliver(id)
    expect((await readForm(form.id)).state).toBe('published')
  })

  it('takes the files of every text that the post has shown, also of one that is still on its page', async () => {
    const { payload, departments, people, write, edit, submit, sign, deliver } = stage
    const taken: string[][] = []
    setPublishPort({
      deliver: () => {},
      retract: async ({ mediaHashes }) => {
        taken.push(mediaHashes)
      },
    })
    const [first, second] = [
      await makeMedia({ payload, department: departments.food, name: 'shown-first' }),
      await makeMedia({ payload, department: departments.food, name: 'shown-then-this' }),
    ]
    const manuscript = await write(people.author, { images: [first] })
    const { id } = postIn(await sign(formIn(await submit(people.author, manuscript))))
    await deliver(id)
    await edit(people.author, manuscript, { images: [second] })
    await sign(formIn(await submit(people.author, manuscript)))
    await retract(people.secrecy, id, 'remove')
    const { docs } = await payload.find({
      collection: 'media',
      where: { id: { in: [first, second] } },
      overrideAccess: true,
    })
    expect(taken.map((hashes) => hashes.sort())).toEqual([
      docs.map(({ sha256: hash }) => hash ?? '').sort(),
    ])
    setPublishPort({ deliver: () => {}, retract: async () => {} })
  })

  it('of a post whose snapshot cannot be read any more goes through as well', async () => {
    const { payload, people, publish } = stage
    const { post, form } = await publish(people.author)
    await payload.db.updateOne({
      collection: 'application-forms',
      where: { id: { equals: form.id } },
      data: { snapshot: '{' },
      options: { atomic: true },
    })
    expect((await retract(people.secrecy, post.id, 'remove')).status).toBe(200)
  })

  it('takes the title out of the records, and their chain stays whole', async () => {
    const { people, publish } = stage
    const { post } = await publish(people.author)
    await retract(people.editor, post.id, 'withdraw')
    await retract(people.secrecy, post.id, 'remove', { reason: '附件涉密' })
    const records = await stage.records(post.id)
    expect(records.map(({ event, title }) => [event, title ?? null])).toEqual([
      ['publish', null],
      ['withdraw', null],
      ['remove', null],
    ])
    expect(records.map(({ titleHash }) => titleHash)).toEqual(
      Array(3).fill(sha256(post.title ?? '')),
    )
    expect(records[2]).toMatchObject({ reason: '附件涉密', providers: ['food'], path: post.path })
    expect(firstBrokenRecord(await stage.records())).toBeNull()
  })
})

describe('withdraw and remove answer in the order of the contract', () => {
  it.each(['withdraw', 'remove'] as const)('%s', async (action) => {
    const { people, publish, clerk, departments, readPost } = stage
    const { post } = await publish(people.author)
    const removed = await publish(people.author)
    await retract(people.editor, removed.post.id, 'remove')
    const reader = await clerk(departments.office, ['api-reader'])
    const stranger = await clerk(departments.animal, ['author'])
    const missing = '00000000-0000-4000-8000-000000000000'
    for (const id of [post.id, missing]) {
      const nameless = await retract(null, id, action, {})
      expect([nameless.status, nameless.codes]).toEqual([401, ['no-login']])
    }
    for (const id of [missing, removed.post.id]) {
      const unseen = await retract(stranger, id, action, {})
      expect([unseen.status, unseen.codes]).toEqual([404, ['not-found']])
    }
    const words = action === 'withdraw' ? 'explanation' : 'reason'
    for (const body of [{}, { [words]: ' ' }, { [words]: '误', state: 'live' }, 'x', []]) {
      expect((await retract(stranger, post.id, action, body)).status).toBe(400)
    }
    for (const by of [stranger, reader]) {
      const powerless = await retract(by, post.id, action)
      expect([powerless.status, powerless.codes]).toEqual([403, ['lacks-duty']])
    }
    const final = await retract(people.editor, removed.post.id, action)
    expect([final.status, final.codes]).toEqual([403, ['post-state']])
    expect(await readPost(post.id)).toEqual(post)
  })
})

describe('第十一条(一) publication records', () => {
  it('are one unbroken chain over everything that has happened here', async () => {
    const records = await stage.records()
    expect(records.length).toBeGreaterThan(10)
    expect(firstBrokenRecord(records)).toBeNull()
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1))
  })

  it('name form, people, place and text of what became public', async () => {
    const { people, columns, publish } = stage
    const { post, form } = await publish(people.author, { column: columns.listed })
    const [record] = await stage.records(post.id)
    expect(record).toMatchObject({
      event: 'publish',
      number: post.number,
      formNumber: form.number,
      title: post.title,
      titleHash: sha256(post.title ?? ''),
      column: 'listed',
      department: 'food',
      providers: ['food'],
      path: post.path,
      hash: form.contentHash,
      at: post.publishedAt,
    })
    expect(record?.signers).toHaveLength(4)
    expect(record?.by).toContain('bureau-leader')
  })

  it('show any change: a field, a title, a record that is missing or turned', async () => {
    const records = await stage.records()
    const [first, second, third, ...rest] = records
    if (!first || !second || !third) throw new Error('There are records')
    const changed = { ...second, reason: '改' }
    expect(firstBrokenRecord([first, changed, third, ...rest])?.id).toBe(second.id)
    expect(firstBrokenRecord([first, { ...second, by: '他人' }, third])?.id).toBe(second.id)
    expect(firstBrokenRecord([first, { ...second, title: '他题' }, third])?.id).toBe(second.id)
    expect(firstBrokenRecord([first, third])?.id).toBe(third.id)
    expect(firstBrokenRecord([second, first])?.id).toBe(second.id)
    expect(firstBrokenRecord([second])?.id).toBe(second.id)
    expect(firstBrokenRecord([])).toBeNull()
  })

  it('are written by nobody through any API', async () => {
    const { people, clerk, departments, rest } = stage
    const [record] = await stage.records()
    const auditor = await clerk(departments.office, ['auditor'])
    for (const by of [auditor, people.editor, people.secrecy]) {
      for (const method of ['POST', 'PATCH', 'DELETE'] as const) {
        const path = `/api/publication-records${method === 'POST' ? '' : `/${record?.id}`}`
        const { status } = await rest({ method, path, token: by.token, body: { reason: '改' } })
        expect([method, status >= 400]).toEqual([method, true])
      }
    }
    expect(firstBrokenRecord(await stage.records())).toBeNull()
  })
})
