import type { CollectionConfig } from 'payload'
import { accessOf } from '../../access/adapters'
import { PERSONAL_INFORMATION, ROUTES, STATES, STEPS } from '../../access/steps'
import { DAY_AND_TIME } from '../pickers'
import { label, optionsOf } from '../words'
import { guardRefusedQueries } from './hooks/guardRefusedQueries'
import { redactRefused } from './hooks/redactRefused'

/** Payload allows a text 40,000 characters unless told; a law of 1,000 articles has more. */
const SNAPSHOT_LENGTH = 40_000_000

const STATEMENTS = {
  clear: { zh: '不涉密', en: 'Clear' },
  doubt: { zh: '不能确认', en: 'In doubt' },
} as const

/**
 * 信息发布申请表: one row with everything that changes together in its own table: `entries`, `steps`, `writers` and the
 * snapshot are json or text, so that a compare-and-swap on `rev` covers them all. Written by the workflow only.
 */
export const ApplicationForms: CollectionConfig = {
  slug: 'application-forms',
  labels: {
    singular: label('申请表', 'Application form'),
    plural: label('申请表', 'Application forms'),
  },
  access: accessOf('application-forms'),
  admin: {
    useAsTitle: 'number',
    group: label('稿件', 'Manuscripts'),
    defaultColumns: ['number', 'title', 'department', 'column', 'state', 'step', 'submittedAt'],
    listSearchableFields: ['number'],
    components: {
      views: { edit: { root: { Component: '/components/admin/form/FormView#FormView' } } },
    },
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  lockDocuments: false,
  // Who selects other fields must not get past `redactRefused`.
  forceSelect: { state: true, sealed: true },
  fields: [
    { name: 'number', type: 'text', unique: true, index: true, label: label('编号', 'Number') },
    { name: 'title', type: 'text', label: label('标题', 'Title') },
    {
      name: 'manuscript',
      type: 'relationship',
      relationTo: 'manuscripts',
      index: true,
      label: label('稿件', 'Manuscript'),
    },
    {
      name: 'post',
      type: 'relationship',
      relationTo: 'posts',
      index: true,
      label: label('上网信息', 'Post'),
    },
    {
      name: 'route',
      type: 'select',
      options: optionsOf(ROUTES),
      label: label('审批流程', 'Route'),
    },
    { name: 'steps', type: 'json', admin: { hidden: true } },
    { name: 'step', type: 'select', options: optionsOf(STEPS), label: label('环节', 'Step') },
    { name: 'state', type: 'select', options: optionsOf(STATES), label: label('状态', 'State') },
    { name: 'heldFrom', type: 'text', admin: { hidden: true } },
    { name: 'rev', type: 'number', label: label('版本', 'Revision') },
    { name: 'snapshot', type: 'textarea', maxLength: SNAPSHOT_LENGTH, admin: { hidden: true } },
    { name: 'contentHash', type: 'text', index: true, label: label('内容校验值', 'Content hash') },
    { name: 'entries', type: 'json', admin: { hidden: true } },
    { name: 'writers', type: 'json', admin: { hidden: true } },
    {
      name: 'applicant',
      type: 'relationship',
      relationTo: 'users',
      label: label('申请人', 'Applicant'),
    },
    {
      name: 'department',
      type: 'relationship',
      relationTo: 'departments',
      index: true,
      label: label('申请部门', 'Department'),
    },
    { name: 'column', type: 'relationship', relationTo: 'columns', label: label('栏目', 'Column') },
    {
      name: 'secrecyStatement',
      type: 'select',
      options: optionsOf(STATEMENTS),
      label: label('保密自查', 'Secrecy statement'),
    },
    {
      name: 'personalInformation',
      type: 'select',
      options: optionsOf(PERSONAL_INFORMATION),
      label: label('个人信息', 'Personal information'),
    },
    {
      name: 'publishAt',
      type: 'date',
      index: true,
      label: label('定时发布', 'Publish at'),
      admin: DAY_AND_TIME,
    },
    {
      name: 'submittedAt',
      type: 'date',
      label: label('提交时间', 'Submitted at'),
      admin: DAY_AND_TIME,
    },
    {
      name: 'sealed',
      type: 'checkbox',
      defaultValue: false,
      label: label('封存', 'Sealed'),
      admin: { hidden: true },
    },
    { name: 'publishing', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
    { name: 'openKey', type: 'text', unique: true, index: true, admin: { hidden: true } },
  ],
  hooks: { beforeOperation: [guardRefusedQueries], afterRead: [redactRefused] },
  indexes: [{ fields: ['state', 'step', 'department'] }, { fields: ['manuscript', 'state'] }],
}
