import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { paragraph, picture, richText } from '../richText/build'
import { referencesIn } from './references'
import { rowIdsIn, withKnownRowIds } from './rowIds'

const FIELDS: FlattenedField[] = [
  { name: 'title', type: 'text' },
  { name: 'column', type: 'relationship', relationTo: 'columns' },
  { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true },
  { name: 'images', type: 'upload', relationTo: 'media', hasMany: true },
  { name: 'body', type: 'richText' },
  {
    name: 'archived',
    type: 'group',
    fields: [],
    flattenedFields: [{ name: 'by', type: 'relationship', relationTo: 'users' }],
  },
  {
    name: 'attachments',
    type: 'array',
    fields: [],
    flattenedFields: [
      { name: 'file', type: 'upload', relationTo: 'media' },
      { name: 'title', type: 'text' },
    ],
  },
]

describe('the documents that a request names', () => {
  it('are found in relations, files, groups, rows and the running text', () => {
    const data = {
      title: 'columns',
      column: 'c',
      topics: ['t1', { id: 't2' }],
      images: ['m1'],
      body: richText(paragraph('文'), picture({ id: 'p', media: 'm2' })),
      archived: { by: 'u' },
      attachments: [{ file: 'm3' }, { title: 'x' }],
    }
    expect(referencesIn({ data, fields: FIELDS })).toEqual([
      { field: 'column', collection: 'columns', id: 'c' },
      { field: 'topics', collection: 'topics', id: 't1' },
      { field: 'topics', collection: 'topics', id: 't2' },
      { field: 'images', collection: 'media', id: 'm1' },
      { field: 'body', collection: 'media', id: 'm2' },
      { field: 'archived.by', collection: 'users', id: 'u' },
      { field: 'attachments.0.file', collection: 'media', id: 'm3' },
    ])
  })

  it('are none where nothing is named', () => {
    const data = {
      column: '',
      topics: null,
      images: [],
      body: null,
      archived: null,
      attachments: 0,
    }
    expect(referencesIn({ data, fields: FIELDS })).toEqual([])
  })
})

describe('the rows inside a document', () => {
  it('keep the ids of the stored ones, each once', () => {
    const data = {
      attachments: [{ id: 'a', title: '1' }, { id: 'b' }, { id: 'a', title: '2' }, {}],
    }
    const known = new Set(['a', 'c'])
    expect(withKnownRowIds({ data, fields: FIELDS, known })).toEqual({
      attachments: [{ id: 'a', title: '1' }, {}, { title: '2' }, {}],
    })
    expect(rowIdsIn(data, FIELDS)).toEqual(['a', 'b', 'a'])
  })

  it('leave everything else as it was', () => {
    const data = { title: 'x', archived: { by: 'u' }, attachments: 0, images: ['a'] }
    expect(withKnownRowIds({ data, fields: FIELDS, known: new Set() })).toEqual(data)
  })
})
