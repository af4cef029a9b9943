import { plainText } from '../../../collections/richText/text'
import { Breadcrumb, columnCrumbs } from './Breadcrumb'
import { EnglishText } from './EnglishText'
import type { PageMeta } from './metaTags'
import { Onward } from './Onward'
import { Page } from './Page'
import { PostArticle } from './PostArticle'
import { articleData, breadcrumbData, type StructuredData, serviceData } from './structuredData'
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

const LONGEST_DESCRIPTION = 120

/** What the text is about: its summary, else how it begins. */
const descriptionOf = ({ summary, body }: PostView) =>
  summary || [...plainText(body).replace(/\s+/g, ' ').trim()].slice(0, LONGEST_DESCRIPTION).join('')

const crumbsOf = ({ ancestors }: PostPageProps) => [...columnCrumbs(ancestors), { name: '正文' }]

const metaOf = ({ frame, ancestors, post, mediaHref, banner }: PostPageProps): PageMeta => {
  const picture = post.files.find(({ mediaId }) => mediaId === post.images[0])
  return {
    title: post.title,
    path: banner ? null : post.path,
    english: post.english,
    column: ancestors.at(-1),
    noindex: Boolean(banner),
    article: {
      title: post.title,
      publishedAt: post.publishedAt,
      revisedAt: post.revisedAt,
      source: post.source.name,
      keywords: post.policy?.topic,
      author: post.authors,
      description: descriptionOf(post),
      image: picture ? new URL(mediaHref(picture), frame.site.origin).href : undefined,
    },
  }
}

/** A text that is public, told to machines. */
const dataOf = (props: PostPageProps, { article }: PageMeta): StructuredData[] => {
  const { frame, ancestors, post } = props
  const { path, publishedAt, guide } = post
  const column = ancestors.at(-1)
  if (!article || !path || !publishedAt || !column) return []
  const { site } = frame
  const { title, source, revisedAt = null, description = '', image } = article
  const described = { title, path, publishedAt, revisedAt, source, description, image }
  return [
    guide
      ? serviceData({ site, post: described, guide })
      : articleData({ site, post: described, column }),
    breadcrumbData({ site, crumbs: crumbsOf(props) }),
  ]
}

/** The page of one post. */
export const PostPage = (props: PostPageProps) => {
  const { frame, post, mediaHref, banner, english } = props
  const meta = metaOf(props)
  return (
    <Page frame={frame} meta={meta} data={banner ? [] : dataOf(props, meta)} banner={banner}>
      <div className="b-wrap">
        <Breadcrumb crumbs={crumbsOf(props)} />
        <PostArticle post={post} mediaHref={mediaHref} site={frame.site} />
        <Onward related={post.related} neighbours={post.neighbours} />
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
