import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FormAction } from '../access/steps'
import { shanghaiDate } from '../collections/dates'
import { richText } from '../collections/richText/build'
import { type Clerk, type FormReply, formIn, openStage, type Stage } from '../testing/build'
import { openBureau } from '../testing/bureau'
import { makeColumn, makeDepartment, makeFiling, makeMedia } from '../testing/world'
import { entriesOf } from './entry'
import { submitManuscript } from './submit'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(await openBureau())
})
afterAll(() => stage.bureau.close())

const NOBODY = '00000000-0000-4000-8000-000000000000'
const release = {
  secrecy: 'clear',
  decidedBy: '局保密委员会',
  reference: '辽检保〔2026〕1号',
  decidedOn: '2026-03-01',
  opinion: '经审查，不涉密',
} as const
/** What the admin's picker stores for today in Shanghai: noon in UTC, eight in the evening there. */
const noonUtc = () => `${shanghaiDate(new Date().toISOString())}T12:00:00.000Z`
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()

/** Takes the form's row before and after: a refused action has changed nothing, `rev` included. */
const expectUntouched = async (id: string, work: () => Promise<void>) => {
  const before = await stage.readForm(id)
  await work()
  expect(await stage.readForm(id)).toEqual(before)
}

describe('第十二条(二) the department route', () => {
  it("is signed by the department's leader and answers when the post is stored", async () => {
    const { people, apply, sign, readPost } = stage
    const { form } = await apply(people.author)
    expect(form).toMatchObject({
      rev: 1,
      route: 'department',
      state: 'pending',
      step: 'department-review',
    })
    expect(form.number).toMatch(/^20\d\d-\d{6}$/)
    const signed = await sign(form, { opinion: '同意' })
    expect(signed.status).toBe(200)
    expect(formIn(signed)).toMatchObject({ id: form.id, rev: 2, state: 'approved' })
    expect(signed.post).toMatchObject({ state: 'live' })
    const post = await readPost(signed.post?.id ?? '')
    expect(post.path).toBe(signed.post?.path)
    expect(post).toMatchObject({ state: 'live', contentHash: form.contentHash, revision: 1 })
    expect(post.delivery?.state).toBe('waiting')
  })

  it('is signed by the head as well', async () => {
    const { form } = await stage.apply(stage.people.author)
    const signed = await stage.act({
      by: stage.people.head,
      form,
      action: 'sign',
      secrecy: 'clear',
    })
    expect(signed.status).toBe(200)
  })

  it('the form is published when the generator has written all files', async () => {
    const { post, form } = await stage.publish(stage.people.author)
    expect((await stage.readForm(form.id)).state).toBe('published')
    expect(post.delivery?.state).toBe('written')
  })
})

describe('第十一条(二) department-check', () => {
  it('comes first where the department wants it', async () => {
    const { clerk, departments, columns, apply } = stage
    const author = await clerk(departments.port, ['author'])
    const { form } = await apply(author, { column: columns.port })
    expect(form.step).toBe('department-check')
    const checked = await stage.sign(form)
    expect(formIn(checked)).toMatchObject({ step: 'department-review', state: 'pending', rev: 2 })
    expect(formIn(await stage.sign(formIn(checked))).state).toBe('approved')
  })

  it('falls away where an administrator applies, who would check himself or herself', async () => {
    const { clerk, departments, columns, apply } = stage
    const admin = await clerk(departments.port, ['department-admin'])
    const { form } = await apply(admin, { column: columns.port })
    expect(form.step).toBe('department-review')
  })

  it('is not part of the bureau route', async () => {
    const { clerk, departments, columns, apply } = stage
    const author = await clerk(departments.port, ['author'])
    const { form } = await apply(author, { column: columns.news })
    expect(form).toMatchObject({ route: 'bureau', step: 'department-consent' })
  })
})

describe('第十二条(二) the bureau route', () => {
  it('goes from the head over secrecy and the Office to a bureau leader, each the own step', async () => {
    const { people, columns, apply, sign, readForm } = stage
    const { form } = await apply(people.author, { column: columns.news })
    const steps: unknown[] = []
    let now = form
    while (now.state === 'pending') {
      steps.push(now.step)
      const signed = await sign(now)
      expect([signed.status, signed.codes]).toEqual([200, []])
      now = formIn(signed)
    }
    expect(steps).toEqual([
      'department-consent',
      'secrecy-review',
      'office-review',
      'bureau-approval',
    ])
    expect(now).toMatchObject({ state: 'approved', rev: 5 })
    const entries = entriesOf((await readForm(form.id)).entries)
    expect(entries.map(({ step, passed, hash }) => [step, passed, hash])).toEqual(
      steps.map((step) => [step, true, form.contentHash]),
    )
    expect(entries.map(({ person }) => person.id)).toEqual(
      [people.head, people.secrecy, people.reviewer, people.bureau].map(({ id }) => id),
    )
    expect(entries[0]?.person).toMatchObject({ department: '食品处', position: '职员' })
  })

  it('第十条 a contributor’s leader signs nothing there', async () => {
    const { people, columns, apply, act } = stage
    const { form } = await apply(people.author, { column: columns.listed })
    const tried = await act({ by: people.leader, form, action: 'sign' })
    expect([tried.status, tried.codes]).toEqual([403, ['lacks-duty']])
  })

  it("may be asked for in a column of the department's own", async () => {
    const { form } = await stage.apply(stage.people.author, { route: 'bureau' })
    expect(form).toMatchObject({ route: 'bureau', step: 'department-consent' })
  })

  it('第九条 news belongs to the Office alone: departments contribute, and its own route is kept', async () => {
    const { people, columns, clerk, departments, write, submit } = stage
    const author = await clerk(departments.office, ['author'])
    const news = await write(author, {
      column: columns.news,
      kind: 'news',
      eventDate: '2026-03-01T00:00:00.000Z',
      bulletin: { publication: '《辽宁检验检疫信息》', year: 2026, issue: 3 },
    })
    expect(formIn(await submit(author, news)).route).toBe('bureau')
    const asked = await submit(
      people.author,
      await write(people.author, { column: columns.news }),
      {
        route: 'department',
      },
    )
    expect([asked.status, asked.fields]).toEqual([400, ['route']])
  })
})

describe('第十条 columns and their departments', () => {
  const tryToWrite = async (by: Clerk, column: string) => {
    const reply = await stage.post('/api/manuscripts', by, { title: '题', column })
    return [reply.status, reply.codes]
  }

  it('contributors write for bureau-route columns only', async () => {
    const { payload, clerk, departments, columns } = stage
    const author = await clerk(departments.animal, ['author'])
    const open = await makeColumn(payload, {
      code: 'open',
      name: '开放',
      owners: [departments.food],
      contributors: 'all',
    })
    expect(await tryToWrite(author, open)).toEqual([403, ['column-not-yours']])
    expect(await tryToWrite(author, columns.food)).toEqual([403, ['column-not-yours']])
    expect(await tryToWrite(author, columns.listed)).toEqual([403, ['column-not-yours']])
    expect((await tryToWrite(author, columns.news))[0]).toBe(201)
    expect((await tryToWrite(author, columns.shared))[0]).toBe(201)
  })

  it('a department whose term ended before submitting submits nothing', async () => {
    const { payload, departments, put, submit, people } = stage
    const column = await makeColumn(payload, {
      code: 'ended',
      name: '已转',
      owners: [departments.animal],
    })
    const manuscript = await put(people.author, column)
    const reply = await submit(people.author, manuscript)
    expect([reply.status, reply.codes]).toEqual([403, ['column-not-yours']])
  })

  it('a term that ends between submit and sign takes the right to sign with it, until it is given again', async () => {
    const { payload, departments, people, apply, act } = stage
    const column = await makeColumn(payload, {
      code: 'ending',
      name: '将转',
      owners: [departments.food, departments.animal],
    })
    const { form } = await apply(people.author, { column })
    const { owners } = await payload.findByID({ collection: 'columns', id: column, depth: 0 })
    const [mine, theirs] = owners ?? []
    if (!mine || !theirs) throw new Error('The column has two owners')
    await payload.update({
      collection: 'columns',
      id: column,
      overrideAccess: true,
      data: { owners: [{ ...mine, to: new Date(Date.now() - 1).toISOString() }, theirs] },
    })
    await expectUntouched(form.id, async () => {
      const signed = await act({ by: people.leader, form, action: 'sign', secrecy: 'clear' })
      expect([signed.status, signed.codes]).toEqual([403, ['column-not-yours']])
    })
    await payload.update({
      collection: 'columns',
      id: column,
      overrideAccess: true,
      data: {
        owners: [
          { ...mine, to: new Date(Date.now() - 1).toISOString() },
          theirs,
          { department: departments.food, from: new Date(Date.now() - 1).toISOString() },
        ],
      },
    })
    const signed = await act({ by: people.leader, form, action: 'sign', secrecy: 'clear' })
    expect(signed.status).toBe(200)
  })

  it('a column that took the bureau route meanwhile is not published into by a leader alone', async () => {
    const { payload, departments, people, apply, act, signUpTo } = stage
    const column = await makeColumn(payload, {
      code: 'rising',
      name: '升级',
      owners: [departments.food],
    })
    const { form } = await apply(people.author, { column })
    await payload.update({
      collection: 'columns',
      id: column,
      overrideAccess: true,
      data: { route: 'bureau', contributors: 'all' },
    })
    await expectUntouched(form.id, async () => {
      const signed = await act({ by: people.leader, form, action: 'sign', secrecy: 'clear' })
      expect([signed.status, signed.codes]).toEqual([403, ['column-route-changed']])
    })
    const referred = formIn(await act({ by: people.leader, form, action: 'refer' }))
    expect((await signUpTo(referred)).state).toBe('approved')
  })

  it('a term counts from the whole of its first day', async () => {
    const { payload, departments, put, submit, clerk } = stage
    const column = await makeColumn(payload, {
      code: 'today',
      name: '今日起',
      owners: [departments.food],
    })
    const { owners } = await payload.findByID({ collection: 'columns', id: column, depth: 0 })
    await payload.update({
      collection: 'columns',
      id: column,
      overrideAccess: true,
      data: { owners: [...(owners ?? []), { department: departments.animal, from: noonUtc() }] },
    })
    const author = await clerk(departments.animal, ['author'])
    expect((await submit(author, await put(author, column))).codes).toEqual([])
  })

  it('a closed column takes no form and no signature', async () => {
    const { payload, departments, people, apply, act, put, submit } = stage
    const column = await makeColumn(payload, {
      code: 'closing',
      name: '将关',
      owners: [departments.food],
    })
    const { form } = await apply(people.author, { column })
    await payload.update({
      collection: 'columns',
      id: column,
      overrideAccess: true,
      data: { closedOn: new Date(Date.now() - 1).toISOString() },
    })
    const signed = await act({ by: people.leader, form, action: 'sign', secrecy: 'clear' })
    expect([signed.status, signed.codes]).toEqual([403, ['column-closed']])
    const submitted = await submit(people.author, await put(people.author, column))
    expect([submitted.status, submitted.codes]).toEqual([403, ['column-closed']])
  })

  it.each(['doubt', 'secret'] as const)(
    'an outcome of %s is no signature and is recorded in a closed column too',
    async (secrecy) => {
      const { payload, departments, people, apply, act } = stage
      const column = await makeColumn(payload, {
        code: `closed-${secrecy}`,
        name: '已关',
        owners: [departments.food],
      })
      const { form } = await apply(people.author, { column })
      await payload.update({
        collection: 'columns',
        id: column,
        overrideAccess: true,
        data: { closedOn: new Date(Date.now() - 1).toISOString() },
      })
      const reply = await act({ by: people.leader, form, action: 'sign', secrecy })
      expect([reply.status, reply.doc.state]).toEqual([
        200,
        secrecy === 'doubt' ? 'held' : 'refused',
      ])
    },
  )

  it('a department that is switched off submits and signs nothing', async () => {
    const { payload, clerk, apply, sign, put, submit } = stage
    const department = await makeDepartment(payload, { code: 'closed', name: '撤并处' })
    const column = await makeColumn(payload, { code: 'gone', name: '撤并', owners: [department] })
    const author = await clerk(department, ['author'])
    const { form } = await apply(author, { column })
    await payload.update({
      collection: 'departments',
      id: department,
      overrideAccess: true,
      data: { active: false },
    })
    expect((await sign(form)).codes).toEqual(['department-closed'])
    expect((await submit(author, await put(author, column))).codes).toEqual(['department-closed'])
  })
})

describe('第十条 filings', () => {
  const LONG_AGO = '2020-01-01T00:00:00.000Z'
  it.each([
    ['none at all', null, 403],
    ['one that begins tomorrow', { from: tomorrow() }, 403],
    ['one of today, as a date picker gives the day', { from: noonUtc() }, 200],
    ['one that ended a moment ago', { from: LONG_AGO, to: new Date().toISOString() }, 403],
    ['one in force', { from: LONG_AGO, to: tomorrow() }, 200],
  ] as const)('with %s', async (name, term, status) => {
    const { payload, departments, put, submit } = stage
    const { makeAccount } = await import('../testing/world')
    const account = await makeAccount({
      payload,
      name: `unfiled ${name}`.replaceAll(' ', '-'),
      department: departments.food,
      duties: ['author'],
    })
    const author: Clerk = { ...account, department: departments.food, duties: ['author'] }
    if (term) {
      await payload.create({
        collection: 'filings',
        overrideAccess: true,
        data: { person: author.id, department: departments.food, role: 'author', ...term },
      })
    }
    const reply = await submit(author, await put(author, stage.columns.food))
    expect([reply.status, reply.codes]).toEqual([status, status === 200 ? [] : ['no-filing']])
  })

  it('one of another department is none', async () => {
    const { payload, departments, put, submit } = stage
    const { makeAccount } = await import('../testing/world')
    const account = await makeAccount({
      payload,
      name: 'filed-elsewhere',
      department: departments.food,
      duties: ['author'],
    })
    await makeFiling({ payload, person: account.id, department: departments.animal })
    const author: Clerk = { ...account, department: departments.food, duties: ['author'] }
    const reply = await submit(author, await put(author, stage.columns.food))
    expect(reply.codes).toEqual(['no-filing'])
  })
})

describe('submit', () => {
  it.each(['author', 'admin'] as const)('is for %s of the own department', async (who) => {
    const { people, put, columns, submit } = stage
    const manuscript = await put(people.author, columns.food)
    expect((await submit(people[who], manuscript)).status).toBe(200)
  })

  it('is for no other author, nor for a leader', async () => {
    const { people, departments, put, columns, submit, clerk } = stage
    const manuscript = await put(people.author, columns.food)
    const other = await clerk(departments.food, ['author'], 2)
    for (const by of [other, people.leader, people.head]) {
      const reply = await submit(by, manuscript)
      expect([reply.status, reply.codes]).toEqual([403, ['lacks-duty']])
    }
  })

  it('answers in the order of the contract', async () => {
    const { people, put, columns, submit, post, clerk, departments } = stage
    const manuscript = await put(people.author, columns.food)
    const bad = { secrecyStatement: 'maybe' }
    const stranger = await clerk(departments.animal, ['author'])
    const nameless = await submit(null, manuscript, bad)
    expect([nameless.status, nameless.codes]).toEqual([401, ['no-login']])
    expect((await submit(null, NOBODY)).status).toBe(401)
    const foreign = await submit(stranger, manuscript, bad)
    const missing = await submit(stranger, NOBODY, bad)
    expect([foreign.status, foreign.codes]).toEqual([404, ['not-found']])
    expect(foreign.body).toEqual(missing.body)
    const malformed = await submit(people.leader, manuscript, bad)
    expect([malformed.status, malformed.fields]).toEqual([400, ['secrecyStatement']])
    expect((await submit(people.leader, manuscript)).status).toBe(403)
    const unknown = await submit(people.author, manuscript, { rev: 1, migration: true })
    expect([unknown.status, unknown.fields]).toEqual([400, ['rev', 'migration']])
    for (const body of ['{', '[]', 'null', '"x"']) {
      expect(
        (await post(`/api/manuscripts/${manuscript}/submit`, people.author, body)).status,
      ).toBe(400)
    }
  })

  it('says everything that is missing at once', async () => {
    const { people, columns, put, submit, payload } = stage
    const manuscript = await put(people.author, columns.food)
    await payload.update({
      collection: 'manuscripts',
      id: manuscript,
      overrideAccess: true,
      data: {
        title: '  ',
        kind: 'policy',
        body: richText(),
        source: { type: 'reprint', name: '', url: null },
        discarded: true,
      },
    })
    const reply = await submit(people.author, manuscript)
    expect(reply.status).toBe(403)
    expect(reply.codes.sort()).toEqual([
      'body-missing',
      'issued-on-missing',
      'manuscript-discarded',
      'source-name-missing',
      'source-url-missing',
      'title-missing',
    ])
  })

  it('opens one form for a manuscript: pending, held and approved ones stand in the way', async () => {
    const { people, apply, submit, act, sign } = stage
    const pending = await apply(people.author)
    const held = await apply(people.author, { secrecyStatement: 'doubt' })
    const approved = await apply(people.author, { publishAt: tomorrow() })
    await sign(approved.form)
    for (const { manuscript } of [pending, held, approved]) {
      const again = await submit(people.author, manuscript)
      expect([again.status, again.codes]).toEqual([403, ['form-open']])
    }
    await act({ by: people.leader, form: pending.form, action: 'return', opinion: '改' })
    const again = await submit(people.author, pending.manuscript)
    expect(again.status).toBe(200)
    expect(formIn(again).number).not.toBe(pending.form.number)
    expect(formIn(again).rev).toBe(1)
  })

  it('第五条 a doubt of the applicant holds the form at its first step', async () => {
    const { form } = await stage.apply(stage.people.author, { secrecyStatement: 'doubt' })
    expect(form).toMatchObject({ state: 'held', step: 'department-review', rev: 1 })
  })

  it('numbers forms year by year in one sequence without repeating one', async () => {
    const { people, put, columns, submit } = stage
    const manuscripts = await Promise.all(
      Array.from({ length: 8 }, () => put(people.author, columns.food)),
    )
    const replies = await Promise.all(manuscripts.map((id) => submit(people.author, id)))
    const numbers = replies.map((reply) => formIn(reply).number)
    expect(new Set(numbers).size).toBe(8)
    expect(numbers.every((number) => /^20\d\d-\d{6}$/.test(number))).toBe(true)
    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
    expect(numbers.every((number) => number.startsWith(`${year}-`))).toBe(true)
  })

  it('takes a moment in any zone for the same moment', async () => {
    const { people, apply, sign } = stage
    const eastern = new Date(Date.now() + 8 * 3_600_000 - 60_000)
      .toISOString()
      .replace('Z', '+08:00')
    const { form } = await apply(people.author, { publishAt: eastern })
    expect((await sign(form)).post).not.toBeNull()
  })

  it('refuses a file of another department that came into the text by another door', async () => {
    const { payload, people, departments, put, columns, submit } = stage
    const foreign = await makeMedia({ payload, department: departments.animal, name: 'foreign' })
    const manuscript = await put(people.author, columns.food)
    await payload.update({
      collection: 'manuscripts',
      id: manuscript,
      overrideAccess: true,
      data: { images: [foreign] },
    })
    expect((await submit(people.author, manuscript)).codes).toEqual(['file-missing'])
  })
})

describe('the manuscript of an open form', () => {
  it.each(['pending', 'held', 'approved'] as const)(
    'takes no edit while it is %s',
    async (state) => {
      const { payload, people, apply, sign, edit } = stage
      const { manuscript, form } = await apply(people.author, {
        ...(state === 'held' ? { secrecyStatement: 'doubt' } : {}),
        ...(state === 'approved' ? { publishAt: tomorrow() } : {}),
      })
      if (state === 'approved') await sign(form)
      const read = () =>
        payload.findByID({
          collection: 'manuscripts',
          id: manuscript,
          depth: 0,
          overrideAccess: true,
        })
      const before = await read()
      for (const data of [{ title: '改' }, { discarded: true }, { originals: [] }]) {
        const reply = await edit(people.author, manuscript, data)
        expect([reply.status, reply.codes]).toEqual([409, ['manuscript-frozen']])
      }
      expect(await read()).toEqual(before)
    },
  )

  it.each(['return', 'cancel'] as const)('takes edits again after %s', async (action) => {
    const { people, apply, act, edit } = stage
    const { manuscript, form } = await apply(people.author)
    const by = action === 'return' ? people.leader : people.author
    const done = await act({ by, form, action, opinion: '再改' })
    expect(done.status).toBe(200)
    expect((await edit(people.author, manuscript, { title: '改后' })).status).toBe(200)
  })
})

describe('every action answers in the order of the contract', () => {
  const bodies: Record<FormAction, Record<string, unknown>> = {
    sign: { secrecy: 'clear' },
    return: { opinion: '改' },
    refer: {},
    hold: { opinion: '疑' },
    release: { ...release },
    cancel: {},
  }
  const actions = Object.keys(bodies).filter((name): name is FormAction => name in bodies)
  /** Someone who may see the form and lacks the duty for the action. */
  const powerless = async (action: FormAction): Promise<Clerk> => {
    if (action === 'release') return stage.people.leader
    return action === 'cancel'
      ? stage.people.reviewer
      : stage.clerk(stage.departments.food, ['author'], 2)
  }
  const rightful = (action: FormAction): Clerk => {
    if (action === 'release') return stage.people.secrecy
    return action === 'cancel' ? stage.people.author : stage.people.leader
  }
  let form: FormReply
  let returned: FormReply
  beforeEach(async () => {
    form = (await stage.apply(stage.people.author)).form
    const other = (await stage.apply(stage.people.author)).form
    returned = formIn(
      await stage.act({ by: stage.people.leader, form: other, action: 'return', opinion: '改' }),
    )
  })

  it.each(actions)('%s', async (action) => {
    const { act, clerk, departments } = stage
    const body = bodies[action]
    const bad = { rev: 'one', opinion: 5 }
    const stranger = await clerk(departments.animal, ['department-leader'])
    const reader = await clerk(departments.office, ['api-reader'])
    const auditor = await clerk(departments.office, ['auditor'])
    const some = await powerless(action)
    await expectUntouched(form.id, async () => {
      for (const id of [form.id, NOBODY]) {
        const nameless = await act({ by: null, form: { id }, action, ...bad })
        expect([nameless.status, nameless.codes]).toEqual([401, ['no-login']])
        for (const by of [stranger, reader, auditor]) {
          const unseen = await act({ by, form: { id }, action, ...bad })
          expect([unseen.status, unseen.codes]).toEqual([404, ['not-found']])
        }
      }
      const malformed = await act({ by: some, form, action, ...body, ...bad })
      expect([malformed.status, malformed.codes.includes('bad-value')]).toEqual([400, true])
      const unknown = await act({ by: some, form, action, ...body, state: 'approved' })
      expect([unknown.status, unknown.codes]).toEqual([400, ['unknown-field']])
      const stale = { ...form, rev: form.rev + 3 }
      const dutiless = await act({ by: some, form: stale, action, ...body })
      expect([dutiless.status, dutiless.codes]).toEqual([403, ['lacks-duty']])
      const late = await act({ by: rightful(action), form: stale, action, ...body })
      expect([late.status, late.codes]).toEqual([409, ['stale-rev']])
      expect(formIn(late)).toMatchObject({ id: form.id, rev: form.rev, state: 'pending' })
    })
    await expectUntouched(returned.id, async () => {
      const late = await act({
        by: rightful(action),
        form: { ...returned, rev: 1 },
        action,
        ...body,
      })
      expect([late.status, late.codes]).toEqual([409, ['stale-rev']])
      const final = await act({ by: rightful(action), form: returned, action, ...body })
      expect([final.status, final.codes]).toEqual([403, ['wrong-state']])
    })
  })

  it('an opinion that is left out is asked for by name', async () => {
    for (const action of ['return', 'hold'] as const) {
      const reply = await stage.act({ by: stage.people.leader, form, action })
      expect([reply.status, reply.codes, reply.fields]).toEqual([
        400,
        ['opinion-required'],
        ['opinion'],
      ])
    }
  })

  it('a refusal is worded in the language of the reader', async () => {
    const reply = async (language: string) => {
      const { body } = await stage.rest({
        method: 'POST',
        path: `/api/application-forms/${form.id}/sign`,
        headers: { 'Accept-Language': language },
        body: {},
      })
      return JSON.stringify(body)
    }
    expect(await reply('zh-CN')).toContain('请先登录')
    expect(await reply('en')).toContain('Please sign in')
  })
})

describe('第五条 secrecy outcomes', () => {
  it('are asked for at department-review and secrecy-review, and refused at every other step', async () => {
    const { people, columns, apply, sign, signerOf, act } = stage
    const { form } = await apply(people.author)
    await expectUntouched(form.id, async () => {
      const bare = await act({ by: people.leader, form, action: 'sign' })
      expect([bare.status, bare.codes, bare.fields]).toEqual([
        400,
        ['secrecy-required'],
        ['secrecy'],
      ])
    })
    let now = (await apply(people.author, { column: columns.news })).form
    while (now.state === 'pending') {
      const asks = now.step === 'secrecy-review'
      const by = await signerOf(now)
      const wrong = await act({
        by,
        form: now,
        action: 'sign',
        ...(asks ? {} : { secrecy: 'clear' }),
      })
      expect([now.step, wrong.status, wrong.codes]).toEqual([
        now.step,
        400,
        [asks ? 'secrecy-required' : 'secrecy-not-asked'],
      ])
      now = formIn(await sign(now))
    }
  })

  it('第十二条(五) doubt holds the form where it is, and a release lets it go on', async () => {
    const { people, apply, sign, act, readForm } = stage
    const { form } = await apply(people.author)
    const doubted = await sign(form, { secrecy: 'doubt', opinion: '第二段不能确认' })
    expect(doubted.status).toBe(200)
    expect(formIn(doubted)).toMatchObject({ state: 'held', step: 'department-review', rev: 2 })
    expect(doubted.post).toBeNull()
    const held = formIn(doubted)
    const signed = await sign(held)
    expect([signed.status, signed.codes]).toEqual([403, ['wrong-state']])
    const released = formIn(
      await act({ by: people.secrecy, form: held, action: 'release', ...release }),
    )
    expect(released).toMatchObject({ state: 'pending', step: 'department-review', rev: 3 })
    const [doubt, outcome] = entriesOf((await readForm(form.id)).entries)
    expect(doubt).toMatchObject({ decision: 'sign', passed: false, secrecy: 'doubt' })
    expect(outcome).toMatchObject({
      decision: 'release',
      passed: false,
      secrecy: 'clear',
      decidedBy: '局保密委员会',
      reference: '辽检保〔2026〕1号',
      decidedOn: '2026-03-01',
    })
    // A doubt is no signature: the same leader signs now.
    expect((await sign(released)).status).toBe(200)
  })

  it('a held form is seen by the own department and secrecy-reviewers only', async () => {
    const { people, columns, apply, rest } = stage
    const { form } = await apply(people.author, {
      column: columns.news,
      secrecyStatement: 'doubt',
    })
    const seenBy = async (by: Clerk) => {
      const one = await rest({ path: `/api/application-forms/${form.id}`, token: by.token })
      const list = await rest({
        path: `/api/application-forms?where[id][equals]=${form.id}`,
        token: by.token,
      })
      const acted = await stage.act({ by, form, action: 'hold', opinion: '疑' })
      return [
        one.status === 200,
        JSON.stringify(list.body).includes(form.number),
        acted.status !== 404,
      ]
    }
    for (const by of [people.author, people.leader, people.secrecy]) {
      expect(await seenBy(by)).toEqual([true, true, true])
    }
    for (const by of [people.editor, people.reviewer, people.bureau]) {
      expect(await seenBy(by)).toEqual([false, false, false])
    }
  })

  it('a release is not for a secrecy-reviewer who wrote or applied', async () => {
    const { clerk, departments, columns, apply, act, people } = stage
    const both = await clerk(departments.office, ['author', 'secrecy-reviewer'])
    const { form } = await apply(both, { column: columns.news, secrecyStatement: 'doubt' })
    await expectUntouched(form.id, async () => {
      const own = await act({ by: both, form, action: 'release', ...release })
      expect([own.status, own.codes]).toEqual([403, ['own-manuscript']])
    })
    expect((await act({ by: people.secrecy, form, action: 'release', ...release })).status).toBe(
      200,
    )
  })

  it('a form is held by whoever may sign its step and by any secrecy-reviewer', async () => {
    const { people, columns, apply, act } = stage
    for (const by of [people.leader, people.head, people.secrecy]) {
      const { form } = await apply(people.author)
      const held = await act({ by, form, action: 'hold', opinion: '图片可能涉密' })
      expect(formIn(held)).toMatchObject({ state: 'held', rev: 2 })
    }
    const { form } = await apply(people.author, { column: columns.news })
    const early = await act({ by: people.reviewer, form, action: 'hold', opinion: '疑' })
    expect([early.status, early.codes]).toEqual([403, ['not-this-step']])
  })

  it('an approved form without a post is held, and goes back to where it was', async () => {
    const { people, apply, sign, act } = stage
    const { form } = await apply(people.author, { publishAt: tomorrow() })
    const approved = formIn(await sign(form))
    expect(approved).toMatchObject({ state: 'approved', rev: 2 })
    const held = formIn(
      await act({ by: people.secrecy, form: approved, action: 'hold', opinion: '疑' }),
    )
    expect(held.state).toBe('held')
    const back = await act({ by: people.secrecy2, form: held, action: 'release', ...release })
    expect(formIn(back)).toMatchObject({ state: 'approved', rev: 4 })
    expect(back.post).toBeNull()
  })

  it('an approved form with a post is neither held nor cancelled', async () => {
    const { people, apply, sign, act } = stage
    const { form } = await apply(people.author)
    const approved = formIn(await sign(form))
    await expectUntouched(form.id, async () => {
      const held = await act({ by: people.secrecy, form: approved, action: 'hold', opinion: '疑' })
      expect([held.status, held.codes]).toEqual([403, ['wrong-state']])
      const cancelled = await act({ by: people.author, form: approved, action: 'cancel' })
      expect([cancelled.status, cancelled.codes]).toEqual([403, ['wrong-state']])
    })
  })
})

describe('第五条 a text that is refused as secret', () => {
  const WORD = '机密词语'
  const refuse = async (how: 'sign' | 'release') => {
    const { people, write, submit, act, edit } = stage
    const media = await makeMedia({
      payload: stage.payload,
      department: stage.departments.food,
      name: `secret-${how}`,
    })
    const manuscript = await write(people.author, { title: WORD, images: [media] })
    await edit(people.author, manuscript, { summary: WORD })
    const form = formIn(
      await submit(
        people.author,
        manuscript,
        how === 'release' ? { secrecyStatement: 'doubt' } : {},
      ),
    )
    const refused = await (how === 'sign'
      ? act({ by: people.leader, form, action: 'sign', secrecy: 'secret', opinion: WORD })
      : act({ by: people.secrecy, form, action: 'release', ...release, secrecy: 'secret' }))
    return { manuscript, form, media, refused }
  }

  it.each(['sign', 'release'] as const)(
    'by %s is sealed for all but secrecy-reviewers',
    async (how) => {
      const { people, rest, edit, submit, act, clerk, departments } = stage
      const { manuscript, form, media, refused } = await refuse(how)
      expect(refused.status).toBe(200)
      expect(refused.doc).toMatchObject({
        id: form.id,
        number: form.number,
        state: 'refused',
        rev: 2,
      })
      if (how === 'sign') {
        expect(JSON.stringify(refused.body)).not.toContain(WORD)
        expect(refused.doc).not.toHaveProperty('contentHash')
      } else {
        expect(refused.doc).toMatchObject({ contentHash: form.contentHash, step: form.step })
      }
      const read = async (by: Clerk, path: string) => {
        const { status, body } = await rest({ path, token: by.token })
        return { status, text: JSON.stringify(body) }
      }
      const admin = await clerk(departments.food, ['department-admin'])
      for (const by of [people.author, admin, people.leader, people.head]) {
        expect((await read(by, `/api/manuscripts/${manuscript}`)).status).toBeGreaterThanOrEqual(
          403,
        )
        const lists = [
          `/api/manuscripts?where[id][equals]=${manuscript}`,
          `/api/manuscripts/versions?where[parent][equals]=${manuscript}`,
          `/api/media?where[id][equals]=${media}`,
        ]
        for (const path of lists) {
          const { status, text } = await read(by, path)
          expect([path, status]).toEqual([path, 200])
          expect(text).toContain('"totalDocs":0')
          expect(text).not.toContain(WORD)
        }
      }
      const file = await stage.payload.findByID({
        collection: 'media',
        id: media,
        overrideAccess: true,
      })
      const fileOf = (by: Clerk) =>
        rest({ path: `/api/media/file/${file.filename}`, token: by.token })
      for (const by of [people.author, people.leader, people.editor]) {
        expect((await fileOf(by)).status).toBeGreaterThanOrEqual(403)
      }
      expect((await fileOf(people.secrecy)).status).toBe(200)

      for (const by of [people.author, people.leader, people.editor, people.bureau]) {
        const { status, text } = await read(by, `/api/application-forms/${form.id}`)
        expect(status).toBe(200)
        const shown: unknown = JSON.parse(text)
        expect(Object.keys(typeof shown === 'object' && shown ? shown : {}).sort()).toEqual([
          'department',
          'id',
          'number',
          'state',
        ])
      }
      const whole = await read(people.secrecy, `/api/application-forms/${form.id}`)
      expect(whole.text).toContain(WORD)
      for (const path of [
        `/api/manuscripts/${manuscript}`,
        `/api/manuscripts/versions?where[parent][equals]=${manuscript}`,
      ]) {
        expect((await read(people.secrecy, path)).text).toContain(WORD)
      }

      const edited = await edit(people.author, manuscript, { title: '改' })
      expect(edited.status).toBeGreaterThanOrEqual(403)
      const submitted = await submit(people.author, manuscript)
      expect([submitted.status, submitted.codes]).toEqual([404, ['not-found']])
      const cancelled = await act({
        by: people.author,
        form: { ...form, rev: 2 },
        action: 'cancel',
      })
      expect([cancelled.status, cancelled.codes]).toEqual([403, ['wrong-state']])
      const stale = await act({ by: people.author, form, action: 'cancel' })
      expect([stale.status, stale.codes]).toEqual([409, ['stale-rev']])
      expect(JSON.stringify(stale.body)).not.toContain(WORD)
    },
  )

  it('is whole for the secrecy-reviewers: all its versions, with their files', async () => {
    const { manuscript, media } = await refuse('sign')
    const { docs } = await stage.payload.findVersions({
      collection: 'manuscripts',
      where: { parent: { equals: manuscript } },
      depth: 0,
      overrideAccess: true,
    })
    expect(docs.map(({ version }) => [version.title, version.images])).toEqual([
      [WORD, [media]],
      [WORD, [media]],
    ])
    expect(docs.map(({ version }) => version.summary ?? null)).toEqual([WORD, null])
  })

  it('takes its files along: another text that shows one of them does not become public', async () => {
    const { people, departments, payload, write, submit, sign, act } = stage
    const media = await makeMedia({ payload, department: departments.food, name: 'shared' })
    const [secret, other] = [
      await write(people.author, { images: [media] }),
      await write(people.author, { images: [media] }),
    ]
    const form = formIn(await submit(people.author, other))
    await act({
      by: people.leader,
      form: formIn(await submit(people.author, secret)),
      action: 'sign',
      secrecy: 'secret',
    })
    await expectUntouched(form.id, async () => {
      const reply = await sign(form)
      expect([reply.status, reply.codes]).toEqual([403, ['file-sealed']])
    })
  })

  it('第八条(一)4 takes no later edit even through the service', async () => {
    const { manuscript } = await refuse('sign')
    await expect(
      stage.payload.update({
        collection: 'manuscripts',
        id: manuscript,
        overrideAccess: true,
        data: { title: '改' },
      }),
    ).rejects.toMatchObject({ status: 403, reasons: [{ code: 'manuscript-sealed' }] })
  })
})

describe('return', () => {
  it('is for whoever may sign the step, with an opinion, and is final', async () => {
    const { people, columns, apply, act, signUpTo } = stage
    const { form } = await apply(people.author, { column: columns.news })
    const atOffice = await signUpTo(form, 'office-review')
    const early = await act({ by: people.bureau, form: atOffice, action: 'return', opinion: '改' })
    expect([early.status, early.codes]).toEqual([403, ['not-this-step']])
    const back = await act({
      by: people.reviewer,
      form: atOffice,
      action: 'return',
      opinion: '请改题',
    })
    expect(formIn(back)).toMatchObject({ state: 'returned', step: 'office-review' })
    const [last] = entriesOf((await stage.readForm(form.id)).entries).slice(-1)
    expect(last).toMatchObject({ decision: 'return', passed: false, opinion: '请改题' })
    for (const action of ['sign', 'return', 'refer', 'hold', 'release', 'cancel'] as const) {
      const reply = await act({
        by: action === 'release' ? people.secrecy : people.head,
        form: formIn(back),
        action,
        ...(action === 'release' ? release : {}),
        ...(action === 'return' || action === 'hold' ? { opinion: '疑' } : {}),
      })
      expect(reply.status).toBe(403)
    }
  })
})

describe('第九条 refer', () => {
  it('sends an important item of a department up, and the referrer may sign the consent', async () => {
    const { people, apply, act, signUpTo, readForm } = stage
    const { form } = await apply(people.author)
    const referred = formIn(
      await act({ by: people.head, form, action: 'refer', opinion: '重要信息' }),
    )
    expect(referred).toMatchObject({
      id: form.id,
      number: form.number,
      rev: 2,
      route: 'bureau',
      step: 'department-consent',
      contentHash: form.contentHash,
    })
    const last = await signUpTo(referred)
    expect(last.state).toBe('approved')
    const entries = entriesOf((await readForm(form.id)).entries)
    expect(entries.map(({ decision }) => decision)).toEqual([
      'refer',
      'sign',
      'sign',
      'sign',
      'sign',
    ])
    expect(entries[1]?.person.id).toBe(people.head.id)
  })

  it('keeps the check that was signed: who checked signs no further step', async () => {
    const { clerk, departments, columns, apply, sign, act } = stage
    const author = await clerk(departments.port, ['author'])
    const both = await clerk(departments.port, ['department-admin', 'department-head'])
    const { form } = await apply(author, { column: columns.port })
    const checked = formIn(await act({ by: both, form, action: 'sign' }))
    const leader = await clerk(departments.port, ['department-leader'])
    const referred = formIn(await act({ by: leader, form: checked, action: 'refer' }))
    const twice = await act({ by: both, form: referred, action: 'sign' })
    expect([twice.status, twice.codes]).toEqual([403, ['already-signed']])
    expect((await sign(referred)).status).toBe(200)
  })

  it('is for department-review only', async () => {
    const { people, columns, apply, act } = stage
    const { form } = await apply(people.author, { column: columns.news })
    const reply = await act({ by: people.head, form, action: 'refer' })
    expect([reply.status, reply.codes]).toEqual([403, ['cannot-refer']])
  })

  it('a leader who signs a form that was referred a moment ago hears that it has moved on', async () => {
    const { people, apply, act } = stage
    const { form } = await apply(people.author)
    await act({ by: people.head, form, action: 'refer' })
    const late = await act({ by: people.leader, form, action: 'sign', secrecy: 'clear' })
    expect([late.status, late.codes]).toEqual([409, ['stale-rev']])
  })
})

describe('cancel', () => {
  it.each(['author', 'admin', 'head'] as const)('is for %s', async (who) => {
    const { people, apply, act } = stage
    const { form } = await apply(people.author)
    const done = await act({ by: people[who], form, action: 'cancel', opinion: '暂缓' })
    expect(formIn(done)).toMatchObject({ state: 'cancelled', rev: 2 })
  })

  it('is not for leaders, nor for people of other departments', async () => {
    const { people, columns, apply, act, clerk, departments } = stage
    const { form } = await apply(people.author, { column: columns.news })
    const other = await clerk(departments.food, ['author'], 2)
    for (const by of [people.leader, other, people.reviewer, people.secrecy]) {
      const reply = await act({ by, form, action: 'cancel' })
      expect([reply.status, reply.codes]).toEqual([403, ['lacks-duty']])
    }
    const foreign = await clerk(departments.animal, ['department-head'])
    expect((await act({ by: foreign, form, action: 'cancel' })).status).toBe(404)
  })

  it.each(['held', 'approved'] as const)('ends a form that is %s', async (state) => {
    const { people, apply, act, sign } = stage
    const { form } = await apply(people.author, {
      ...(state === 'held' ? { secrecyStatement: 'doubt' } : { publishAt: tomorrow() }),
    })
    const now = state === 'approved' ? formIn(await sign(form)) : form
    expect(now.state).toBe(state)
    expect(formIn(await act({ by: people.author, form: now, action: 'cancel' })).state).toBe(
      'cancelled',
    )
  })
})

describe('distinct persons', () => {
  it('one person signs at most one step of a form', async () => {
    const { clerk, departments, columns, people, apply, act, signUpTo } = stage
    const two = await clerk(departments.office, ['secrecy-reviewer', 'office-reviewer'])
    const { form } = await apply(people.author, { column: columns.news })
    const atSecrecy = await signUpTo(form, 'secrecy-review')
    const once = await act({ by: two, form: atSecrecy, action: 'sign', secrecy: 'clear' })
    expect(once.status).toBe(200)
    await expectUntouched(form.id, async () => {
      for (const action of ['sign', 'return'] as const) {
        const reply = await act({
          by: two,
          form: formIn(once),
          action,
          ...(action === 'return' ? { opinion: '改' } : {}),
        })
        expect([reply.status, reply.codes]).toEqual([403, ['already-signed']])
      }
    })
  })

  it.each(['created', 'edited', 'submitted'] as const)(
    'who %s the manuscript does not sign it',
    async (part) => {
      const { clerk, departments, people, put, columns, edit, submit, act } = stage
      const both = await clerk(departments.food, ['department-admin', 'department-leader'])
      const writer = part === 'created' ? both : people.author
      const manuscript = await put(writer, columns.food)
      if (part === 'edited') {
        expect((await edit(both, manuscript, { title: '改' })).status).toBe(200)
        expect((await edit(people.author, manuscript, { title: '再改' })).status).toBe(200)
      }
      const applicant = part === 'submitted' ? both : people.admin
      const form = formIn(await submit(applicant, manuscript))
      await expectUntouched(form.id, async () => {
        const reply = await act({ by: both, form, action: 'sign', secrecy: 'clear' })
        expect([reply.status, reply.codes]).toEqual([403, ['own-manuscript']])
      })
      expect((await stage.sign(form)).status).toBe(200)
    },
  )

  it('who applied for the same text before it was returned does not sign it either', async () => {
    const { clerk, departments, people, put, columns, submit, act } = stage
    const both = await clerk(departments.food, ['department-admin', 'department-leader'])
    const manuscript = await put(people.author, columns.food)
    const first = formIn(await submit(both, manuscript))
    await act({ by: people.leader, form: first, action: 'return', opinion: '改' })
    const form = formIn(await submit(people.author, manuscript))
    const reply = await act({ by: both, form, action: 'sign', secrecy: 'clear' })
    expect(reply.codes).toEqual(['own-manuscript'])
  })

  it('an old version that was brought back counts as an edit', async () => {
    const { payload, clerk, departments, people, write, rest, submit, act } = stage
    const both = await clerk(departments.food, ['department-admin', 'department-leader'])
    const manuscript = await write(people.author)
    await stage.edit(people.author, manuscript, { title: '改' })
    const { docs } = await payload.findVersions({
      collection: 'manuscripts',
      where: { parent: { equals: manuscript } },
      sort: 'createdAt',
      overrideAccess: true,
    })
    const restored = await rest({
      method: 'POST',
      path: `/api/manuscripts/versions/${docs[0]?.id}`,
      token: both.token,
    })
    expect(restored.status).toBe(200)
    await stage.edit(people.author, manuscript, { title: '又改' })
    const form = formIn(await submit(people.author, manuscript))
    const reply = await act({ by: both, form, action: 'sign', secrecy: 'clear' })
    expect(reply.codes).toEqual(['own-manuscript'])
  })

  it('every reason is said at once', async () => {
    const { payload, clerk, departments, apply, act } = stage
    const both = await clerk(departments.food, ['department-admin', 'department-leader'])
    const column = await makeColumn(payload, {
      code: 'reasons',
      name: '理由',
      owners: [departments.food],
    })
    const { form } = await apply(both, { column })
    await payload.update({
      collection: 'columns',
      id: column,
      overrideAccess: true,
      data: { closedOn: new Date(Date.now() - 1).toISOString(), route: 'bureau' },
    })
    const reply = await act({ by: both, form, action: 'sign', secrecy: 'clear' })
    expect(reply.status).toBe(403)
    expect(reply.codes.sort()).toEqual(['column-closed', 'column-route-changed', 'own-manuscript'])
  })
})

describe('the route of migration', () => {
  const migrate = async (by: Clerk, manuscriptId: string) => {
    const { personFor } = await import('../testing/world')
    return submitManuscript({
      payload: stage.payload,
      person: await personFor(stage.payload, by.id),
      manuscriptId,
      input: { secrecyStatement: 'clear', personalInformation: 'none' },
      now: new Date(),
      migration: true,
    })
  }
  const until = (migrationUntil: string) =>
    stage.payload.updateGlobal({
      slug: 'site-settings',
      overrideAccess: true,
      data: { migrationUntil },
    })

  it('is open to an author of the Office, in the period of migration, through the import only', async () => {
    const { clerk, departments, columns, people, put, submit, signUpTo, readPost } = stage
    const author = await clerk(departments.office, ['author'])
    const manuscript = await put(author, columns.news)
    await until(new Date(Date.now() - 1).toISOString())
    await expect(migrate(author, manuscript)).rejects.toMatchObject({
      reasons: [{ code: 'migration-closed' }],
    })
    await until(tomorrow())
    const admin = await clerk(departments.office, ['department-admin'])
    await expect(migrate(admin, manuscript)).rejects.toMatchObject({
      reasons: [{ code: 'migration-office-only' }],
    })
    const foreign = await put(people.author, columns.news)
    await expect(migrate(people.author, foreign)).rejects.toMatchObject({
      reasons: [{ code: 'migration-office-only' }],
    })
    for (const given of [{ route: 'migration' }, { migration: true }]) {
      expect((await submit(author, manuscript, given)).status).toBe(400)
    }
    const form = await migrate(author, manuscript)
    expect(form).toMatchObject({ route: 'migration', step: 'secrecy-review', state: 'pending' })
    const last = await signUpTo(
      formIn(
        await stage.sign({
          ...form,
          number: form.number ?? '',
          rev: form.rev ?? 0,
          state: 'pending',
        }),
      ),
    )
    expect(last.state).toBe('approved')
    const { post } = await stage.readForm(form.id)
    expect((await readPost(String(post))).migrated).toBe(true)
  })
})
