'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi, type ReasonGiven } from '../parts/callApi'
import { Dialog } from '../parts/Dialog'
import { Reasons } from '../parts/Reasons'
import { speaker } from '../speaker'

/** 废弃 and 恢复: out of the lists, and back. Nothing is deleted. */
export const Discard = ({ id, isDiscarded }: { id: string; isDiscarded: boolean }) => {
  const { i18n } = useTranslation()
  const { say, language } = speaker(i18n.language)
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [reasons, setReasons] = useState<ReasonGiven[]>([])
  const name = isDiscarded ? say('恢复', 'Bring back') : say('废弃', 'Discard')

  const confirm = async () => {
    setBusy(true)
    const answer = await callApi({
      method: 'PATCH',
      path: `/manuscripts/${id}`,
      language,
      body: { discarded: !isDiscarded },
    })
    setBusy(false)
    if (!answer.ok) {
      setReasons(answer.reasons)
      return
    }
    setOpen(false)
    toast.success(
      isDiscarded
        ? say('稿件已恢复。', 'The manuscript is back.')
        : say('稿件已废弃，可以随时恢复。', 'The manuscript is discarded; it can be brought back.'),
    )
    if (isDiscarded) router.refresh()
    else router.push('/admin/collections/manuscripts')
  }

  return (
    <>
      <button
        className="ba-button ba-button--small"
        type="button"
        onClick={() => {
          setReasons([])
          setOpen(true)
        }}
      >
        {name}
      </button>
      {isOpen ? (
        <Dialog
          title={say(`${name}稿件`, `${name} the manuscript`)}
          confirm={name}
          cancel={say('取消', 'Cancel')}
          isBusy={isBusy}
          onConfirm={confirm}
          onClose={() => setOpen(false)}
        >
          <Reasons title={say('没有办成：', 'Not done:')} reasons={reasons} />
          <p className="ba-dialog__consequence">
            {isDiscarded
              ? say(
                  '恢复后稿件重新出现在列表中，可以继续编辑。',
                  'The manuscript returns to the list and can be edited.',
                )
              : say(
                  '废弃的稿件不再出现在列表中，内容保留，可以在“已废弃”中恢复。没有保存的修改不会保留。',
                  'A discarded manuscript leaves the list. It is kept and can be brought back; unsaved changes are lost.',
                )}
          </p>
        </Dialog>
      ) : null}
    </>
  )
}
