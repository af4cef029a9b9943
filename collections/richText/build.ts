/** Builders for Lexical's JSON, for texts that are made by code: the seed and the import. */

export type TextNode = {
  type: 'text'
  version: 1
  text: string
  format: number
  style: ''
  mode: 'normal'
  detail: 0
}
export type ElementNode = {
  type: string
  version: number
  children: RichTextNode[]
  direction: 'ltr' | null
  format: ''
  indent: 0
  [key: string]: unknown
}
export type UploadNode = {
  type: 'upload'
  version: 3
  format: ''
  id: string
  relationTo: 'media'
  value: string
  fields: null
}
export type RichTextNode = TextNode | ElementNode | UploadNode
export type RichText = { root: ElementNode }

const BOLD = 1

const element = (type: string, children: RichTextNode[], more: object = {}): ElementNode => ({
  type,
  version: 1,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  ...more,
})

export const text = (value: string, { bold = false } = {}): TextNode => ({
  type: 'text',
  version: 1,
  text: value,
  format: bold ? BOLD : 0,
  style: '',
  mode: 'normal',
  detail: 0,
})

const inline = (content: string | RichTextNode[]): RichTextNode[] =>
  typeof content === 'string' ? (content ? [text(content)] : []) : content

export const paragraph = (content: string | RichTextNode[]): ElementNode =>
  element('paragraph', inline(content), { textFormat: 0, textStyle: '' })

export const heading = (tag: 'h2' | 'h3' | 'h4', content: string | RichTextNode[]): ElementNode =>
  element('heading', inline(content), { tag })

export const list = (
  listType: 'bullet' | 'number',
  items: (string | RichTextNode[])[],
): ElementNode =>
  element(
    'list',
    items.map((item, index) => element('listitem', inline(item), { value: index + 1 })),
    { listType, start: 1, tag: listType === 'number' ? 'ol' : 'ul' },
  )

export const link = (url: string, content: string): ElementNode =>
  element('link', [text(content)], {
    version: 3,
    fields: { linkType: 'custom', url, newTab: false },
    id: `link-${url.length}-${content.length}`,
  })

/** Rows of cells; the first row is the header. */
export const table = (rows: string[][]): ElementNode =>
  element(
    'table',
    rows.map((cells, rowIndex) =>
      element(
        'tablerow',
        cells.map((cell) =>
          element('tablecell', [paragraph(cell)], {
            headerState: rowIndex === 0 ? 1 : 0,
            colSpan: 1,
            rowSpan: 1,
            backgroundColor: null,
          }),
        ),
      ),
    ),
  )

/** A picture in the running text; `id` must be unique within the text. */
export const picture = ({ id, media }: { id: string; media: string }): UploadNode => ({
  type: 'upload',
  version: 3,
  format: '',
  id,
  relationTo: 'media',
  value: media,
  fields: null,
})

export const richText = (...children: RichTextNode[]): RichText => ({
  root: element('root', children),
})
