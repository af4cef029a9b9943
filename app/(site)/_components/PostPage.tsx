import { Breadcrumb, columnCrumbs } from './Breadcrumb'
import { EnglishText } from './EnglishText'
import type { PageMeta } from './metaTags'
import { Page } from './Page'
import { PostArticle } from './PostArticle'
import type { ColumnView, EnglishView, Frame, MediaHref, PostView } from './views'

export type PostPageProps = {
  frame: Frame
  /** The post's column with its ancestors, root first. */
  ancestors: ColumnView[]
  post: PostView
  mediaHref: MediaHref
  /** Shown above the page while the text is not public. */
  banner?: string
  /** The English version, where those who sign it read it. */
  english?: EnglishView | null
}

const metaOf = ({ frame, ancestors, post, mediaHref, banner }: PostPageProps): PageMeta => {
  const picture = post.files.find(({ mediaId }) => mediaId === post.images[0])
  return {
    title: post.title,
    path: banner ? null : post.path,
    column: ancestors.at(-1),
    noindex: Boolean(banner),
    article: {
      title: post.title,
      publishedAt: post.publishedAt,
      source: post.source.name,
      author: post.authors,
      description: post.summary,
      image: picture ? new URL(mediaHref(picture), frame.site.origin).href : undefined,
    },
  }
}

/** The page of one post. */
export const PostPage = (props: PostPageProps) => {
  const { frame, ancestors, post, mediaHref, banner, english } = props
  return (
    <Page frame={frame} meta={metaOf(props)} banner={banner}>
      <div className="b-wrap">
        <Breadcrumb crumbs={[...columnCrumbs(ancestors), { name: '正文' }]} />
        <PostArticle post={post} mediaHref={mediaHref} site={frame.site} />
        {english ? (
          <EnglishText
            english={english}
            files={post.files}
            mediaHref={mediaHref}
            domain={frame.site.domain}
          />
        ) : null}
      </div>
    </Page>
  )
}
