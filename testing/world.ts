import { randomUUID } from 'node:crypto'
import { jwtSign, type Payload } from 'payload'
import sharp from 'sharp'
import { z } from 'zod'
import type { Duty } from '../access/duties'
import { idOf, type Person, personOf } from '../access/person'
import { paragraph, picture, richText } from '../collections/richText/build'
import type { ApplicationForm, Column, Department, Manuscript } from '../payload-types'
import { actOnForm } from '../workflow/act'
import { confirmDelivery } from '../workflow/delivery'
import { removePost, withdrawPost } from '../workflow/retract'
import { type SubmitInput, submitManuscript } from '../workflow/submit'
import { type Bureau, openBureau, PASSWORD } from './bureau'

const LONG_AGO = '2020-01-01T00:00:00.000Z'
const FAR_AWAY = '2099-01-01T00:00:00.000Z'
const DAY = 24 * 60 * 60

const rowSchema = z.looseObject({ id: z.string() })

/** What every account of a test shares, so that one slow password hash serves them all. */
type Secret = { hash: string; salt: string }

export type Account = { id: string; email: string; token: string }

/** A department with the office's defaults. */
export const makeDepartment = async (
  payload: Payload,
  data: Partial<Department> & { code: string; name: string },
): Promise<string> => {
  const { id } = await payload.create({
    collection: 'departments',
    overrideAccess: true,
    data: { kind: 'internal', mark: 'none', active: true, ...data },
  })
  return id
}

/** A column owned since long ago by the departments named. */
export const makeColumn = async (
  payload: Payload,
  {
    owners,
    ...data
  }: Partial<Omit<Column, 'owners'>> & { code: string; name: string; owners: string[] },
): Promise<string> => {
  const { id } = await payload.create({
    collection: 'columns',
    overrideAccess: true,
    data: {
      pillar: 'information',
      columnType: '工作动态',
      listKind: 'news',
      route: 'department',
      contributors: 'none',
      owners: owners.map((department) => ({ department, from: LONG_AGO })),
      ...data,
    },
  })
  return id
}

const sharedSecret = async (payload: Payload): Promise<Secret> => {
  const { id } = await payload.create({
    collection: 'users',
    overrideAccess: true,
    data: { email: `first.${randomUUID()}@bureau.example`, name: '首个账号', password: PASSWORD },
  })
  const row: unknown = await payload.db.findOne({
    collection: 'users',
    where: { id: { equals: id } },
  })
  return z.object({ hash: z.string(), salt: z.string() }).parse(row)
}

const secrets = new WeakMap<Payload, Promise<Secret>>()

const secretOf = (payload: Payload): Promise<Secret> => {
  const known = secrets.get(payload) ?? sharedSecret(payload)
  secrets.set(payload, known)
  return known
}

/** A live session of the account, as a login would have made it, without the time that checking a password takes. */
export const tokenFor = async ({
  payload,
  id,
  email,
}: {
  payload: Payload
  id: string
  email: string
}): Promise<string> => {
  const sid = randomUUID()
  const expiresAt = new Date(Date.now() + DAY * 1000).toISOString()
  await payload.db.updateOne({
    collection: 'users',
    id,
    data: { sessions: [{ id: sid, createdAt: new Date().toISOString(), expiresAt }] },
  })
  const { token } = await jwtSign({
    fieldsToSign: { id, collection: 'users', email, sid },
    secret: payload.secret,
    tokenExpiration: DAY,
  })
  return token
}

/** An account with a live session; its password is PASSWORD. */
export const makeAccount = async ({
  payload,
  name,
  department,
  duties,
  active = true,
}: {
  payload: Payload
  name: string
  department: string | null
  duties: Duty[]
  active?: boolean
}): Promise<Account> => {
  const email = `${name}@bureau.example`
  const row: unknown = await payload.db.create({
    collection: 'users',
    data: {
      email,
      name,
      position: '职员',
      phone: `phone of ${name}`,
      department,
      duties,
      active,
      ...(await secretOf(payload)),
      createdAt: LONG_AGO,
      updatedAt: LONG_AGO,
    },
  })
  const { id } = rowSchema.parse(row)
  return { id, email, token: await tokenFor({ payload, id, email }) }
}

/** The person behind an account, as the service takes it. */
export const personFor = async (payload: Payload, id: string): Promise<Person> => {
  const user = await payload.findByID({
    collection: 'users',
    id,
    depth: 1,
    overrideAccess: true,
  })
  const person = personOf(user)
  if (!person) throw new Error(`${user.name} is not active`)
  return person
}

/** The Office's record that lets the person write for the department (第十条). */
export const makeFiling = async ({
  payload,
  person,
  department,
  role = 'author',
}: {
  payload: Payload
  person: string
  department: string
  role?: 'author' | 'department-admin'
}): Promise<string> => {
  const { id } = await payload.create({
    collection: 'filings',
    overrideAccess: true,
    data: { person, department, role, from: LONG_AGO },
  })
  return id
}

/** A small picture in one colour; another colour is another file. */
export const pictureFile = (red: number): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: { r: red, g: 40, b: 90 } } })
    .png()
    .toBuffer()

/** A picture in the department's media. */
export const makeMedia = async ({
  payload,
  department,
  name,
}: {
  payload: Payload
  department: string
  name: string
}): Promise<string> => {
  const data = await pictureFile(name.length * 7)
  const { id } = await payload.create({
    collection: 'media',
    overrideAccess: true,
    data: { alt: `说明 ${name}`, department },
    file: { data, name: `${name}.png`, mimetype: 'image/png', size: data.length },
  })
  return id
}

/** A text that is complete enough to be submitted. */
export const makeManuscript = async ({
  payload,
  writer,
  department,
  column,
  title,
  images = [],
}: {
  payload: Payload
  writer: string
  department: string
  column: string
  title: string
  images?: string[]
}): Promise<Manuscript> =>
  payload.create({
    collection: 'manuscripts',
    depth: 0,
    overrideAccess: true,
    data: {
      title,
      column,
      department,
      createdBy: writer,
      body: richText(
        paragraph(`正文 ${title}`),
        ...images.map((media) => picture({ id: `picture-${media}`, media })),
      ),
      source: { type: 'original', name: '本局' },
    },
  })

/** Acts on forms and posts as the accounts named, by the service and with the server's time. */
const workflowOf = (payload: Payload) => ({
  submit: async (by: string, manuscriptId: string, more: Partial<SubmitInput> = {}) =>
    submitManuscript({
      payload,
      person: await personFor(payload, by),
      manuscriptId,
      input: { secrecyStatement: 'clear', personalInformation: 'none', ...more },
      now: new Date(),
    }),
  act: async (
    by: string,
    form: ApplicationForm,
    input: Parameters<typeof actOnForm>[0]['input'],
  ) => {
    const { post } = await actOnForm({
      payload,
      person: await personFor(payload, by),
      formId: form.id,
      rev: form.rev ?? 0,
      input,
      now: new Date(),
    })
    if (post) {
      const seq = post.delivery?.seq ?? 0
      await confirmDelivery({ payload, postId: post.id, seq, at: new Date() })
    }
    return post
  },
  withdraw: async (by: string, postId: string) =>
    withdrawPost({
      payload,
      person: await personFor(payload, by),
      postId,
      explanation: '内容有误',
      now: new Date(),
    }),
  remove: async (by: string, postId: string) =>
    removePost({
      payload,
      person: await personFor(payload, by),
      postId,
      reason: '涉及敏感内容',
      now: new Date(),
    }),
})

/** Words that stand in a text which was refused as secret, and in nothing else. */
export const SECRET_WORD = '机密词语'

/** The manuscripts of a department in the world, by what has happened to them. */
const FATES = [
  'draft',
  'colleague',
  'pending',
  'held',
  'returned',
  'cancelled',
  'refused',
  'approved',
  'published',
  'withdrawn',
  'removed',
] as const
type Fate = (typeof FATES)[number]

type Rows = Record<string, string>

export type DepartmentWorld = {
  id: string
  column: string
  /** Created the manuscript `draft`. */
  author: Account
  /** Created all other manuscripts. */
  colleague: Account
  leader: Account
  manuscripts: Record<Fate, string>
  media: Rows
  forms: Rows
  posts: Rows
  filings: Rows
}

const tell = async ({
  payload,
  fate,
  department,
  people,
  manuscript,
}: {
  payload: Payload
  fate: Fate
  department: string
  people: { colleague: Account; leader: Account; officeEditor: Account }
  manuscript: string
}): Promise<{ form?: string; post?: string }> => {
  const { submit, act, withdraw, remove } = workflowOf(payload)
  const { colleague, leader, officeEditor } = people
  if (fate === 'draft' || fate === 'colleague') return {}
  const more: Partial<SubmitInput> =
    fate === 'held'
      ? { secrecyStatement: 'doubt' }
      : fate === 'approved'
        ? { publishAt: FAR_AWAY }
        : {}
  const form = await submit(colleague.id, manuscript, more)
  if (idOf(form.department) !== department) throw new Error('The form is of another department')
  if (fate === 'pending' || fate === 'held') return { form: form.id }
  if (fate === 'returned') {
    await act(leader.id, form, { action: 'return', opinion: '请补充数据' })
  } else if (fate === 'cancelled') {
    await act(colleague.id, form, { action: 'cancel' })
  } else {
    const secrecy = fate === 'refused' ? 'secret' : 'clear'
    const post = await act(leader.id, form, { action: 'sign', secrecy, opinion: '同意' })
    if (post && fate === 'withdrawn') await withdraw(officeEditor.id, post.id)
    if (post && fate === 'removed') await remove(officeEditor.id, post.id)
    return { form: form.id, ...(post ? { post: post.id } : {}) }
  }
  return { form: form.id }
}

const fillDepartment = async ({
  payload,
  code,
  name,
  officeEditor,
}: {
  payload: Payload
  code: string
  name: string
  officeEditor: Account
}): Promise<DepartmentWorld> => {
  const id = await makeDepartment(payload, { code, name })
  const column = await makeColumn(payload, { code, name: `${name}动态`, owners: [id] })
  const account = (role: string, duties: Duty[]) =>
    makeAccount({ payload, name: `${role}.${code}`, department: id, duties })
  const author = await account('author', ['author'])
  const colleague = await account('colleague', ['author'])
  const leader = await account('signer', ['department-leader'])
  const filings = {
    first: await makeFiling({ payload, person: author.id, department: id }),
    colleague: await makeFiling({ payload, person: colleague.id, department: id }),
  }
  const media: Rows = {}
  const forms: Rows = {}
  const posts: Rows = {}
  const manuscript = async (fate: Fate) => {
    const image =
      fate === 'draft' || fate === 'refused'
        ? await makeMedia({ payload, department: id, name: `${code}-${fate}` })
        : null
    if (image) media[fate] = image
    const { id: manuscriptId } = await makeManuscript({
      payload,
      writer: fate === 'draft' ? author.id : colleague.id,
      department: id,
      column,
      title: fate === 'refused' ? `${SECRET_WORD} ${code}` : `${code} ${fate}`,
      images: image ? [image] : [],
    })
    const people = { colleague, leader, officeEditor }
    const made = await tell({ payload, fate, department: id, people, manuscript: manuscriptId })
    if (made.form) forms[fate] = made.form
    if (made.post) posts[fate] = made.post
    return manuscriptId
  }
  const manuscripts = {
    draft: await manuscript('draft'),
    colleague: await manuscript('colleague'),
    pending: await manuscript('pending'),
    held: await manuscript('held'),
    returned: await manuscript('returned'),
    cancelled: await manuscript('cancelled'),
    refused: await manuscript('refused'),
    approved: await manuscript('approved'),
    published: await manuscript('published'),
    withdrawn: await manuscript('withdrawn'),
    removed: await manuscript('removed'),
  }
  return { id, column, author, colleague, leader, manuscripts, media, forms, posts, filings }
}

export type World = {
  bureau: Bureau
  payload: Payload
  office: { id: string; column: string; editor: Account; author: Account }
  food: DepartmentWorld
  animal: DepartmentWorld
  /** One account a duty, all of them in the department `food`. */
  people: Record<Duty, Account>
  /** An account of `food` that was an author and is switched off; its session was not ended. */
  inactive: Account
  /** The key of the API account in `people`. */
  apiKey: string
  topic: string
  placements: Record<'shown' | 'ending' | 'coming' | 'ended' | 'withdrawn', string>
}

const API_KEY = '7e3f9f0c-5d0c-4a2e-9a51-5f3f3f0a7c11'

const makePeople = async (payload: Payload, department: string): Promise<Record<Duty, Account>> => {
  const person = (duty: Duty) =>
    makeAccount({ payload, name: `duty.${duty}`, department, duties: [duty] })
  return {
    author: await person('author'),
    'department-admin': await person('department-admin'),
    'department-leader': await person('department-leader'),
    'department-head': await person('department-head'),
    'secrecy-reviewer': await person('secrecy-reviewer'),
    'office-editor': await person('office-editor'),
    'office-reviewer': await person('office-reviewer'),
    'bureau-leader': await person('bureau-leader'),
    'system-admin': await person('system-admin'),
    'security-admin': await person('security-admin'),
    auditor: await person('auditor'),
    'api-reader': await person('api-reader'),
  }
}

/** Who wrote the manuscript `draft` of `food` is the author of `people`: so `own` and `department` can be told apart. */
const handOver = async ({
  payload,
  manuscript,
  writer,
}: {
  payload: Payload
  manuscript: string
  writer: string
}) => {
  await payload.db.updateOne({
    collection: 'manuscripts',
    where: { id: { equals: manuscript } },
    data: { createdBy: writer, lastEditedBy: writer },
  })
}

const LONG_PAST = '2019-01-01T00:00:00.000Z'
const PAST = '2020-01-01T00:00:00.000Z'
const FUTURE = '2999-01-01T00:00:00.000Z'

const makePlacements = async ({
  payload,
  posts,
}: {
  payload: Payload
  posts: DepartmentWorld['posts']
}): Promise<World['placements']> => {
  // Past the hooks: a post that was withdrawn later cannot be chosen now.
  const place = async (some: { post: string | undefined; from: string; to?: string }) => {
    const row = { place: 'headline', order: 1, title: '头条', ...some }
    const { id } = await payload.db.create({ collection: 'placements', data: row })
    return String(id)
  }
  return {
    shown: await place({ post: posts.published, from: PAST }),
    ending: await place({ post: posts.published, from: PAST, to: FUTURE }),
    coming: await place({ post: posts.published, from: FUTURE }),
    ended: await place({ post: posts.published, from: LONG_PAST, to: PAST }),
    withdrawn: await place({ post: posts.withdrawn, from: PAST }),
  }
}

/**
 * A bureau with two departments in which everything has happened once, the Office, and one account a duty.
 * Everything in it went through the workflow service. Takes some seconds: build it once a test file.
 */
export const openWorld = async (): Promise<World> => {
  const bureau = await openBureau()
  const { payload } = bureau
  const officeId = await makeDepartment(payload, { code: 'office', name: '办公室', mark: 'office' })
  const notices = await makeColumn(payload, {
    code: 'notices',
    name: '通知公告',
    owners: [officeId],
    route: 'bureau',
    contributors: 'all',
  })
  const editor = await makeAccount({
    payload,
    name: 'editor.office',
    department: officeId,
    duties: ['office-editor'],
  })
  const officeAuthor = await makeAccount({
    payload,
    name: 'author.office',
    department: officeId,
    duties: ['author'],
  })
  const food = await fillDepartment({ payload, code: 'food', name: '食品处', officeEditor: editor })
  const animal = await fillDepartment({
    payload,
    code: 'animal',
    name: '动植处',
    officeEditor: editor,
  })
  const people = await makePeople(payload, food.id)
  await handOver({ payload, manuscript: food.manuscripts.draft, writer: people.author.id })
  for (const duty of ['author', 'department-admin'] as const) {
    const person = people[duty].id
    food.filings[duty] = await makeFiling({ payload, person, department: food.id, role: duty })
  }
  await payload.update({
    collection: 'users',
    id: people['api-reader'].id,
    overrideAccess: true,
    data: { enableAPIKey: true, apiKey: API_KEY },
  })
  const inactive = await makeAccount({
    payload,
    name: 'inactive.food',
    department: food.id,
    duties: ['author', 'department-leader'],
    active: false,
  })
  const topic = await payload.create({
    collection: 'topics',
    overrideAccess: true,
    data: { code: 'safety', title: '食品安全' },
  })
  return {
    bureau,
    payload,
    office: { id: officeId, column: notices, editor, author: officeAuthor },
    food,
    animal,
    people,
    inactive,
    apiKey: API_KEY,
    topic: topic.id,
    placements: await makePlacements({ payload, posts: food.posts }),
  }
}
