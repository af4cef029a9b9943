import type { Payload } from 'payload'
import type { Place } from '../collections/words'
import type { User } from '../payload-types'
import type { Frame } from './frame'
import type { mediaShelf } from './media'
import type { PictureName } from './pictures'
import { TOPICS } from './topics'

const DAY_MS = 86_400_000

type SeedPlacement = {
  place: Place
  /** Key of a text. */
  text: string
  title?: string
  picture?: PictureName
  /** Days from the day of seeding; past ones are negative. */
  from: number
  to?: number
}

/** What the Office puts on the home page: in force, still to come, and over. */
export const PLACEMENTS: readonly SeedPlacement[] = [
  { place: 'headline', text: 'news-party-meeting', from: -3 },
  {
    place: 'headline',
    text: 'news-grain-corridor',
    title: '进口粮食“船边取样、实验室直通” 检疫时间缩短到3.8天',
    from: -8,
    to: 20,
  },
  { place: 'headline', text: 'news-cherry-export', from: -22, to: 30 },
  { place: 'headline', text: 'news-open-day', from: 10, to: 20 },
  { place: 'headline', text: 'news-food-safety-week', from: -130, to: -90 },
  {
    place: 'banner',
    text: 'notice-open-day',
    title: '国门生物安全公众开放日报名',
    picture: 'laboratory-staff',
    from: -26,
    to: 30,
  },
  {
    place: 'banner',
    text: 'faq-travellers',
    title: '出入境旅客：这些物品不能带',
    picture: 'airport',
    from: -60,
  },
  { place: 'service', text: 'guide-importer-filing', title: '进口食品收货人备案', from: -30 },
  { place: 'service', text: 'guide-export-food-filing', title: '出口食品企业备案', from: -30 },
  { place: 'service', text: 'guide-quarantine-permit', title: '进境动植物检疫审批', from: -30 },
  { place: 'service', text: 'guide-orchard', title: '出境果园注册登记', from: -30 },
  { place: 'service', text: 'guide-pet', title: '携带宠物入境', from: -30 },
  { place: 'service', text: 'guide-road-vehicle', title: '入境货运车辆检疫', from: -30 },
  { place: 'service', text: 'faq-vaccination', title: '国际旅行预防接种', from: -30 },
  { place: 'service', text: 'download-recheck', title: '复验申请表下载', from: -30 },
]

type Making = {
  payload: Payload
  frame: Frame
  now: Date
  shelf: ReturnType<typeof mediaShelf>
  /** Uploads the pictures; of the Office. */
  user: User
}

const dayFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS).toISOString()

/** The topics, which the texts that follow name. */
export const makeTopics = async ({ payload, frame, now, shelf, user }: Making) => {
  for (const { texts: _, owner, picture, closedDaysAgo, ...topic } of TOPICS) {
    const { id } = await payload.create({
      collection: 'topics',
      overrideAccess: true,
      depth: 0,
      data: {
        ...topic,
        owner: frame.departments.get(owner),
        picture: await shelf.picture({ name: picture, user, department: 'office' }),
        closedOn: closedDaysAgo ? dayFrom(now, -closedDaysAgo) : null,
      },
    })
    frame.topics.set(topic.code, id)
  }
}

/** What the home page puts forward, when the texts are online. */
export const makePlacements = async ({
  payload,
  now,
  shelf,
  user,
  posts,
}: Making & { posts: Map<string, string> }) => {
  for (const [index, { text, picture, from, to, ...placement }] of PLACEMENTS.entries()) {
    const post = posts.get(text)
    if (!post) throw new Error(`seed: ${text} is not published`)
    await payload.create({
      collection: 'placements',
      overrideAccess: true,
      depth: 0,
      data: {
        ...placement,
        post,
        order: index + 1,
        picture: picture
          ? await shelf.picture({ name: picture, user, department: 'office' })
          : null,
        from: dayFrom(now, from),
        to: to === undefined ? null : dayFrom(now, to),
      },
    })
  }
}
