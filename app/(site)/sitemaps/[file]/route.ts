import type { Payload } from 'payload'
import {
  columnUrl,
  departmentsUrl,
  departmentUrl,
  englishPages,
  homeUrl,
  INFORMATION_PAGES,
  informationUrl,
  siteMapPageUrl,
  sitemapPartOf,
  topicUrl,
} from '../../../../collections/urls'
import { withDescendants } from '../../_components/columnTree'
import type { Frame } from '../../_components/views'
import { sitemapPart } from '../../_components/xml'
import { renderLost } from '../../_lost'
import { isWithin, urlNumber } from '../../_number'
import { sitePayload } from '../../_queries/client'
import { readDepartments } from '../../_queries/departments'
import { readFrame } from '../../_queries/frame'
import { lastNumber, sitemapPosts } from '../../_queries/sitemap'
import { readTopics } from '../../_queries/topics'
import { renderText } from '../../_render'

export const dynamic = 'force-dynamic'

const fixedPages = async ({ payload, frame }: { payload: Payload; frame: Frame }) => {
  const [departments, topics] = await Promise.all([readDepartments(payload), readTopics(payload)])
  return [
    homeUrl(),
    ...frame.columns.flatMap(withDescendants).map(({ path }) => columnUrl(path)),
    departmentsUrl(),
    ...departments.map(({ code }) => departmentUrl(code)),
    ...topics.map(({ code }) => topicUrl(code)),
    ...INFORMATION_PAGES.map(informationUrl),
    siteMapPageUrl(),
    ...(frame.site.nameEn ? englishPages() : []),
  ]
}

/** `/sitemaps/<n>.xml`: the first part also lists the pages that are no posts. */
export const GET = async (_: Request, { params }: { params: Promise<{ file: string }> }) => {
  const part = urlNumber(/^(.+)\.xml$/.exec((await params).file)?.[1])
  const payload = await sitePayload()
  const frame = await readFrame(payload)
  const last = sitemapPartOf(await lastNumber(payload))
  if (!part || !isWithin({ page: part, last })) return renderLost(frame)
  const pages = part === 1 ? await fixedPages({ payload, frame }) : []
  const posts = await sitemapPosts({ payload, part })
  const { origin } = frame.site
  const entries = [
    ...pages.map((path) => ({ url: origin + path, changedAt: null })),
    ...posts.map(({ path, changedAt }) => ({ url: origin + path, changedAt })),
  ]
  return renderText(sitemapPart(entries), { type: 'application/xml; charset=utf-8' })
}
