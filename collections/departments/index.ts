import type { CollectionConfig } from 'payload'
import { accessOf } from '../../access/adapters'
import { CODE_FIELD } from '../content/codeField'
import { DAY } from '../pickers'
import { markSiteChanged } from '../siteChanged'
import { DEPARTMENT_KINDS, DEPARTMENT_MARKS, label, optionsOf, rowLabels } from '../words'
import { refuseSecondMark } from './hooks/refuseSecondMark'

export const Departments: CollectionConfig = {
  slug: 'departments',
  labels: { singular: label('部门', 'Department'), plural: label('部门', 'Departments') },
  access: accessOf('departments'),
  admin: {
    useAsTitle: 'name',
    group: label('网站管理', 'Site'),
    defaultColumns: ['name', 'code', 'kind', 'adminCheck', 'active'],
  },
  defaultPopulate: {
    code: true,
    name: true,
    shortName: true,
    kind: true,
    mark: true,
    active: true,
  },
  defaultSort: 'order',
  disableDuplicate: true,
  fields: [
    {
      type: 'row',
      fields: [
        CODE_FIELD,
        {
          name: 'name',
          type: 'text',
          required: true,
          maxLength: 100,
          label: label('名称', 'Name'),
        },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'shortName', type: 'text', maxLength: 50, label: label('简称', 'Short name') },
        { name: 'nameEn', type: 'text', maxLength: 200, label: label('英文名称', 'English name') },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          required: true,
          options: optionsOf(DEPARTMENT_KINDS),
          label: label('类别', 'Kind'),
        },
        {
          name: 'mark',
          type: 'select',
          required: true,
          defaultValue: 'none',
          options: optionsOf(DEPARTMENT_MARKS),
          label: label('特定部门', 'Mark'),
        },
      ],
    },
    { name: 'functions', type: 'textarea', maxLength: 4000, label: label('主要职责', 'Functions') },
    {
      name: 'leaders',
      type: 'array',
      maxRows: 30,
      label: label('部门负责人', 'Leaders'),
      labels: rowLabels('负责人', 'leader'),
      fields: [
        { name: 'name', type: 'text', required: true, maxLength: 50, label: label('姓名', 'Name') },
        { name: 'position', type: 'text', maxLength: 100, label: label('职务', 'Position') },
        { name: 'portfolio', type: 'textarea', maxLength: 1000, label: label('分工', 'Portfolio') },
        { name: 'portrait', type: 'upload', relationTo: 'media', label: label('照片', 'Portrait') },
        { name: 'order', type: 'number', label: label('排序', 'Order') },
      ],
    },
    {
      name: 'supervisor',
      type: 'relationship',
      relationTo: 'users',
      label: label('分管局领导', 'Supervisor'),
    },
    { name: 'address', type: 'text', maxLength: 200, label: label('地址', 'Address') },
    {
      type: 'row',
      fields: [
        { name: 'phone', type: 'text', maxLength: 100, label: label('电话', 'Phone') },
        { name: 'fax', type: 'text', maxLength: 100, label: label('传真', 'Fax') },
        { name: 'hours', type: 'text', maxLength: 200, label: label('办公时间', 'Hours') },
      ],
    },
    { name: 'order', type: 'number', defaultValue: 100, label: label('排序', 'Order') },
    {
      name: 'adminCheck',
      type: 'checkbox',
      defaultValue: false,
      label: label(
        '部门管理员先行审核（第十一条(二)）',
        'Checked by the department administrator first',
      ),
    },
    {
      name: 'quotas',
      type: 'array',
      maxRows: 50,
      label: label('每周信息量要求（第十条）', 'Weekly quota'),
      labels: rowLabels('要求', 'quota'),
      fields: [
        { name: 'perWeek', type: 'number', min: 0, max: 100, label: label('每周条数', 'Per week') },
        { name: 'from', type: 'date', label: label('自', 'From'), admin: DAY },
      ],
    },
    { name: 'active', type: 'checkbox', defaultValue: true, label: label('启用', 'Active') },
  ],
  hooks: { beforeChange: [refuseSecondMark], afterChange: [markSiteChanged] },
}
