'use client'
import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { isRecord } from '../../../collections/gate/values'
import { type FieldPlace, fieldPlace } from './fieldPlace'

/** Finds a manuscript's field by its path, named in the person's language. */
export const useFieldPlace = () => {
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const translate = (label: unknown) => {
    if (typeof label === 'string') return label
    if (!isRecord(label)) return ''
    const words = Object.entries(label).flatMap(([language, word]) =>
      typeof word === 'string' ? [[language, word] as const] : [],
    )
    return getTranslation(Object.fromEntries(words), i18n)
  }
  return (path: string): FieldPlace | null =>
    fieldPlace({
      fields: getEntityConfig({ collectionSlug: 'manuscripts' })?.fields,
      path,
      translate,
    })
}
