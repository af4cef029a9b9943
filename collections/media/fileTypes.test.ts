import { describe, expect, it } from 'vitest'
import { keysOf } from '../../access/keysOf'
import { FILE_TYPES, isImage, MIME_TYPES } from './fileTypes'

describe('the kinds of files', () => {
  it('are pictures and office documents, and nothing that a browser runs', () => {
    expect(keysOf(FILE_TYPES).sort()).toEqual(
      [
        'doc',
        'docx',
        'gif',
        'jpeg',
        'jpg',
        'pdf',
        'png',
        'ppt',
        'pptx',
        'webp',
        'xls',
        'xlsx',
      ].sort(),
    )
    for (const mime of MIME_TYPES) expect(mime).not.toMatch(/svg|html|xml$|script|octet|macro/i)
  })

  it('tell pictures from documents', () => {
    expect(['image/png', 'image/webp'].map(isImage)).toEqual([true, true])
    expect(['application/pdf', '', null, undefined, 'text/image'].map(isImage)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })
})
