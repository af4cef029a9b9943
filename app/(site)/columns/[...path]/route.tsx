import type { Payload } from 'payload'
import { archivePageOf, mediaUrl } from '../../../../collections/urls'
import { ArchivePage } from '../../_components/ArchivePage'
import { ColumnPage } from '../../_components/ColumnPage'
import { wayTo, withDescendants } from '../../_components/columnTree'
import type { ColumnView, Frame, PostLink, PostView } from '../../_components/views'
import { renderLost } from '../../_lost'
import { isWithin, urlNumber } from '../../_number'
import { sitePayload } from '../../_queries/client'
import { readFrame } from '../../_queries/frame'
import { archivePosts, LIST_LENGTH, lastSeqIn, newestIn } from '../../_queries/lists'
import { policyChoices } from '../../_queries/policies'
import { readPost } from '../../_queries/post'
import { renderPage } from '../../_render'

export const dynamic = 'force-dynamic'

const IN_CARD = 8

type Place = { payload: Payload; frame: Frame; ancestors: ColumnView[]; column: ColumnView }

/** The text of a column of single pages: its newest. */
const singleOf = async ({ payload, frame, newest }: SingleQuery): Promise<PostView | null> => {
  const found = newest ? await readPost({ payload, frame, path: newest.path }) : null
  return found?.state === 'live' ? found.post : null
}
type SingleQuery = { payload: Payload; frame: Frame; newest: PostLink | undefined }

const renderFront = async ({ payload, frame, ancestors, column }: Place) => {
  const posts = await newestIn({
    payload,
    columnIds: [column.id],
    limit: LIST_LENGTH,
    kind: column.listKind,
  })
  const [lastSeq, single, choices, children] = await Promise.all([
    lastSeqIn({ payload, columnId: column.id }),
    column.listKind === 'page' ? singleOf({ payload, frame, newest: posts[0] }) : null,
    column.listKind === 'policy'
      ? policyChoices({ payload, columnIds: withDescendants(column).map(({ id }) => id) })
      : null,
    Promise.all(
      column.children.map(async (child) => {
        const columnIds = withDescendants(child).map(({ id }) => id)
        return { column: child, posts: await newestIn({ payload, columnIds, limit: IN_CARD }) }
      }),
    ),
  ])
  return renderPage(
    <ColumnPage
      frame={frame}
      ancestors={ancestors}
      posts={posts}
      below={children}
      lastArchive={archivePageOf(lastSeq)}
      single={single}
      choices={choices}
      mediaHref={mediaUrl}
    />,
  )
}

const renderArchive = async ({ payload, frame, ancestors, column, page }: ArchivePlace) => {
  const lastPage = archivePageOf(await lastSeqIn({ payload, columnId: column.id }))
  if (!isWithin({ page, last: lastPage })) return renderLost(frame)
  const posts = await archivePosts({ payload, columnId: column.id, page, kind: column.listKind })
  return renderPage(
    <ArchivePage
      frame={frame}
      ancestors={ancestors}
      posts={posts}
      page={page}
      lastPage={lastPage}
      mediaHref={mediaUrl}
    />,
  )
}
type ArchivePlace = Place & { page: number }

/** `/columns/<path>/` and `/columns/<path>/archive/<n>/`: a column's path has any number of segments, and none is `archive`. */
export const GET = async (_: Request, { params }: { params: Promise<{ path: string[] }> }) => {
  const segments = (await params).path
  const isArchive = segments.at(-2) === 'archive'
  const columnPath = (isArchive ? segments.slice(0, -2) : segments).join('/')
  const payload = await sitePayload()
  const frame = await readFrame(payload)
  const ancestors = wayTo({ columns: frame.columns, is: ({ path }) => path === columnPath })
  const column = ancestors?.at(-1)
  if (!ancestors || !column) return renderLost(frame)
  const place = { payload, frame, ancestors, column }
  if (!isArchive) return renderFront(place)
  const page = urlNumber(segments.at(-1))
  return page ? renderArchive({ ...place, page }) : renderLost(frame)
}
