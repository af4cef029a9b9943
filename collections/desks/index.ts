import type { CollectionConfig } from 'payload'
import { accessOf } from '../../access/adapters'
import { label } from '../words'

/**
 * One small row a manuscript, taken by compare-and-swap by whoever writes the manuscript or submits it.
 * `writers` remembers everyone who ever wrote it, with the time: [{ id, at }].
 */
export const Desks: CollectionConfig = {
  slug: 'desks',
  labels: { singular: label('稿件占用', 'Desk'), plural: label('稿件占用', 'Desks') },
  access: accessOf('desks'),
  admin: { hidden: true },
  graphQL: false,
  disableDuplicate: true,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'manuscript', type: 'text', required: true, unique: true, index: true },
    { name: 'holder', type: 'text' },
    { name: 'until', type: 'number' },
    { name: 'writers', type: 'json' },
  ],
}
