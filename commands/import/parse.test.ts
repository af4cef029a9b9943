import { describe, expect, it } from 'vitest'
import { lawText } from './compare'
import { madeLaw } from './madeLaws'
import type { NoteCode, ProblemCode } from './notes'
import { type ParsedLaw, parseLaw } from './parse'

const PATH = '行政法/检验检测示范法(2021-04-29).md'
const MARK = '<!-- INFO END -->'

const read = (text: string, path = PATH): { law: ParsedLaw; codes: NoteCode[] } => {
  const parsed = parseLaw({ path, text })
  if ('problem' in parsed) throw new Error(parsed.problem.code)
  return { law: parsed.law, codes: parsed.notes.map(({ code }) => code) }
}

const problemOf = (text: string, path = PATH): ProblemCode | undefined => {
  const parsed = parseLaw({ path, text })
  return 'problem' in parsed ? parsed.problem.code : undefined
}

const bodyOf = (...lines: string[]) =>
  read(['# 检验检测示范法', MARK, ...lines].join('\n\n')).law.blocks

const whole = read(madeLaw()).law

describe('a law in good form', () => {
  it('has title, date, key and issuing lines', () => {
    expect(whole).toMatchObject({
      key: '中华人民共和国检验检测示范法(2021-04-29)',
      title: '中华人民共和国检验检测示范法',
      versionDate: '2021-04-29',
      issuingLines: ['2021年4月29日 第十三届全国人民代表大会常务委员会第二十八次会议通过'],
    })
    expect(read(madeLaw()).codes).toEqual([])
  })

  it('has chapters, articles, items and following paragraphs in order', () => {
    expect(whole.blocks.slice(0, 4)).toEqual([
      { kind: 'heading', level: 2, text: '第一章 示范规定' },
      {
        kind: 'article',
        label: '第一条',
        text: '为了规范第1项工作，根据有关法律，制定本条，具体要求如下：',
      },
      {
        kind: 'list',
        items: [
          { text: '（一）第1项工作应当依法公开；', items: [] },
          { text: '（二）第1项工作应当接受监督。', items: [] },
        ],
      },
      { kind: 'paragraph', text: '第1项工作的具体办法由主管部门规定。' },
    ])
    expect(whole.blocks.filter(({ kind }) => kind === 'article')).toHaveLength(12)
    expect(whole.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(3)
  })
})

describe('front matter that is broken is read rightly', () => {
  const good = madeLaw()

  it.each<[string, string, NoteCode[]]>([
    ['the title lacks its #', good.replace('# ', ''), []],
    ['the title has no space after #', good.replace('# ', '#'), []],
    ['the title has a full-width #', good.replace('# ', '＃'), []],
    ['the title has the wrong depth', good.replace('# ', '### '), []],
    [
      'the title holds full-width spaces',
      good.replace('# 中华人民共和国', '#　中华人民共和国　'),
      [],
    ],
    ['the title holds half-width spaces', good.replace('共和国', '共和国 '), []],
    [
      'the title stands in 《》',
      good.replace('# 中华人民共和国检验检测示范法', '# 《中华人民共和国检验检测示范法》'),
      ['title-brackets'],
    ],
    [
      'a stray bracket follows the title',
      good.replace('示范法\n', '示范法）\n'),
      ['title-brackets'],
    ],
    ['a stray bracket leads the title', good.replace('# ', '# （'), ['title-brackets']],
    [
      'the title runs over two lines',
      good.replace('# 中华人民共和国检验', '中华人民共和国检验\n\n'),
      ['title-joined'],
    ],
    [
      'the title comes twice',
      good.replace('\n', '\n\n中华人民共和国检验检测示范法\n'),
      ['title-repeated'],
    ],
    [
      'the title comes again over two lines',
      good.replace('\n', '\n\n中华人民共和国\n\n检验检测示范法\n'),
      ['title-repeated'],
    ],
    [
      'the title comes again after the mark',
      good.replace(MARK, `${MARK}\n\n# 中华人民共和国检验检测示范法`),
      ['title-repeated'],
    ],
    ['the mark is missing', madeLaw({ mark: '' }), ['no-mark']],
    ['the mark lacks its comment signs', good.replace(MARK, 'INFO END'), []],
    ['the mark is not closed', good.replace(MARK, '<!-- INFO END'), []],
    ['the mark is in small letters without spaces', good.replace(MARK, '<!--info end-->'), []],
    ['the mark stands at the end of a line', good.replace(`通过\n\n${MARK}`, `通过 ${MARK}`), []],
    ['the mark comes twice', good.replace(MARK, `${MARK}\n\n${MARK}`), []],
    ['the mark stands before the title', `${MARK}\n${good.replace(MARK, '')}`, ['mark-misplaced']],
    ['the mark stands at the end', `${good.replace(MARK, '')}\n${MARK}`, ['mark-misplaced']],
    ['lines end with CR LF', madeLaw({ lineBreak: '\r\n' }), []],
    ['lines end with CR', madeLaw({ lineBreak: '\r' }), []],
    ['a byte order mark leads', `\ufeff${good}`, []],
    ['zero-width spaces stand between', good.replaceAll('\n\n', '\n\u200b\n'), []],
    ['no blank lines part the paragraphs', good.replaceAll('\n\n', '\n'), []],
    ['full-width spaces indent every line', good.replaceAll('\n\n', '\n\n　　'), []],
    ['the file begins and ends with blank lines', `\n\n　\n${good}\n \n`, []],
    ['chapters lack their #', good.replaceAll('## ', ''), []],
    ['chapters have another depth', good.replaceAll('## ', '#### '), []],
    ['chapters have the depth of the title', good.replaceAll('## ', '# '), []],
    [
      'articles are headings',
      good.replaceAll('\n第', '\n### 第').replaceAll(/### (第\d)/g, '$1'),
      [],
    ],
    [
      'article numbers are bold',
      good.replaceAll(/\n(第[一二三四五六七八九十]+条)/g, '\n**$1**'),
      Array(12).fill('emphasis-left-out'),
    ],
    [
      'a comment stands in the text',
      good.replace('## ', '<!-- 核对\n完毕 -->\n## '),
      ['comment-left-out'],
    ],
  ])('when %s', (_what, text, codes) => {
    const result = read(text)
    expect(lawText(result.law)).toBe(lawText(whole))
    expect(result.law).toEqual(whole)
    expect(result.codes).toEqual(codes)
  })

  it('joins an issuing line that breaks inside 《》', () => {
    const front = [
      '2019年8月26日 《关于修改〈甲法〉',
      '〈乙法〉的决定》第三次修正',
      '2020年1月1日 修订',
    ]
    const { law, codes } = read(['# 检验检测示范法', ...front, MARK, '第一条 甲。'].join('\n\n'))
    expect(law.issuingLines).toEqual([`${front[0]} ${front[1]}`, front[2]])
    expect(codes).toEqual(['front-joined', 'date-differs'])
  })

  it('keeps an issuing line with a stray bracket as it stands and says so', () => {
    const { law, codes } = read(
      `# 检验检测示范法\n\n2021年4月29日 修订）\n\n${MARK}\n\n第一条 甲。`,
    )
    expect(law.issuingLines).toEqual(['2021年4月29日 修订）'])
    expect(codes).toEqual(['front-brackets'])
  })

  it('tells issuing lines from text without a mark, document numbers too', () => {
    const lines = [
      '检验检测示范通知',
      '劳社部发[2008]3号',
      '（2021年4月29日 公布）',
      '2021年5月1日 起施行',
    ]
    const { law } = read(
      [...lines, '各直属单位：', '2000年3月17日发布的通知同时废止。现将有关事项通知如下。'].join(
        '\n',
      ),
    )
    expect(law.issuingLines).toEqual(lines.slice(1))
    expect(law.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph'])
  })

  it('takes the title from the file name when the text has none', () => {
    const { law, codes } = read('第一条 甲。\n\n第二条 乙。')
    expect(law.title).toBe('检验检测示范法')
    expect(codes).toEqual(['title-from-name', 'no-mark'])
  })

  it('finds a title that stands below the issuing line', () => {
    const { law } = read('2021年4月29日 公布\n检验检测示范法\n第一条 甲。')
    expect(law).toMatchObject({ title: '检验检测示范法', issuingLines: ['2021年4月29日 公布'] })
    expect(law.blocks).toHaveLength(1)
  })
})

describe('the date of the version', () => {
  const dated = (path: string, ...front: string[]) =>
    read(['# 示范法', ...front, MARK, '第一条 甲。'].join('\n'), path)

  it('is the file name’s, and a note says so when the last revision is another day', () => {
    const { law, codes } = dated('示范法(2019-04-27).md', '2018年11月25日 第二次修正')
    expect(law.versionDate).toBe('2019-04-27')
    expect(codes).toEqual(['date-differs'])
  })

  it('is the last revision’s when the name has none', () => {
    const { law, codes } = dated(
      '示范法.md',
      '2001年1月1日 通过',
      '2018年11月25日 修正',
      '2019年1月1日 施行',
    )
    expect(law.versionDate).toBe('2018-11-25')
    expect(codes).toEqual(['date-from-front'])
  })

  it('is not the day of coming into force', () => {
    expect(dated('示范法(2015-01-05).md', '2015年1月5日 公布', '2015年3月15日 施行').codes).toEqual(
      [],
    )
  })

  it('makes another key of the same title', () => {
    const keys = ['2014-11-01', '2023-04-26'].map((date) => dated(`示范法(${date}).md`).law.key)
    expect(keys).toEqual(['示范法(2014-11-01)', '示范法(2023-04-26)'])
  })

  it('makes the same key of a title in another width', () => {
    const text = '第一条 甲。'
    const narrow = read(`# 示范办法(试行)\n${MARK}\n${text}`).law.key
    expect(read(`# 示范办法（试行）\n${MARK}\n${text}`).law.key).toBe(narrow)
    expect(read(`# 示范 办法　（试行）\n${MARK}\n${text}`).law.key).toBe(narrow)
  })
})

describe('a file that is no law is left out with its reason', () => {
  it.each<[string, ProblemCode, string]>([
    ['', 'empty', PATH],
    [' \r\n　\n\u200b', 'empty', PATH],
    ['# 示范法\n\n第一条 甲。', 'no-date', '示范法.md'],
    ['# 说明\n\n`laws/` holds 147 laws.', 'no-date', 'README.md'],
    ['2021年4月29日 通过\n第一条 甲。', 'no-title', '(2021-04-29).md'],
    ['# 示范法', 'no-text', PATH],
    [`# 示范法\n\n2021年4月29日 通过\n\n${MARK}`, 'no-text', PATH],
    [`# 示范法\n\n${MARK}\n\n## 第一章 总则`, 'no-text', PATH],
  ])('%j: %s', (text, code, path) => {
    expect(problemOf(text, path)).toBe(code)
  })
})

describe('headings', () => {
  const levelsOf = (...lines: string[]) =>
    bodyOf(...lines).flatMap((block) =>
      block.kind === 'heading' ? [`${block.level} ${block.text}`] : [],
    )

  it('begin at h2 with the chapter where there is no 编', () => {
    expect(
      levelsOf('## 第一章 甲', '### 第一节 乙', '第一条 丙。', '## 第二章 丁', '第二条 戊。'),
    ).toEqual(['2 第一章 甲', '3 第一节 乙', '2 第二章 丁'])
  })

  it('go one deeper below 编, whatever the depth of # says', () => {
    expect(levelsOf('## 第一编 甲', '## 第一章 乙', '# 第一节 丙', '第一条 丁。')).toEqual([
      '2 第一编 甲',
      '3 第一章 乙',
      '4 第一节 丙',
    ])
  })

  it('never pass h4, never skip a level', () => {
    expect(
      levelsOf('## 第一编 甲', '## 第一分编 乙', '## 第一章 丙', '## 第一节 丁', '第一条 戊。'),
    ).toEqual(['2 第一编 甲', '3 第一分编 乙', '4 第一章 丙', '4 第一节 丁'])
    expect(levelsOf('##### 说明', '甲。', '第一节 乙', '丙。')).toEqual(['2 说明', '2 第一节 乙'])
  })

  it('are found without # and without a space', () => {
    expect(levelsOf('第一章 总　则', '第一条 甲。', '第二章附则', '第二条 乙。')).toEqual([
      '2 第一章 总 则',
      '2 第二章附则',
    ])
  })

  it('are not made of sentences that begin with a reference', () => {
    expect(
      levelsOf(
        '第一条 甲。',
        '第二章规定的行为，依照第一条处理。',
        '第三章、第四章另有规定的除外。',
      ),
    ).toEqual([])
  })

  it('that broke into two lines are joined', () => {
    const lines = ['## 第五章 没有划入军事禁区的', '军事设施的保护', '第一条 甲。']
    expect(levelsOf(...lines)).toEqual(['2 第五章 没有划入军事禁区的军事设施的保护'])
  })

  it('that lost their number stand on the level of the last one', () => {
    const lines = ['## 第一章 甲', '### 第一节 乙', '第一条 丙。', '法律责任', '第二条 丁。']
    expect(levelsOf(...lines)).toEqual(['2 第一章 甲', '3 第一节 乙', '3 法律责任'])
  })

  it('are made of appendices, not of a list of them', () => {
    const lines = [
      '第一条 甲。',
      '附件：1、乙规程',
      '2、丙规程',
      '3、丁规程',
      '附件1：乙规程',
      '一、戊。',
      '附表',
      '己。',
      '附带服务应当标记。',
    ]
    expect(levelsOf(...lines)).toEqual(['2 附件1：乙规程', '2 附表'])
    expect(bodyOf(...lines).map(({ kind }) => kind)).toEqual([
      'article',
      'paragraph',
      'list',
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
    ])
  })

  it('of a contents list that comes before the text are left out', () => {
    const contents = ['目　录', '第一章　总则', '第二章　附则']
    const text = ['第一章 总 则', '第一条 甲。', '第二章 附则', '第二条 乙。']
    expect(levelsOf(...contents, ...text)).toEqual(['2 第一章 总 则', '2 第二章 附则'])
    expect(read(['# 示范法', MARK, ...contents, ...text].join('\n')).codes).toEqual([
      'contents-left-out',
    ])
  })

  it('of a contents list that the text does not repeat stay', () => {
    expect(levelsOf('目录', '第一章 甲', '第一条 乙。', '第二章 丙', '第二条 丁。')).toEqual([
      '2 第一章 甲',
      '2 第二章 丙',
    ])
  })
})

describe('articles', () => {
  const labelsOf = (...lines: string[]) =>
    bodyOf(...lines).flatMap((block) => (block.kind === 'article' ? [block.label] : []))

  it('are known with and without a space, with 之一, in digits', () => {
    const lines = ['第一条　甲。', '第二条乙。', '第二条之一 丙。', '第3条 丁。']
    expect(labelsOf(...lines)).toEqual(['第一条', '第二条', '第二条之一', '第3条'])
  })

  it('are not made of references', () => {
    expect(
      labelsOf(
        '第一条 甲。',
        '第二条的规定适用于丙。',
        '第二条、第三条另有规定的除外。',
        '第九条行为依法处理。',
      ),
    ).toEqual(['第一条'])
  })

  it('may stand alone on their line', () => {
    expect(bodyOf('### 第一条', '甲。')).toEqual([
      { kind: 'article', label: '第一条', text: '' },
      { kind: 'paragraph', text: '甲。' },
    ])
  })

  it('out of order stay where they are, with a note', () => {
    const { law, codes } = read(
      ['# 示范法', MARK, '第一条 甲。', '第三条 乙。', '第二条 丙。'].join('\n'),
    )
    expect(law.blocks).toHaveLength(3)
    expect(codes).toEqual(['article-order', 'article-order'])
  })

  it('begin anew in an appendix', () => {
    expect(
      read(['# 示范法', MARK, '第一条 甲。', '附件1：乙', '第一条 丙。'].join('\n')).codes,
    ).toEqual([])
  })
})

describe('lists and tables', () => {
  it('nest 1. below （一）', () => {
    expect(
      bodyOf('第一条 甲：', '（一）乙：', '1.丙；', '2. 丁；', '（二）戊。', '己。')[1],
    ).toEqual({
      kind: 'list',
      items: [
        {
          text: '（一）乙：',
          items: [
            { text: '1.丙；', items: [] },
            { text: '2. 丁；', items: [] },
          ],
        },
        { text: '（二）戊。', items: [] },
      ],
    })
  })

  it('are made of 一、 only after a line that announces them', () => {
    expect(bodyOf('第一条 下列情形：', '一、甲；', '二、乙。').map(({ kind }) => kind)).toEqual([
      'article',
      'list',
    ])
    expect(
      bodyOf('甲。', '一、乙。', '二、丙：', '（一）丁；', '（二）戊。', '三、己。').map(
        ({ kind }) => kind,
      ),
    ).toEqual(['paragraph', 'paragraph', 'paragraph', 'list', 'paragraph'])
  })

  it('are not made of a single item', () => {
    expect(bodyOf('第一条 甲：', '（一）乙。', '丙。')[1]).toEqual({
      kind: 'paragraph',
      text: '（一）乙。',
    })
  })

  it('take Markdown bullets without their sign', () => {
    expect(bodyOf('甲：', '- 乙', '- 丙')[1]).toEqual({
      kind: 'list',
      items: [
        { text: '乙', items: [] },
        { text: '丙', items: [] },
      ],
    })
  })

  it('keep numbers that are no marks', () => {
    expect(bodyOf('1.5米以上。', '2.5米以上。').map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
    ])
  })

  it('keep the blanks of forms', () => {
    expect(bodyOf('编号：______ 日期：____')).toEqual([
      { kind: 'paragraph', text: '编号：______ 日期：____' },
    ])
  })

  it('make tables of pipe rows, each row as long as the longest', () => {
    expect(bodyOf('附表', '| 项目 | 数量 |\n|---|:-:|\n| 样品 |\n| 甲\\|乙 | 3 |')[1]).toEqual({
      kind: 'table',
      rows: [
        ['项目', '数量'],
        ['样品', ''],
        ['甲|乙', '3'],
      ],
    })
  })
})

it('reads a law of 1,000 articles whole and in order', () => {
  const { law, codes } = read(madeLaw({ articles: 1000, perChapter: 25 }))
  expect(codes).toEqual([])
  expect(law.blocks.filter(({ kind }) => kind === 'article')).toHaveLength(1000)
  expect(law.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(40)
  expect(law.blocks.at(-3)).toMatchObject({ label: '第一千条' })
})

it('notes characters that no reader can see rightly', () => {
  expect(read(`# 示范法\n${MARK}\n第一条 甲\ue000。`).codes).toEqual(['odd-characters'])
})

it('reads hostile lines in time', () => {
  const long = 200_000
  const lines = [
    ' '.repeat(long),
    '-'.repeat(long),
    `|${'-'.repeat(long)}甲`,
    '*'.repeat(long),
    '#'.repeat(long),
    '<!--'.repeat(long / 4),
    '（'.repeat(long),
    '第'.repeat(long),
    '**甲 '.repeat(long / 4),
  ]
  const started = Date.now()
  parseLaw({ path: PATH, text: ['# 示范法', ...lines, MARK, ...lines, '第一条 甲。'].join('\n') })
  expect(Date.now() - started).toBeLessThan(5000)
})
