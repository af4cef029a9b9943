import { chineseDate } from '../../../collections/dates'
import { archiveUrl, columnUrl, feedUrl } from '../../../collections/urls'
import { Block } from './Block'
import { Breadcrumb, columnCrumbs } from './Breadcrumb'
import { Page } from './Page'
import { PolicyFilter } from './PolicyFilter'
import { PostArticle } from './PostArticle'
import { NewsList, PostList } from './PostLists'
import { breadcrumbData } from './structuredData'
import type { ColumnView, Frame, MediaHref, PolicyChoices, PostLink, PostView } from './views'

export type ColumnPageProps = {
  frame: Frame
  /** The column with its ancestors, root first. */
  ancestors: ColumnView[]
  /** The newest of the column itself. */
  posts: PostLink[]
  /** The newest of each child column with all below it. */
  below: { column: ColumnView; posts: PostLink[] }[]
  /** The last archive page, or 0 when nothing was ever published here. */
  lastArchive: number
  /** The text that a column of single pages shows at once. */
  single: PostView | null
  /** Of a policy library. */
  choices: PolicyChoices | null
  mediaHref: MediaHref
}

type SideProps = { ancestors: ColumnView[]; columns: ColumnView[] }

/** The columns beside this one, so that a visitor can go on within the same part of the site. */
export const ColumnSide = ({ ancestors, columns }: SideProps) => {
  const column = ancestors.at(-1)
  const parent = ancestors.at(-2)
  const root = ancestors[0]
  const siblings = parent
    ? parent.children
    : columns.filter(({ pillar }) => pillar === root?.pillar)
  return siblings.length > 1 ? (
    <nav className="b-side" aria-label="同类栏目">
      <p>{parent ? parent.name : '相关栏目'}</p>
      <ul>
        {siblings.map(({ path, name }) => (
          <li key={path}>
            <a href={columnUrl(path)} aria-current={path === column?.path ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  ) : null
}

const Closed = ({ closedOn }: { closedOn: string | null }) =>
  closedOn ? (
    <p className="b-note">本栏目已于{chineseDate(closedOn)}停止更新，已发布的信息供查阅。</p>
  ) : null

const Own = ({ ancestors, posts, lastArchive, single, mediaHref, frame }: ColumnPageProps) => {
  const column = ancestors.at(-1)
  if (!column) return null
  return (
    <>
      {single ? (
        <PostArticle post={single} mediaHref={mediaHref} site={frame.site} />
      ) : (
        <PostList posts={posts} kind={column.listKind} mediaHref={mediaHref} />
      )}
      {single && posts.length > 1 ? (
        <Block title="本栏目其他信息">
          <NewsList posts={posts.filter(({ path }) => path !== single.path)} />
        </Block>
      ) : null}
      {lastArchive > 0 ? (
        <p className="b-more-line">
          <a href={archiveUrl({ path: column.path, page: lastArchive })}>查看往期信息</a>
          <a href={feedUrl(column.path)}>订阅本栏目（Atom）</a>
        </p>
      ) : null}
    </>
  )
}

/** The front page of a column: its newest, and the newest of its children. */
export const ColumnPage = (props: ColumnPageProps) => {
  const { frame, ancestors, posts, below, lastArchive } = props
  const column = ancestors.at(-1)
  if (!column) return null
  const crumbs = columnCrumbs(ancestors)
  const isEmpty = posts.length === 0 && below.length === 0
  return (
    <Page
      frame={frame}
      meta={{
        title: column.name,
        path: columnUrl(column.path),
        column,
        feed: { title: `${column.name} - ${frame.site.name}`, href: feedUrl(column.path) },
      }}
      data={[breadcrumbData({ site: frame.site, crumbs })]}
    >
      <div className="b-wrap">
        <Breadcrumb crumbs={crumbs} />
        <div className="b-columns">
          <ColumnSide ancestors={ancestors} columns={frame.columns} />
          <div className="b-content">
            <header className="b-page-head">
              {props.single ? (
                <p className="b-page-title">{column.name}</p>
              ) : (
                <h1>{column.name}</h1>
              )}
              {column.description && !props.single ? <p>{column.description}</p> : null}
            </header>
            <Closed closedOn={column.closedOn} />
            {props.choices ? <PolicyFilter path={column.path} choices={props.choices} /> : null}
            {posts.length > 0 || lastArchive > 0 ? <Own {...props} /> : null}
            {isEmpty ? <p className="b-empty">本栏目暂无信息。</p> : null}
            {below.length > 0 ? (
              <div className="b-grid">
                {below.map(({ column: child, posts: newest }) => (
                  <Block key={child.path} title={child.name} href={columnUrl(child.path)}>
                    {newest.length > 0 ? (
                      <NewsList posts={newest} />
                    ) : (
                      <p className="b-empty">{child.description || '本栏目暂无信息。'}</p>
                    )}
                  </Block>
                ))}
              </div>
            ) : null}
          </div>
        </div>
      </div>
    </Page>
  )
}
