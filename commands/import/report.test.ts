import { expect, it } from 'vitest'
import { COMPARISONS, NOTES, PROBLEMS, wording } from './notes'
import { reportLines } from './report'

it('says how many of each there are, then names all that was left out and why', () => {
  expect(
    reportLines({
      created: 3,
      completed: 1,
      comparisons: [
        { path: '甲.md', code: 'same' },
        { path: '乙.md', code: 'different', detail: '示范法(2021-04-29)' },
      ],
      problems: [{ path: '空.md', code: 'empty' }],
      notes: [{ path: '丙.md', line: 5, code: 'front-brackets' }],
    }),
  ).toEqual([
    '新导入 3 件，补办申请 1 件，已有相同 1 件，文字不同 1 件，未导入 1 件',
    '',
    '未导入（1）',
    '  空.md 文件是空的',
    '',
    '已有标题和日期相同而文字不同的稿件，不作改动（1）',
    '  乙.md 已有标题和日期相同而文字不同的稿件，不作改动：示范法(2021-04-29)',
    '',
    '已有相同的文字，跳过（1）',
    '  甲.md 已有相同的文字，跳过',
    '',
    '请留意（1）',
    '  丙.md:5 题注的括号不成对，原样保留，请核对',
  ])
})

it('is one line when there is nothing to tell', () => {
  const nothing = { created: 0, completed: 0, comparisons: [], problems: [], notes: [] }
  expect(reportLines(nothing)).toHaveLength(1)
})

it('words every code, each differently', () => {
  const texts = [NOTES, PROBLEMS, COMPARISONS].flatMap((table) => Object.values(table))
  expect(new Set(texts).size).toBe(texts.length)
  expect(wording({ path: 'a.md', line: 3, code: 'no-mark', detail: '甲' })).toBe(
    `a.md:3 ${NOTES['no-mark']}：甲`,
  )
})
