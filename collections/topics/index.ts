import type { CollectionConfig } from 'payload'
import { accessOf } from '../../access/adapters'
import { CODE_FIELD } from '../content/codeField'
import { embedPicture } from '../media/hooks/embedPicture'
import { DAY } from '../pickers'
import { markSiteChanged } from '../siteChanged'
import { label } from '../words'

/** 专题: posts of many columns on one matter. Kept by the Office; authors name the topics of their manuscripts. */
export const Topics: CollectionConfig = {
  slug: 'topics',
  labels: { singular: label('专题', 'Topic'), plural: label('专题', 'Topics') },
  access: accessOf('topics'),
  admin: {
    useAsTitle: 'title',
    group: label('网站管理', 'Site'),
    defaultColumns: ['title', 'code', 'owner', 'order', 'closedOn'],
    listSearchableFields: ['title', 'code'],
  },
  defaultSort: 'order',
  disableDuplicate: true,
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'title',
          type: 'text',
          required: true,
          maxLength: 100,
          label: label('名称', 'Title'),
        },
        CODE_FIELD,
      ],
    },
    { name: 'summary', type: 'textarea', maxLength: 1000, label: label('简介', 'Summary') },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'departments',
      label: label('主办部门', 'Owner'),
    },
    {
      name: 'picture',
      type: 'upload',
      relationTo: 'media',
      label: label('图片', 'Picture'),
      admin: { description: label('由办公室上传', 'Uploaded by the Office') },
    },
    {
      type: 'row',
      fields: [
        { name: 'order', type: 'number', defaultValue: 100, label: label('排序', 'Order') },
        { name: 'closedOn', type: 'date', label: label('关闭日期', 'Closed on'), admin: DAY },
      ],
    },
    { name: 'file', type: 'json', admin: { hidden: true } },
  ],
  hooks: { beforeChange: [embedPicture], afterChange: [markSiteChanged] },
}
