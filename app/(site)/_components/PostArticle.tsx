import { departmentUrl } from '../../../collections/urls'
import { Attachments } from './Attachments'
import { Contents } from './Contents'
import { GuideElements } from './GuideElements'
import { safeHref } from './links'
import { TitleList } from './Onward'
import { OutLink } from './OutLink'
import { outlineOf } from './outline'
import { Figure } from './Picture'
import { PolicyHeader } from './PolicyHeader'
import { RichBody } from './RichBody'
import { Share } from './Share'
import { DateTime, Day } from './Time'
import { uploadsIn } from './uploads'
import type { FileView, MediaHref, PostView, SiteView } from './views'

export type PostArticleProps = { post: PostView; mediaHref: MediaHref; site: SiteView }

const Byline = ({ post }: { post: PostView }) => (
  <p className="b-byline">
    <span>发布时间：{post.publishedAt ? <DateTime iso={post.publishedAt} /> : '尚未发布'}</span>
    {post.revisedAt ? (
      <span>
        更新时间：
        <DateTime iso={post.revisedAt} />
      </span>
    ) : null}
    <span>来源：{post.source.name}</span>
    {post.providers.length > 0 ? (
      <span>
        供稿单位：
        {post.providers.map(({ name, code }, index) => (
          <span key={code}>
            {index > 0 ? '、' : null}
            <a href={departmentUrl(code)}>{name}</a>
          </span>
        ))}
      </span>
    ) : null}
    {post.authors ? <span>撰稿：{post.authors}</span> : null}
    {post.photographer ? <span>摄影：{post.photographer}</span> : null}
    {post.english ? (
      <a href={post.english} lang="en" hrefLang="en">
        English version
      </a>
    ) : null}
    {post.bulletin ? <span>刊载：{post.bulletin}</span> : null}
  </p>
)

const Migrated = ({ post }: { post: PostView }) =>
  post.isMigrated ? (
    <p className="b-note">
      本信息为历史信息迁移
      {post.migratedFrom ? (
        <>
          ，原发布日期：
          <Day iso={post.migratedFrom} />
        </>
      ) : null}
      {post.publishedAt ? (
        <>
          ，本网站发布时间：
          <DateTime iso={post.publishedAt} />
        </>
      ) : null}
      。
    </p>
  ) : null

const Reprint = ({ source, domain }: { source: PostView['source']; domain: string }) => {
  const href = safeHref(source.url)
  return source.type === 'reprint' ? (
    <p className="b-note">
      本文转载自{source.name}
      {source.publishedAt ? (
        <>
          ，原文发布时间：
          <DateTime iso={source.publishedAt} />
        </>
      ) : null}
      {href ? (
        <>
          ，原文链接：
          <OutLink className="b-url" href={href} domain={domain}>
            {href}
          </OutLink>
        </>
      ) : null}
      。
    </p>
  ) : null
}

const RelatedPolicy = ({ post }: { post: PostView }) => (
  <>
    {post.interprets ? (
      <p className="b-note">
        本文解读的政策文件：<a href={post.interprets.path}>{post.interprets.title}</a>
      </p>
    ) : null}
    <TitleList id="interpretations" title="政策解读" links={post.interpretations} />
  </>
)

const Topics = ({ topics }: Pick<PostView, 'topics'>) =>
  topics.length > 0 ? (
    <p className="b-note">
      所属专题：
      {topics.map(({ title, path }, index) => (
        <span key={path}>
          {index > 0 ? '、' : null}
          <a href={path}>{title}</a>
        </span>
      ))}
    </p>
  ) : null

/** The pictures beside the text, in their order. Throws when one is not embedded in the post. */
const picturesOf = (post: PostView): FileView[] => {
  const used = new Set(post.body ? uploadsIn(post.body.root) : [])
  return post.images
    .filter((mediaId) => !used.has(mediaId))
    .map((mediaId) => {
      const file = post.files.find((candidate) => candidate.mediaId === mediaId)
      if (!file) throw new Error(`The picture ${mediaId} is not embedded in the post`)
      return file
    })
}

/** A post as its page and its preview show it, without what surrounds it. Pure, driven by its props alone. */
export const PostArticle = ({ post, mediaHref, site }: PostArticleProps) => {
  const outline = outlineOf(post.body)
  const [leading, ...others] = picturesOf(post)
  return (
    <article className={outline.contents.length > 0 ? 'b-post b-post-long' : 'b-post'}>
      <header className="b-post-head">
        {post.policy ? (
          <PolicyHeader title={post.title} policy={post.policy} publishedAt={post.publishedAt} />
        ) : null}
        <h1>{post.title}</h1>
        {post.subtitle ? <p className="b-subtitle">{post.subtitle}</p> : null}
        <Byline post={post} />
        {post.path ? (
          <p className="b-actions">
            <a href="#share">分享本页</a>
          </p>
        ) : null}
        <Migrated post={post} />
      </header>
      {outline.contents.length > 0 ? <Contents entries={outline.contents} /> : null}
      <div className="b-post-body">
        {leading ? <Figure file={leading} mediaHref={mediaHref} eager /> : null}
        {post.guide ? <GuideElements guide={post.guide} /> : null}
        {post.body ? (
          <RichBody
            body={post.body}
            outline={outline}
            files={post.files}
            mediaHref={mediaHref}
            firstPicture={leading ? null : uploadsIn(post.body.root)[0]}
            domain={site.domain}
          />
        ) : null}
        {others.length > 0 ? (
          <div className="b-gallery">
            {others.map((file) => (
              <Figure key={file.mediaId} file={file} mediaHref={mediaHref} />
            ))}
          </div>
        ) : null}
        <Attachments attachments={post.attachments} mediaHref={mediaHref} />
        <RelatedPolicy post={post} />
        <Topics topics={post.topics} />
        <Reprint source={post.source} domain={site.domain} />
        {post.path ? <Share address={site.origin + post.path} /> : null}
      </div>
    </article>
  )
}
