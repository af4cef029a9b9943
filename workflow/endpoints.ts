import type { CollectionConfig, Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { isKeyOf, keysOf } from '../access/keysOf'
import { missing } from '../access/missing'
import { holds, idOf, type Person, personOf } from '../access/person'
import { Refusal, wordReasons } from '../access/refusal'
import { REFUSALS, type Reason } from '../access/refusals'
import type { RuledCollection } from '../access/rules'
import type { FormAction } from '../access/steps'
import { isHidden } from '../collections/applicationForms/refusedView'
import type { ApplicationForm, Post } from '../payload-types'
import { ACTION_SCHEMAS, actOnForm, StaleRev } from './act'
import type { ActionInput } from './decide'
import { noteRead } from './edits'
import { removePost, removeSchema, withdrawPost, withdrawSchema } from './retract'
import { maySubmit, submitManuscript, submitSchema } from './submit'

const MANY = 200

const formAnswer = (form: ApplicationForm) => ({
  id: form.id,
  number: form.number,
  title: form.title,
  rev: form.rev,
  route: form.route,
  state: form.state,
  step: form.step,
  steps: form.steps,
  contentHash: form.contentHash,
  manuscript: idOf(form.manuscript),
  post: idOf(form.post),
  applicant: idOf(form.applicant),
  department: idOf(form.department),
  column: idOf(form.column),
  secrecyStatement: form.secrecyStatement,
  personalInformation: form.personalInformation,
  publishAt: form.publishAt,
  submittedAt: form.submittedAt,
  entries: form.entries,
})

/** What the answer to an action shows of the form: of one that was refused as secret no more than everyone may see. */
const docAnswer = (form: ApplicationForm, person: Person | null) =>
  isHidden(form) && !holds(person, 'secrecy-reviewer')
    ? {
        id: form.id,
        number: form.number,
        rev: form.rev,
        state: form.state,
        department: idOf(form.department),
      }
    : formAnswer(form)

const postAnswer = (post: Post) => ({
  id: post.id,
  number: post.number,
  path: post.path,
  state: post.state,
})

type Answer = { status: number; body: Record<string, unknown> }

const done = ({
  req,
  form,
  post = null,
}: {
  req: PayloadRequest
  form: ApplicationForm
  post?: Post | null
}): Answer => ({
  status: 200,
  body: {
    doc: docAnswer(form, personOf(req.user)),
    ...(post ? { post: postAnswer(post) } : {}),
  },
})

const refused = (error: unknown, req: PayloadRequest): Answer => {
  if (!(error instanceof Refusal)) throw error
  const errors = wordReasons({ reasons: error.reasons, language: req.i18n?.language })
  const doc = error instanceof StaleRev ? { doc: docAnswer(error.form, personOf(req.user)) } : {}
  return { status: error.status, body: { errors, ...doc } }
}

const answering =
  (work: (req: PayloadRequest, person: Person) => Promise<Answer>): Endpoint['handler'] =>
  async (req) => {
    try {
      const person = personOf(req.user)
      if (!person) throw new Refusal('no-login')
      const { status, body } = await work(req, person)
      return Response.json(body, { status })
    } catch (error) {
      const { status, body } = refused(error, req)
      return Response.json(body, { status })
    }
  }

const readBody = async (req: PayloadRequest): Promise<unknown> => {
  try {
    return await req.json?.()
  } catch {
    throw new Refusal('bad-json')
  }
}

const parse = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const reasons = parsed.error.issues.flatMap((issue): Reason[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((field) => ({ code: 'unknown-field', field }))
    }
    const code = isKeyOf(REFUSALS, issue.message) ? issue.message : 'bad-value'
    const field = issue.path.map(String).join('.')
    return [{ code, ...(field ? { field } : {}) }]
  })
  const [first = { code: 'bad-value' as const }, ...rest] = reasons
  throw new Refusal(first, ...rest)
}

/** The row if this person may see it; else the same 404 as for a row that does not exist. */
const visible = async <Slug extends 'manuscripts' | 'application-forms' | 'posts'>({
  req,
  collection,
  id,
}: {
  req: PayloadRequest
  collection: Slug & RuledCollection
  id: unknown
}) => {
  if (typeof id !== 'string') throw new Refusal('not-found')
  const doc = await req.payload
    .findByID({
      collection,
      id,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      disableErrors: true,
    })
    .catch(missing)
  if (!doc) throw new Refusal('not-found')
  return doc
}

const submit = answering(async (req, person) => {
  const manuscript = await visible({
    req,
    collection: 'manuscripts',
    id: req.routeParams?.id,
  })
  const input = parse(submitSchema, await readBody(req))
  if (!maySubmit(person, manuscript)) throw new Refusal('lacks-duty')
  const form = await submitManuscript({
    payload: req.payload,
    person,
    manuscriptId: manuscript.id,
    input,
    now: new Date(),
  })
  return done({ req, form })
})

const inputOf = (action: FormAction, body: unknown): { rev: number; input: ActionInput } => {
  const { rev, ...rest } = parse(ACTION_SCHEMAS[action], body)
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value != null))
  return { rev, input: { action, ...given } }
}

const actOn = async ({
  req,
  person,
  action,
  id,
  body,
}: {
  req: PayloadRequest
  person: Person
  action: FormAction
  id: unknown
  body: () => Promise<unknown>
}): Promise<Answer> => {
  const form = await visible({ req, collection: 'application-forms', id })
  const { rev, input } = inputOf(action, await body())
  const result = await actOnForm({
    payload: req.payload,
    person,
    formId: form.id,
    rev,
    input,
    now: new Date(),
  })
  return done({ req, form: result.form, post: result.post })
}

const act = (action: FormAction) =>
  answering((req, person) =>
    actOn({ req, person, action, id: req.routeParams?.id, body: () => readBody(req) }),
  )

const manySchema = z.array(z.unknown()).min(1).max(MANY)
const itemSchema = z.looseObject({ id: z.string() })

/** One form of a list, as the single route would answer it; a fault of the server is this form's own as well. */
const signOne = async (req: PayloadRequest, person: Person, item: unknown) => {
  const given = itemSchema.safeParse(item)
  const id = given.success ? given.data.id : null
  try {
    const { id: formId, ...body } = parse(itemSchema, item)
    const answer = await actOn({ req, person, action: 'sign', id: formId, body: async () => body })
    return { id, status: answer.status, ...answer.body }
  } catch (error) {
    if (!(error instanceof Refusal)) req.payload.logger.error(error)
    const answer = refused(error instanceof Refusal ? error : new Refusal('server-error'), req)
    return { id, status: answer.status, ...answer.body }
  }
}

const signMany = answering(async (req, person) => {
  const items = parse(manySchema, await readBody(req))
  const results: unknown[] = []
  for (const item of items) results.push(await signOne(req, person, item))
  return { status: 200, body: { results } }
})

const withdraw = answering(async (req, person) => {
  const post = await visible({ req, collection: 'posts', id: req.routeParams?.id })
  const { explanation } = parse(withdrawSchema, await readBody(req))
  const doc = await withdrawPost({
    payload: req.payload,
    person,
    postId: post.id,
    explanation,
    now: new Date(),
  })
  return { status: 200, body: { doc: postAnswer(doc) } }
})

const remove = answering(async (req, person) => {
  const post = await visible({ req, collection: 'posts', id: req.routeParams?.id })
  const { reason } = parse(removeSchema, await readBody(req))
  const doc = await removePost({
    payload: req.payload,
    person,
    postId: post.id,
    reason,
    now: new Date(),
  })
  return { status: 200, body: { doc: postAnswer(doc) } }
})

const post = (path: string, handler: Endpoint['handler']): Endpoint => ({
  path,
  method: 'post',
  handler,
})

/** The workflow's own routes, by the collection under whose slug they stand. */
const ENDPOINTS: Record<string, Endpoint[]> = {
  manuscripts: [post('/:id/submit', submit)],
  'application-forms': [
    post('/sign-many', signMany),
    ...keysOf(ACTION_SCHEMAS).map((action) => post(`/:id/${action}`, act(action))),
  ],
  posts: [post('/:id/withdraw', withdraw), post('/:id/remove', remove)],
}

/** Puts the workflow's endpoints on a collection, and its hook on manuscripts. */
export const withWorkflow = (collection: CollectionConfig): CollectionConfig => {
  const hooks = collection.hooks ?? {}
  const beforeChange = [...(hooks.beforeChange ?? []), noteRead]
  return {
    ...collection,
    hooks: collection.slug === 'manuscripts' ? { ...hooks, beforeChange } : hooks,
    endpoints: [...(ENDPOINTS[collection.slug] ?? []), ...(collection.endpoints || [])],
  }
}
