import type { ArrayField, CollectionConfig, PayloadRequest } from 'payload'
import { accessOf } from '../../access/adapters'
import { wordsOf } from '../../access/refusal'
import { isCode } from '../content/codeField'
import { DAY, DAY_AND_TIME } from '../pickers'
import { markSiteChanged } from '../siteChanged'
import {
  COLUMN_TYPES,
  CONTRIBUTORS,
  LIST_KINDS,
  label,
  optionsOf,
  PILLARS,
  rowLabels,
} from '../words'
import { keepOwners } from './hooks/keepOwners'
import { movePaths } from './hooks/movePaths'
import { setPath } from './hooks/setPath'

const termRows = (name: string, zh: string, en: string): ArrayField => ({
  name,
  type: 'array',
  maxRows: 200,
  label: label(zh, en),
  labels: rowLabels(zh, en),
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'department',
          type: 'relationship',
          relationTo: 'departments',
          required: true,
          label: label('部门', 'Department'),
        },
        { name: 'from', type: 'date', required: true, label: label('自', 'From'), admin: DAY },
        { name: 'to', type: 'date', label: label('至', 'To'), admin: DAY_AND_TIME },
      ],
    },
  ],
})

export const Columns: CollectionConfig = {
  slug: 'columns',
  labels: { singular: label('栏目', 'Column'), plural: label('栏目', 'Columns') },
  access: accessOf('columns'),
  admin: {
    useAsTitle: 'name',
    group: label('网站管理', 'Site'),
    defaultColumns: ['name', 'path', 'pillar', 'route', 'closedOn'],
    listSearchableFields: ['name', 'path'],
  },
  defaultSort: 'order',
  disableDuplicate: true,
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', required: true, maxLength: 50, label: label('名称', 'Name') },
        {
          name: 'code',
          type: 'text',
          required: true,
          label: label('代码', 'Code'),
          validate: (value: unknown, { req }: { req: PayloadRequest }) =>
            (isCode(value) && value !== 'archive') ||
            wordsOf('column-code-format', req.i18n?.language),
        },
      ],
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'columns',
      label: label('上级栏目', 'Parent'),
    },
    {
      name: 'path',
      type: 'text',
      unique: true,
      index: true,
      label: label('路径', 'Path'),
      admin: { readOnly: true },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'pillar',
          type: 'select',
          required: true,
          options: optionsOf(PILLARS),
          label: label('所属板块（第四条）', 'Pillar'),
        },
        {
          // Text, not select: the values are Chinese, which GraphQL takes for no name of an enum.
          name: 'columnType',
          type: 'text',
          required: true,
          label: label('国家标准栏目类型', 'Column type'),
          validate: (value: unknown, { req }: { req: PayloadRequest }) =>
            COLUMN_TYPES.some((type) => type === value) ||
            `${wordsOf('column-type', req.i18n?.language)} ${COLUMN_TYPES.join('、')}`,
          admin: { components: { Field: '/components/admin/fields/ColumnType#ColumnType' } },
        },
        {
          name: 'listKind',
          type: 'select',
          required: true,
          defaultValue: 'news',
          options: optionsOf(LIST_KINDS),
          label: label('版式', 'List kind'),
        },
      ],
    },
    {
      name: 'description',
      type: 'textarea',
      maxLength: 500,
      label: label('栏目说明', 'Description'),
    },
    { name: 'keywords', type: 'text', maxLength: 200, label: label('关键词', 'Keywords') },
    {
      name: 'route',
      type: 'select',
      required: true,
      defaultValue: 'department',
      options: [
        { value: 'department', label: label('部门审批', 'Department') },
        { value: 'bureau', label: label('局级审批', 'Bureau') },
      ],
      label: label('审批流程', 'Route'),
    },
    termRows('owners', '主办部门', 'Owners'),
    {
      name: 'contributors',
      type: 'select',
      required: true,
      defaultValue: 'none',
      options: optionsOf(CONTRIBUTORS),
      label: label('供稿范围', 'Contributors'),
      admin: { condition: (data) => data?.route === 'bureau' },
    },
    {
      ...termRows('contributingDepartments', '供稿部门', 'Contributing departments'),
      admin: { condition: (data) => data?.contributors === 'listed' },
    },
    {
      name: 'requirements',
      type: 'textarea',
      maxLength: 2000,
      label: label('内容要求', 'Requirements'),
    },
    { name: 'updateRule', type: 'text', maxLength: 200, label: label('更新要求', 'Update rule') },
    {
      type: 'row',
      fields: [
        {
          name: 'freshnessDays',
          type: 'number',
          min: 1,
          max: 3650,
          label: label('更新期限（天）', 'Freshness in days'),
        },
        { name: 'order', type: 'number', defaultValue: 100, label: label('排序', 'Order') },
        {
          name: 'closedOn',
          type: 'date',
          label: label('关闭日期', 'Closed on'),
          admin: DAY_AND_TIME,
        },
      ],
    },
  ],
  hooks: { beforeChange: [setPath, keepOwners], afterChange: [movePaths, markSiteChanged] },
}
