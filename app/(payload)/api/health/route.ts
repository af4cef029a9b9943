import config from '@payload-config'
import { getPayload } from 'payload'

/** Says that the server is up and its database answers: 200, or 503 with nothing about why. */
export const GET = async () => {
  try {
    const payload = await getPayload({ config })
    await payload.count({ collection: 'columns', overrideAccess: true })
    return Response.json({ ok: true }, { headers: { 'Cache-Control': 'no-store' } })
  } catch {
    return Response.json({ ok: false }, { status: 503, headers: { 'Cache-Control': 'no-store' } })
  }
}

export const dynamic = 'force-dynamic'
