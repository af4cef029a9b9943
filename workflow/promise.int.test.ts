import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Duty } from '../access/duties'
import { idOf } from '../access/person'
import type { Post } from '../payload-types'
import { type Clerk, openStage, type Reply, type Stage } from '../testing/build'
import { openBureau } from '../testing/bureau'
import { resumeWorkflow } from './resume'

/*
 * The promise (product.md): a text is publicly visible only if an unbroken chain of signatures, by distinct authorised
 * people, exists for exactly that text. The oracle below knows nothing of the code: it remembers what the calls answered,
 * who held which duty at that moment, and who wrote what, and has its own table of the routes.
 */
const RUNS = 10
const CALLS = 50
/** Below this a run has tried too little to say anything. */
const ENOUGH = new Map([
  ['sign 200', 10],
  ['public text', 10],
  ['whole bureau route', 1],
  ['sign 403', 3],
])

const ROUTES: Record<string, string[]> = {
  department: ['department-review'],
  bureau: ['department-consent', 'secrecy-review', 'office-review', 'bureau-approval'],
}
const SIGNERS: Record<string, { duties: Duty[]; own: boolean }> = {
  'department-check': { duties: ['department-admin'], own: true },
  'department-review': { duties: ['department-leader', 'department-head'], own: true },
  'department-consent': { duties: ['department-head'], own: true },
  'secrecy-review': { duties: ['secrecy-reviewer'], own: false },
  'office-review': { duties: ['office-reviewer'], own: false },
  'bureau-approval': { duties: ['bureau-leader'], own: false },
}
const REVIEWS = ['department-review', 'secrecy-review']
const ACTIONS = ['sign', 'return', 'refer', 'hold', 'release', 'cancel'] as const
const OUTCOMES = ['clear', 'doubt', 'secret', ''] as const

type Signature = { step: string; by: string; hash: string; secrecy: string | undefined }
type Form = {
  id: string
  rev: number
  state: string
  step: string
  route: string
  hash: string
  manuscript: string
  department: string
  column: string
  title: string
  /** Nobody of these may have signed. */
  writers: Set<string>
  checked: boolean
  signatures: Signature[]
}
type Manuscript = {
  id: string
  title: string
  department: string
  column: string
  writers: Set<string>
}

const docSchema = z.object({
  id: z.string(),
  rev: z.number(),
  state: z.string(),
  step: z.string().nullish(),
  route: z.string().nullish(),
  contentHash: z.string().nullish(),
})

const createOracle = () => {
  const forms = new Map<string, Form>()
  const manuscripts = new Map<string, Manuscript>()
  const duties = new Map<string, Duty[]>()
  const departments = new Map<string, string>()
  const violations: string[] = []

  const isEntitled = (by: string, form: Form) => {
    const signer = SIGNERS[form.step]
    if (!signer) return false
    const holds = (duties.get(by) ?? []).some((duty) => signer.duties.includes(duty))
    return holds && (!signer.own || departments.get(by) === form.department)
  }

  /** What was answered to a call on a form, before the form is brought up to date. */
  const noteAction = ({
    form,
    by,
    action,
    secrecy,
    reply,
    ended,
  }: {
    form: Form
    by: string
    action: string
    secrecy: string | undefined
    reply: Reply
    ended: boolean
  }) => {
    const doc = docSchema.safeParse(reply.doc).data
    if (reply.status === 200 && action === 'sign') {
      if (!isEntitled(by, form))
        violations.push(`${by} signed ${form.step} of ${form.id} without right`)
      if (ended) violations.push(`${form.id} was signed after the term in its column had ended`)
      if (secrecy !== 'doubt' && secrecy !== 'secret') {
        form.signatures.push({ step: form.step, by, hash: form.hash, secrecy })
      }
    }
    if (!doc) return
    form.rev = doc.rev
    form.state = doc.state
    form.step = doc.step ?? form.step
    form.route = doc.route ?? form.route
  }

  /** Why the text of this live post should not be public; nothing when it may. */
  const objections = (post: Post, snapshot: string): string[] => {
    const form = forms.get(idOf(post.form) ?? '')
    if (!form) return ['it has no form that was ever submitted']
    const said: string[] = []
    const hash = createHash('sha256').update(snapshot).digest('hex')
    if (hash !== post.contentHash || hash !== form.hash) said.push('its hash is not the signed one')
    if (post.title !== form.title) said.push(`its title is ${post.title}, not ${form.title}`)
    if (!snapshot.includes(form.title)) said.push('its snapshot holds another text')
    const steps = [...(form.checked ? ['department-check'] : []), ...(ROUTES[form.route] ?? [])]
    if (steps.length === 0) said.push('it has no route')
    const signers = steps.map((step) => {
      const found = form.signatures.filter((one) => one.step === step && one.hash === hash)
      if (found.length !== 1) said.push(`${step} was signed ${found.length} times`)
      const [signature] = found
      if (REVIEWS.includes(step) && signature?.secrecy !== 'clear')
        said.push(`${step} was not clear`)
      return signature?.by ?? step
    })
    if (new Set(signers).size !== signers.length) said.push('one person signed two steps')
    if (signers.some((by) => form.writers.has(by))) said.push('a writer signed')
    return said
  }

  return { forms, manuscripts, duties, departments, violations, noteAction, objections }
}

let stage: Stage
let cast: Clerk[]
let system: Clerk
let security: Clerk
const oracle = createOracle()
let serial = 0
let ended = false
/** How often something of note has happened: a test that never gets anywhere proves nothing. */
const seen = new Map<string, number>()
const count = (name: string) => seen.set(name, (seen.get(name) ?? 0) + 1)

beforeAll(async () => {
  stage = await openStage(await openBureau())
  const { clerk, departments, people } = stage
  const { food, animal, port, office } = departments
  cast = [
    ...Object.values(people),
    await clerk(food, ['author', 'department-leader']),
    await clerk(food, ['department-admin', 'department-head']),
    await clerk(food, ['department-head', 'secrecy-reviewer']),
    await clerk(animal, ['author']),
    await clerk(animal, ['department-leader']),
    await clerk(animal, ['department-head']),
    await clerk(port, ['author']),
    await clerk(port, ['department-admin']),
    await clerk(port, ['department-leader']),
    await clerk(port, ['department-head']),
    await clerk(office, ['secrecy-reviewer', 'office-reviewer']),
    await clerk(office, ['office-reviewer', 'bureau-leader']),
    await clerk(office, ['author', 'secrecy-reviewer']),
    await clerk(office, ['auditor']),
    await clerk(office, ['api-reader']),
  ]
  system = await clerk(office, ['system-admin'])
  security = await clerk(office, ['security-admin'])
  for (const one of cast) {
    oracle.duties.set(one.id, one.duties)
    oracle.departments.set(one.id, one.department)
  }
})
afterAll(() => stage.bureau.close())

type Call = {
  kind: number
  who: number
  what: number
  how: number
  helpful: boolean
}
const pick = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('There is nothing to pick from')
  return item
}
const recent = <Item>(items: Iterable<Item>) => [...items].slice(-12)

const write = async (by: Clerk, call: Call) => {
  const { columns } = stage
  serial += 1
  const title = `第${serial}号稿件`
  const column = pick(Object.values(columns), call.what)
  const reply = await stage.post('/api/manuscripts', by, {
    title,
    column,
    kind: 'affairs',
    body: {
      root: {
        type: 'root',
        version: 1,
        format: '',
        indent: 0,
        direction: 'ltr',
        children: [
          {
            type: 'paragraph',
            version: 1,
            format: '',
            indent: 0,
            direction: 'ltr',
            children: [
              {
                type: 'text',
                version: 1,
                text: title,
                format: 0,
                style: '',
                mode: 'normal',
                detail: 0,
              },
            ],
          },
        ],
      },
    },
    source: { type: 'original', name: '本局' },
  })
  if (reply.status !== 201) return
  const department = oracle.departments.get(by.id) ?? ''
  const writers = new Set([by.id])
  oracle.manuscripts.set(reply.doc.id, { id: reply.doc.id, title, department, column, writers })
}

/** Who created the manuscript, for a call that is meant to succeed. */
const creatorOf = ({ writers }: Manuscript) => cast.find(({ id }) => id === [...writers][0])

const edit = async (someone: Clerk, call: Call) => {
  const manuscript = pick(recent(oracle.manuscripts.values()), call.what)
  const by = (call.helpful && creatorOf(manuscript)) || someone
  serial += 1
  const title = `第${serial}号改稿`
  const reply = await stage.edit(by, manuscript.id, { title })
  if (reply.status !== 200) return
  count('edit')
  manuscript.title = title
  manuscript.writers.add(by.id)
}

const submit = async (someone: Clerk, call: Call) => {
  const manuscript = pick(recent(oracle.manuscripts.values()), call.what)
  const by = (call.helpful && creatorOf(manuscript)) || someone
  const publishAt = new Date(Date.now() + 86_400_000).toISOString()
  const reply = await stage.submit(by, manuscript.id, {
    ...(call.how % 7 === 0 ? { secrecyStatement: 'doubt' } : {}),
    ...(call.how % 5 === 0 ? { route: 'bureau' } : {}),
    ...(call.how % 11 === 0 ? { publishAt } : {}),
  })
  if (reply.status !== 200) return
  const doc = docSchema.parse(reply.doc)
  manuscript.writers.add(by.id)
  const inPort = manuscript.department === stage.departments.port
  const isAdmin = oracle.duties.get(by.id)?.includes('department-admin') ?? false
  oracle.forms.set(doc.id, {
    id: doc.id,
    rev: doc.rev,
    state: doc.state,
    step: doc.step ?? '',
    route: doc.route ?? '',
    hash: doc.contentHash ?? '',
    manuscript: manuscript.id,
    department: manuscript.department,
    column: manuscript.column,
    title: manuscript.title,
    writers: new Set(manuscript.writers),
    checked: doc.route === 'department' && inPort && !isAdmin,
    signatures: [],
  })
  count('submit')
}

/** Someone who would be the right one, if there is one. */
const rightful = (form: Form, index: number): Clerk | undefined => {
  const signer = SIGNERS[form.step]
  const able = cast.filter(
    ({ id }) =>
      (oracle.duties.get(id) ?? []).some((duty) =>
        form.state === 'held' ? duty === 'secrecy-reviewer' : signer?.duties.includes(duty),
      ) &&
      (form.state === 'held' || !signer?.own || oracle.departments.get(id) === form.department),
  )
  return able.length > 0 ? pick(able, index) : undefined
}

const isOver = (form: Form) => !['pending', 'held', 'approved'].includes(form.state)

const act = async (someone: Clerk, call: Call) => {
  const open = recent([...oracle.forms.values()].filter((form) => !isOver(form)))
  const form = pick(
    open.length > 0 && call.helpful ? open : recent(oracle.forms.values()),
    call.what,
  )
  const by = (call.helpful && rightful(form, call.who)) || someone
  const usual = form.state === 'held' ? 'release' : 'sign'
  const action = call.helpful && call.how % 8 ? usual : pick(ACTIONS, call.how)
  const asks = REVIEWS.includes(form.step)
  const outcome = call.helpful
    ? asks && call.how % 9
      ? 'clear'
      : undefined
    : pick(OUTCOMES, call.how)
  const secrecy = action === 'release' ? (call.how % 4 ? 'clear' : 'secret') : outcome
  const release = { decidedBy: '局', reference: '1', decidedOn: '2026-03-01' }
  const body = {
    ...(secrecy && (action === 'sign' || action === 'release') ? { secrecy } : {}),
    ...(action === 'release' ? release : {}),
    opinion: '意见',
  }
  const rev = call.helpful || call.how % 3 ? form.rev : form.rev + (call.how % 2 ? 1 : -1)
  const { food } = stage.departments
  const over = ended && form.department === food && form.column === stage.columns.shared
  const many = action === 'sign' && call.how % 10 === 3
  const reply = many
    ? await signMany(by, { id: form.id, rev, ...body })
    : await stage.act({ by, form: { id: form.id, rev }, action, ...body })
  oracle.noteAction({ form, by: by.id, action, secrecy, reply, ended: over })
  count(`${action} ${reply.status}`)
  if (reply.post && form.step === 'bureau-approval') count('whole bureau route')
}

const manySchema = z.object({
  results: z.array(
    z.looseObject({ status: z.number(), doc: z.looseObject({ id: z.string() }).optional() }),
  ),
})
const signMany = async (by: Clerk, item: Record<string, unknown>): Promise<Reply> => {
  const reply = await stage.post('/api/application-forms/sign-many', by, [{ id: 'none' }, item])
  const result = manySchema.safeParse(reply.body).data?.results[1]
  return { ...reply, status: result?.status ?? reply.status, doc: result?.doc ?? reply.doc }
}

const retract = async (by: Clerk, call: Call) => {
  const { docs } = await stage.payload.find({
    collection: 'posts',
    sort: '-updatedAt',
    limit: 6,
    depth: 0,
    overrideAccess: true,
  })
  if (docs.length === 0) return
  const { id } = pick(docs, call.what)
  const reply = await (call.how % 3
    ? stage.post(`/api/posts/${id}/withdraw`, by, { explanation: '误' })
    : stage.post(`/api/posts/${id}/remove`, by, { reason: '误' }))
  count(`retract ${reply.status}`)
}

/** What nobody may do: write posts, forms and records, or a manuscript's own facts, past the workflow. */
const forge = async (by: Clerk, call: Call) => {
  const { rest } = stage
  const { docs } = await stage.payload.find({
    collection: 'posts',
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const form = pick([...recent(oracle.forms.values()), { id: 'none' }], call.what)
  const post = docs[0]?.id ?? 'none'
  const [method, path, body] = pick(
    [
      ['PATCH', `/api/posts/${post}`, { title: '假' }],
      ['PATCH', '/api/posts?where[state][equals]=live', { title: '假' }],
      [
        'POST',
        '/api/posts',
        { title: '假', state: 'live', number: 9999, path: '/posts/2026/9999.html' },
      ],
      ['DELETE', `/api/posts/${post}`, {}],
      ['PATCH', `/api/application-forms/${form.id}`, { state: 'approved', entries: [] }],
      ['POST', '/api/application-forms', { state: 'approved', number: '2026-999999' }],
      ['DELETE', `/api/application-forms/${form.id}`, {}],
      ['POST', '/api/publication-records', { event: 'publish' }],
      ['POST', `/api/posts/${post}/duplicate`, {}],
    ] as const,
    call.how,
  )
  const { status } = await rest({ method, path, body, token: by.token })
  if (status < 400) oracle.violations.push(`${method} ${path} answered ${status}`)
}

const GRANTS: Duty[][] = [
  ['author'],
  ['department-leader'],
  ['department-head'],
  ['secrecy-reviewer'],
  ['office-reviewer'],
  ['bureau-leader'],
  ['author', 'department-leader', 'secrecy-reviewer'],
]
const appoint = async (_: Clerk, call: Call) => {
  const whom = pick(cast, call.who)
  if (call.how % 5 === 0) {
    const department = pick(Object.values(stage.departments), call.what)
    const { status } = await stage.rest({
      method: 'PATCH',
      path: `/api/users/${whom.id}`,
      token: system.token,
      body: { department },
    })
    if (status === 200) oracle.departments.set(whom.id, department)
    return
  }
  const duties = call.how % 2 ? whom.duties : pick(GRANTS, call.what)
  const { status } = await stage.rest({
    method: 'PATCH',
    path: `/api/users/${whom.id}`,
    token: security.token,
    body: { duties },
  })
  if (status === 200) oracle.duties.set(whom.id, duties)
}

/** A day passes: what is due is published, and every file is written. Once the Office also ends a term. */
const passDay = async (_: Clerk, call: Call) => {
  const { payload, columns, departments, readPost } = stage
  if (call.how % 6 === 0 && !ended) {
    const { owners } = await payload.findByID({
      collection: 'columns',
      id: columns.shared,
      depth: 0,
    })
    const to = new Date(Date.now() - 1).toISOString()
    const rows = (owners ?? []).map((row) =>
      row.department === departments.food ? { ...row, to } : row,
    )
    const id = columns.shared
    await payload.update({
      collection: 'columns',
      id,
      overrideAccess: true,
      data: { owners: rows },
    })
    ended = true
  }
  await resumeWorkflow({ payload, now: new Date(Date.now() + 2 * 86_400_000) })
  const { docs } = await payload.find({
    collection: 'posts',
    where: { 'delivery.state': { equals: 'waiting' } },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  for (const { id } of docs) {
    await stage.deliver(id)
    const { form } = await readPost(id)
    const known = oracle.forms.get(idOf(form) ?? '')
    if (!known) continue
    known.state = 'published'
    // A new round begins: who wrote the last one may sign, who created the manuscript never.
    const manuscript = oracle.manuscripts.get(known.manuscript)
    if (manuscript) manuscript.writers = new Set([...manuscript.writers].slice(0, 1))
  }
}

const KINDS = [
  write,
  edit,
  submit,
  submit,
  act,
  act,
  act,
  act,
  act,
  act,
  retract,
  forge,
  appoint,
  passDay,
]

const checked = new Map<string, string>()

/** Every text that anybody can read without signing in and that has changed since it was last looked at. */
const checkPublic = async (calls: string) => {
  const { docs } = await stage.payload.find({
    collection: 'posts',
    overrideAccess: false,
    select: { updatedAt: true },
    depth: 0,
    limit: 100,
    pagination: false,
    sort: '-updatedAt',
  })
  for (const { id, updatedAt } of docs.filter((row) => checked.get(row.id) !== row.updatedAt)) {
    const post = await stage.readPost(id)
    checked.set(id, updatedAt)
    if (post.state !== 'live') {
      if (post.title || post.body || post.summary) oracle.violations.push(`${id} shows text`)
      continue
    }
    count('public text')
    const form = await stage.readForm(idOf(post.form) ?? '')
    for (const objection of oracle.objections(post, form.snapshot ?? '')) {
      oracle.violations.push(`${id}: ${objection}`)
    }
  }
  expect(oracle.violations, calls).toEqual([])
}

/** Everybody is again what he or she was, or nobody would be left to sign after a while. */
const reinstate = async () => {
  for (const { id, duties, department } of cast) {
    if (oracle.duties.get(id) === duties && oracle.departments.get(id) === department) continue
    await stage.payload.db.updateOne({ collection: 'users', id, data: { duties, department } })
    oracle.duties.set(id, duties)
    oracle.departments.set(id, department)
  }
}

const calls = fc.array(
  fc.record({
    kind: fc.nat({ max: KINDS.length - 1 }),
    who: fc.nat({ max: 1000 }),
    what: fc.nat({ max: 1000 }),
    how: fc.nat({ max: 1000 }),
    helpful: fc.oneof(
      { weight: 3, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
  }),
  { minLength: CALLS, maxLength: CALLS },
)

describe('第十二条(二) whatever anybody calls', () => {
  it('no text is public that distinct, entitled people have not signed at every step', async () => {
    const writers = cast.filter(({ duties }) => duties.includes('author'))
    for (const [what, by] of writers.entries()) {
      await write(by, { kind: 0, who: 0, what, how: 1, helpful: true })
    }
    for (const by of writers) await submit(by, { kind: 0, who: 0, what: 0, how: 1, helpful: true })
    // The calls are random: one round sees most of it, and the test goes on until it has seen all of it.
    const unseen = () =>
      [...ENOUGH].filter(([what, times]) => (seen.get(what) ?? 0) < times).map(([what]) => what)
    for (let round = 0; round === 0 || (round < 4 && unseen().length > 0); round++) {
      await fc.assert(
        fc.asyncProperty(calls, async (sequence) => {
          await reinstate()
          for (const call of sequence) {
            const kind = pick(KINDS, call.kind)
            const by = pick(kind === write ? writers : cast, call.who)
            await kind(by, call)
            await checkPublic(kind.name)
          }
        }),
        { numRuns: RUNS, endOnFailure: true },
      )
    }
    expect(unseen(), 'calls that were hardly tried').toEqual([])
  }, 300_000)
})
