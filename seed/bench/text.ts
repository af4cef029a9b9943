import {
  heading,
  list,
  paragraph,
  type RichText,
  type RichTextNode,
  richText,
  table,
} from '../../collections/richText/build'
import type { Kind } from '../../collections/words'
import { type Words, wordsOf } from './words'

/**
 * How long real texts are, in characters, from the shortest to the longest: at 0, 10, 25, 50, 75, 90 and 100 of a hundred.
 * Of the laws and rules in force that the import was tried with (147), and of the demonstration's texts (160).
 */
const LAW_LENGTHS = [539, 2985, 5169, 7363, 11_723, 16_308, 53_770]
const TEXT_LENGTHS = [105, 198, 224, 273, 355, 518, 851]
const SHARES = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]

/** The length that stands at this place of the spread. */
const lengthAt = ({ lengths, share }: { lengths: readonly number[]; share: number }) => {
  const above = Math.max(
    1,
    SHARES.findIndex((step) => step >= share),
  )
  const [from = 0, to = 1] = [SHARES[above - 1], SHARES[above]]
  const [least = 0, most = 0] = [lengths[above - 1], lengths[above]]
  return Math.round(least + ((share - from) / (to - from)) * (most - least))
}

const TITLES: Record<Kind, (words: Words) => string> = {
  news: (words) => `${words.place()}检验检疫局开展${words.goods()}${words.task()}${words.aim()}`,
  affairs: (words) => `${words.place()}口岸${words.goods()}检验检疫情况统计分析`,
  notice: (words) => `关于加强${words.land()}${words.goods()}${words.task()}工作的通知`,
  policy: (words) => `${words.goods()}检验检疫监督管理办法（${words.place()}试行）`,
  interpretation: (words) => `《${words.goods()}${words.task()}管理规定》解读`,
  guide: (words) => `${words.goods()}${words.task()}办事指南`,
  download: (words) => `${words.goods()}${words.task()}申请表`,
  page: (words) => `${words.place()}局概况`,
}

const paragraphOf = (words: Words) =>
  Array.from({ length: words.between(2, 4) }, words.sentence).join('')

/** A rule of chapters and articles. */
const ruleOf = ({ words, length }: Wanted): RichTextNode[] => {
  const nodes: RichTextNode[] = []
  for (let written = 0, article = 1; written < length; article += 1) {
    if (article % 12 === 1) {
      nodes.push(heading('h2', `第${Math.ceil(article / 12)}章　${words.task()}`))
    }
    const text = `第${article}条　${words.sentence()}${words.sentence()}`
    nodes.push(paragraph(text))
    written += text.length
  }
  return nodes
}

/** Paragraphs, in longer texts also a list and a table. */
const reportOf = ({ words, length }: Wanted): RichTextNode[] => {
  const nodes: RichTextNode[] = []
  let written = 0
  const add = (node: RichTextNode, size: number) => {
    nodes.push(node)
    written += size
  }
  while (written < length) {
    const text = paragraphOf(words)
    add(paragraph(text), text.length)
    if (nodes.length === 3) {
      const items = Array.from({ length: 3 }, words.sentence)
      add(list('number', items), items.join('').length)
    }
    if (nodes.length === 5) {
      const rows = Array.from({ length: 4 }, () => [
        words.goods(),
        String(words.between(10, 900)),
        `${words.between(1, 99)}%`,
      ])
      add(table([['货物', '批次', '比例'], ...rows]), 60)
    }
  }
  return nodes
}
type Wanted = { words: Words; length: number }

export type BenchText = { title: string; summary: string; body: RichText; words: Words }

/** A text of this kind: the same name, the same text. */
export const benchText = ({ name, kind }: { name: string; kind: Kind }): BenchText => {
  const words = wordsOf(name)
  const isRule = kind === 'policy'
  const length = lengthAt({
    lengths: isRule ? LAW_LENGTHS : TEXT_LENGTHS,
    share: words.between(0, 1000) / 1000,
  })
  const title = TITLES[kind](words)
  const body = richText(...(isRule ? ruleOf({ words, length }) : reportOf({ words, length })))
  return { title, summary: words.sentence(), body, words }
}
