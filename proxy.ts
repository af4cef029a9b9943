import { type NextRequest, NextResponse } from 'next/server'

const LANGUAGE = 'payload-lng'
const YEAR = 365 * 24 * 60 * 60

/**
 * The back office starts in Chinese, whatever the browser's language is; who chose a language keeps it. Nothing else is
 * decided here, least of all who may do what.
 */
export const proxy = (request: NextRequest) => {
  if (request.cookies.has(LANGUAGE)) return NextResponse.next()
  request.cookies.set(LANGUAGE, 'zh')
  const response = NextResponse.next({ request: { headers: request.headers } })
  response.cookies.set(LANGUAGE, 'zh', { path: '/', sameSite: 'lax', maxAge: YEAR })
  return response
}

export const config = { matcher: ['/admin', '/admin/:path*'] }
