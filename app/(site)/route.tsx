import { mediaUrl } from '../../collections/urls'
import type { Pillar } from '../../collections/words'
import { withDescendants } from './_components/columnTree'
import { columnsOfPillar } from './_components/Header'
import { type HomeColumn, HomePage } from './_components/HomePage'
import type { ColumnView } from './_components/views'
import { sitePayload } from './_queries/client'
import { readDepartments } from './_queries/departments'
import { readFrame } from './_queries/frame'
import { LIST_LENGTH, newestIn } from './_queries/lists'
import { renderPage } from './_render'

export const dynamic = 'force-dynamic'

const IN_CARD = 6
const IN_FIRST_CARD = 9

const idsBelow = (column: ColumnView) => withDescendants(column).map(({ id }) => id)

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
  const [information, service, participation, news] = await Promise.all([
    cardsOf('information'),
    cardsOf('service'),
    cardsOf('participation'),
    cardsOf('news'),
  ])
  return renderPage(
    <HomePage
      frame={frame}
      lead={newest.find(({ picture }) => picture) ?? null}
      pillars={{ information, service, participation, news }}
      departments={departments}
      mediaHref={mediaUrl}
    />,
  )
}
