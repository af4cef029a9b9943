import Link from 'next/link'
import type { ServerProps } from 'payload'
import { wordReasons } from '../../../access/refusal'
import { POST_STATES, STATES, STEPS } from '../../../access/steps'
import { type FormLine, formHref } from '../forms'
import { FormMark, Mark } from '../parts/Mark'
import { publicUrl } from '../publicUrl'
import { type Speaker, speaker } from '../speaker'
import { readStanding, type Standing } from './standing'

const FormLineOf = ({ form, words }: { form: FormLine; words: Speaker }) => {
  const { say, nameOf } = words
  return (
    <p className="ba-status__form">
      <Link href={formHref(form.id)} prefetch={false}>
        {say(`申请表 ${form.number}`, `Form ${form.number}`)}
      </Link>
      <FormMark state={form.state} speaker={words} />
      {form.step && STATES[form.state].open ? (
        <span>
          {say('当前环节：', 'at ')}
          {nameOf(STEPS[form.step])}
        </span>
      ) : null}
      {form.state === 'returned' && form.lastOpinion ? (
        <span className="ba-status__opinion">
          {say('退回意见：', 'returned: ')}
          {form.lastOpinion}
        </span>
      ) : null}
    </p>
  )
}

const PostLineOf = ({ post, words }: { post: NonNullable<Standing['post']>; words: Speaker }) => (
  <p className="ba-status__form">
    <Link href={`/admin/collections/posts/${post.id}`} prefetch={false}>
      {words.say(`上网信息 № ${post.number}`, `Post № ${post.number}`)}
    </Link>
    <Mark state={post.state} words={POST_STATES} speaker={words} />
    {post.state === 'live' && post.path ? (
      <a href={publicUrl(post.path)} target="_blank" rel="noreferrer">
        {words.say('看网页', 'See the page')}
      </a>
    ) : null}
  </p>
)

const freezing = ({ standing, words }: { standing: Standing; words: Speaker }) => {
  if (standing.isDiscarded) {
    return words.say(
      '该稿件已废弃，不能修改；恢复后可以继续编辑。',
      'This manuscript is discarded; bring it back to edit it.',
    )
  }
  return wordReasons({ reasons: standing.blocked, language: words.language })
    .map(({ message }) => message)
    .join('')
}

/** Above a manuscript, on each of its tabs: whether it can be written, its form, its post. */
export const ManuscriptStatus = async ({
  id,
  payload,
  user,
  i18n,
}: ServerProps & { id?: string }) => {
  if (!id) return null
  const standing = await readStanding({ reader: { payload, user: user ?? null }, id })
  if (!standing) return null
  const words = speaker(i18n.language)
  const { latest, post } = standing
  const frozen = freezing({ standing, words })
  if (!frozen && !latest) return null
  return (
    <div className={`ba-status ${frozen ? 'ba-status--frozen' : ''}`} role="status">
      {frozen ? <p className="ba-status__frozen">{frozen}</p> : null}
      {latest ? <FormLineOf form={latest} words={words} /> : null}
      {post ? <PostLineOf post={post} words={words} /> : null}
    </div>
  )
}
