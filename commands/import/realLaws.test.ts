import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkRichText } from '../../collections/richText/check'
import { blockTexts } from '../../collections/richText/text'
import type { Block } from './blocks'
import { lawText } from './compare'
import { decodeText } from './decode'
import { inGbk } from './madeLaws'
import type { Note, NoteCode } from './notes'
import { chineseNumber } from './numerals'
import { type ParsedLaw, parseLaw } from './parse'
import { readLaw, type SourceFile, scanFolder } from './read'
import { lawToRichText } from './toRichText'

const DATA = join(import.meta.dirname, '../../../shared/data')
const FOLDER = join(DATA, 'laws')
const here = existsSync(FOLDER)
if (!here) console.log('The real laws (../shared/data/laws) are not here: their tests are skipped.')

type Read = { source: SourceFile; text: string; law: ParsedLaw; notes: Note[] }
const all: Read[] = []

/** The source's text by a rule of its own, apart from the parser's: no `#`, no mark, no white space. */
const plainLines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '<!-- INFO END -->')
    .map((line) => line.replace(/^#+/, '').replace(/[\s\u200b]/g, ''))
    .filter((line) => line !== '')

const squeezed = (text: string) => text.replace(/\s/g, '')

/** Without the first lines that together are the title once more. */
const withoutRepeat = ({ lines, title }: { lines: string[]; title: string }) => {
  const start = lines.findIndex((line, index) => line + (lines[index + 1] ?? '') === title)
  return start === -1 ? lines : lines.toSpliced(start, 2)
}

const firstDifference = ({ found, body }: { found: string; body: string }) => {
  if (found === body) return undefined
  const at = [...body].findIndex((sign, index) => sign !== found[index])
  return `${body.slice(at, at + 30)} | ${found.slice(at, at + 30)}`
}

const readAgain = ({ source, text }: { source: SourceFile; text: string }) => {
  const parsed = parseLaw({ path: source.path, text })
  return 'law' in parsed ? parsed.law : undefined
}

const headingsOf = (blocks: Block[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []))

/** What a person should look at in these files, and nothing else. */
const EXPECTED: [NoteCode, string[]][] = [
  [
    'front-brackets',
    [
      '体育法(2022-06-24)',
      '保守国家秘密法(2024-02-27)',
      '全国人民代表大会常务委员会议事规则(2022-06-24)',
      '军事设施保护法(2021-06-10)',
      '反间谍法(2023-04-26)',
      '国境卫生检疫法(2024-06-28)',
      '国防教育法(2024-09-13)',
      '文物保护法(2024-11-08)',
      '生物安全法(2024-04-26)',
      '科学技术普及法(2024-12-25)',
      '突发事件应对法(2024-06-28)',
      '职业教育法(2022-04-20)',
      '公安机关办理刑事案件程序规定(2020-07-20)',
    ],
  ],
  [
    'title-repeated',
    ['全国人民代表大会常务委员会议事规则(2022-06-24)', '境外非政府组织境内活动管理法(2017-11-04)'],
  ],
  ['heading-joined', ['军事设施保护法(2021-06-10)']],
  [
    'front-joined',
    [
      '土地管理法(2019-08-26)',
      '城市房地产管理法(2019-08-26)',
      '文物保护法(2017-11-04)',
      '公安机关办理刑事案件程序规定(2020-07-20)',
    ],
  ],
  ['heading-unnumbered', ['监狱法(2012-10-26)', '预备役军官法(2010-08-28)']],
  ['date-differs', ['公安机关办理行政案件程序规定(2019-04-27)']],
]

describe.skipIf(!here)('the 147 real laws', () => {
  beforeAll(async () => {
    const { files } = await scanFolder(FOLDER)
    for (const source of files) {
      const read = await readLaw(source)
      if ('problem' in read) throw new Error(`${read.problem.code} ${source.path}`)
      all.push({ source, text: readFileSync(source.file, 'utf8'), ...read })
    }
  })

  it('are all laws, each with a key of its own', () => {
    expect(all).toHaveLength(147)
    expect(new Set(all.map(({ law }) => law.key)).size).toBe(147)
  })

  it('lie beside a README that is left out because it has no date', async () => {
    const { files, problems } = await scanFolder(DATA)
    expect(problems).toEqual([])
    expect(files).toHaveLength(148)
    const results = await Promise.all(files.map(readLaw))
    expect(results.flatMap((read) => ('problem' in read ? [read.problem] : []))).toEqual([
      { path: 'README.md', code: 'no-date' },
    ])
  })

  it('have the title of their first line and the date of their name', () => {
    for (const { source, text, law } of all) {
      expect(`# ${law.title}`).toBe(text.split('\n')[0])
      expect(source.path).toContain(`(${law.versionDate}).md`)
      expect(law.key).toBe(`${law.title.normalize('NFKC')}(${law.versionDate})`)
    }
  })

  it('lose nothing, double nothing and keep their order', () => {
    for (const { source, text, law } of all) {
      const [title = '', ...rest] = plainLines(text)
      const found = squeezed(lawText(law))
      const body = withoutRepeat({ lines: rest, title }).join('')
      expect({ path: source.path, differs: firstDifference({ found, body }) }).toEqual({
        path: source.path,
        differs: undefined,
      })
    }
  })

  it('have every article once, numbered without a gap', () => {
    let articles = 0
    for (const { text, law } of all) {
      const written = [...text.matchAll(/^第([零一二三四五六七八九十百千]+)条 /gm)]
      const labels = law.blocks.flatMap((block) => (block.kind === 'article' ? [block.label] : []))
      expect(labels).toEqual(written.map(([whole]) => whole.trim()))
      expect(labels.map((label) => chineseNumber(label.slice(1, -1)))).toEqual(
        labels.map((_label, index) => index + 1),
      )
      articles += labels.length
    }
    expect(articles).toBe(10_211)
  })

  it('have a heading for each chapter and section, on the level that belongs to it', () => {
    for (const { text, law } of all) {
      const marked = [...text.matchAll(/^##+ (.*)$/gm)].map(([, words]) => squeezed(words ?? ''))
      const headings = headingsOf(law.blocks)
      const found = headings.map((heading) => squeezed(heading.text)).join('\n')
      for (const words of marked) expect(found).toContain(words)
      for (const { level, text: words } of headings) {
        if (/^第.{1,4}章/.test(words)) expect(level).toBe(2)
        if (/^第.{1,4}节/.test(words)) expect(level).toBe(3)
      }
    }
    const count = all.flatMap(({ law }) => headingsOf(law.blocks)).length
    expect(count).toBe(1066 + 167 + 3 + 2 + 6)
  })

  it('have the items （一）（二）… of an article as a list', () => {
    const items = all.flatMap(({ law }) =>
      law.blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])),
    )
    expect(
      items.filter(({ text }) => /^[（(][一二三四五六七八九十]+[）)]/.test(text)).length,
    ).toBeGreaterThan(5500)
  })

  it('have a body that the server accepts, each line one block of it', () => {
    for (const { law } of all) {
      const body = lawToRichText(law)
      expect(checkRichText({ value: body, field: 'body' })).toEqual([])
      expect(blockTexts(body).slice(0, law.issuingLines.length)).toEqual(law.issuingLines)
    }
  })

  it('are reported where a person should look, and nowhere else', () => {
    const found = all.flatMap(({ notes }) =>
      notes.map(({ code, path }) => `${code} ${path.replace(/^.*\//, '').replace(/\.md$/, '')}`),
    )
    const expected = EXPECTED.flatMap(([code, names]) => names.map((name) => `${code} ${name}`))
    expect(found.sort()).toEqual(expected.sort())
  })

  it.each<[string, (text: string) => string]>([
    ['the mark', (text) => text.replace('<!-- INFO END -->\n', '')],
    ['the # of the title', (text) => text.replace('# ', '')],
    ['every #', (text) => text.replace(/^#+ /gm, '')],
    ['the mark and every #', (text) => text.replace(/^#+ |^<!-- INFO END -->$/gm, '')],
    ['Unix line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['blank lines', (text) => text.replace(/\n+/g, '\n')],
    ['half-width spaces', (text) => text.replaceAll(' ', '　')],
  ])('are read the same without %s', (_what, change) => {
    for (const { source, text, law } of all) {
      const again = readAgain({ source, text: change(text) })
      expect(again).toMatchObject({ key: law.key, issuingLines: law.issuingLines })
      expect(squeezed(again ? lawText(again) : '')).toBe(squeezed(lawText(law)))
    }
  })

  it('are read the same from GBK', () => {
    for (const { source, text, law } of all) {
      const decoded = decodeText(inGbk(text.replaceAll('\u200b', '')))
      expect(decoded).toMatchObject({ encoding: 'gb18030' })
      expect('text' in decoded && readAgain({ source, text: decoded.text })).toEqual(law)
    }
  })
})
