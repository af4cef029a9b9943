import { columnUrl, homeUrl } from '../../../collections/urls'
import type { Crumb } from './Breadcrumb'
import type { DepartmentView, SiteView } from './views'

/** What a page says of itself in the words of schema.org: a data block for search engines, which no browser runs. Pure. */
export type StructuredData = { '@type': string; [property: string]: unknown }

const LANGUAGE = 'zh-CN'

/** The bureau, as far as another description names it. */
const bureau = ({ name, origin }: SiteView) => ({
  '@type': 'GovernmentOrganization',
  name,
  url: origin + homeUrl(),
})

const addressOf = ({ address, postcode }: { address: string; postcode?: string }) =>
  address && {
    '@type': 'PostalAddress',
    streetAddress: address,
    postalCode: postcode || undefined,
    addressCountry: 'CN',
  }

/** The site and who runs it. */
export const siteData = (site: SiteView): StructuredData[] => [
  { '@type': 'WebSite', name: site.name, url: site.origin + homeUrl(), inLanguage: LANGUAGE },
  {
    ...bureau(site),
    telephone: site.phone || undefined,
    email: site.email || undefined,
    address: addressOf(site) || undefined,
  },
]

/** A department with what the public needs to reach it. */
export const departmentData = ({
  site,
  department: { name, address, phone, fax, functions },
  path,
}: {
  site: SiteView
  department: DepartmentView
  path: string
}): StructuredData => ({
  '@type': 'GovernmentOrganization',
  name,
  url: site.origin + path,
  parentOrganization: bureau(site),
  description: functions || undefined,
  telephone: phone || undefined,
  faxNumber: fax || undefined,
  address: addressOf({ address }) || undefined,
})

/** The way from the home page to the page. The last crumb is the page itself. */
export const breadcrumbData = ({
  site,
  crumbs,
}: {
  site: SiteView
  crumbs: Crumb[]
}): StructuredData => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: '首页', href: homeUrl() }, ...crumbs].map(({ name, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: href && site.origin + href,
  })),
})

export type DescribedPost = {
  title: string
  path: string
  publishedAt: string
  revisedAt: string | null
  source: string
  description: string
  /** A full address. */
  image: string | undefined
}

const isPartOf = (column: { name: string; path: string }, { origin }: SiteView) => ({
  '@type': 'CollectionPage',
  name: column.name,
  url: origin + columnUrl(column.path),
})

/** A text. Only what stands among the news is called news. */
export const articleData = ({
  site,
  post: { title, path, publishedAt, revisedAt, source, description, image },
  column,
}: {
  site: SiteView
  post: DescribedPost
  column: { name: string; path: string; pillar: string }
}): StructuredData => ({
  '@type': column.pillar === 'news' ? 'NewsArticle' : 'Article',
  headline: title,
  url: site.origin + path,
  datePublished: publishedAt,
  dateModified: revisedAt ?? publishedAt,
  author: { '@type': 'Organization', name: source },
  publisher: bureau(site),
  description: description || undefined,
  image,
  inLanguage: LANGUAGE,
  isPartOf: isPartOf(column, site),
})

/** 办事指南: a service that is done at a counter. */
export const serviceData = ({
  site,
  post: { title, path, source, description },
  guide: { place, phone, hours },
}: {
  site: SiteView
  post: DescribedPost
  guide: { place: string; phone: string; hours: string }
}): StructuredData => ({
  '@type': 'GovernmentService',
  name: title,
  url: site.origin + path,
  description: description || undefined,
  provider: { ...bureau(site), name: source || site.name },
  availableChannel: {
    '@type': 'ServiceChannel',
    servicePhone: phone ? { '@type': 'ContactPoint', telephone: phone } : undefined,
    serviceLocation: place
      ? { '@type': 'Place', address: place, description: hours || undefined }
      : undefined,
  },
})

/** The data block's text. A `<` is written as an escape, so that no text can end the element that holds it. */
export const structuredText = (graph: StructuredData[]) =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c')
