import { chineseDate } from '../../../collections/dates'
import { departmentUrl, searchUrl, topicUrl } from '../../../collections/urls'
import { Block } from './Block'
import { Breadcrumb } from './Breadcrumb'
import { Page } from './Page'
import { Paragraphs } from './Paragraphs'
import { Picture } from './Picture'
import { NewsList } from './PostLists'
import type { Frame, MediaHref, PostLink, TopicView } from './views'

/** A third of the page where it has three columns. */
const CARD_SIZES = '(min-width: 75rem) 24rem, (min-width: 42rem) 50vw, 100vw'

type CardsProps = { topics: TopicView[]; mediaHref: MediaHref }

/** Topics as tiles with their pictures. */
export const TopicCards = ({ topics, mediaHref }: CardsProps) => (
  <ul className="b-grid b-topics">
    {topics.map(({ code, title, summary, picture }) => (
      <li key={code}>
        {picture ? <Picture file={picture} mediaHref={mediaHref} sizes={CARD_SIZES} /> : null}
        <div className="b-about">
          <a href={topicUrl(code)}>{title}</a>
          {summary ? <p>{summary}</p> : null}
        </div>
      </li>
    ))}
  </ul>
)

type Props = {
  frame: Frame
  topic: TopicView
  /** The newest, at most as many as one list holds. */
  posts: PostLink[]
  /** There are more than are listed. */
  isMore: boolean
  mediaHref: MediaHref
}

/** 专题: what the Office has put together on one matter. */
export const TopicPage = ({ frame, topic, posts, isMore, mediaHref }: Props) => {
  const { code, title, summary, owner, picture, closedOn } = topic
  const column = {
    name: title,
    description: summary || `${title}专题`,
    keywords: title,
    type: '工作动态',
  }
  return (
    <Page frame={frame} meta={{ title, path: topicUrl(code), column }}>
      <div className="b-wrap">
        <Breadcrumb crumbs={[{ name: '专题专栏' }, { name: title }]} />
        <header className={picture ? 'b-topic b-topic-pictured' : 'b-topic'}>
          {picture ? <Picture file={picture} mediaHref={mediaHref} eager /> : null}
          <div>
            <p className="b-kind">专题</p>
            <h1>{title}</h1>
            <Paragraphs text={summary} />
            {owner ? (
              <p>
                主办部门：<a href={departmentUrl(owner.code)}>{owner.name}</a>
              </p>
            ) : null}
          </div>
        </header>
        {closedOn ? (
          <p className="b-note">本专题已于{chineseDate(closedOn)}停止更新，已发布的信息供查阅。</p>
        ) : null}
        <Block title="专题信息">
          {posts.length > 0 ? (
            <NewsList posts={posts} />
          ) : (
            <p className="b-empty">本专题暂无信息。</p>
          )}
          {isMore ? (
            <p className="b-empty">
              以上为最新的{posts.length}条，更早的信息可以在<a href={searchUrl()}>站内搜索</a>
              中查找。
            </p>
          ) : null}
        </Block>
      </div>
    </Page>
  )
}
