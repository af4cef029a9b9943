import { z } from 'zod'
import { MOST_DRAWN } from '../../../collections/urls'
import { GET as column } from '../columns/[...path]/route'
import { GET as data } from '../data/posts/[file]/route'
import { GET as department } from '../departments/[code]/route'
import { GET as english } from '../en/posts/[year]/[file]/route'
import { GET as feed } from '../feeds/[...path]/route'
import { GET as post } from '../posts/[year]/[file]/route'
import { GET as sitemap } from '../sitemaps/[file]/route'
import { GET as topic } from '../topics/[code]/route'

export const dynamic = 'force-dynamic'

const ASKED = z.array(z.string().max(200)).max(MOST_DRAWN)

type Draw = (request: Request, parts: string[]) => Promise<Response>

const postWith =
  (get: typeof post): Draw =>
  (request, [year = '', file = '']) =>
    get(request, { params: Promise.resolve({ year, file }) })

const fileWith =
  (get: typeof sitemap): Draw =>
  (request, [file = '']) =>
    get(request, { params: Promise.resolve({ file }) })

const codeWith =
  (get: typeof department): Draw =>
  (request, [code = '']) =>
    get(request, { params: Promise.resolve({ code }) })

const pathWith =
  (get: typeof column): Draw =>
  (request, [path = '']) =>
    get(request, { params: Promise.resolve({ path: path.split('/') }) })

/** The pages that there are the more of, the more posts there are. */
const DRAWS: [RegExp, Draw][] = [
  [/^\/posts\/([^/]+)\/([^/]+)$/, postWith(post)],
  [/^\/en\/posts\/([^/]+)\/([^/]+)$/, postWith(english)],
  [/^\/columns\/(.+)\/$/, pathWith(column)],
  [/^\/feeds\/(.+)$/, pathWith(feed)],
  [/^\/departments\/([^/]+)\/$/, codeWith(department)],
  [/^\/topics\/([^/]+)\/$/, codeWith(topic)],
  [/^\/sitemaps\/([^/]+)$/, fileWith(sitemap)],
  [/^\/data\/posts\/([^/]+)$/, fileWith(data)],
]

const drawOne = async ({ request, url }: { request: Request; url: string }) => {
  for (const [address, draw] of DRAWS) {
    const [, ...parts] = address.exec(url) ?? []
    if (parts.length === 0) continue
    try {
      const answer = await draw(request, parts)
      const contentType = answer.headers.get('content-type') ?? ''
      return { status: answer.status, contentType, text: await answer.text() }
    } catch (error) {
      console.error(url, error)
      return { status: 500, contentType: '', text: '' }
    }
  }
  return null
}

/**
 * Draws several pages for one request: what Next does for each request takes a quarter of the time of a page. It shows
 * nothing that their own addresses do not show.
 * @returns for each address status, type and text; null for one that has to be asked for by itself
 */
export const POST = async (request: Request) => {
  const asked = ASKED.safeParse(await request.json().catch(() => null))
  if (!asked.success) {
    const message = `A list of at most ${MOST_DRAWN} addresses is wanted`
    return Response.json({ errors: [{ message }] }, { status: 400 })
  }
  return Response.json(await Promise.all(asked.data.map((url) => drawOne({ request, url }))))
}
