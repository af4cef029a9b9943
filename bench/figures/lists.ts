import { z } from 'zod'
import { demoPassword, emailOf } from '../../seed/accounts'
import { repeated, type Samples } from '../samples'
import type { Subject } from '../subject'

const COLUMN = 'news'
const WRITER = 'author.food'

const LISTED = z.object({ docs: z.array(z.object({ id: z.string() })).min(1) })
const TOKEN = z.object({ token: z.string() })

const ask = async ({ url, headers = {} }: { url: string; headers?: Record<string, string> }) => {
  const response = await fetch(url, { headers })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${text}`)
  return text
}

export type Lists = { rest: Samples; manuscripts: Samples; admin: Samples }

/** The 20 newest posts of a column, as developers read them, and the list of manuscripts, as the admin asks for it. */
export const measureLists = async ({
  subject: { origin },
  times,
}: {
  subject: Subject
  times: number
}): Promise<Lists> => {
  const columns = await ask({ url: `${origin}/api/columns?where[path][equals]=${COLUMN}&depth=0` })
  const column = LISTED.parse(JSON.parse(columns)).docs[0]?.id
  const newest = `${origin}/api/posts?where[column][equals]=${column}&sort=-publishedAt&limit=20&depth=0`
  const login = await fetch(`${origin}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: emailOf(WRITER), password: demoPassword() }),
  })
  const { token } = TOKEN.parse(await login.json())
  const signedIn = { Cookie: `payload-token=${token}`, Origin: origin }
  const rows = `${origin}/api/manuscripts?limit=10&sort=-updatedAt&depth=0&where[discarded][not_equals]=true`
  const page = `${origin}/admin/collections/manuscripts?limit=10`
  const shown = await ask({ url: page, headers: signedIn })
  if (!shown.includes('/admin/collections/manuscripts/')) {
    throw new Error('The admin lists no manuscripts')
  }
  return {
    rest: await repeated({ times, work: () => ask({ url: newest }) }),
    manuscripts: await repeated({ times, work: () => ask({ url: rows, headers: signedIn }) }),
    admin: await repeated({ times, work: () => ask({ url: page, headers: signedIn }) }),
  }
}
