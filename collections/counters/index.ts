import type { CollectionConfig } from 'payload'
import { accessOf } from '../../access/adapters'
import { label } from '../words'

/** Sequences: form numbers a year, post numbers, a column's fixed numbers. Raised by `$inc` only. */
export const Counters: CollectionConfig = {
  slug: 'counters',
  labels: { singular: label('编号', 'Counter'), plural: label('编号', 'Counters') },
  access: accessOf('counters'),
  admin: { hidden: true },
  graphQL: false,
  disableDuplicate: true,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'value', type: 'number', required: true },
  ],
}
