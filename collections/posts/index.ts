import type { CollectionConfig, Field } from 'payload'
import { accessOf, fieldByRule } from '../../access/adapters'
import { isStaff } from '../../access/rules'
import { POST_STATES } from '../../access/steps'
import {
  bulletinField,
  creditFields,
  englishField,
  guideField,
  headFields,
  importedField,
  interpretsField,
  kindField,
  policyField,
  providersField,
  sourceField,
  textFields,
  topicsField,
} from '../content/fields'
import { DAY_AND_TIME } from '../pickers'
import { markPostChanged } from '../siteChanged'
import { DELIVERY_STATES, label, optionsOf } from '../words'

const staffOnly = { read: fieldByRule(isStaff) }

const publicFacts: Field[] = [
  { name: 'number', type: 'number', unique: true, index: true, label: label('编号', 'Number') },
  { name: 'path', type: 'text', index: true, label: label('网址', 'Path') },
  { name: 'state', type: 'select', options: optionsOf(POST_STATES), label: label('状态', 'State') },
  {
    name: 'column',
    type: 'relationship',
    relationTo: 'columns',
    index: true,
    label: label('栏目', 'Column'),
  },
  {
    name: 'department',
    type: 'relationship',
    relationTo: 'departments',
    index: true,
    label: label('部门', 'Department'),
  },
  { name: 'columnSeq', type: 'number', label: label('栏目内序号', 'Number in the column') },
  {
    name: 'publishedAt',
    type: 'date',
    index: true,
    label: label('发布时间', 'Published at'),
    admin: DAY_AND_TIME,
  },
  { name: 'revisedAt', type: 'date', label: label('修订时间', 'Revised at') },
  { name: 'revision', type: 'number', label: label('修订次数', 'Revision') },
  { name: 'migrated', type: 'checkbox', label: label('历史信息迁移', 'Migrated') },
  // Kept when the post is withdrawn: its English page becomes a notice too.
  { name: 'inEnglish', type: 'checkbox', label: label('有英文版', 'In English') },
  {
    name: 'related',
    type: 'relationship',
    relationTo: 'posts',
    hasMany: true,
    index: true,
    // Posts that name posts that name posts would come with every list.
    maxDepth: 0,
    // GraphQL does not heed that: one step is within what a question may cost, a second is not.
    graphQL: { complexity: 600 },
    label: label('相关信息', 'Related'),
  },
  {
    name: 'withdrawal',
    type: 'group',
    label: label('撤下说明', 'Withdrawal'),
    fields: [
      { name: 'explanation', type: 'textarea', label: label('说明', 'Explanation') },
      { name: 'at', type: 'date', label: label('时间', 'At') },
      { name: 'by', type: 'text', access: staffOnly, label: label('经办人', 'By') },
    ],
  },
]

const embeddedFiles: Field[] = [
  { name: 'files', type: 'json', admin: { hidden: true } },
  { name: 'images', type: 'json', admin: { hidden: true } },
  { name: 'attachments', type: 'json', admin: { hidden: true } },
]

const staffFields: Field[] = [
  { name: 'contentHash', type: 'text', label: label('内容校验值', 'Content hash') },
  {
    name: 'form',
    type: 'relationship',
    relationTo: 'application-forms',
    access: staffOnly,
    label: label('申请表', 'Form'),
  },
  {
    name: 'manuscriptKey',
    type: 'text',
    unique: true,
    index: true,
    access: { read: () => false },
    admin: { hidden: true },
  },
  { name: 'columnSeqs', type: 'json', access: { read: () => false }, admin: { hidden: true } },
  {
    name: 'delivery',
    type: 'group',
    access: staffOnly,
    label: label('生成情况', 'Delivery'),
    fields: [
      {
        name: 'state',
        type: 'select',
        index: true,
        options: optionsOf(DELIVERY_STATES),
        label: label('状态', 'State'),
      },
      { name: 'seq', type: 'number', admin: { hidden: true } },
      { name: 'at', type: 'date', label: label('时间', 'At') },
      { name: 'error', type: 'textarea', label: label('错误', 'Error') },
      { name: 'attempts', type: 'number', label: label('重试次数', 'Attempts') },
      { name: 'provenAt', type: 'date', label: label('核验时间', 'Proven at') },
      { name: 'before', type: 'json', admin: { hidden: true } },
    ],
  },
]

/** 上网信息: what the public reads. Written by the workflow only; the row is also the generator's outbox (`delivery`). */
export const Posts: CollectionConfig = {
  slug: 'posts',
  labels: { singular: label('上网信息', 'Post'), plural: label('上网信息', 'Posts') },
  access: accessOf('posts'),
  admin: {
    useAsTitle: 'title',
    group: label('稿件', 'Manuscripts'),
    defaultColumns: ['number', 'title', 'column', 'state', 'publishedAt'],
    listSearchableFields: ['title'],
    components: {
      views: { edit: { root: { Component: '/components/admin/post/PostView#PostView' } } },
    },
  },
  defaultSort: '-publishedAt',
  disableDuplicate: true,
  lockDocuments: false,
  hooks: { afterChange: [markPostChanged] },
  fields: [
    ...publicFacts,
    ...headFields,
    kindField,
    ...textFields,
    ...embeddedFiles,
    sourceField,
    providersField,
    ...creditFields,
    bulletinField,
    policyField,
    interpretsField,
    guideField,
    topicsField,
    importedField,
    englishField,
    ...staffFields,
  ],
  indexes: [
    { fields: ['column', 'state', 'publishedAt'] },
    { fields: ['column', 'columnSeq'] },
    { fields: ['state', 'publishedAt'] },
    { fields: ['department', 'state', 'publishedAt'] },
    // The public may see two states: without an order that holds over both, every row of a column is read to find the newest.
    { fields: ['column', 'publishedAt'] },
    { fields: ['department', 'publishedAt'] },
    { fields: ['inEnglish', 'publishedAt'] },
  ],
}
