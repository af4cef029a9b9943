import type { Field } from 'payload'
import { DAY, DAY_AND_TIME } from '../pickers'
import { textEditor } from '../richText/editor'
import { KINDS, label, optionsOf, SOURCE_TYPES, VALIDITIES } from '../words'

/**
 * The fields of a text that both the manuscript and its post have: everything that is rendered and signed.
 * Another rendered field means another snapshot schema (`workflow/snapshot.ts`).
 */
export const headFields: Field[] = [
  { name: 'title', type: 'text', label: label('标题', 'Title'), maxLength: 200 },
  { name: 'subtitle', type: 'text', label: label('副标题', 'Subtitle'), maxLength: 200 },
]

export const kindField: Field = {
  name: 'kind',
  type: 'select',
  label: label('信息类别', 'Kind'),
  options: optionsOf(KINDS),
  index: true,
}

export const textFields: Field[] = [
  { name: 'summary', type: 'textarea', label: label('摘要', 'Summary'), maxLength: 1000 },
  { name: 'body', type: 'richText', label: label('正文', 'Text'), editor: textEditor },
]

export const sourceField: Field = {
  name: 'source',
  type: 'group',
  label: label('信息来源', 'Source'),
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'type',
          type: 'select',
          label: label('来源类型', 'Kind of source'),
          options: optionsOf(SOURCE_TYPES),
        },
        { name: 'name', type: 'text', label: label('来源名称', 'Name'), maxLength: 200 },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'url', type: 'text', label: label('原文网址', 'Address'), maxLength: 2000 },
        {
          name: 'publishedAt',
          type: 'date',
          label: label('原文发布时间', 'Published at'),
          admin: DAY_AND_TIME,
        },
      ],
    },
  ],
}

export const creditFields: Field[] = [
  {
    type: 'row',
    fields: [
      { name: 'authors', type: 'text', label: label('撰稿人', 'Authors'), maxLength: 200 },
      { name: 'photographer', type: 'text', label: label('摄影', 'Photographer'), maxLength: 200 },
    ],
  },
  {
    name: 'eventDate',
    type: 'date',
    label: label('事项发生日期', 'Date of the event'),
    admin: DAY,
  },
]

const day = (name: string, zh: string, en: string): Field => ({
  name,
  type: 'date',
  label: label(zh, en),
  admin: DAY,
})

const line = (name: string, zh: string, en: string): Field => ({
  name,
  type: 'text',
  label: label(zh, en),
  maxLength: 200,
})

const lines = (name: string, zh: string, en: string): Field => ({
  name,
  type: 'textarea',
  label: label(zh, en),
  maxLength: 4000,
})

export const bulletinField: Field = {
  name: 'bulletin',
  type: 'group',
  label: label('刊发情况', 'Bulletin'),
  fields: [
    {
      type: 'row',
      fields: [
        line('publication', '刊物', 'Publication'),
        { name: 'year', type: 'number', label: label('年份', 'Year'), min: 1949, max: 2200 },
        { name: 'issue', type: 'number', label: label('期号', 'Issue'), min: 1, max: 10000 },
      ],
    },
  ],
}

export const policyField: Field = {
  name: 'policy',
  type: 'group',
  label: label('政策文件要素', 'Policy'),
  admin: { condition: (data) => data?.kind === 'policy' },
  fields: [
    {
      type: 'row',
      fields: [line('docNumber', '发文字号', 'Number'), line('issuer', '发文机关', 'Issuer')],
    },
    {
      type: 'row',
      fields: [
        day('issuedOn', '成文日期', 'Issued on'),
        day('effectiveOn', '施行日期', 'Effective on'),
      ],
    },
    { type: 'row', fields: [line('topic', '主题分类', 'Topic'), line('genre', '体裁', 'Genre')] },
    {
      type: 'row',
      fields: [
        {
          name: 'validity',
          type: 'select',
          label: label('有效性', 'Validity'),
          options: optionsOf(VALIDITIES),
        },
        line('indexNumber', '索引号', 'Index number'),
      ],
    },
  ],
}

export const guideField: Field = {
  name: 'guide',
  type: 'group',
  label: label('办事指南要素', 'Service guide'),
  admin: { condition: (data) => data?.kind === 'guide' },
  fields: [
    lines('basis', '设定依据', 'Legal basis'),
    lines('conditions', '受理条件', 'Conditions'),
    lines('materials', '申请材料', 'Materials'),
    lines('procedure', '办理流程', 'Procedure'),
    lines('place', '办理地点', 'Place'),
    line('hours', '办理时间', 'Hours'),
    line('phone', '咨询电话', 'Phone'),
  ],
}

export const englishField: Field = {
  name: 'english',
  type: 'group',
  label: label('英文版', 'English'),
  fields: [
    line('title', '英文标题', 'Title'),
    { name: 'summary', type: 'textarea', label: label('英文摘要', 'Summary'), maxLength: 2000 },
    { name: 'body', type: 'richText', label: label('英文正文', 'Text'), editor: textEditor },
  ],
}

export const topicsField: Field = {
  name: 'topics',
  type: 'relationship',
  relationTo: 'topics',
  hasMany: true,
  index: true,
  maxRows: 20,
  label: label('专题', 'Topics'),
  admin: { allowCreate: false, allowEdit: false },
}

export const interpretsField: Field = {
  name: 'interprets',
  type: 'relationship',
  relationTo: 'posts',
  label: label('解读的政策文件', 'Interprets'),
  filterOptions: { kind: { equals: 'policy' }, state: { equals: 'live' } },
  admin: {
    allowCreate: false,
    allowEdit: false,
    condition: (data) => data?.kind === 'interpretation',
  },
}

/** 历史信息: where an imported text comes from; written by the import only. */
export const importedField: Field = {
  name: 'imported',
  type: 'group',
  label: label('历史信息', 'Imported'),
  admin: { readOnly: true, condition: (data) => Boolean(data?.imported?.key) },
  fields: [
    { name: 'key', type: 'text', label: label('导入标识', 'Key'), maxLength: 200, index: true },
    day('originalDate', '原发布日期', 'Original date'),
  ],
}

export const providersField: Field = {
  name: 'providers',
  type: 'relationship',
  relationTo: 'departments',
  hasMany: true,
  maxRows: 20,
  label: label('供稿单位', 'Providers'),
  admin: { allowCreate: false, allowEdit: false },
}
