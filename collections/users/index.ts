import type { CollectionConfig, Field } from 'payload'
import { accessOf, byRule, fieldByRule } from '../../access/adapters'
import { DUTIES } from '../../access/duties'
import { holds, personOf } from '../../access/person'
import { readsAccounts, unlocksAccounts } from '../../access/rules'
import { label, optionsOf } from '../words'
import { endSessions } from './hooks/endSessions'
import { noteChanges } from './hooks/noteChanges'
import { refuseFirstRegister } from './hooks/refuseFirstRegister'
import { refuseInactive, refuseInactiveRefresh } from './hooks/refuseInactive'
import { separateAdministrators } from './hooks/separateAdministrators'

const DAY_OF_WORK = 8 * 60 * 60
const LOCK_MS = 10 * 60 * 1000

/** Readable by the person, the Office and the three administrators; writable by system-admin. */
const accountField = <F extends Field>(field: F): F => ({
  ...field,
  access: {
    read: ({
      req,
      id,
      doc,
    }: {
      req: { user: Parameters<typeof personOf>[0] }
      id?: unknown
      doc?: { id?: unknown }
    }) => {
      const person = personOf(req.user)
      return readsAccounts(person) || (person !== null && person.id === (id ?? doc?.id))
    },
    create: fieldByRule((person) => holds(person, 'system-admin')),
    update: fieldByRule((person) => holds(person, 'system-admin')),
  },
})

/** Readable by everyone signed in; writable by system-admin. */
const publicField = <F extends Field>(field: F): F => ({
  ...field,
  access: {
    create: fieldByRule((person) => holds(person, 'system-admin')),
    update: fieldByRule((person) => holds(person, 'system-admin')),
  },
})

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: label('用户', 'User'), plural: label('用户', 'Users') },
  access: { ...accessOf('users'), unlock: byRule(unlocksAccounts) },
  admin: {
    useAsTitle: 'name',
    group: label('人员', 'People'),
    defaultColumns: ['name', 'position', 'department', 'duties', 'active'],
    listSearchableFields: ['name'],
  },
  auth: {
    depth: 1,
    tokenExpiration: DAY_OF_WORK,
    maxLoginAttempts: 5,
    lockTime: LOCK_MS,
    useAPIKey: true,
    cookies: { sameSite: 'Strict', secure: process.env.SERVER_URL?.startsWith('https:') ?? false },
  },
  defaultPopulate: { name: true, position: true },
  disableDuplicate: true,
  fields: [
    accountField({
      name: 'email',
      type: 'email',
      required: true,
      unique: true,
      label: label('邮箱', 'E-mail'),
    }),
    publicField({
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 50,
      label: label('姓名', 'Name'),
    }),
    publicField({
      name: 'position',
      type: 'text',
      maxLength: 100,
      label: label('职务', 'Position'),
    }),
    publicField({
      name: 'department',
      type: 'relationship',
      relationTo: 'departments',
      label: label('部门', 'Department'),
    }),
    {
      name: 'duties',
      type: 'select',
      hasMany: true,
      options: optionsOf(DUTIES),
      label: label('角色', 'Duties'),
      access: {
        create: () => false,
        update: fieldByRule((person) => holds(person, 'security-admin')),
      },
    },
    accountField({ name: 'phone', type: 'text', maxLength: 50, label: label('电话', 'Phone') }),
    accountField({
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: label('启用', 'Active'),
    }),
    accountField({
      name: 'enableAPIKey',
      type: 'checkbox',
      label: label('启用接口密钥', 'API key'),
    }),
    {
      name: 'apiKey',
      type: 'text',
      label: label('接口密钥', 'API key'),
      access: {
        read: () => false,
        create: fieldByRule((person) => holds(person, 'system-admin')),
        update: fieldByRule((person) => holds(person, 'system-admin')),
      },
    },
  ],
  hooks: {
    beforeOperation: [refuseFirstRegister, refuseInactiveRefresh],
    beforeChange: [separateAdministrators, endSessions, noteChanges],
    beforeLogin: [refuseInactive],
  },
}
