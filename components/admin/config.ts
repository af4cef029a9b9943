import type { Config } from 'payload'
import { EMBLEM_URL } from './brand/emblemUrl'

type Admin = NonNullable<Config['admin']>

/** The back office's own parts, by the place where Payload puts them. */
export const ADMIN_COMPONENTS = {
  graphics: {
    Logo: '/components/admin/brand/Logo#Logo',
    Icon: '/components/admin/brand/Icon#Icon',
  },
  beforeNavLinks: ['/components/admin/brand/DeskLink#DeskLink'],
  views: { dashboard: { Component: '/components/admin/dashboard/Dashboard#Dashboard' } },
} satisfies Admin['components']

export const ADMIN_META = {
  titleSuffix: ' · 网站管理系统',
  description: '网站管理系统',
  defaultOGImageType: 'off',
  icons: [{ rel: 'icon', type: 'image/svg+xml', url: EMBLEM_URL }],
} satisfies Admin['meta']
