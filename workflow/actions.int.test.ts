import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FormAction } from '../access/steps'
import { type Clerk, type FormReply, formIn, openStage, type Stage } from '../testing/build'
import { openBureau } from '../testing/bureau'
import { makeColumn, makeMedia } from '../testing/world'
import { entriesOf } from './entry'

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
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()

/** Takes the form's row before and after: a refused action has changed nothing, `rev` included. */
const expectUntouched = async (id: string, work: () => Promise<void>) => {
  const before = await stage.readForm(id)
  await work()
  expect(await stage.readForm(id)).toEqual(before)
}

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

  it('takes its pictures away from topics, which nobody signs', async () => {
    const { payload, people, departments, write, submit, act } = stage
    const media = await makeMedia({ payload, department: departments.food, name: 'chosen' })
    const manuscript = await write(people.author, { images: [media] })
    const form = formIn(await submit(people.author, manuscript))
    const data = { code: 'chosen', title: '专题', picture: media, file: { mediaId: media } }
    const { id } = await payload.db.create({ collection: 'topics', data })
    await act({ by: people.leader, form, action: 'sign', secrecy: 'secret', opinion: '涉密' })
    const topic = await payload.findByID({ collection: 'topics', id, depth: 0 })
    expect([topic.picture ?? null, topic.file ?? null]).toEqual([null, null])
  })

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

  it('hides the forms by which the same text was handed in before', async () => {
    const { people, rest, write, submit, act } = stage
    const manuscript = await write(people.author, { title: WORD })
    const first = formIn(await submit(people.author, manuscript))
    await act({ by: people.leader, form: first, action: 'return', opinion: '请核实' })
    const second = formIn(await submit(people.author, manuscript))
    await act({ by: people.leader, form: second, action: 'sign', secrecy: 'secret' })
    for (const by of [people.author, people.leader, people.editor, people.bureau]) {
      for (const { id } of [first, second]) {
        const { body } = await rest({ path: `/api/application-forms/${id}`, token: by.token })
        expect(Object.keys(Object(body)).sort()).toEqual(['department', 'id', 'number', 'state'])
      }
      const found = await rest({
        path: `/api/application-forms?where[title][equals]=${encodeURIComponent(WORD)}`,
        token: by.token,
      })
      expect(JSON.stringify(found.body)).not.toContain(first.id)
    }
    const { body } = await rest({
      path: `/api/application-forms/${first.id}`,
      token: people.secrecy.token,
    })
    expect(JSON.stringify(body)).toContain(WORD)
  })

  it('is not shown to who selects its text alone, or asks over GraphQL', async () => {
    const { bureau, people, rest } = stage
    const { form } = await refuse('sign')
    const { token } = people.author
    for (const field of ['title', 'snapshot', 'entries']) {
      const one = await rest({
        path: `/api/application-forms/${form.id}?select[${field}]=true`,
        token,
      })
      const list = await rest({
        path: `/api/application-forms?where[id][equals]=${form.id}&select[${field}]=true`,
        token,
      })
      expect(JSON.stringify([one.body, list.body])).not.toContain(WORD)
    }
    const query = `{ ApplicationForm(id: "${form.id}") { title snapshot } }`
    expect(JSON.stringify((await bureau.graphql({ query, token })).body)).not.toContain(WORD)
  })

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
