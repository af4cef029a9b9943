import type { PayloadRequest, TextField } from 'payload'
import { wordsOf } from '../../access/refusal'
import { label } from '../words'

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** True for one lower-case URL segment. */
export const isCode = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 40 && CODE.test(value)

/** A code that becomes one segment of a URL; unique in its collection. */
export const CODE_FIELD: TextField = {
  name: 'code',
  type: 'text',
  required: true,
  unique: true,
  index: true,
  label: label('代码', 'Code'),
  admin: { description: label('用于网址：小写字母、数字、连字符', 'Part of the URL') },
  validate: (value: unknown, { req }: { req: PayloadRequest }) =>
    isCode(value) || wordsOf('code-format', req.i18n?.language),
}
