import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../access/person'
import { currentNumbers } from '../collections/counters/nextNumber'
import { paragraph, richText } from '../collections/richText/build'
import { listVersion } from '../collections/siteChanged'
import { type Clerk, formIn, openStage, postIn, type Stage } from '../testing/build'
import { openBureau } from '../testing/bureau'
import { makeColumn, makeMedia, personFor } from '../testing/world'
import { entriesOf } from './entry'
import { resumeWorkflow } from './resume'
import { withdrawPost } from './retract'
import { readSnapshot, sha256 } from './snapshot'
import { submitManuscript } from './submit'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(await openBureau())
})
afterAll(() => stage.bureau.close())

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()

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

  it('names live posts of before on like matters, the newest of equals first, and none when it is withdrawn', async () => {
    const { payload, people, columns, put, submit, signUpTo, readForm, readPost } = stage
    const publishTitled = async (title: string) => {
      const form = formIn(
        await submit(people.author, await put(people.author, columns.food, title)),
      )
      const { post } = await readForm((await signUpTo(form)).id)
      return readPost(String(idOf(post)))
    }
    const withdraw = async (postId: string) => {
      const person = await personFor(payload, people.editor.id)
      return withdrawPost({ payload, person, postId, explanation: '误', now: new Date() })
    }
    const [cherries, gone, apples] = [
      await publishTitled('大连口岸进口樱桃随到随检'),
      await publishTitled('进口樱桃检疫要求'),
      await publishTitled('丹东口岸进口樱桃首次通关'),
    ]
    expect(apples.related).toEqual([cherries.id, gone.id])
    await withdraw(gone.id)
    const last = await publishTitled('进口樱桃检疫问答')
    expect(last.related).toEqual([apples.id, cherries.id])
    expect((await withdraw(last.id)).related ?? []).toEqual([])
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
    const events = (await stage.records(post.id)).map(({ event, hash }) => [event, hash])
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

  it('puts the kept lists of both columns out of date when it moves, as do publication and withdrawal', async () => {
    const { payload, people, departments, publish, edit, submit, sign, deliver } = stage
    const food = stage.columns.food
    const other = await makeColumn(payload, {
      code: 'kept-lists',
      name: '另列',
      owners: [departments.food],
    })
    const raised = async (work: () => Promise<unknown>) => {
      const keys = [food, other].map(listVersion)
      const before = await currentNumbers({ payload, keys })
      await work()
      const after = await currentNumbers({ payload, keys })
      return keys.map((key) => (after.get(key) ?? 0) > (before.get(key) ?? 0))
    }
    let published = { manuscript: '', post: { id: '' } }
    const first = await raised(async () => {
      published = await publish(people.author)
    })
    const { manuscript, post } = published
    await edit(people.author, manuscript, { column: other })
    const revision = formIn(await submit(people.author, manuscript))
    const moved = await raised(() => sign(revision))
    await deliver(post.id)
    const withdrawn = await raised(() =>
      stage.post(`/api/posts/${post.id}/withdraw`, people.leader, { explanation: '数据有误' }),
    )
    expect([first, moved, withdrawn]).toEqual([
      [true, false],
      [true, true],
      [false, true],
    ])
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
