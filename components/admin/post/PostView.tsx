import { Gutter } from '@payloadcms/ui'
import Link from 'next/link'
import type { DocumentViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { docOf, idOf, personOf } from '../../../access/person'
import { POST_STATES } from '../../../access/steps'
import { shanghaiDateTime } from '../../../collections/dates'
import { DELIVERY_STATES } from '../../../collections/words'
import type { Post } from '../../../payload-types'
import { publishPort } from '../../../workflow/publishPort'
import { mayRemove, mayWithdraw } from '../../../workflow/retract'
import { Preview } from '../form/Preview'
import { formHref, type Reader } from '../forms'
import { Crumbs } from '../parts/Crumbs'
import { Mark } from '../parts/Mark'
import { publicUrl } from '../publicUrl'
import { type Speaker, speaker } from '../speaker'
import { PostActions } from './PostActions'

const readPost = ({ reader, id }: { reader: Reader; id: string }) =>
  reader.payload.findByID({
    collection: 'posts',
    id,
    depth: 1,
    populate: {
      columns: { name: true },
      departments: { name: true },
      'application-forms': { number: true, title: true },
    },
    overrideAccess: false,
    user: reader.user,
    disableErrors: true,
  })

const Fact = ({ label, children }: { label: string; children: ReactNode }) =>
  children ? (
    <div className="ba-facts__row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  ) : null

const Delivery = ({ post, words }: { post: Post; words: Speaker }) => {
  const { delivery, path } = post
  if (!delivery?.state) return null
  const { say } = words
  const watched = path && post.state !== 'removed' ? publishPort().provenAt(path) : null
  const proven = watched?.toISOString() ?? delivery.provenAt
  return (
    <>
      <Mark state={delivery.state} words={DELIVERY_STATES} speaker={words} />{' '}
      {delivery.at ? shanghaiDateTime(delivery.at) : ''}
      {proven ? (
        <p className="ba-line__note">
          {say(
            `网页文件最近一次核验无误：${shanghaiDateTime(proven)}`,
            `The file was last seen to be right at ${shanghaiDateTime(proven)}`,
          )}
        </p>
      ) : null}
      {delivery.state === 'failed' && delivery.error ? (
        <p className="ba-line__note">
          {say(
            `原因：${delivery.error}（已重试 ${delivery.attempts ?? 0} 次，系统会继续重试）`,
            `${delivery.error} (tried ${delivery.attempts ?? 0} times; the system goes on trying)`,
          )}
        </p>
      ) : null}
      {delivery.state === 'waiting' ? (
        <p className="ba-line__note">
          {say('网页正在生成，通常几秒钟完成。', 'The page is being written.')}
        </p>
      ) : null}
    </>
  )
}

const Facts = ({ post, words }: { post: Post; words: Speaker }) => {
  const { say } = words
  const form = docOf(post.form)
  const formId = idOf(post.form)
  const when = (iso: string | null | undefined) => (iso ? shanghaiDateTime(iso) : null)
  const isPublic = post.path && post.state !== 'removed'
  return (
    <dl className="ba-facts">
      <Fact label={say('网址', 'Address')}>
        {isPublic && post.path ? (
          <a href={publicUrl(post.path)} target="_blank" rel="noreferrer">
            {publicUrl(post.path)}
          </a>
        ) : (
          post.path
        )}
      </Fact>
      <Fact label={say('网页生成', 'Page')}>
        <Delivery post={post} words={words} />
      </Fact>
      <Fact label={say('栏目', 'Column')}>{docOf(post.column)?.name}</Fact>
      <Fact label={say('部门', 'Department')}>{docOf(post.department)?.name}</Fact>
      <Fact label={say('发布时间', 'Published')}>{when(post.publishedAt)}</Fact>
      <Fact label={say('修订', 'Revised')}>
        {post.revisedAt
          ? say(
              `第 ${post.revision} 版，${when(post.revisedAt)}`,
              `revision ${post.revision}, ${when(post.revisedAt)}`,
            )
          : null}
      </Fact>
      <Fact label={say('申请表', 'Form')}>
        {formId ? (
          <Link href={formHref(formId)} prefetch={false}>
            {form?.number ?? say('查看', 'Open')}
          </Link>
        ) : null}
      </Fact>
      <Fact label={say('撤下或者删除', 'Taken down')}>
        {post.withdrawal?.at
          ? [when(post.withdrawal.at), post.withdrawal.by, post.withdrawal.explanation]
              .filter(Boolean)
              .join(' · ')
          : null}
      </Fact>
      <Fact label={say('内容校验值', 'Content hash')}>
        <code className="ba-hash">{post.contentHash}</code>
      </Fact>
    </dl>
  )
}

/** 上网信息: what the public reads, where, how it came there; nothing of it can be edited. */
export const PostView = async ({ initPageResult, i18n }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  const reader = { payload: req.payload, user: req.user }
  const person = personOf(req.user)
  const post = docID && person ? await readPost({ reader, id: String(docID) }) : null
  if (!post || !person) return null
  const words = speaker(i18n.language)
  const { say } = words
  const state = post.state ?? 'live'
  const row = { ...post, column: idOf(post.column) }
  const at = new Date().toISOString()
  const may = {
    withdraw:
      state === 'live' && (await mayWithdraw({ payload: req.payload, person, post: row, at })),
    remove: state !== 'removed' && mayRemove(person),
  }
  return (
    <Gutter className="ba-form">
      <Crumbs
        list={{ label: say('上网信息', 'Posts'), url: '/admin/collections/posts' }}
        title={`№ ${post.number}`}
      />
      <header className="ba-form__head">
        <p className="ba-form__kind">
          {say(`上网信息 № ${post.number}`, `Post № ${post.number}`)}
          <Mark state={state} words={POST_STATES} speaker={words} />
        </p>
        <h1 className="ba-form__title">
          {post.title || say('（正文已从网站撤除）', '(its text is no longer on the site)')}
        </h1>
      </header>
      <div className="ba-form__columns">
        <div className="ba-form__side">
          <PostActions
            id={post.id}
            title={post.title || `№ ${post.number}`}
            mayWithdraw={may.withdraw}
            mayRemove={may.remove}
          />
        </div>
        <div className="ba-form__main">
          {state === 'removed' || !post.path ? (
            <p className="ba-panel__empty">
              {say('该网页已从网站删除。', 'The page is gone from the site.')}
            </p>
          ) : (
            <Preview
              src={post.path}
              title={say('公众看到的网页', 'The page as the public sees it')}
            />
          )}
        </div>
        <div className="ba-form__record">
          <section className="ba-panel">
            <Facts post={post} words={words} />
          </section>
        </div>
      </div>
    </Gutter>
  )
}
