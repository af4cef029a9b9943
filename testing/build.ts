import type { Payload } from 'payload'
import { z } from 'zod'
import type { Duty } from '../access/duties'
import { asksSecrecyOutcome, type FormAction, type Step } from '../access/steps'
import { paragraph, richText } from '../collections/richText/build'
import { confirmDelivery } from '../workflow/delivery'
import type { Answer, Bureau } from './bureau'
import {
  type Account,
  makeAccount,
  makeColumn,
  makeDepartment,
  makeFiling,
  makeManuscript,
  tokenFor,
} from './world'

/** A clerk, and the department he or she belongs to. */
export type Clerk = Account & { department: string; duties: Duty[] }

const formSchema = z.looseObject({
  id: z.string(),
  number: z.string(),
  rev: z.number(),
  state: z.string(),
  step: z.string().nullish(),
  route: z.string().nullish(),
  contentHash: z.string().nullish(),
})
export type FormReply = z.infer<typeof formSchema>

const postSchema = z.object({
  id: z.string(),
  number: z.number(),
  path: z.string(),
  state: z.string(),
})
const errorsSchema = z
  .array(
    z.looseObject({
      code: z.string().optional(),
      message: z.string(),
      field: z.string().optional(),
    }),
  )
  .default([])
const replySchema = z.looseObject({
  doc: z.looseObject({ id: z.string() }).optional(),
  post: postSchema.optional(),
  errors: errorsSchema,
})

/** What a route of the workflow answered, read. */
export type Reply = {
  status: number
  codes: string[]
  fields: string[]
  doc: Record<string, unknown> & { id: string }
  post: z.infer<typeof postSchema> | null
  body: unknown
}

const NO_DOC = { id: '' }

const readReply = ({ status, body }: Answer): Reply => {
  const { doc, post, errors } = replySchema.parse(typeof body === 'object' ? body : {})
  return {
    status,
    codes: errors.map(({ code }) => code ?? ''),
    fields: errors.flatMap(({ field }) => field ?? []),
    doc: doc ?? NO_DOC,
    post: post ?? null,
    body,
  }
}

/** The form of an answer. @throws when it holds none */
export const formIn = (reply: Reply): FormReply => {
  const form = formSchema.safeParse(reply.doc)
  if (form.success) return form.data
  throw new Error(`There is no form in the answer ${reply.status} ${JSON.stringify(reply.body)}`)
}

/** The post of an answer. @throws when it holds none */
export const postIn = (reply: Reply) => {
  if (reply.post) return reply.post
  throw new Error(`There is no post in the answer ${reply.status} ${JSON.stringify(reply.body)}`)
}

const STATEMENTS = { secrecyStatement: 'clear', personalInformation: 'none' } as const

const nameOf = (duties: Duty[]) => duties.join('-')

const makeDesk = async (payload: Payload) => {
  const people = new Map<string, Clerk>()
  /** A clerk of the department with these duties; `which` tells several of the same apart. */
  const clerk = async (department: string, duties: Duty[], which = 1): Promise<Clerk> => {
    const name = `${nameOf(duties)}${which}.${department}`
    const known = people.get(name)
    if (known) return known
    const account = await makeAccount({ payload, name, department, duties })
    const made = { ...account, department, duties }
    people.set(name, made)
    const writes = duties.includes('author') || duties.includes('department-admin')
    if (writes) await makeFiling({ payload, person: account.id, department })
    return made
  }
  return clerk
}

/**
 * A small bureau to play the workflow in: the Office, two departments and one whose administrator checks first, with
 * columns of both routes, and everything a clerk does through REST.
 */
export const openStage = async (bureau: Bureau) => {
  const { payload, rest } = bureau
  const clerk = await makeDesk(payload)
  const office = await makeDepartment(payload, { code: 'office', name: '办公室', mark: 'office' })
  const food = await makeDepartment(payload, { code: 'food', name: '食品处' })
  const animal = await makeDepartment(payload, { code: 'animal', name: '动植处' })
  const port = await makeDepartment(payload, {
    code: 'port',
    name: '口岸处',
    adminCheck: true,
  })
  const columns = {
    news: await makeColumn(payload, {
      code: 'news',
      name: '要闻',
      owners: [office],
      route: 'bureau',
      contributors: 'all',
    }),
    listed: await makeColumn(payload, {
      code: 'listed',
      name: '专栏',
      owners: [office],
      route: 'bureau',
      contributors: 'listed',
      contributingDepartments: [{ department: food, from: '2020-01-01T00:00:00.000Z' }],
    }),
    food: await makeColumn(payload, { code: 'food', name: '食品动态', owners: [food] }),
    animal: await makeColumn(payload, { code: 'animal', name: '动植动态', owners: [animal] }),
    shared: await makeColumn(payload, { code: 'shared', name: '指南', owners: [food, animal] }),
    port: await makeColumn(payload, { code: 'port', name: '口岸动态', owners: [port] }),
  }
  const people = {
    author: await clerk(food, ['author']),
    admin: await clerk(food, ['department-admin']),
    leader: await clerk(food, ['department-leader']),
    leader2: await clerk(food, ['department-leader'], 2),
    head: await clerk(food, ['department-head']),
    editor: await clerk(office, ['office-editor']),
    reviewer: await clerk(office, ['office-reviewer']),
    secrecy: await clerk(office, ['secrecy-reviewer']),
    secrecy2: await clerk(office, ['secrecy-reviewer'], 2),
    bureau: await clerk(office, ['bureau-leader']),
    bureau2: await clerk(office, ['bureau-leader'], 2),
  }

  const post = async (path: string, by: Clerk | null, body?: unknown): Promise<Reply> =>
    readReply(
      await rest({
        method: 'POST',
        path,
        body: body === undefined ? {} : body,
        ...(by ? { token: by.token } : {}),
      }),
    )

  /** A complete text, written by the clerk through REST. @returns its id */
  const write = async (by: Clerk, given: Record<string, unknown> = {}): Promise<string> => {
    const body = {
      title: '关于开展专项检查的通知',
      column: columns.food,
      kind: 'affairs',
      body: richText(paragraph('正文。')),
      source: { type: 'original', name: '食品处' },
      ...given,
    }
    const reply = await post('/api/manuscripts', by, body)
    if (reply.status !== 201) throw new Error(`Not written: ${JSON.stringify(reply.body)}`)
    return reply.doc.id
  }

  /** The same without the time that REST takes, for tests that need many. */
  const put = async (by: Clerk, column: string, title = '关于开展专项检查的通知') => {
    const { id } = await makeManuscript({
      payload,
      writer: by.id,
      department: by.department,
      column,
      title,
    })
    return id
  }

  const edit = async (by: Clerk | null, id: string, data: Record<string, unknown>) =>
    readReply(
      await rest({
        method: 'PATCH',
        path: `/api/manuscripts/${id}`,
        body: data,
        ...(by ? { token: by.token } : {}),
      }),
    )

  const submit = (by: Clerk | null, id: string, given: Record<string, unknown> = {}) =>
    post(`/api/manuscripts/${id}/submit`, by, { ...STATEMENTS, ...given })

  const act = ({
    by,
    form,
    action,
    ...given
  }: {
    by: Clerk | null
    form: { id: string; rev?: number }
    action: FormAction
    [key: string]: unknown
  }) => post(`/api/application-forms/${form.id}/${action}`, by, { rev: form.rev, ...given })

  const SIGNERS: Record<Step, (department: string) => Promise<Clerk>> = {
    'department-check': (department) => clerk(department, ['department-admin']),
    'department-review': (department) => clerk(department, ['department-leader']),
    'department-consent': (department) => clerk(department, ['department-head']),
    'secrecy-review': async () => people.secrecy,
    'office-review': async () => people.reviewer,
    'bureau-approval': async () => people.bureau,
  }
  const stepSchema = z.enum([
    'department-check',
    'department-review',
    'department-consent',
    'secrecy-review',
    'office-review',
    'bureau-approval',
  ])

  /** Who would sign this form now, if everything goes its usual way. */
  const signerOf = async (form: FormReply): Promise<Clerk> => {
    const department = z.string().parse(form.department)
    return SIGNERS[stepSchema.parse(form.step)](department)
  }

  /** Signs as the usual signer of the step does. */
  const sign = async (form: FormReply, given: Record<string, unknown> = {}): Promise<Reply> =>
    act({
      by: await signerOf(form),
      form,
      action: 'sign',
      ...(asksSecrecyOutcome(stepSchema.parse(form.step)) ? { secrecy: 'clear' } : {}),
      ...given,
    })

  /** Signs every step that is left, until the form is no longer pending or stands at the step named. */
  const signUpTo = async (form: FormReply, step?: Step): Promise<FormReply> => {
    let now = form
    while (now.state === 'pending' && now.step !== step) {
      const reply = await sign(now)
      if (reply.status !== 200) throw new Error(`Not signed: ${JSON.stringify(reply.body)}`)
      now = formIn(reply)
    }
    return now
  }

  /** A submitted form. */
  const apply = async (
    by: Clerk,
    { column = columns.food, ...given }: { column?: string; [key: string]: unknown } = {},
  ) => {
    const manuscript = await put(by, column)
    const reply = await submit(by, manuscript, given)
    return { manuscript, form: formIn(reply) }
  }

  const readForm = (id: string) =>
    payload.findByID({ collection: 'application-forms', id, depth: 0, overrideAccess: true })
  const readPost = (id: string) =>
    payload.findByID({ collection: 'posts', id, depth: 0, overrideAccess: true })

  /** The publication records, of one post or all, oldest first. */
  const records = async (post?: string) => {
    const { docs } = await payload.find({
      collection: 'publication-records',
      where: post ? { post: { equals: post } } : {},
      sort: 'seq',
      depth: 0,
      limit: 0,
      pagination: false,
      overrideAccess: true,
    })
    return docs
  }

  /** What the generator says when all files of the post are written. */
  const deliver = async (postId: string) => {
    const { delivery } = await readPost(postId)
    return confirmDelivery({ payload, postId, seq: delivery?.seq ?? 0, at: new Date() })
  }

  /** A post that is live and delivered. */
  const publish = async (by: Clerk, given: { column?: string; [key: string]: unknown } = {}) => {
    const { manuscript, form } = await apply(by, given)
    const last = await signUpTo(form)
    const { post: postId } = await readForm(last.id)
    const id = z.string().parse(postId)
    await deliver(id)
    return { manuscript, form: last, post: await readPost(id) }
  }

  /** Gives the clerk a new session, for instance after the account was changed. */
  const signInAgain = async (one: Clerk): Promise<Clerk> => ({
    ...one,
    token: await tokenFor({ payload, id: one.id, email: one.email }),
  })

  return {
    bureau,
    payload,
    rest,
    departments: { office, food, animal, port },
    columns,
    people,
    clerk,
    post,
    write,
    put,
    edit,
    submit,
    act,
    signerOf,
    sign,
    signUpTo,
    apply,
    readForm,
    readPost,
    records,
    deliver,
    publish,
    signInAgain,
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>
