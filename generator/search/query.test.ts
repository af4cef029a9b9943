import { createClient } from '@libsql/client'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LONGEST_QUERY, matchExpression, type Place, readQuery, wordsWithin } from './query'
import { indexWords, unitsIn } from './units'

const expression = (typed: string, place?: Place) =>
  matchExpression({ phrases: readQuery(typed).phrases, labels: [], place })
const typedPhrases = (typed: string) => readQuery(typed).phrases.map((phrase) => phrase.typed)

describe('a query', () => {
  it('is parted at spaces of any width', () => {
    expect(typedPhrases(' 进口　食品\t\n备案 ')).toEqual(['进口', '食品', '备案'])
  })

  it('keeps words between straight quotation marks together', () => {
    expect(typedPhrases('"food safety" law')).toEqual(['food safety', 'law'])
    expect(typedPhrases('关于“十四五”规划')).toEqual(['关于“十四五”规划'])
  })

  it('takes unfinished and empty quotation marks for nothing', () => {
    expect(typedPhrases('"检验')).toEqual(['"检验'])
    expect(typedPhrases('"" " 检验 """')).toEqual(['检验'])
  })

  it('looks for each word once', () => {
    expect(typedPhrases('检验 检验 《检验》')).toHaveLength(1)
  })

  it('has no operators: they are words like others', () => {
    expect(typedPhrases('food OR law NOT NEAR AND')).toEqual([
      'food',
      'OR',
      'law',
      'NOT',
      'NEAR',
      'AND',
    ])
  })

  it('that is too long is cut and says so', () => {
    const long = readQuery('检'.repeat(10_000))
    expect([...long.text]).toHaveLength(LONGEST_QUERY)
    expect(long.isCut).toBe(true)
    expect(readQuery('检'.repeat(LONGEST_QUERY)).isCut).toBe(false)
    expect(readQuery('𠮷'.repeat(LONGEST_QUERY)).isCut).toBe(false)
    const many = readQuery('一 二 三 四 五 六 七 八 九 十 甲')
    expect([many.phrases.length, many.isCut]).toEqual([10, true])
  })

  it.each(['', '   ', '%', '😀', '"', '***', '-', '（）', '\u0000', '\ud800'])(
    'of %j holds nothing to search for',
    (typed) => {
      expect(readQuery(typed).phrases).toEqual([])
    },
  )
})

describe('the expression', () => {
  it.each([
    ['检验', '"检验"'],
    ['检验检疫', '"检验 验检 检疫"'],
    ['局', '"局" *'],
    ['2017年', '"2017 年" *'],
    ['国办发〔2017〕47号', '"国办 办发 发 2017 47 号" *'],
    ['食品 law', '"食品" AND "law"'],
  ])('for %s is %s', (typed, expected) => {
    expect(expression(typed)).toBe(`(${expected})`)
  })

  it('tells titles and texts apart, and adds filters', () => {
    expect(expression('食品', 'head')).toBe('(head : ("食品"))')
    expect(expression('食品', 'text')).toBe('(("食品") NOT (head : ("食品")))')
    const { phrases } = readQuery('食品')
    expect(matchExpression({ phrases, labels: [['c1', 'c2'], ['y3']], place: 'head' })).toBe(
      '(head : ("食品")) AND (labels : (c1 OR c2)) AND (labels : (y3))',
    )
  })

  it('is never made of nothing', () => {
    expect(() => matchExpression({ phrases: [], labels: [] })).toThrow()
  })
})

describe('the words within a query', () => {
  it('are those that carry its meaning', () => {
    const { phrases } = readQuery('如何办理进口食品备案')
    const words = wordsWithin(phrases).map(({ typed }) => typed)
    expect(words).toContain('食品')
    expect(words).toContain('备案')
    expect(words).not.toContain('如何')
  })

  it('are not looked for where the visitor put quotation marks', () => {
    expect(wordsWithin(readQuery('"进口食品备案"').phrases)).toEqual([])
    const words = wordsWithin(readQuery('"进口食品" 如何备案').phrases)
    expect(words.map(({ typed }) => typed)).toEqual(['进口食品', '备案'])
  })

  it('are none when the query is a single word already', () => {
    expect(wordsWithin(readQuery('食品').phrases)).toEqual([])
    expect(wordsWithin(readQuery('局').phrases)).toEqual([])
  })
})

describe('FTS5', () => {
  const client = createClient({ url: ':memory:' })
  beforeAll(() =>
    client.execute(
      "CREATE VIRTUAL TABLE words USING fts5(head, text, labels, content='', columnsize=0, tokenize='ascii', prefix='1')",
    ),
  )
  afterAll(() => client.close())

  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          ...'" \' * ( ) { } : ^ + - , ; % _ \\ | & ! # head: NEAR(a,2) AND OR NOT 检验 检 𠮷 a 1 😀 \u0000 \ud800'.split(
            ' ',
          ),
          ' ',
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join('')),
  )

  it('takes the expression of whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        odd,
        fc.constantFrom<Place>('anywhere', 'head', 'text'),
        async (typed, place) => {
          const { phrases } = readQuery(typed)
          const sets = [phrases, wordsWithin(phrases)].filter(({ length }) => length > 0)
          for (const some of sets) {
            const args = [matchExpression({ phrases: some, labels: [['c1']], place })]
            await client.execute({ sql: 'SELECT rowid FROM words WHERE words MATCH ?', args })
          }
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it('finds every part of a text that was put in', async () => {
    const sign = fc.constantFrom(...'检验疫食品口岸𠮷《》（），。a1 \u{2b820}')
    const text = fc.array(sign, { minLength: 1, maxLength: 20 }).map((signs) => signs.join(''))
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), fc.nat(), async (whole, from, length) => {
        const units = [...unitsIn(whole)]
        if (units.length === 0) return
        const first = units[from % units.length]
        const last = units[Math.min(units.length - 1, (from % units.length) + (length % 6))]
        if (!first || !last) return
        const { phrases } = readQuery(whole.slice(first.start, last.end))
        await client.batch([
          "INSERT INTO words(words) VALUES('delete-all')",
          {
            sql: 'INSERT INTO words(rowid, head, text, labels) VALUES(1, ?, ?, ?)',
            args: ['', indexWords(units).join(' '), ''],
          },
        ])
        const args = [matchExpression({ phrases, labels: [] })]
        const { rows } = await client.execute({
          sql: 'SELECT rowid FROM words WHERE words MATCH ?',
          args,
        })
        expect(rows).toHaveLength(1)
      }),
      { numRuns: 500 },
    )
  })
})
