'use client'
import { useFormFields, useFormModified, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { isRecord } from '../../../collections/gate/values'
import { callApi } from '../parts/callApi'
import { speaker } from '../speaker'
import { SubmitDialog } from './SubmitDialog'

/** True when the column's own route is the department's, so that the Office can be asked instead. */
const takesBureau = async (column: unknown) => {
  if (typeof column !== 'string') return false
  const path = `/columns/${column}?depth=0&select[route]=true`
  const answer = await callApi({ method: 'GET', path, language: 'zh' })
  return answer.ok && isRecord(answer.body) && answer.body.route === 'department'
}

/** 提交审批: what is handed in is what is saved, so unsaved changes come first. */
export const Submit = ({ id }: { id: string }) => {
  const { i18n } = useTranslation()
  const { say } = speaker(i18n.language)
  const isModified = useFormModified()
  const column = useFormFields(([fields]) => fields.column?.value)
  const [mayAskOffice, setMayAskOffice] = useState<boolean | null>(null)
  const hint = useId()
  const open = async () => setMayAskOffice(await takesBureau(column))
  return (
    <>
      {isModified ? (
        <span className="ba-controls__hint" id={hint}>
          {say('有未保存的修改，保存后可提交。', 'Save your changes to submit.')}
        </span>
      ) : null}
      <button
        className="ba-button ba-button--submit"
        type="button"
        disabled={isModified}
        aria-describedby={isModified ? hint : undefined}
        onClick={open}
      >
        {say('提交审批', 'Submit')}
      </button>
      {mayAskOffice === null ? null : (
        <SubmitDialog id={id} mayAskOffice={mayAskOffice} onClose={() => setMayAskOffice(null)} />
      )}
    </>
  )
}
