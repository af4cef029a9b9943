import { describe, expect, it } from 'vitest'
import { STEPS } from '../access/steps'
import { checkRichText } from '../collections/richText/check'
import { KINDS } from '../collections/words'
import { accountOf, FILINGS } from './accounts'
import { COLUMNS, columnOf, writersOf } from './columns'
import { dayAt, dayOf, daysAfter, isoDate, monthBefore } from './day'
import { DEPARTMENTS } from './departments'
import { blocksOf, picturesIn, richTextOf } from './markup'
import { pictureOf } from './pictures'
import { PLACEMENTS } from './placements'
import { signerOf } from './signers'
import { type SeedText, seedCases, seedTexts } from './texts'
import { figuresOf } from './texts/statistics'
import { TOPICS } from './topics'

/** Days on which the demonstration may be seeded: month ends, a leap day, holidays, the middle of nowhere. */
const NOWS = [
  '2026-11-22',
  '2027-01-03',
  '2027-01-29',
  '2028-02-29',
  '2027-06-30',
  '2026-12-16',
].map((date) => new Date(`${date}T06:30:00Z`))
const NOW = NOWS[0] ?? new Date(0)
const texts = seedTexts(NOW)
const cases = seedCases(NOW)
const all: SeedText[] = [...texts, ...cases.map(({ text }) => text)]
const byKey = new Map(texts.map((text) => [text.key, text]))
const codes = DEPARTMENTS.map(({ code }) => code)

const wordsOf = (text: SeedText) =>
  JSON.stringify({ ...text, startsAt: '', eventDate: '', policy: text.policy?.docNumber })

describe.each(NOWS)('the demonstration’s texts, seeded on %s', (now) => {
  const online = seedTexts(now)
  const others = seedCases(now)

  it('are 160 with unique keys and titles, oldest first, in the 18 months before', () => {
    expect(online).toHaveLength(160)
    expect(new Set(online.map(({ title }) => title)).size).toBe(160)
    const keys = [...online, ...others.map(({ text }) => text)].map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    const times = online.map(({ startsAt }) => startsAt.getTime())
    expect(times).toEqual([...times].sort((one, other) => one - other))
    for (const { daysAgo } of online) {
      expect(daysAgo).toBeGreaterThan(0)
      expect(daysAgo).toBeLessThanOrEqual(548)
    }
  })

  it('begin on weekdays in office hours, in the past', () => {
    for (const { text } of others.concat(
      online.map((text) => ({ text, ending: { state: 'working' } })),
    )) {
      expect(text.startsAt.getTime()).toBeLessThan(now.getTime())
      const day = dayOf(text.startsAt)
      expect(day.weekday).toBeLessThanOrEqual(5)
      const hour = (text.startsAt.getUTCHours() + 8) % 24
      expect(hour).toBeGreaterThanOrEqual(8)
      expect(hour).toBeLessThan(12)
    }
  })

  it('never happened, were issued or came from elsewhere after they were written', () => {
    for (const { eventDate, startsAt, policy, source } of online) {
      const end = isoDate(dayOf(startsAt))
      if (eventDate) expect(eventDate <= end).toBe(true)
      if (policy) expect(policy.issuedOn <= end).toBe(true)
      if (source.publishedAt) expect(source.publishedAt <= end).toBe(true)
    }
  })

  it('interpret only policies that were online before', () => {
    const keys = new Map(online.map((text) => [text.key, text]))
    const readings = online.filter(({ interprets }) => interprets)
    expect(readings.length).toBeGreaterThan(4)
    for (const { interprets = '', startsAt } of readings) {
      const policy = keys.get(interprets)
      expect(policy?.kind).toBe('policy')
      expect(policy && policy.startsAt < startsAt).toBe(true)
    }
  })
})

describe('the texts', () => {
  it('are the same at every hour of a day', () => {
    const evening = new Date('2026-11-22T15:59:00Z')
    expect(seedTexts(evening)).toEqual(texts)
    expect(seedCases(evening)).toEqual(cases)
  })

  it('fill every column and cover every kind, and one column needs a second archive page', () => {
    expect(new Set(texts.map(({ column }) => column))).toEqual(
      new Set(COLUMNS.map(({ path }) => path)),
    )
    expect(new Set(texts.map(({ kind }) => kind))).toEqual(new Set(Object.keys(KINDS)))
    expect(texts.filter(({ column }) => column === 'news').length).toBeGreaterThan(20)
  })

  it('are written by filed people of a department that may write for the column', () => {
    for (const { key, author, department, column, providers } of all) {
      expect(accountOf(author).department).toBe(department)
      expect(FILINGS.some(({ person }) => person === author)).toBe(true)
      expect([key, writersOf(columnOf(column))]).toEqual([
        key,
        expect.arrayContaining([department]),
      ])
      for (const provider of providers) expect(codes).toContain(provider)
      if (department !== 'office') expect(providers).toEqual([department])
    }
  })

  it('hold all that submit asks for', () => {
    for (const text of all) {
      const { key, kind, source } = text
      expect(text.title.length).toBeLessThanOrEqual(60)
      expect(text.summary.length).toBeGreaterThan(5)
      expect([key, blocksOf(text.body).length]).not.toEqual([key, 0])
      expect(source.name).not.toBe('')
      if (source.type === 'reprint') expect(source.url).toMatch(/^https:\/\//)
      if (kind === 'news') expect(text.eventDate).toBeTruthy()
      if (kind === 'policy') expect(text.policy?.issuedOn).toBeTruthy()
      if (kind === 'download') expect(text.attachments.length).toBeGreaterThan(0)
      if (kind === 'guide') {
        for (const part of Object.values(text.guide ?? { none: '' })) expect(part).not.toBe('')
      }
      for (const name of text.pictures) expect(pictureOf(name).alt).not.toBe('')
    }
  })

  it('show about forty texts with pictures, twenty-five attachments and some bulletins', () => {
    expect(texts.filter(({ pictures }) => pictures.length > 0).length).toBeGreaterThanOrEqual(38)
    const attachments = texts.flatMap((text) => text.attachments)
    expect(attachments.length).toBeGreaterThanOrEqual(25)
    expect(new Set(attachments.map(({ format }) => format))).toEqual(
      new Set(['docx', 'xlsx', 'pdf']),
    )
    expect(new Set(texts.flatMap(({ bulletin }) => bulletin?.publication ?? [])).size).toBe(2)
  })

  it('are distinct: no two share a third of their words line by line, but for the monthly figures', () => {
    const written = texts
      .filter(({ column }) => column !== 'statistics')
      .map(({ key, body }) => ({
        key,
        lines: new Set(body.split('\n').filter((line) => line.length > 12)),
      }))
    written.forEach((one, index) => {
      for (const other of written.slice(index + 1)) {
        if (one.key.startsWith('notice-refused') && other.key.startsWith('notice-refused')) continue
        const shared = [...one.lines].filter((line) => other.lines.has(line)).length
        const most = Math.min(one.lines.size, other.lines.size) / 3
        expect([one.key, other.key, shared <= most]).toEqual([one.key, other.key, true])
      }
    })
  })

  it('carry no secrecy mark, no number of a person and none of the known wording errors', () => {
    const marks = /(绝密|机密|秘密)★|内部文件|内部资料|注意保存|不得外传/
    const errors = /攻府|中华人民共合国|中华人民大和国|扫黑险恶|领导小姐|秸杆|齐齐哈市/
    for (const text of all) {
      const words = wordsOf(text)
      expect(words).not.toMatch(marks)
      expect(words).not.toMatch(errors)
      expect(words).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/)
      expect(words).not.toMatch(/\d{15,}/)
      expect(words).not.toMatch(/undefined|NaN|\[object/)
    }
  })

  it('pass the server’s own check of rich text', () => {
    for (const { key, body, english } of all) {
      for (const markup of [body, english?.body ?? body]) {
        const value = richTextOf({ markup, mediaId: (name) => `media-${name}` })
        expect([key, checkRichText({ value, field: 'body' })]).toEqual([key, []])
      }
    }
  })

  it('become rich text with one node a block, pictures by their media id', () => {
    const text = byKey.get('news-party-meeting')
    const { root } = richTextOf({ markup: text?.body ?? '', mediaId: (name) => `media-${name}` })
    expect(root.children.map(({ type }) => type)).toEqual([
      'paragraph',
      'upload',
      'paragraph',
      'heading',
      'list',
      'paragraph',
    ])
    expect(root.children[1]).toMatchObject({ relationTo: 'media', value: 'media-meeting' })
    for (const { body, pictures } of all) {
      expect(pictures).toEqual(expect.arrayContaining(picturesIn(body)))
      const ids = picturesIn(body)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})

describe('the forms that end otherwise', () => {
  it('show every state of a form and wait at every step', () => {
    const states = new Set(cases.map(({ ending }) => ending.state))
    for (const state of [
      'pending',
      'held',
      'returned',
      'cancelled',
      'refused',
      'approved',
      'withdrawn',
      'removed',
      'revising',
      'revised',
      'working',
      'discarded',
    ]) {
      expect(states).toContain(state)
    }
    const waiting = cases.flatMap(({ ending }) => (ending.state === 'pending' ? ending.step : []))
    expect(new Set(waiting)).toEqual(new Set(Object.keys(STEPS)))
  })

  it('revise texts of the same department that are online before', () => {
    for (const { text, ending } of cases) {
      if (ending.state !== 'revising' && ending.state !== 'revised') continue
      const before = byKey.get(ending.of)
      expect(before?.author).toBe(text.author)
      expect(before?.column).toBe(text.column)
      expect(before && before.startsAt < text.startsAt).toBe(true)
    }
  })

  it('leave the revised text on the same day or later than the text it corrects', () => {
    for (const now of NOWS) {
      const online = new Map(seedTexts(now).map((text) => [text.key, text]))
      for (const { text, ending } of seedCases(now)) {
        if (ending.state !== 'revising' && ending.state !== 'revised') continue
        expect(online.get(ending.of)?.startsAt.getTime()).toBeLessThan(text.startsAt.getTime())
      }
    }
  })
})

describe('第十二条(二): the signers of the demonstration', () => {
  it('hold the duty and belong to the department, and are distinct on every route', () => {
    for (const { key, department, author } of all) {
      const steps = [
        ['department-check', 'department-review'],
        ['department-consent', 'secrecy-review', 'office-review', 'bureau-approval'],
      ] as const
      for (const route of steps) {
        const signers = route.map((step) => signerOf({ step, department, key }).email)
        expect(new Set([author, ...signers]).size).toBe(route.length + 1)
        route.forEach((step, index) => {
          const account = accountOf(signers[index] ?? '')
          expect(STEPS[step].duties.some((duty) => account.duties.includes(duty))).toBe(true)
          if (STEPS[step].ownDepartment) expect(account.department).toBe(department)
        })
      }
    }
  })
})

describe('the monthly figures', () => {
  it('sum up, and a year later compares with the very figures shown a year before', () => {
    for (let index = 0; index < 30; index += 1) {
      const month = monthBefore(dayAt(2027, 6, 1), index)
      const { rows, batches, value, refused } = figuresOf(month)
      expect(rows.reduce((sum, row) => sum + row.batches, 0)).toBe(batches)
      expect(rows.reduce((sum, row) => sum + row.value, 0)).toBe(value)
      expect(refused).toBeLessThan(batches / 100)
    }
  })

  it('tell one month each, without a gap', () => {
    const titles = texts.filter(({ column }) => column === 'statistics').map(({ title }) => title)
    const newest = monthBefore(dayOf(NOW), 1)
    const expected = titles.map((_, index) => {
      const month = monthBefore(newest, titles.length - 1 - index)
      return `${month.year}年${month.month}月辽宁口岸出入境检验检疫业务统计`
    })
    expect(titles).toEqual(expected)
  })
})

describe('a day', () => {
  it('is the day in Shanghai, and counts over months and leap days', () => {
    expect(dayOf(new Date('2026-11-22T15:59:59Z'))).toMatchObject({
      month: 11,
      date: 22,
      weekday: 7,
    })
    expect(dayOf(new Date('2026-11-22T16:00:00Z'))).toMatchObject({ date: 23, weekday: 1 })
    expect(daysAfter(dayAt(2028, 2, 28), 1)).toMatchObject({ month: 2, date: 29 })
    expect(monthBefore(dayAt(2026, 3, 31), 13)).toMatchObject({ year: 2025, month: 2, date: 1 })
    expect(isoDate(dayAt(2026, 3, 5))).toBe('2026-03-05T04:00:00.000Z')
  })
})

describe('topics and headlines', () => {
  it('name texts that are online, and departments that exist', () => {
    const named = [...TOPICS.flatMap((topic) => topic.texts), ...PLACEMENTS.map(({ text }) => text)]
    expect(named.filter((key) => !byKey.has(key))).toEqual([])
    expect(TOPICS.filter(({ owner }) => !codes.includes(owner))).toEqual([])
  })

  it('put something in every place of the home page today', () => {
    const today = PLACEMENTS.filter(({ from, to }) => from <= 0 && (to === undefined || to > 0))
    expect(new Set(today.map(({ place }) => place))).toEqual(
      new Set(['headline', 'banner', 'service']),
    )
    const published = today.map(({ text, from }) => [
      text,
      (byKey.get(text)?.daysAgo ?? 0) >= -from,
    ])
    expect(published.filter(([, isOnline]) => !isOnline)).toEqual([])
  })
})
