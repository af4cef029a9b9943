import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkRichText } from '../../collections/richText/check'
import { blocksOf } from './blocks'
import { lawText } from './compare'
import { decodeText } from './decode'
import { linesOf } from './lines'
import { inChinese, madeLaw } from './madeLaws'
import { parseLaw } from './parse'
import { lawToRichText } from './toRichText'

const PATH = '示范法(2021-04-29).md'

const squeezed = (text: string) => text.replace(/\s/g, '')

const pieces = [
  '第一章 总则',
  '第二节',
  '第三条 甲',
  '第四条的规定。',
  '（一）乙；',
  '1.丙；',
  '一、丁：',
  '- 戊',
  '| 己 | 庚 |',
  '|---|---|',
  '附件1：辛',
  '目录',
  '2021年4月29日 通过',
  '《关于修改〈壬〉',
  '的决定》修正）',
  '<!-- INFO END -->',
  '<!-- 注',
  '-->',
  '#',
  '# ',
  '**',
  '示范法',
  '　',
  '\u200b',
  '\r\n',
  '\n',
  '\ufffd',
]

const messyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.constant('\n'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

it('gives a law or a reason for any text, never throws, and always a body the server accepts', () => {
  fc.assert(
    fc.property(messyText, fc.constantFrom(PATH, '示范法.md', '', 'a/b'), (text, path) => {
      const parsed = parseLaw({ path, text })
      if ('problem' in parsed) return
      expect(parsed.law.title).not.toBe('')
      expect(parsed.law.versionDate).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(checkRichText({ value: lawToRichText(parsed.law), field: 'body' })).toEqual([])
    }),
    { numRuns: 1500 },
  )
})

it('decodes any bytes into text or a reason', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decodeText(bytes)
      expect('problem' in decoded || typeof decoded.text === 'string').toBe(true)
    }),
    { numRuns: 1000 },
  )
})

const WORDS = fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸，]{1,20}。$/)

const bodyLine = fc.oneof(
  WORDS,
  fc
    .tuple(fc.integer({ min: 1, max: 300 }), WORDS)
    .map(([n, words]) => `第${inChinese(n)}条 ${words}`),
  fc
    .tuple(fc.integer({ min: 1, max: 20 }), WORDS)
    .map(([n, words]) => `（${inChinese(n)}）${words}`),
  fc.tuple(fc.integer({ min: 1, max: 20 }), WORDS).map(([n, words]) => `${n}. ${words}`),
  fc.tuple(fc.integer({ min: 1, max: 20 }), WORDS).map(([n, words]) => `${inChinese(n)}、${words}`),
  fc
    .tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom('编', '章', '节'),
    )
    .map(([depth, n, unit]) => `${'#'.repeat(depth)} 第${inChinese(n)}${unit} 甲乙`),
  fc.integer({ min: 1, max: 9 }).map((n) => `附件${n}：丙丁`),
  fc.constantFrom('甲乙丙', '法律责任', '第三条规定的行为依法处理。', '附件：1、甲乙'),
)

it('keeps every line of any body once and in its order', () => {
  fc.assert(
    fc.property(fc.array(bodyLine, { minLength: 1, maxLength: 40 }), (lines) => {
      const read = linesOf({ path: PATH, text: lines.join('\n\n') })
      const { blocks } = blocksOf({ path: PATH, lines: read.lines })
      const law = { key: '', title: '', versionDate: '', issuingLines: [], blocks }
      expect(squeezed(lawText(law))).toBe(squeezed(lines.join('').replaceAll('#', '')))
    }),
    { numRuns: 1500 },
  )
})

it('reads the same law from every mix of broken front lines, line ends and spaces', () => {
  const whole = parseLaw({ path: PATH, text: madeLaw() })
  if ('problem' in whole) throw new Error(whole.problem.code)
  const changes: ((text: string) => string)[] = [
    (text) => text.replace('# 中', '中'),
    (text) => text.replace('<!-- INFO END -->', ''),
    (text) => text.replaceAll('## ', '#### '),
    (text) => text.replaceAll('## ', ''),
    (text) => text.replaceAll('\n\n', '\n'),
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => text.replaceAll(' ', '　'),
    (text) => text.replaceAll('\n', '\n\u200b\n'),
    (text) => `\ufeff\n${text}\n\n`,
    (text) => text.replace('检测示范法', ' 检测　示范法'),
  ]
  fc.assert(
    fc.property(fc.subarray(changes), (chosen) => {
      const text = chosen.reduce((changed, change) => change(changed), madeLaw())
      const parsed = parseLaw({ path: PATH, text })
      expect('law' in parsed && parsed.law).toEqual(whole.law)
    }),
    { numRuns: 500 },
  )
})
