import type { ListKind } from '../../../collections/words'
import { AttachmentLink } from './Attachments'
import { Day } from './Time'
import type { MediaHref, PostLink } from './views'

type ListProps = { posts: PostLink[] }

/** Titles with their days: the list of most columns. */
export const NewsList = ({ posts }: ListProps) => (
  <ul className="b-list">
    {posts.map(({ title, path, publishedAt }) => (
      <li key={path}>
        <a href={path}>{title}</a>
        <Day iso={publishedAt} className="b-day" />
      </li>
    ))}
  </ul>
)

/** Policy files: number, day of issue and validity stand beside the title. */
const PolicyList = ({ posts }: ListProps) => (
  <ul className="b-list b-list-rich">
    {posts.map(({ title, path, publishedAt, docNumber, issuedOn, validity }) => (
      <li key={path}>
        <span className="b-list-text">
          <a href={path}>{title}</a>
          <span className="b-list-note">
            {docNumber ? <span>{docNumber}</span> : null}
            {issuedOn ? (
              <span>
                成文日期：
                <Day iso={issuedOn} />
              </span>
            ) : null}
            {validity ? <span>{validity}</span> : null}
          </span>
        </span>
        <Day iso={publishedAt} className="b-day" />
      </li>
    ))}
  </ul>
)

/** Downloads: the files themselves under their title. */
const DownloadList = ({ posts, mediaHref }: ListProps & { mediaHref: MediaHref }) => (
  <ul className="b-list b-list-rich">
    {posts.map(({ title, path, publishedAt, attachments }) => (
      <li key={path}>
        <span className="b-list-text">
          <a href={path}>{title}</a>
          {attachments.map((attachment) => (
            <span className="b-list-note" key={attachment.file.mediaId}>
              <span>
                <AttachmentLink attachment={attachment} mediaHref={mediaHref} />
              </span>
            </span>
          ))}
        </span>
        <Day iso={publishedAt} className="b-day" />
      </li>
    ))}
  </ul>
)

/** Service guides: what can be done here, as tiles. */
const GuideList = ({ posts }: ListProps) => (
  <ul className="b-tiles">
    {posts.map(({ title, path, summary }) => (
      <li key={path}>
        <a href={path}>{title}</a>
        {summary ? <p>{summary}</p> : null}
      </li>
    ))}
  </ul>
)

type Props = { posts: PostLink[]; kind: ListKind; mediaHref: MediaHref }

/** Posts in the form of list that their column asks for. */
export const PostList = ({ posts, kind, mediaHref }: Props) => {
  if (kind === 'policy') return <PolicyList posts={posts} />
  if (kind === 'download') return <DownloadList posts={posts} mediaHref={mediaHref} />
  if (kind === 'guide') return <GuideList posts={posts} />
  return <NewsList posts={posts} />
}
