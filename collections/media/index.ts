import type { CollectionConfig } from 'payload'
import { accessOf } from '../../access/adapters'
import { label } from '../words'
import { MIME_TYPES } from './fileTypes'
import { checkFile } from './hooks/checkFile'
import { makeVariantsSoon } from './hooks/makeVariantsSoon'
import { setMediaFacts } from './hooks/setMediaFacts'

/** 素材: pictures and files of the departments. Never public by itself; never replaced or deleted through an API. */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: label('素材', 'Media'), plural: label('素材', 'Media') },
  access: accessOf('media'),
  admin: {
    group: label('稿件', 'Manuscripts'),
    defaultColumns: ['filename', 'alt', 'department', 'createdAt'],
  },
  disableDuplicate: true,
  upload: {
    staticDir: `${process.env.DATA_DIR ?? 'data'}/media`,
    mimeTypes: [...MIME_TYPES],
    crop: false,
    focalPoint: false,
    pasteURL: false,
    modifyResponseHeaders: ({ headers }) => {
      headers.set('Content-Disposition', 'attachment')
      headers.set('X-Content-Type-Options', 'nosniff')
      headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
      headers.set('Cache-Control', 'private, no-store')
      return headers
    },
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      maxLength: 300,
      label: label('文字说明（图片必填）', 'Alternative text'),
    },
    {
      name: 'sha256',
      type: 'text',
      index: true,
      label: label('校验值', 'SHA-256'),
      admin: { readOnly: true },
    },
    {
      name: 'department',
      type: 'relationship',
      relationTo: 'departments',
      index: true,
      label: label('部门', 'Department'),
      admin: { readOnly: true },
    },
    {
      name: 'sealed',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      label: label('封存', 'Sealed'),
      admin: { hidden: true },
    },
    // Smaller pictures that the server has made of this one, with their hashes.
    { name: 'variants', type: 'json', access: { read: () => false }, admin: { hidden: true } },
  ],
  hooks: {
    beforeOperation: [checkFile],
    beforeChange: [setMediaFacts],
    afterChange: [makeVariantsSoon],
  },
}
