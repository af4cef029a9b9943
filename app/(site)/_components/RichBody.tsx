import { type JSXConverters, RichText } from '@payloadcms/richtext-lexical/react'
import type { ReactNode } from 'react'
import { carriesOwnMarks } from '../../../collections/richText/marks'
import { AttachmentLink } from './Attachments'
import { safeHref } from './links'
import { OutLink } from './OutLink'
import { type Outline, textOf } from './outline'
import { Figure } from './Picture'
import { SCROLLED, SCROLLED_IN_ENGLISH } from './scrolled'
import { mediaIdOf } from './uploads'
import type { FileView, MediaHref, RichTextData } from './views'

type Surroundings = {
  outline: Outline
  files: FileView[]
  mediaHref: MediaHref
  /** The media id of the picture that is the first on the page, if it is in the text. */
  firstPicture?: string | null
  /** The site's domain: links to other sites are marked. */
  domain: string
  isEnglish?: boolean
}

const FORMATS: [bit: number, wrap: (text: ReactNode) => ReactNode][] = [
  [16, (text) => <code>{text}</code>],
  [32, (text) => <sub>{text}</sub>],
  [64, (text) => <sup>{text}</sup>],
  [4, (text) => <s>{text}</s>],
  [8, (text) => <u>{text}</u>],
  [2, (text) => <em>{text}</em>],
  [1, (text) => <strong>{text}</strong>],
]

const HEADING_TAGS = { h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h5', h6: 'h6' } as const
const ALIGNED = new Map([
  ['center', 'b-center'],
  ['right', 'b-right'],
  ['end', 'b-right'],
])

const alignment = (node: { format?: unknown }) =>
  typeof node.format === 'string' ? ALIGNED.get(node.format) : undefined

/** The first letter is of a script that is written from right to left. */
const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Which way a block is written, where that is not the page's own way. */
const directionOf = (node: Parameters<typeof textOf>[0]) =>
  RIGHT_TO_LEFT.test(textOf(node)) ? 'rtl' : undefined

const classes = (...names: (string | undefined | false)[]) =>
  names.filter(Boolean).join(' ') || undefined

const span = (value: unknown) => (typeof value === 'number' && value > 1 ? value : undefined)

/** Thrown while the page is drawn, so that a text is never published with a part of it missing. */
const Undrawable = ({ what }: { what: string }): ReactNode => {
  throw new Error(`The text cannot be drawn: ${what}`)
}

const Link = ({ fields, domain, isEnglish, children }: LinkProps) => {
  const href = fields?.linkType === 'internal' ? null : safeHref(fields?.url)
  if (!href) return <>{children}</>
  return (
    <OutLink href={href} domain={domain} isEnglish={isEnglish}>
      {children}
    </OutLink>
  )
}
type LinkProps = {
  fields: { linkType?: unknown; url?: unknown } | undefined
  domain: string
  isEnglish?: boolean
  children: ReactNode
}

type UploadProps = {
  mediaId: string | null
  files: FileView[]
  mediaHref: MediaHref
  isFirst: boolean
}

const Upload = ({ mediaId, files, mediaHref, isFirst }: UploadProps) => {
  const file = files.find((candidate) => candidate.mediaId === mediaId)
  if (!file) return <Undrawable what={`file ${mediaId} is not embedded in the post`} />
  if (file.mimeType.startsWith('image/')) {
    return <Figure file={file} mediaHref={mediaHref} eager={isFirst} />
  }
  return (
    <p>
      <AttachmentLink attachment={{ title: file.alt, file }} mediaHref={mediaHref} />
    </p>
  )
}

/** The number of an article stands out; the text stays the same, sign by sign. */
const withBoldNumber = <Node extends object>({
  nodes,
  label,
}: {
  nodes: Node[]
  label: string
}) => {
  const [first, ...rest] = nodes
  if (!first || !('text' in first) || !('format' in first)) return nodes
  return [
    { ...first, text: label, format: 1 },
    { ...first, text: textOf(first).slice(label.length) },
    ...rest,
  ]
}

const convertersFor = ({
  outline,
  files,
  mediaHref,
  firstPicture,
  domain,
  isEnglish,
}: Surroundings): JSXConverters => ({
  text: ({ node }) =>
    FORMATS.reduce<ReactNode>(
      (text, [bit, wrap]) => (node.format & bit ? wrap(text) : text),
      node.text,
    ),
  linebreak: () => <br />,
  tab: () => <span className="b-tab">{'\t'}</span>,
  paragraph: ({ node, nodesToJSX }) => {
    if (node.children.length === 0) return null
    const article = outline.articles.get(node)
    const nodes = article
      ? withBoldNumber({ nodes: node.children, label: article.label })
      : node.children
    return (
      <p
        id={article?.id || undefined}
        className={classes(article && 'b-article', alignment(node))}
        dir={directionOf(node)}
      >
        {nodesToJSX({ nodes })}
      </p>
    )
  },
  heading: ({ node, nodesToJSX }) => {
    const Tag = HEADING_TAGS[node.tag]
    return (
      <Tag id={outline.headingIds.get(node)} className={alignment(node)} dir={directionOf(node)}>
        {nodesToJSX({ nodes: node.children })}
      </Tag>
    )
  },
  quote: ({ node, nodesToJSX }) => <blockquote>{nodesToJSX({ nodes: node.children })}</blockquote>,
  horizontalrule: () => <hr />,
  list: ({ node, nodesToJSX }) => {
    const items = nodesToJSX({ nodes: node.children })
    const marked = carriesOwnMarks(node) && 'b-marked'
    return node.tag === 'ol' ? (
      <ol className={classes(marked)} start={node.start === 1 ? undefined : node.start}>
        {items}
      </ol>
    ) : (
      <ul className={classes(node.listType === 'check' && 'b-checks', marked)}>{items}</ul>
    )
  },
  listitem: ({ node, nodesToJSX, parent }) => {
    const isCheck = 'listType' in parent && parent.listType === 'check'
    const isNested = node.children.some(({ type }) => type === 'list')
    return (
      <li className={isNested ? 'b-nested' : undefined} dir={directionOf(node)}>
        {isCheck && !isNested ? (node.checked ? '☑ ' : '☐ ') : null}
        {nodesToJSX({ nodes: node.children })}
      </li>
    )
  },
  table: ({ node, nodesToJSX }) => (
    <div {...(isEnglish ? SCROLLED_IN_ENGLISH : SCROLLED)}>
      <table>
        <tbody>{nodesToJSX({ nodes: node.children })}</tbody>
      </table>
    </div>
  ),
  tablerow: ({ node, nodesToJSX }) => <tr>{nodesToJSX({ nodes: node.children })}</tr>,
  tablecell: ({ node, nodesToJSX }) => {
    const Tag = node.headerState > 0 ? 'th' : 'td'
    return (
      <Tag
        colSpan={span(node.colSpan)}
        rowSpan={span(node.rowSpan)}
        scope={node.headerState > 0 ? (node.headerState === 2 ? 'row' : 'col') : undefined}
      >
        {nodesToJSX({ nodes: node.children })}
      </Tag>
    )
  },
  link: ({ node, nodesToJSX }) => (
    <Link fields={node.fields} domain={domain} isEnglish={isEnglish}>
      {nodesToJSX({ nodes: node.children })}
    </Link>
  ),
  autolink: ({ node, nodesToJSX }) => (
    <Link fields={node.fields} domain={domain} isEnglish={isEnglish}>
      {nodesToJSX({ nodes: node.children })}
    </Link>
  ),
  upload: ({ node }) => (
    <Upload
      mediaId={mediaIdOf(node.value)}
      files={files}
      mediaHref={mediaHref}
      isFirst={mediaIdOf(node.value) === firstPicture}
    />
  ),
  unknown: ({ node }) => <Undrawable what={`node of type ${node.type}`} />,
})

type Props = Surroundings & { body: RichTextData }

/**
 * The text of a post, drawn from Lexical's JSON with classes only. Every picture comes from the files embedded in
 * the post. Throws while rendering when a node or a file is unknown: half a text is not published.
 */
export const RichBody = ({ body, ...surroundings }: Props) => (
  <RichText
    className="b-text"
    data={body}
    converters={convertersFor(surroundings)}
    disableIndent
    disableTextAlign
  />
)
