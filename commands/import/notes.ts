/** What the import has to say about a file. Worded once, here. */

/** Notes: the file was taken over, but a person should know. */
export const NOTES = {
  'title-from-name': '正文没有标题行，标题取自文件名',
  'title-joined': '标题分写在几行，已合并',
  'title-brackets': '标题两端有书名号或不成对的括号，已去除',
  'title-repeated': '标题在正文前重复出现，已略去',
  'no-mark': '没有 INFO END 标记，已按内容分开题注与正文',
  'mark-misplaced': 'INFO END 标记不在题注之后，已按内容分开题注与正文',
  'front-brackets': '题注的括号不成对，原样保留，请核对',
  'front-joined': '题注的一行断成两行，已合并',
  'date-differs': '文件名的日期与题注最后的日期不一致，以文件名为准',
  'date-from-front': '文件名没有日期，取题注最后的日期',
  'contents-left-out': '原文的目录已略去，由网页自动生成',
  'comment-left-out': '原文的注释已略去',
  'heading-joined': '章节标题断成两行，已合并',
  'heading-unnumbered': '没有编号的标题，按同级标题处理，请核对',
  'emphasis-left-out': '原文的加粗标记已去除，文字保留',
  'article-order': '条文序号不连续，请核对',
  'odd-characters': '有无法显示的字符，原样保留，请核对',
  encoding: '不是 UTF-8 编码，已转换',
  'issuer-unclear': '题注没有写明发文机关，发文机关留空，来源写为导入部门，请核对',
} as const

/** Problems: the file was left out. */
export const PROBLEMS = {
  'not-markdown': '不是 .md 文件',
  hidden: '隐藏的文件或文件夹',
  'folder-link': '指向文件夹的链接，不进入',
  unreadable: '无法读取',
  'too-large': '文件过大',
  empty: '文件是空的',
  binary: '不是文本文件',
  'broken-encoding': '文字编码已损坏',
  'unknown-encoding': '无法识别文字编码',
  'no-title': '没有标题',
  'no-date': '文件名和题注都没有日期，无法确定版本',
  'no-text': '只有题注，没有正文',
  'not-stored': '未能存为稿件',
  'not-submitted': '稿件已保存，未能提交审批，解决后再次运行即可补办申请',
  busy: '正由别人写入，请稍后再次运行',
} as const

/** What an existing or earlier manuscript has to do with it. */
export const COMPARISONS = {
  same: '已有相同的文字，跳过',
  different: '已有标题和日期相同而文字不同的稿件，不作改动',
} as const

export type NoteCode = keyof typeof NOTES
export type ProblemCode = keyof typeof PROBLEMS
export type ComparisonCode = keyof typeof COMPARISONS

type About<Code> = { path: string; code: Code; line?: number; detail?: string }
export type Note = About<NoteCode>
export type Problem = About<ProblemCode>
export type Comparison = About<ComparisonCode>

const TEXTS: Record<NoteCode | ProblemCode | ComparisonCode, string> = {
  ...NOTES,
  ...PROBLEMS,
  ...COMPARISONS,
}

/** One line for a person: `path:line 说明：detail`. */
export const wording = ({ path, line, code, detail }: Note | Problem | Comparison): string => {
  const place = line === undefined ? path : `${path}:${line}`
  return detail === undefined ? `${place} ${TEXTS[code]}` : `${place} ${TEXTS[code]}：${detail}`
}
