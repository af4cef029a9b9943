import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bureau, openBureau } from './testing/bureau'

let bureau: Bureau

beforeAll(async () => {
  bureau = await openBureau()
})

afterAll(() => bureau.close())

const LIVE = "state in ('live', 'withdrawn')"

const OWN = `(discarded is null or discarded <> 1) and (department_id = 'x' and (sealed is null or sealed <> 1))`

/** Queries as the adapter words them, and the index that keeps them fast with 100,000 posts. */
const PLANS: [index: string, query: string, table?: 'posts' | 'manuscripts'][] = [
  ['posts_number_idx', `number > 1 and ${LIVE} order by number limit 40`],
  ['posts_number_idx', `number > 1 and number <= 9 and ${LIVE} order by number limit 100`],
  ['posts_interprets_idx', `interprets_id = 'x' and state = 'live' order by published_at desc`],
  [
    'column_state_publishedAt_idx',
    `column_id = 'x' and state = 'live' and ${LIVE} order by published_at desc, number desc limit 20`,
  ],
  [
    'column_columnSeq_idx',
    `column_id = 'x' and column_seq >= 1 and column_seq <= 20 and ${LIVE} order by column_seq desc`,
  ],
  [
    'column_columnSeq_idx',
    `column_id = 'x' and column_seq > 7 and state = 'live' order by column_seq limit 1`,
  ],
  [
    'posts_rels_posts_id_idx',
    `id in (select parent_id from posts_rels where posts_id in ('x') and path like 'related')`,
  ],
  [
    'inEnglish_publishedAt_idx',
    `in_english = 1 and state = 'live' and ${LIVE} order by published_at desc limit 20`,
  ],
  ['posts_delivery_delivery_state_idx', 'delivery_state is null'],
  [
    'posts_delivery_delivery_state_idx',
    `delivery_state in ('waiting', 'failed') order by delivery_at limit 50`,
  ],
  ['department_updatedAt_idx', `${OWN} order by updated_at desc limit 10`, 'manuscripts'],
]

describe('SQLite, on a database that is still empty', () => {
  it.each(PLANS)('goes by %s for: %s', async (index, query, table = 'posts') => {
    if (bureau.payload.db.name !== 'sqlite') return
    const client = createClient({ url: `file:${bureau.dataDir}/bureau.db` })
    const { rows } = await client.execute(
      `explain query plan select id from ${table} where ${query}`,
    )
    client.close()
    expect(rows.map(({ detail }) => detail).join('; ')).toContain(index)
  })

  it.each([
    [
      'the posts of a topic by the topic',
      'posts_rels_topics_id_idx',
      `from posts left join posts_rels r on (posts.id = r.parent_id and r.path like 'topics')
       where posts.state = 'live' and r.topics_id in ('x')
       order by posts.published_at desc limit 100`,
    ],
    [
      'what is put forward before its posts',
      'SCAN placements',
      `from placements left join posts on posts.id = placements.post_id
       where placements."from" <= 'x' and posts.state = 'live' order by placements."order"`,
    ],
  ])('looks for %s', async (_, first, query) => {
    if (bureau.payload.db.name !== 'sqlite') return
    const client = createClient({ url: `file:${bureau.dataDir}/bureau.db` })
    const { rows } = await client.execute(`explain query plan select posts.id ${query}`)
    client.close()
    expect(String(rows[0]?.detail)).toContain(first)
  })
})
