'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ACTIONS } from '../../../access/steps'
import { callApi, type ReasonGiven } from '../parts/callApi'
import { Dialog } from '../parts/Dialog'
import { TextBox, Tick } from '../parts/Fields'
import { Reasons } from '../parts/Reasons'
import { speaker } from '../speaker'

type Props = { id: string; title: string; mayWithdraw: boolean; mayRemove: boolean }

/** 撤下 leaves a notice at the address, 紧急删除 leaves nothing; each only for those who may. */
export const PostActions = ({ id, title, mayWithdraw, mayRemove }: Props) => {
  const { i18n } = useTranslation()
  const { say, nameOf, language } = speaker(i18n.language)
  const router = useRouter()
  const [action, setAction] = useState<'withdraw' | 'remove' | null>(null)
  const [text, setText] = useState('')
  const [isSure, setSure] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [reasons, setReasons] = useState<ReasonGiven[]>([])

  const open = (chosen: 'withdraw' | 'remove') => {
    setText('')
    setSure(false)
    setReasons([])
    setAction(chosen)
  }
  const confirm = async () => {
    if (!action) return
    setBusy(true)
    const answer = await callApi({
      path: `/posts/${id}/${action}`,
      language,
      body: action === 'withdraw' ? { explanation: text.trim() } : { reason: text.trim() },
    })
    setBusy(false)
    if (!answer.ok) {
      setReasons(answer.reasons)
      return
    }
    toast.success(
      action === 'withdraw'
        ? say('已撤下，网页改为说明。', 'Withdrawn; the page is now a notice.')
        : say('已从网站删除。', 'Removed from the site.'),
    )
    setAction(null)
    router.refresh()
  }

  if (!mayWithdraw && !mayRemove) {
    return (
      <p className="ba-actions__silence">
        {say(
          '上网信息由审批流程写入；修改请编辑稿件并重新提交审批。',
          'Posts are written by the approval; to change one, edit its manuscript and submit it again.',
        )}
      </p>
    )
  }
  return (
    <section className="ba-actions" aria-label={say('办理', 'Actions')}>
      <div className="ba-actions__buttons">
        {mayWithdraw ? (
          <button className="ba-button" type="button" onClick={() => open('withdraw')}>
            {nameOf(ACTIONS.withdraw)}
          </button>
        ) : null}
        {mayRemove ? (
          <button
            className="ba-button ba-button--grave"
            type="button"
            onClick={() => open('remove')}
          >
            {nameOf(ACTIONS.remove)}
          </button>
        ) : null}
      </div>
      {action ? (
        <Dialog
          title={`${nameOf(ACTIONS[action])}：${title}`}
          confirm={isBusy ? say('正在办理…', 'Working…') : nameOf(ACTIONS[action])}
          cancel={say('取消', 'Cancel')}
          isGrave={action === 'remove'}
          isBusy={isBusy}
          onConfirm={confirm}
          onClose={() => setAction(null)}
        >
          <Reasons title={say('没有办成：', 'Not done:')} reasons={reasons} />
          <p className="ba-dialog__consequence">
            {action === 'withdraw'
              ? say(
                  '撤下后网址保留，网页改为下面的说明；修订稿件并重新审批可以恢复。',
                  'The address stays and shows the explanation below; a revision brings the text back.',
                )
              : say(
                  '用于泄密等紧急情况：网页及其文件立即从网站清除，不能恢复，稿件不能再次提交。',
                  'For leaks: the page and its files are gone at once and for good; the manuscript takes no more submits.',
                )}
          </p>
          <TextBox
            label={
              action === 'withdraw'
                ? say('向公众说明的原因', 'Explanation for the public')
                : say('删除原因（记入发布记录，不公开）', 'Reason (kept in the record, not public)')
            }
            value={text}
            onChange={setText}
            isRequired
          />
          {action === 'remove' ? (
            <Tick
              label={say('我确认立即删除，并知道不能恢复。', 'Remove it now; I know it is final.')}
              isTicked={isSure}
              onChange={setSure}
              isRequired
            />
          ) : null}
        </Dialog>
      ) : null}
    </section>
  )
}
