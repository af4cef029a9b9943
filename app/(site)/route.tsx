import { mediaUrl } from '../../collections/urls'
import type { Pillar, Place } from '../../collections/words'
import { withDescendants } from './_components/columnTree'
import { columnsOfPillar } from './_components/Header'
import { type HomeColumn, HomePage } from './_components/HomePage'
import type { ColumnView, PlacementView, PostLink } from './_components/views'
import { sitePayload } from './_queries/client'
import { readDepartments } from './_queries/departments'
import { readFrame } from './_queries/frame'
import { LIST_LENGTH, newestIn } from './_queries/lists'
import { readPlacements } from './_queries/placements'
import { readTopics } from './_queries/topics'
import { renderPage } from './_render'

export const dynamic = 'force-dynamic'

const IN_CARD = 6
const IN_FIRST_CARD = 9

const idsBelow = (column: ColumnView) => withDescendants(column).map(({ id }) => id)

const MOST_OF_PLACE = { headline: 4, banner: 2, service: 8 } as const satisfies Record<
  Place,
  number
>

const at = (place: Place, placements: PlacementView[]) =>
  placements
    .filter((placement) => placement.place === place)
    .map(({ post }) => post)
    .slice(0, MOST_OF_PLACE[place])

/** The newest among the cards: what is new anywhere on the site. */
const newestOf = (cards: HomeColumn[]) => {
  const byPath = new Map<string, PostLink>()
  for (const { posts } of cards) for (const post of posts) byPath.set(post.path, post)
  const newest = [...byPath.values()].sort((one, other) =>
    one.publishedAt < other.publishedAt ? 1 : -1,
  )
  return newest.slice(0, IN_CARD)
}

/** 首页 */
export const GET = async () => {
  const payload = await sitePayload()
  const [frame, departments] = await Promise.all([readFrame(payload), readDepartments(payload)])
  const { columns } = frame
  const main = columnsOfPillar({ columns, pillar: 'news' })[0]

  const cardsOf = (pillar: Pillar): Promise<HomeColumn[]> =>
    Promise.all(
      columnsOfPillar({ columns, pillar }).map(async (column) => {
        const limit = column === main ? IN_FIRST_CARD : IN_CARD
        const columnIds = idsBelow(column)
        return { column, posts: await newestIn({ payload, columnIds, limit, onlyNew: true }) }
      }),
    )

  const newest = main
    ? await newestIn({
        payload,
        columnIds: idsBelow(main),
        limit: LIST_LENGTH,
        kind: 'lead',
        onlyNew: true,
      })
    : []
  const [placements, topics, information, service, participation, news] = await Promise.all([
    readPlacements(payload),
    readTopics(payload),
    cardsOf('information'),
    cardsOf('service'),
    cardsOf('participation'),
    cardsOf('news'),
  ])
  const chosen = at('headline', placements)
  const lead = newest.find(({ picture }) => picture)
  return renderPage(
    <HomePage
      frame={frame}
      headlines={chosen.length > 0 || !lead ? chosen : [lead]}
      banners={at('banner', placements)}
      services={at('service', placements)}
      topics={topics.filter(({ closedOn }) => !closedOn)}
      latest={newestOf([...information, ...service, ...participation, ...news])}
      pillars={{ information, service, participation, news }}
      departments={departments}
      mediaHref={mediaUrl}
    />,
  )
}
