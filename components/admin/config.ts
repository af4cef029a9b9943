import type { CollectionConfig, Config } from 'payload'
import { EMBLEM_URL } from './brand/emblemUrl'

type Admin = NonNullable<Config['admin']>

/** The back office's own parts, by the place where Payload puts them. */
export const ADMIN_COMPONENTS = {
  graphics: {
    Logo: '/components/admin/brand/Logo#Logo',
    Icon: '/components/admin/brand/Icon#Icon',
  },
  beforeNavLinks: ['/components/admin/brand/DeskLink#DeskLink'],
  afterLogin: ['/components/admin/brand/Help#Help'],
  views: { dashboard: { Component: '/components/admin/dashboard/Dashboard#Dashboard' } },
} satisfies Admin['components']

export const ADMIN_META = {
  titleSuffix: ' · 网站管理系统',
  description: '网站管理系统',
  defaultOGImageType: 'off',
  icons: [{ rel: 'icon', type: 'image/svg+xml', url: EMBLEM_URL }],
} satisfies Admin['meta']

/** Payload's words where a clerk's are plainer. */
export const ADMIN_TRANSLATIONS = {
  zh: { general: { dashboard: '工作台', createNew: '新建' } },
  en: { general: { dashboard: 'My desk' } },
} satisfies NonNullable<Config['i18n']>['translations']

/** Takes away what only developers use. */
export const plain = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  admin: { ...collection.admin, hideAPIURL: true },
})
