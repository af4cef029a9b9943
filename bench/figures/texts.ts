import { createClient } from '@libsql/client'
import { z } from 'zod'
import { blockTexts } from '../../collections/richText/text'
import type { Data } from '../subject'

const ROW = z.object({
  number: z.number(),
  title: z.string(),
  published_at: z.string(),
  body: z.string().transform((text): unknown => JSON.parse(text)),
})

/** A post as another program is to render it. */
export type Text = { number: number; title: string; publishedAt: string; paragraphs: string[] }

/** The newest posts of a bureau, straight from its file. */
export const textsOf = async ({ data, count }: { data: Data; count: number }): Promise<Text[]> => {
  const client = createClient({ url: data.databaseUrl })
  const { rows } = await client.execute({
    sql: `select number, title, published_at, body from posts
      where state = 'live' and body is not null order by number desc limit ?`,
    args: [count],
  })
  client.close()
  return rows.map((row) => {
    const { number, title, published_at, body } = ROW.parse({ ...row })
    const paragraphs = blockTexts(body)
    return { number, title, publishedAt: published_at, paragraphs }
  })
}
