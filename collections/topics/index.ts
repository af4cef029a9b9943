import type { CollectionConfig } from 'payload'
import { accessOf } from '../../access/adapters'
import { CODE_FIELD } from '../content/codeField'
import { DAY } from '../pickers'
import { label } from '../words'

export const Topics: CollectionConfig = {
  slug: 'topics',
  labels: { singular: label('专题', 'Topic'), plural: label('专题', 'Topics') },
  access: accessOf('topics'),
  admin: { useAsTitle: 'title', group: label('网站管理', 'Site') },
  disableDuplicate: true,
  fields: [
    CODE_FIELD,
    { name: 'title', type: 'text', required: true, maxLength: 100, label: label('名称', 'Title') },
    { name: 'summary', type: 'textarea', maxLength: 1000, label: label('简介', 'Summary') },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'departments',
      label: label('主办部门', 'Owner'),
    },
    { name: 'picture', type: 'upload', relationTo: 'media', label: label('图片', 'Picture') },
    { name: 'order', type: 'number', defaultValue: 100, label: label('排序', 'Order') },
    { name: 'closedOn', type: 'date', label: label('关闭日期', 'Closed on'), admin: DAY },
  ],
}
