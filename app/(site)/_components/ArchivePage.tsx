import { archiveUrl, columnUrl } from '../../../collections/urls'
import { Breadcrumb, columnCrumbs } from './Breadcrumb'
import { ColumnSide } from './ColumnPage'
import { Page } from './Page'
import { PostList } from './PostLists'
import type { ColumnView, Frame, MediaHref, PostLink } from './views'

type Props = {
  frame: Frame
  ancestors: ColumnView[]
  posts: PostLink[]
  page: number
  lastPage: number
  mediaHref: MediaHref
}

/** One archive page. Its number and its posts never shift; withdrawn ones leave a gap. */
export const ArchivePage = ({ frame, ancestors, posts, page, lastPage, mediaHref }: Props) => {
  const column = ancestors.at(-1)
  if (!column) return null
  const { path } = column
  return (
    <Page
      frame={frame}
      meta={{
        title: `${column.name}往期信息（第${page}页）`,
        path: archiveUrl({ path, page }),
        column,
      }}
    >
      <div className="b-wrap">
        <Breadcrumb crumbs={[...columnCrumbs(ancestors), { name: `往期信息（第${page}页）` }]} />
        <div className="b-columns">
          <ColumnSide ancestors={ancestors} columns={frame.columns} />
          <div className="b-content">
            <header className="b-page-head">
              <h1>
                {column.name}往期信息（第{page}页）
              </h1>
            </header>
            {posts.length > 0 ? (
              <PostList posts={posts} kind={column.listKind} mediaHref={mediaHref} />
            ) : (
              <p className="b-empty">本页原有信息均已撤下。</p>
            )}
            <nav className="b-pager" aria-label="往期信息">
              {page < lastPage ? (
                <a href={archiveUrl({ path, page: page + 1 })} rel="prev">
                  较新的信息
                </a>
              ) : null}
              <a href={columnUrl(path)}>最新信息</a>
              {page > 1 ? (
                <a href={archiveUrl({ path, page: page - 1 })} rel="next">
                  较早的信息
                </a>
              ) : null}
            </nav>
          </div>
        </div>
      </div>
    </Page>
  )
}
