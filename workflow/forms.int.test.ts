import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shanghaiDate } from '../collections/dates'
import { richText } from '../collections/richText/build'
import { type Clerk, formIn, openStage, type Stage } from '../testing/build'
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
    const ended = { ...mine, to: new Date(Date.now() - 1).toISOString() }
    await payload.update({
      collection: 'columns',
      id: column,
      overrideAccess: true,
      data: { owners: [ended, theirs] },
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
          ended,
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
