import {
  heading,
  list,
  paragraph,
  type RichText,
  type RichTextNode,
  richText,
  table,
  text,
} from '../../collections/richText/build'
import type { Block, HeadingLevel, Item } from './blocks'
import type { ParsedLaw } from './parse'

const TAGS = { 2: 'h2', 3: 'h3', 4: 'h4' } as const satisfies Record<HeadingLevel, string>

/** Nested lists stand in an item of their own after the one they belong to: that is Lexical's form. */
const listItems = (items: Item[]): (string | RichTextNode[])[] =>
  items.flatMap((item) =>
    item.items.length === 0 ? [item.text] : [item.text, [list('bullet', listItems(item.items))]],
  )

const article = ({ label, text: rest }: { label: string; text: string }) =>
  paragraph(
    rest === '' ? [text(label, { bold: true })] : [text(label, { bold: true }), text(` ${rest}`)],
  )

const node = (block: Block): RichTextNode => {
  switch (block.kind) {
    case 'heading':
      return heading(TAGS[block.level], block.text)
    case 'article':
      return article(block)
    case 'paragraph':
      return paragraph(block.text)
    case 'list':
      return list('bullet', listItems(block.items))
    case 'table':
      return table(block.rows)
  }
}

/** The body of a law's manuscript: the lines on issuing and revisions, then the text. The title is the manuscript's own. */
export const lawToRichText = ({ issuingLines, blocks }: ParsedLaw): RichText =>
  richText(...issuingLines.map((line) => paragraph(line)), ...blocks.map(node))
