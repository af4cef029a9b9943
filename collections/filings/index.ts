import type { CollectionConfig } from 'payload'
import { accessOf } from '../../access/adapters'
import { DAY, DAY_AND_TIME } from '../pickers'
import { FILING_ROLES, label, optionsOf } from '../words'
import { refuseSecondAdministrator } from './hooks/refuseSecondAdministrator'
import { setFiledBy } from './hooks/setFiledBy'

/** 备案 (第十条, 第十一条): who writes for a department and who administers it. */
export const Filings: CollectionConfig = {
  slug: 'filings',
  labels: { singular: label('备案', 'Filing'), plural: label('备案', 'Filings') },
  access: accessOf('filings'),
  admin: {
    group: label('人员', 'People'),
    defaultColumns: ['person', 'department', 'role', 'from', 'to'],
  },
  disableDuplicate: true,
  fields: [
    {
      name: 'department',
      type: 'relationship',
      relationTo: 'departments',
      required: true,
      index: true,
      label: label('部门', 'Department'),
    },
    {
      name: 'person',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      index: true,
      label: label('人员', 'Person'),
    },
    {
      name: 'role',
      type: 'select',
      required: true,
      options: optionsOf(FILING_ROLES),
      label: label('备案身份', 'Role'),
    },
    { name: 'from', type: 'date', required: true, label: label('自', 'From'), admin: DAY },
    { name: 'to', type: 'date', label: label('至', 'To'), admin: DAY_AND_TIME },
    { name: 'document', type: 'text', maxLength: 200, label: label('备案文件', 'Document') },
    {
      name: 'filedBy',
      type: 'relationship',
      relationTo: 'users',
      label: label('备案人', 'Filed by'),
      admin: { readOnly: true },
    },
  ],
  hooks: { beforeChange: [setFiledBy, refuseSecondAdministrator] },
}
