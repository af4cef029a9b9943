import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { paragraph, richText } from '../../../collections/richText/build'
import { type Clerk, openStage, type Stage } from '../../../testing/build'
import { type Bureau, openBureau } from '../../../testing/bureau'

let bureau: Bureau
let stage: Stage
let manuscript: string
let form: string

beforeAll(async () => {
  bureau = await openBureau()
  stage = await openStage(bureau)
  const { people, write, submit } = stage
  const body = richText(paragraph('Ten days are enough.'))
  manuscript = await write(people.author, { english: { title: 'Faster checks', body } })
  form = (await submit(people.author, manuscript)).doc.id
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => bureau?.close())

/** A preview as the clerk's browser asks for it. */
const see = async (of: 'forms' | 'manuscripts', id: string, by?: Clerk) => {
  const { GET } =
    of === 'forms' ? await import('./forms/[id]/route') : await import('./manuscripts/[id]/route')
  const headers = new Headers(by ? { Authorization: `JWT ${by.token}` } : {})
  const request = new Request(`http://127.0.0.1:3000/preview/${of}/${id}`, { headers })
  const response = await GET(request, { params: Promise.resolve({ id }) })
  return { status: response.status, text: await response.text() }
}

/** The database fails whenever a row of this collection is read. */
const breakReadsOf = (broken: string) => {
  const { db, logger } = stage.payload
  const findOne = db.findOne.bind(db)
  vi.spyOn(db, 'findOne').mockImplementation((args) => {
    if (args.collection === broken) throw new Error('SQLITE_IOERR: disk I/O error')
    return findOne(args)
  })
  return vi.spyOn(logger, 'error')
}

describe('a preview', () => {
  it('shows the leader everything that he or she signs, the English text too', async () => {
    const { status, text } = await see('forms', form, stage.people.leader)
    expect(status).toBe(200)
    for (const words of ['关于开展专项检查的通知', '英文文本', 'Ten days are enough.']) {
      expect(text).toContain(words)
    }
    expect((await see('manuscripts', manuscript, stage.people.author)).text).toContain('Faster')
  })

  it('is for those who may see the row, and the same as none for all others', async () => {
    const { departments, clerk } = stage
    const stranger = await clerk(departments.animal, ['department-leader'])
    for (const [of, id] of [
      ['forms', form],
      ['manuscripts', manuscript],
    ] as const) {
      expect((await see(of, id)).status).toBe(401)
      const foreign = await see(of, id, stranger)
      expect(foreign.status).toBe(404)
      expect(await see(of, 'nothing', stranger)).toEqual(foreign)
    }
  })

  it('is a fault, not a missing row, when the database fails', async () => {
    for (const [of, id, collection] of [
      ['forms', form, 'application-forms'],
      ['manuscripts', manuscript, 'manuscripts'],
    ] as const) {
      const log = breakReadsOf(collection)
      expect(await see(of, id, stage.people.leader)).toEqual({
        status: 500,
        text: '系统出错，请稍后再试。',
      })
      expect(log).toHaveBeenCalledOnce()
      vi.restoreAllMocks()
    }
  })
})

describe('an action', () => {
  it('is a fault, not one on a missing form, when the database fails', async () => {
    const { people, act } = stage
    const log = breakReadsOf('application-forms')
    const reply = await act({ by: people.leader, form: { id: form, rev: 1 }, action: 'refer' })
    expect([reply.status, reply.codes]).toEqual([500, ['server-error']])
    expect(log).toHaveBeenCalled()
  })
})
