import type { CollectionConfig, Field } from 'payload'
import { accessOf, byRule } from '../../access/adapters'
import { personOf } from '../../access/person'
import { readVersions } from '../../access/rules'
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
import { DAY } from '../pickers'
import { label, rowLabels } from '../words'
import { fillableColumns } from './fillableColumns'
import { checkManuscript } from './hooks/checkManuscript'
import { keepOriginals } from './hooks/keepOriginals'
import { noteRestore } from './hooks/noteRestore'
import { setManuscriptFacts } from './hooks/setManuscriptFacts'

const fileFields: Field[] = [
  {
    name: 'images',
    type: 'upload',
    relationTo: 'media',
    hasMany: true,
    maxRows: 100,
    label: label('图片', 'Pictures'),
    filterOptions: { mimeType: { contains: 'image/' } },
  },
  {
    name: 'attachments',
    type: 'array',
    maxRows: 300,
    label: label('附件', 'Attachments'),
    labels: rowLabels('附件', 'attachment'),
    fields: [
      {
        name: 'file',
        type: 'upload',
        relationTo: 'media',
        required: true,
        label: label('文件', 'File'),
      },
      { name: 'title', type: 'text', maxLength: 200, label: label('名称', 'Title') },
    ],
  },
]

const keepingFields: Field[] = [
  {
    name: 'originals',
    type: 'upload',
    relationTo: 'media',
    hasMany: true,
    maxRows: 300,
    label: label('原始资料（只增不减，不公开）', 'Originals'),
  },
  { name: 'officialDocument', type: 'checkbox', label: label('公文类', 'Official document') },
  {
    name: 'archived',
    type: 'group',
    label: label('归档', 'Archived'),
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'fileNumber', type: 'text', maxLength: 100, label: label('档号', 'File number') },
          { name: 'on', type: 'date', label: label('归档日期', 'On'), admin: DAY },
          { name: 'by', type: 'relationship', relationTo: 'users', label: label('归档人', 'By') },
        ],
      },
    ],
  },
]

/** Written by the server: beside the text, and nothing to see before the first save. */
const SIDE = {
  readOnly: true,
  position: 'sidebar',
  allowCreate: false,
  allowEdit: false,
  condition: (data: { id?: unknown }) => Boolean(data?.id),
} as const

const serverFields: Field[] = [
  {
    name: 'department',
    type: 'relationship',
    relationTo: 'departments',
    index: true,
    label: label('部门', 'Department'),
    admin: SIDE,
  },
  {
    name: 'createdBy',
    type: 'relationship',
    relationTo: 'users',
    index: true,
    label: label('撰写人', 'Created by'),
    admin: SIDE,
  },
  {
    name: 'lastEditedBy',
    type: 'relationship',
    relationTo: 'users',
    label: label('最后修改人', 'Last edited by'),
    admin: SIDE,
  },
  {
    name: 'discarded',
    type: 'checkbox',
    defaultValue: false,
    index: true,
    label: label('已废弃', 'Discarded'),
    admin: { hidden: true },
  },
  {
    name: 'sealed',
    type: 'checkbox',
    defaultValue: false,
    index: true,
    label: label('封存', 'Sealed'),
    admin: { hidden: true },
  },
]

export const Manuscripts: CollectionConfig = {
  slug: 'manuscripts',
  labels: { singular: label('稿件', 'Manuscript'), plural: label('稿件', 'Manuscripts') },
  access: { ...accessOf('manuscripts'), readVersions: byRule(readVersions) },
  admin: {
    useAsTitle: 'title',
    group: label('稿件', 'Manuscripts'),
    defaultColumns: ['title', 'column', 'kind', 'createdBy', 'updatedAt'],
    listSearchableFields: ['title'],
    baseFilter: ({ req }) => ({
      discarded: req.query.discarded === '1' ? { equals: true } : { not_equals: true },
    }),
    components: {
      Description: '/components/admin/manuscript/ManuscriptStatus#ManuscriptStatus',
      beforeListTable: ['/components/admin/manuscript/ListSwitch#ListSwitch'],
      edit: {
        beforeDocumentControls: [
          '/components/admin/manuscript/ManuscriptControls#ManuscriptControls',
        ],
      },
      views: {
        edit: {
          default: { Component: '/components/admin/manuscript/ManuscriptView#ManuscriptView' },
        },
      },
    },
  },
  defaultSort: '-updatedAt',
  disableDuplicate: true,
  fields: [
    ...headFields.map((field) =>
      'name' in field && field.name === 'title' ? { ...field, required: true } : field,
    ),
    {
      type: 'row',
      fields: [
        {
          name: 'column',
          type: 'relationship',
          relationTo: 'columns',
          required: true,
          index: true,
          label: label('栏目', 'Column'),
          filterOptions: ({ req }) => fillableColumns(personOf(req.user)),
          admin: { allowCreate: false, allowEdit: false },
        },
        kindField,
      ],
    },
    {
      type: 'tabs',
      tabs: [
        { label: label('正文', 'Text'), fields: [...textFields, ...fileFields] },
        {
          label: label('来源与署名', 'Source and credits'),
          fields: [sourceField, providersField, ...creditFields, bulletinField],
        },
        {
          label: label('专项要素', 'Particulars'),
          fields: [policyField, interpretsField, guideField, topicsField, importedField],
        },
        { label: label('英文版', 'English'), fields: [englishField] },
        { label: label('资料与归档', 'Originals'), fields: keepingFields },
      ],
    },
    ...serverFields,
  ],
  hooks: {
    beforeOperation: [noteRestore],
    beforeChange: [setManuscriptFacts, keepOriginals, checkManuscript],
  },
  indexes: [
    { fields: ['department', 'updatedAt'] },
    { fields: ['column', 'updatedAt'] },
    // What the list of a department counts: without it every row is read, its whole text included.
    { fields: ['department', 'sealed', 'discarded'] },
  ],
  lockDocuments: { duration: 300 },
  versions: { maxPerDoc: 0, drafts: false },
}
