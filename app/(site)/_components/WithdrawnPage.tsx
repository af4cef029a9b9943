import { columnUrl } from '../../../collections/urls'
import { Breadcrumb, columnCrumbs } from './Breadcrumb'
import { Page } from './Page'
import { Paragraphs } from './Paragraphs'
import { DateTime } from './Time'
import type { ColumnView, Frame, WithdrawnView } from './views'

type Props = { frame: Frame; ancestors: ColumnView[]; post: WithdrawnView; publishedAt: string }

/** What stays at the address of a withdrawn post: that it was there, when and why it went. */
export const WithdrawnPage = ({ frame, ancestors, post, publishedAt }: Props) => {
  const column = ancestors.at(-1)
  return (
    <Page
      frame={frame}
      meta={{
        title: '信息已撤下',
        path: post.path,
        column,
        noindex: true,
        article: { title: '信息已撤下', publishedAt, source: frame.site.name },
      }}
    >
      <div className="b-wrap">
        <Breadcrumb crumbs={[...columnCrumbs(ancestors), { name: '信息已撤下' }]} />
        <article className="b-post b-notice">
          <h1>本页信息已撤下</h1>
          <p className="b-byline">
            <span>
              原发布时间：
              <DateTime iso={publishedAt} />
            </span>
            {post.withdrawnAt ? (
              <span>
                撤下时间：
                <DateTime iso={post.withdrawnAt} />
              </span>
            ) : null}
          </p>
          {post.explanation ? (
            <div className="b-text">
              <h2>撤下说明</h2>
              <Paragraphs text={post.explanation} />
            </div>
          ) : null}
          {column ? (
            <p className="b-more-line">
              <a href={columnUrl(column.path)}>返回“{column.name}”栏目</a>
            </p>
          ) : null}
        </article>
      </div>
    </Page>
  )
}
