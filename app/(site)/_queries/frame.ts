import type { Payload } from 'payload'
import { idOf } from '../../../access/person'
import { isPast } from '../../../collections/dates'
import { keptRead } from '../../../collections/keptRead'
import type { Column } from '../../../payload-types'
import { assetLinks } from '../_assets'
import { type StoredColumn, treeOf } from '../_components/columnTree'
import type { ColumnView, Frame, SiteView } from '../_components/views'
import { AS_PUBLIC, allRows, MOST_ROWS } from './client'

const COLUMN = {
  name: true,
  parent: true,
  path: true,
  pillar: true,
  columnType: true,
  description: true,
  keywords: true,
  listKind: true,
  order: true,
  closedOn: true,
} as const

type Row = Pick<Column, 'id' | keyof typeof COLUMN>

const stored = (column: Row): StoredColumn => ({
  order: column.order ?? 0,
  view: {
    id: column.id,
    name: column.name,
    path: column.path ?? '',
    parentId: idOf(column.parent),
    pillar: column.pillar,
    type: column.columnType,
    description: column.description ?? '',
    keywords: column.keywords ?? '',
    listKind: column.listKind,
    closedOn: isPast(column.closedOn) ? (column.closedOn ?? null) : null,
  },
})

/** All columns, walked by their path. */
const readColumns = (payload: Payload) =>
  allRows<Row, string>({
    start: '',
    keyOf: ({ path }) => path ?? '',
    read: async (after) => {
      const { docs } = await payload.find({
        ...AS_PUBLIC,
        collection: 'columns',
        where: { path: { greater_than: after } },
        select: COLUMN,
        sort: 'path',
        limit: MOST_ROWS,
        pagination: false,
      })
      return docs
    },
  })

export const siteOrigin = () =>
  (process.env.SITE_URL || `http://127.0.0.1:${process.env.SITE_PORT || 8080}`).replace(/\/+$/, '')

const readSite = async (payload: Payload): Promise<Omit<SiteView, 'origin'>> => {
  const settings = await payload.findGlobal({
    ...AS_PUBLIC,
    slug: 'site-settings',
    select: {
      siteName: true,
      siteNameEn: true,
      domain: true,
      siteIdCode: true,
      icpNumber: true,
      policeNumber: true,
      host: true,
      undertaker: true,
      contact: true,
      errorReportUrl: true,
      introduction: true,
      introductionEn: true,
      addressEn: true,
      bureauLeaders: true,
    },
  })
  const { contact, bureauLeaders } = settings
  return {
    name: settings.siteName ?? '',
    nameEn: settings.siteNameEn ?? '',
    domain: settings.domain ?? '',
    idCode: settings.siteIdCode ?? '',
    icpNumber: settings.icpNumber ?? '',
    policeNumber: settings.policeNumber ?? '',
    host: settings.host ?? '',
    undertaker: settings.undertaker ?? '',
    address: contact?.address ?? '',
    postcode: contact?.postcode ?? '',
    phone: contact?.phone ?? '',
    email: contact?.email ?? '',
    errorReportUrl: settings.errorReportUrl ?? '',
    introduction: settings.introduction ?? '',
    introductionEn: settings.introductionEn ?? '',
    addressEn: settings.addressEn ?? '',
    leaders: (bureauLeaders ?? []).map(({ name, position, portfolio }) => ({
      name,
      position: position ?? '',
      portfolio: portfolio ?? '',
    })),
  }
}

const keptPieces = keptRead(async (payload) => {
  const [site, columns] = await Promise.all([readSite(payload), readColumns(payload)])
  return { site, columns }
})

/** The moment at which the next column closes. */
const nextClosing = (columns: Row[]) => {
  const now = new Date().toISOString()
  const coming = columns.flatMap(({ closedOn }) => (closedOn && closedOn > now ? [closedOn] : []))
  return coming.toSorted()[0] ?? null
}

let kept: { columns: Row[]; until: string | null; views: ColumnView[] } | null = null

/** The tree of some columns, made anew when one of them closes. */
const treeNow = (columns: Row[]) => {
  if (kept?.columns === columns && !isPast(kept.until)) return kept.views
  kept = { columns, until: nextClosing(columns), views: treeOf(columns.map(stored)) }
  return kept.views
}

/** What surrounds every page: the site's settings, its columns, its assets. */
export const readFrame = async (payload: Payload): Promise<Frame> => {
  const [{ site, columns }, assets] = await Promise.all([keptPieces(payload), assetLinks()])
  return { site: { ...site, origin: siteOrigin() }, columns: treeNow(columns), assets }
}
