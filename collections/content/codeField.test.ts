import { describe, expect, it } from 'vitest'
import { isCode } from './codeField'

describe('a code', () => {
  it.each(['a', 'food', 'policies-2026', '2026', 'x'.repeat(40)])(
    '%s is one segment of a URL',
    (code) => {
      expect(isCode(code)).toBe(true)
    },
  )

  it.each([
    '',
    'A',
    'a b',
    'a/b',
    '../a',
    'a_b',
    '-a',
    'a-',
    'a--b',
    '中文',
    'x'.repeat(41),
    5,
    null,
    undefined,
    'a\n',
  ])('%j is none', (code) => {
    expect(isCode(code)).toBe(false)
  })
})
