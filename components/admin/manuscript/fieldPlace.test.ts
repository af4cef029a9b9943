import { describe, expect, it } from 'vitest'
import { fieldElementId, fieldPlace } from './fieldPlace'

const fields = [
  { name: 'title', type: 'text', label: '标题' },
  { type: 'row', fields: [{ name: 'column', type: 'relationship', label: '栏目' }] },
  {
    type: 'tabs',
    tabs: [
      { label: '正文', fields: [{ name: 'body', type: 'richText', label: '正文' }] },
      {
        label: '来源与署名',
        fields: [
          {
            name: 'source',
            type: 'group',
            label: '信息来源',
            fields: [{ type: 'row', fields: [{ name: 'name', type: 'text', label: '来源名称' }] }],
          },
        ],
      },
    ],
  },
]

const place = (path: string) =>
  fieldPlace({ fields, path, translate: (label) => (typeof label === 'string' ? label : '') })

describe('where a field stands', () => {
  it('is at the top, within rows too', () => {
    expect(place('title')).toEqual({ labels: ['标题'], tab: null })
    expect(place('column')).toEqual({ labels: ['栏目'], tab: null })
  })

  it('is behind a tab', () => {
    expect(place('body')).toEqual({ labels: ['正文'], tab: '正文' })
  })

  it('is in a group behind a tab, and the group itself for a part that is not on the page', () => {
    expect(place('source.name')).toEqual({ labels: ['信息来源', '来源名称'], tab: '来源与署名' })
    expect(place('source.colour')).toEqual({ labels: ['信息来源'], tab: '来源与署名' })
  })

  it('is nowhere for an unknown path', () => {
    expect(place('colour')).toBeNull()
    expect(fieldPlace({ fields: null, path: 'title', translate: String })).toBeNull()
  })

  it('has the id that Payload gives', () => {
    expect(fieldElementId('source.name')).toBe('field-source__name')
  })
})
