'use client'
import { SelectInput, useField, useTranslation } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import { COLUMN_TYPES } from '../../../collections/words'
import { speaker } from '../speaker'

const OPTIONS = COLUMN_TYPES.map((type) => ({ label: type, value: type }))

/** 国家标准栏目类型: stored as text, chosen from the national list. */
export const ColumnType = ({ field, path, readOnly }: TextFieldClientProps) => {
  const { i18n } = useTranslation()
  const { say } = speaker(i18n.language)
  const { value, setValue, showError } = useField<string>({ path })
  return (
    <SelectInput
      path={path}
      name={field.name}
      label={say('国家标准栏目类型', 'Column type')}
      options={OPTIONS}
      required
      isClearable={false}
      readOnly={readOnly}
      showError={showError}
      value={value ?? ''}
      onChange={(option) => {
        if (option && !Array.isArray(option)) setValue(option.value)
      }}
    />
  )
}
