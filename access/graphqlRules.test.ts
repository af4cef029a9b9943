import { getIntrospectionQuery } from 'graphql'
import { describe, expect, it } from 'vitest'
import { checkQuestion } from './graphqlRules'
import { Refusal } from './refusal'

const codeFor = (question: string) => {
  try {
    checkQuestion(question)
  } catch (error) {
    return error instanceof Refusal ? error.reasons[0]?.code : error
  }
  return null
}

const deep = (levels: number) => `{ ${'a { '.repeat(levels)}b${' }'.repeat(levels)} }`
const wide = (fields: number) =>
  `{ ${Array.from({ length: fields }, (_, index) => `a${index}: a { b }`).join(' ')} }`
const long = (fields: number) => `{ a { ${'b '.repeat(fields)} } }`

describe('a question', () => {
  it.each([
    ['of ordinary size', '{ Posts { docs { title column { name } } } }'],
    ['as deep as allowed', deep(8)],
    ['as wide as allowed', wide(20)],
    [
      'with fragments',
      '{ ...A } fragment A on Query { Posts { ...B } } fragment B on Posts { totalDocs }',
    ],
    ['with an unknown fragment', '{ ...Nothing }'],
    ['about the schema', getIntrospectionQuery()],
    ['that writes', 'mutation { createManuscript(data: { title: "x" }) { id } }'],
    ['that is no question', '{'],
    ['that is empty', ''],
  ])('%s passes', (_, question) => {
    expect(codeFor(question)).toBeNull()
  })

  it.each([
    ['too deep', deep(10)],
    ['much too deep', deep(500)],
    ['too wide', wide(21)],
    [
      'too wide behind fragments',
      `{ ${'...A '.repeat(3)} } fragment A on Query { ${wide(8).slice(1, -1)} }`,
    ],
    ['too wide in inline fragments', `{ ${`... on Query ${wide(8)} `.repeat(3)} }`],
    ['too long', long(1001)],
    ['with a fragment in itself', '{ ...A } fragment A on Query { ...A }'],
    ['with fragments in a circle', '{ ...A } fragment A on Q { ...B } fragment B on Q { ...A }'],
    ['about the schema without end', `{ __schema ${deep(20)} }`],
    ['about the schema beside a deep one', `{ __schema { types { name } } a ${deep(10)} }`],
  ])('%s is refused', (_, question) => {
    expect(codeFor(question)).toBe('query-too-deep')
  })

  it('with fragments that double at every step is refused in no time', () => {
    const parts = Array.from({ length: 60 }, (_, index) => {
      const next = `...F${index + 1}`
      return `fragment F${index} on Q { ${index === 59 ? 'a' : `${next} x: y { ${next} }`} }`
    })
    const started = Date.now()
    expect(codeFor(`{ ...F0 } ${parts.join(' ')}`)).toBe('query-too-deep')
    expect(Date.now() - started).toBeLessThan(1000)
  })

  it.each([
    '{ docAccessManuscript(id: "a") { fields { title { read { permission } } } } }',
    '{ a: docAccessUser(id: "a") { x } }',
    '{ ...A } fragment A on Query { docAccessPost(id: "a") { x } }',
  ])('for the rights on a single row is refused: %s', (question) => {
    expect(codeFor(question)).toBe('forbidden')
  })
})
