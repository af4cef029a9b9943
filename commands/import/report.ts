import { COMPARISONS, type Comparison, type Note, type Problem, wording } from './notes'

/** What became of each file: `completed` had its manuscript from an earlier, interrupted run. */
export type ImportReport = {
  created: number
  completed: number
  comparisons: Comparison[]
  problems: Problem[]
  notes: Note[]
}

const section = ({ title, lines }: { title: string; lines: string[] }) =>
  lines.length === 0 ? [] : ['', `${title}（${lines.length}）`, ...lines.map((line) => `  ${line}`)]

const isSame = ({ code }: Comparison) => code === 'same'

/** The report of an import, a line an entry: numbers first, then all that was left out and why, then what to look at. */
export const reportLines = ({
  created,
  completed,
  comparisons,
  problems,
  notes,
}: ImportReport): string[] => {
  const same = comparisons.filter(isSame)
  const different = comparisons.filter((comparison) => !isSame(comparison))
  return [
    `新导入 ${created} 件，补办申请 ${completed} 件，已有相同 ${same.length} 件，文字不同 ${different.length} 件，未导入 ${problems.length} 件`,
    ...section({ title: '未导入', lines: problems.map(wording) }),
    ...section({ title: COMPARISONS.different, lines: different.map(wording) }),
    ...section({ title: COMPARISONS.same, lines: same.map(wording) }),
    ...section({ title: '请留意', lines: notes.map(wording) }),
  ]
}
