import type { CollectionConfig } from 'payload'
import { accessOf } from '../../access/adapters'
import { DAY_AND_TIME } from '../pickers'
import { label, optionsOf, RECORD_EVENTS } from '../words'

/** 发布记录 (第十一条(一)): append-only and hash-chained; names and numbers as they were, not relations. */
export const PublicationRecords: CollectionConfig = {
  slug: 'publication-records',
  labels: {
    singular: label('发布记录', 'Publication record'),
    plural: label('发布记录', 'Publication records'),
  },
  access: accessOf('publication-records'),
  admin: {
    useAsTitle: 'seq',
    group: label('监督', 'Supervision'),
    defaultColumns: ['seq', 'event', 'number', 'title', 'by', 'at'],
  },
  defaultSort: '-seq',
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'seq', type: 'number', unique: true, index: true, label: label('序号', 'Sequence') },
    { name: 'recordVersion', type: 'number', label: label('记录格式', 'Record version') },
    { name: 'key', type: 'text', unique: true, index: true, admin: { hidden: true } },
    {
      name: 'event',
      type: 'select',
      options: optionsOf(RECORD_EVENTS),
      label: label('事项', 'Event'),
    },
    { name: 'post', type: 'text', index: true, label: label('上网信息', 'Post') },
    { name: 'number', type: 'number', label: label('编号', 'Number') },
    { name: 'formNumber', type: 'text', label: label('申请表编号', 'Form number') },
    { name: 'title', type: 'text', label: label('标题', 'Title') },
    { name: 'titleHash', type: 'text', label: label('标题校验值', 'Title hash') },
    { name: 'column', type: 'text', label: label('栏目', 'Column') },
    { name: 'department', type: 'text', label: label('部门', 'Department') },
    { name: 'providers', type: 'json', admin: { hidden: true } },
    { name: 'signers', type: 'json', admin: { hidden: true } },
    { name: 'reason', type: 'textarea', label: label('原因', 'Reason') },
    { name: 'path', type: 'text', label: label('网址', 'Path') },
    { name: 'hash', type: 'text', label: label('内容校验值', 'Content hash') },
    { name: 'by', type: 'text', label: label('经办人', 'By') },
    { name: 'at', type: 'date', label: label('时间', 'At'), admin: DAY_AND_TIME },
    { name: 'previousHash', type: 'text', label: label('上一记录校验值', 'Previous hash') },
    { name: 'recordHash', type: 'text', label: label('本记录校验值', 'Record hash') },
  ],
}
