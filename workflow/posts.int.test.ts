import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../access/person'
import { paragraph, richText } from '../collections/richText/build'
import type { PublicationRecord } from '../payload-types'
import { type Clerk, formIn, openStage, postIn, type Stage } from '../testing/build'
import { openBureau } from '../testing/bureau'
import { makeColumn, makeMedia, personFor } from '../testing/world'
import { EMPTY_CONTENT } from './content'
import { entriesOf } from './entry'
import { setPublishPort } from './publishPort'
import { resumeWorkflow } from './resume'
import { readSnapshot, sha256 } from './snapshot'
import { submitManuscript } from './submit'
import { firstBrokenRecord } from './verifyRecords'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(await openBureau())
})
afterAll(() => stage.bureau.close())

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()

const recordsOf = async (post?: string): Promise<PublicationRecord[]> => {
  const { docs } = await stage.payload.find({
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

describe('publishing at the last signature', () => {
  it('numbers posts in one sequence for the site and fixes a number in the column', async () => {
    const { people, publish, clerk, departments, columns } = stage
    const first = await publish(people.author)
    const animal = await clerk(departments.animal, ['author'])
    const other = await publish(animal, { column: columns.animal })
    const second = await publish(people.author)
    const number = first.post.number ?? 0
    expect([other.post.number, second.post.number]).toEqual([number + 1, number + 2])
    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
    expect(first.post.path).toBe(`/posts/${year}/${number}.html`)
    expect(second.post.columnSeq).toBe((first.post.columnSeq ?? 0) + 1)
    expect(other.post.columnSeq).toBe(1)
  })

  it('makes the post from the snapshot, never from the manuscript', async () => {
    const { payload, people, write, submit, sign, readPost } = stage
    const manuscript = await write(people.author, { title: '所签的题', subtitle: '副题' })
    const form = formIn(await submit(people.author, manuscript))
    await payload.db.updateOne({
      collection: 'manuscripts',
      where: { id: { equals: manuscript } },
      data: { title: '偷换的题' },
    })
    const post = await readPost(postIn(await sign(form)).id)
    expect([post.title, post.subtitle, post.contentHash]).toEqual([
      '所签的题',
      '副题',
      form.contentHash,
    ])
    expect(idOf(post.form)).toBe(form.id)
  })

  it('stores everything of the snapshot, with the files embedded', async () => {
    const { payload, departments, people, write, submit, sign, readPost } = stage
    const media = await makeMedia({ payload, department: departments.food, name: 'whole' })
    const manuscript = await write(people.author, {
      kind: 'policy',
      summary: '摘要',
      images: [media],
      attachments: [{ file: media, title: '附件一' }],
      source: { type: 'reprint', name: '总局', url: 'https://www.aqsiq.gov.cn/' },
      authors: '王一',
      photographer: '李二',
      bulletin: { publication: '《辽宁检验检疫信息》', year: 2026, issue: 3 },
      policy: { docNumber: '辽检〔2026〕1号', issuedOn: '2026-01-03T00:00:00.000Z' },
      guide: { phone: '0411-82583000' },
      english: { title: 'Notice', body: richText(paragraph('Text')) },
    })
    const form = formIn(await submit(people.author, manuscript))
    const post = await readPost(postIn(await sign(form)).id)
    const { snapshot } = await stage.readForm(form.id)
    const signed = readSnapshot(snapshot ?? '')
    expect(signed.files).toMatchObject([{ mediaId: media, alt: '说明 whole', width: 8, height: 8 }])
    const { title, kind, summary, body, files, images, attachments, source, bulletin } = post
    expect({ title, kind, summary, body, files, images, attachments }).toEqual({
      title: signed.title,
      kind: signed.kind,
      summary: signed.summary,
      body: signed.body,
      files: signed.files,
      images: signed.images,
      attachments: signed.attachments,
    })
    expect({ source, bulletin }).toEqual({ source: signed.source, bulletin: signed.bulletin })
    expect(post.policy).toMatchObject({ docNumber: '辽检〔2026〕1号' })
    expect(post.english?.title).toBe('Notice')
    expect((post.providers ?? []).map(idOf)).toEqual([departments.food])
    expect(post.migrated).toBe(false)
  })

  it('waits for its time: an approved form without a post is published when the time has come', async () => {
    const { payload, people, apply, sign, readForm, readPost } = stage
    const { form } = await apply(people.author, { publishAt: tomorrow() })
    const approved = await sign(form)
    expect(formIn(approved)).toMatchObject({ state: 'approved', post: null })
    await resumeWorkflow({ payload, now: new Date() })
    expect((await readForm(form.id)).post).toBeNull()
    const now = new Date(Date.now() + 2 * 86_400_000)
    await resumeWorkflow({ payload, now })
    const { post: id, state } = await readForm(form.id)
    expect(state).toBe('approved')
    const post = await readPost(String(id))
    expect(post).toMatchObject({ state: 'live', publishedAt: now.toISOString() })
    expect(post.delivery?.state).toBe('waiting')
  })

  it('one form that cannot be published does not stop the others', async () => {
    const { payload, people, apply, sign, readForm } = stage
    const later = { publishAt: tomorrow() }
    const broken = formIn(await sign((await apply(people.author, later)).form))
    const sound = formIn(await sign((await apply(people.author, later)).form))
    const snapshot = '{"schema":99}'
    const hash = sha256(snapshot)
    const entries = entriesOf((await readForm(broken.id)).entries)
    await payload.db.updateOne({
      collection: 'application-forms',
      where: { id: { equals: broken.id } },
      data: {
        snapshot,
        contentHash: hash,
        entries: entries.map((entry) => ({ ...entry, hash })),
      },
      options: { atomic: true },
    })
    await resumeWorkflow({ payload, now: new Date(Date.now() + 2 * 86_400_000) })
    expect((await readForm(broken.id)).post).toBeNull()
    expect((await readForm(sound.id)).post).not.toBeNull()
    await payload.db.updateOne({
      collection: 'application-forms',
      where: { id: { equals: broken.id } },
      data: { state: 'cancelled', openKey: broken.id },
      options: { atomic: true },
    })
  })

  it('renames of column and department need no new signature', async () => {
    const { payload, people, departments, apply, sign } = stage
    const column = await makeColumn(payload, {
      code: 'renamed',
      name: '旧名',
      owners: [departments.food],
    })
    const { form } = await apply(people.author, { column })
    await payload.update({
      collection: 'columns',
      id: column,
      overrideAccess: true,
      data: { name: '新名' },
    })
    expect((await sign(form)).status).toBe(200)
  })
})

describe('the text that was signed', () => {
  const withPicture = async (name: string, given: Record<string, unknown> = {}) => {
    const { payload, bureau, departments, people, write, submit } = stage
    const media = await makeMedia({ payload, department: departments.food, name })
    const manuscript = await write(people.author, { images: [media] })
    const form = formIn(await submit(people.author, manuscript, given))
    const file = path.join(bureau.dataDir, 'media', `${name}.png`)
    const other = await sharp({
      create: { width: 9, height: 9, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer()
    return { form, file, other }
  }

  it('does not become public when a file was exchanged on disk', async () => {
    const { sign, readForm } = stage
    const { form, file, other } = await withPicture('exchanged')
    await writeFile(file, other)
    const before = await readForm(form.id)
    const reply = await sign(form)
    expect([reply.status, reply.codes]).toEqual([403, ['file-mismatch']])
    expect(await readForm(form.id)).toEqual(before)
  })

  it('does not become public when a file is gone', async () => {
    const { sign } = stage
    const { form, file } = await withPicture('gone')
    await import('node:fs/promises').then(({ rm }) => rm(file))
    expect((await sign(form)).codes).toEqual(['file-mismatch'])
  })

  it('does not become public when a file was exchanged before its time had come', async () => {
    const { payload, sign, readForm } = stage
    const { form, file, other } = await withPicture('late', { publishAt: tomorrow() })
    expect(formIn(await sign(form)).state).toBe('approved')
    await writeFile(file, other)
    await resumeWorkflow({ payload, now: new Date(Date.now() + 2 * 86_400_000) })
    const held = await readForm(form.id)
    expect([held.state, held.rev, held.post]).toEqual(['held', 3, null])
    const [last] = entriesOf(held.entries).slice(-1)
    expect(last).toMatchObject({ decision: 'hold', passed: false, person: { name: '系统' } })
    expect(last?.opinion).toContain('校验值不符')
  })

  it('does not become public when the stored snapshot was changed', async () => {
    const { payload, people, apply, sign, readForm } = stage
    const { form } = await apply(people.author)
    const { snapshot } = await readForm(form.id)
    await payload.db.updateOne({
      collection: 'application-forms',
      where: { id: { equals: form.id } },
      data: { snapshot: snapshot?.replace('正文', '假文') },
      options: { atomic: true },
    })
    const before = await readForm(form.id)
    const reply = await sign(form)
    expect([reply.status, reply.codes]).toEqual([403, ['hash-mismatch']])
    expect(await readForm(form.id)).toEqual(before)
  })

  it('does not become public when snapshot and hash were changed together between two signatures', async () => {
    const { payload, people, columns, apply, sign, signUpTo, readForm } = stage
    const { form } = await apply(people.author, { column: columns.news })
    const last = await signUpTo(form, 'bureau-approval')
    const snapshot = (await readForm(form.id)).snapshot?.replace('正文', '假文') ?? ''
    await payload.db.updateOne({
      collection: 'application-forms',
      where: { id: { equals: form.id } },
      data: { snapshot, contentHash: sha256(snapshot) },
      options: { atomic: true },
    })
    const reply = await sign(last)
    expect([reply.status, reply.codes]).toEqual([403, ['chain-broken']])
    expect((await readForm(form.id)).state).toBe('pending')
  })
})

describe('a revision of a live post', () => {
  it('keeps number, path and date, and leaves the page as it is until its last signature', async () => {
    const { people, publish, edit, submit, sign, readPost, readForm, deliver, departments } = stage
    const { manuscript, post, form } = await publish(people.author)
    expect((await edit(people.author, manuscript, { title: '更正后的题' })).status).toBe(200)
    const again = formIn(await submit(people.author, manuscript))
    expect((await readForm(again.id)).post).toBe(post.id)
    expect(await readPost(post.id)).toEqual(post)
    const signed = await sign(again)
    expect(signed.post).toEqual({
      id: post.id,
      number: post.number,
      path: post.path,
      state: 'live',
    })
    const revised = await readPost(post.id)
    expect(revised).toMatchObject({
      title: '更正后的题',
      number: post.number,
      path: post.path,
      columnSeq: post.columnSeq,
      publishedAt: post.publishedAt,
      revision: 2,
      contentHash: again.contentHash,
      form: again.id,
    })
    expect(revised.contentHash).not.toBe(form.contentHash)
    expect(new Date(revised.revisedAt ?? 0).getTime()).toBeGreaterThan(
      new Date(post.publishedAt ?? 0).getTime(),
    )
    expect((revised.providers ?? []).map(idOf)).toEqual([departments.food])
    await deliver(post.id)
    expect((await readForm(again.id)).state).toBe('published')
    const events = (await recordsOf(post.id)).map(({ event, hash }) => [event, hash])
    expect(events).toEqual([
      ['publish', form.contentHash],
      ['revise', again.contentHash],
    ])
  })

  it('asks who wrote in this round: who edited the earlier one may sign, who created never', async () => {
    const { clerk, departments, people, put, columns, edit, submit, act, sign, deliver } = stage
    const both = await clerk(departments.food, ['department-admin', 'department-leader'])
    const writer = await clerk(departments.food, ['author', 'department-leader'])
    const manuscript = await put(writer, columns.food)
    await edit(both, manuscript, { title: '一改' })
    const first = formIn(await submit(people.admin, manuscript))
    for (const by of [both, writer]) {
      const reply = await act({ by, form: first, action: 'sign', secrecy: 'clear' })
      expect(reply.codes).toEqual(['own-manuscript'])
    }
    const post = postIn(await sign(first))
    await deliver(post.id)
    await edit(writer, manuscript, { title: '二改' })
    const second = formIn(await submit(writer, manuscript))
    const own = await act({ by: writer, form: second, action: 'sign', secrecy: 'clear' })
    expect(own.codes).toEqual(['own-manuscript'])
    const now = await act({ by: both, form: second, action: 'sign', secrecy: 'clear' })
    expect(now.status).toBe(200)
  })

  it('moves to another column under a fixed number of that column, and back to its old one', async () => {
    const { payload, people, departments, publish, edit, submit, sign, deliver, readPost } = stage
    const other = await makeColumn(payload, {
      code: 'elsewhere',
      name: '别处',
      owners: [departments.food],
    })
    const { manuscript, post } = await publish(people.author)
    const revise = async (column: string) => {
      await edit(people.author, manuscript, { column })
      await sign(formIn(await submit(people.author, manuscript)))
      await deliver(post.id)
      return readPost(post.id)
    }
    expect((await revise(other)).columnSeq).toBe(1)
    await publish(people.author)
    expect((await revise(stage.columns.food)).columnSeq).toBe(post.columnSeq)
    expect((await revise(other)).columnSeq).toBe(1)
  })

  it('that is refused as secret leaves the live page alone', async () => {
    const { people, publish, edit, submit, act, readPost } = stage
    const { manuscript, post } = await publish(people.author)
    await edit(people.author, manuscript, { title: '不该公开' })
    const form = formIn(await submit(people.author, manuscript))
    await act({ by: people.leader, form, action: 'sign', secrecy: 'secret' })
    expect(await readPost(post.id)).toEqual(post)
  })

  it('of a migrated text does not make it new', async () => {
    const { payload, clerk, departments, columns, people, put, edit, submit, signUpTo } = stage
    await payload.updateGlobal({
      slug: 'site-settings',
      overrideAccess: true,
      data: { migrationUntil: tomorrow() },
    })
    const author = await clerk(departments.office, ['author'])
    const manuscript = await put(author, columns.news)
    const migrated = await submitManuscript({
      payload,
      person: await personFor(payload, author.id),
      manuscriptId: manuscript,
      input: { secrecyStatement: 'clear', personalInformation: 'none' },
      now: new Date(),
      migration: true,
    })
    const { form, sign, readForm, readPost, deliver } = { ...stage, form: migrated }
    const started = formIn(
      await sign({ ...form, number: form.number ?? '', rev: 1, state: 'pending' }),
    )
    await signUpTo(started)
    const id = String((await readForm(form.id)).post)
    await deliver(id)
    expect((await readPost(id)).migrated).toBe(true)
    await edit(author, manuscript, { summary: '更正' })
    const revision = formIn(await submit(author, manuscript))
    expect(revision.route).toBe('bureau')
    const head = await clerk(departments.office, ['department-head'])
    expect((await stage.signerOf(revision)).id).toBe(head.id)
    await signUpTo(revision)
    expect(await readPost(id)).toMatchObject({ revision: 2, migrated: true })
    expect(people.author.id).not.toBe(author.id)
  })
})

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
    const [, record] = await recordsOf(post.id)
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
    expect((await recordsOf(post.id)).map(({ event }) => event)).toEqual([
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
    const records = await recordsOf(post.id)
    expect(records.map(({ event, title }) => [event, title ?? null])).toEqual([
      ['publish', null],
      ['withdraw', null],
      ['remove', null],
    ])
    expect(records.map(({ titleHash }) => titleHash)).toEqual(
      Array(3).fill(sha256(post.title ?? '')),
    )
    expect(records[2]).toMatchObject({ reason: '附件涉密', providers: ['food'], path: post.path })
    expect(firstBrokenRecord(await recordsOf())).toBeNull()
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
    const records = await recordsOf()
    expect(records.length).toBeGreaterThan(10)
    expect(firstBrokenRecord(records)).toBeNull()
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1))
  })

  it('name form, people, place and text of what became public', async () => {
    const { people, columns, publish } = stage
    const { post, form } = await publish(people.author, { column: columns.listed })
    const [record] = await recordsOf(post.id)
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
    const records = await recordsOf()
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
    const [record] = await recordsOf()
    const auditor = await clerk(departments.office, ['auditor'])
    for (const by of [auditor, people.editor, people.secrecy]) {
      for (const method of ['POST', 'PATCH', 'DELETE'] as const) {
        const path = `/api/publication-records${method === 'POST' ? '' : `/${record?.id}`}`
        const { status } = await rest({ method, path, token: by.token, body: { reason: '改' } })
        expect([method, status >= 400]).toEqual([method, true])
      }
    }
    expect(firstBrokenRecord(await recordsOf())).toBeNull()
  })
})

describe('sign-many', () => {
  const many = (by: Clerk | null, items: unknown) =>
    stage.post('/api/application-forms/sign-many', by, items)
  type Result = {
    id: string | null
    status: number
    doc?: unknown
    post?: unknown
    errors?: unknown
  }
  const resultsIn = (body: unknown): Result[] => {
    if (
      typeof body === 'object' &&
      body !== null &&
      'results' in body &&
      Array.isArray(body.results)
    ) {
      return body.results
    }
    throw new Error(`No results in ${JSON.stringify(body)}`)
  }

  it('signs each form as the single route would, in the order sent, and one bad item stops no other', async () => {
    const { people, departments, columns, clerk, apply, readForm, act } = stage
    const good = await apply(people.author)
    const stale = await apply(people.author)
    await act({ by: people.leader2, form: stale.form, action: 'return', opinion: '改' })
    const animal = await clerk(departments.animal, ['author'])
    const foreign = await apply(animal, { column: columns.animal })
    const careless = await apply(people.author)
    const late = await apply(people.author, { publishAt: tomorrow() })
    const doubted = await apply(people.author)
    const reply = await many(people.leader, [
      { id: good.form.id, rev: 1, secrecy: 'clear', opinion: '同意' },
      { id: stale.form.id, rev: 1, secrecy: 'clear' },
      { id: foreign.form.id, rev: 1, secrecy: 'clear' },
      { id: careless.form.id, rev: 1 },
      { id: careless.form.id, rev: 1, secrecy: 'clear', state: 'approved' },
      { id: good.form.id, rev: 1, secrecy: 'clear' },
      { rev: 1 },
      { id: 5, rev: 1 },
      'form',
      { id: late.form.id, rev: 1, secrecy: 'clear' },
      { id: doubted.form.id, rev: 1, secrecy: 'doubt', opinion: '疑' },
    ])
    expect(reply.status).toBe(200)
    const results = resultsIn(reply.body)
    expect(results.map(({ id, status }) => [id, status])).toEqual([
      [good.form.id, 200],
      [stale.form.id, 409],
      [foreign.form.id, 404],
      [careless.form.id, 400],
      [careless.form.id, 400],
      [good.form.id, 409],
      [null, 400],
      [null, 400],
      [null, 400],
      [late.form.id, 200],
      [doubted.form.id, 200],
    ])
    expect(results[0]).toMatchObject({
      doc: { state: 'approved', rev: 2 },
      post: { state: 'live' },
    })
    expect(results[1]).toMatchObject({
      errors: [{ code: 'stale-rev' }],
      doc: { state: 'returned', rev: 2 },
    })
    expect(results[9]).toMatchObject({ doc: { state: 'approved', post: null } })
    expect(results[9]).not.toHaveProperty('post')
    expect(results[10]).toMatchObject({ doc: { state: 'held' } })
    expect((await readForm(careless.form.id)).rev).toBe(1)
    expect((await readForm(foreign.form.id)).rev).toBe(1)
  })

  it('takes 1 to 200', async () => {
    const { people } = stage
    const item = { id: 'nothing', rev: 1 }
    expect((await many(null, [item])).status).toBe(401)
    for (const items of [[], Array.from({ length: 201 }, () => item), {}, null, 'x']) {
      expect((await many(people.leader, items)).status).toBe(400)
    }
    const most = await many(
      people.leader,
      Array.from({ length: 200 }, () => item),
    )
    expect(most.status).toBe(200)
    expect(resultsIn(most.body).map(({ status }) => status)).toEqual(Array(200).fill(404))
  })
})
