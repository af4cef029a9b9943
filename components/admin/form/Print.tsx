'use client'
import { useTranslation } from '@payloadcms/ui'
import { speaker } from '../speaker'

/** 第十二条(二): the form with all its signatures, on paper. */
export const Print = () => {
  const { i18n } = useTranslation()
  const { say } = speaker(i18n.language)
  return (
    <button className="ba-button ba-button--small" type="button" onClick={() => window.print()}>
      {say('打印', 'Print')}
    </button>
  )
}
