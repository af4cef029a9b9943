import type { Payload } from 'payload'
import { mediaUrl } from '../../collections/urls'
import { PostPage } from './_components/PostPage'
import type { MediaHref } from './_components/views'
import { readFrame } from './_queries/frame'
import { columnWay, readDraft } from './_queries/post'
import { englishViewOf } from './_queries/stored'
import { renderDocument } from './_render'

const PREVIEW_BANNER = '预览：尚未发布'

type Preview = {
  payload: Payload
  /** A form's snapshot, or anything with its fields: column, providers, topics and the text it interprets by id. */
  content: { column: string; providers: string[]; topics: string[]; interprets: string | null }
  /** The first publication of the post that this revises. */
  publishedAt?: string | null
  /** Where the files are read while they are not public. */
  mediaHref?: MediaHref
}

/**
 * The page of a text as it will look, under a banner that says it is not public, and its English version below it. Who may
 * see it is the caller's to decide. Gives a whole HTML document.
 * @throws when the column is unknown or the text could not be published as it is
 */
export const renderPostPreview = async ({
  payload,
  content,
  publishedAt = null,
  mediaHref = mediaUrl,
}: Preview): Promise<string> => {
  const frame = await readFrame(payload)
  const ancestors = columnWay({ frame, columnId: content.column })
  const post = await readDraft({ payload, frame, content, publishedAt })
  return renderDocument(
    <PostPage
      frame={frame}
      ancestors={ancestors}
      post={post}
      mediaHref={mediaHref}
      banner={PREVIEW_BANNER}
      english={englishViewOf(content)}
    />,
  )
}
