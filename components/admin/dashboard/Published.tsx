import type { Where } from 'payload'
import { docOf, type Person } from '../../../access/person'
import { shanghaiDateTime } from '../../../collections/dates'
import { DELIVERY_STATES } from '../../../collections/words'
import type { Reader } from '../forms'
import { Mark } from '../parts/Mark'
import { publicUrl } from '../publicUrl'
import type { Speaker } from '../speaker'
import { Panel } from './Panel'
import { publishedDepartment } from './sections'
import { TitleLine } from './TitleLine'

const SHOWN = 8

type Props = { reader: Reader; person: Person; speaker: Speaker }

const readPosts = ({ reader, where }: { reader: Reader; where: Where }) =>
  reader.payload.find({
    collection: 'posts',
    where,
    select: {
      number: true,
      title: true,
      path: true,
      column: true,
      publishedAt: true,
      delivery: true,
    },
    populate: { columns: { name: true } },
    sort: '-publishedAt',
    limit: SHOWN,
    depth: 1,
    overrideAccess: false,
    user: reader.user,
  })

type Posts = Awaited<ReturnType<typeof readPosts>>['docs']

const PostLines = ({ posts, speaker }: { posts: Posts; speaker: Speaker }) => (
  <ul className="ba-lines">
    {posts.map((post) => (
      <TitleLine
        key={post.id}
        href={`/admin/collections/posts/${post.id}`}
        title={post.title || `${post.number}`}
        facts={[
          `№ ${post.number}`,
          docOf(post.column)?.name ?? '',
          post.publishedAt ? shanghaiDateTime(post.publishedAt) : '',
        ].filter((words) => words !== '')}
        mark={
          post.delivery?.state === 'written' && post.path ? (
            <a
              className="ba-button ba-button--small"
              href={publicUrl(post.path)}
              target="_blank"
              rel="noreferrer"
            >
              {speaker.say('看网页', 'See the page')}
            </a>
          ) : (
            <Mark
              state={post.delivery?.state ?? 'waiting'}
              words={DELIVERY_STATES}
              speaker={speaker}
            />
          )
        }
      />
    ))}
  </ul>
)

/** 已发布: the newest posts of the own department, or of the whole bureau for the Office. */
export const Published = async ({ reader, person, speaker }: Props) => {
  const { say } = speaker
  const department = publishedDepartment(person)
  const { docs, totalDocs } = await readPosts({
    reader,
    where: {
      and: [
        { state: { equals: 'live' } },
        ...(department ? [{ department: { equals: department } }] : []),
      ],
    },
  })
  return (
    <Panel
      id="ba-published"
      title={
        department
          ? say('本部门已发布', 'Published by my department')
          : say('全局已发布', 'Published')
      }
      count={String(totalDocs)}
      empty={say('还没有发布的信息。', 'Nothing is published yet.')}
      isEmpty={totalDocs === 0}
      more={{ href: '/admin/collections/posts', label: say('全部', 'All') }}
    >
      <PostLines posts={docs} speaker={speaker} />
    </Panel>
  )
}

/** 生成失败: posts whose page could not be written; shown only when there are any. */
export const Failed = async ({ reader, speaker }: Omit<Props, 'person'>) => {
  const { docs, totalDocs } = await readPosts({
    reader,
    where: { 'delivery.state': { equals: 'failed' } },
  })
  if (totalDocs === 0) return null
  return (
    <Panel
      id="ba-failed"
      title={speaker.say('网页生成失败', 'Pages that could not be written')}
      count={String(totalDocs)}
      empty=""
      isEmpty={false}
    >
      <PostLines posts={docs} speaker={speaker} />
    </Panel>
  )
}
