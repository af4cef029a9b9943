import { constants, type Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { searchUrl } from '../collections/urls'
import { PAGE_HEADERS } from '../generator/pageHeaders'
import { fileOf, placeOf } from '../generator/paths'
import { LONGEST_HEAD, passOnSearch } from './searchProxy'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.doc': 'application/msword',
  '.xls': 'application/vnd.ms-excel',
  '.ppt': 'application/vnd.ms-powerpoint',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
}

/** The names of these hold a hash of their content. */
const UNCHANGING = /^\/(assets|media)\//

type Found = { file: FileHandle; stats: Stats }

/** Opens a file; the handle keeps its content whole while the generator puts another in place. */
const openFile = async ({ root, url }: { root: string; url: string }): Promise<Found | null> => {
  try {
    const place = placeOf({ root, file: fileOf(url) })
    const file = await open(place, constants.O_RDONLY)
    const stats = await file.stat()
    if (stats.isFile()) return { file, stats }
    await file.close()
    return null
  } catch {
    return null
  }
}

const etagOf = ({ ino, size, mtimeMs }: Stats) =>
  `"${ino.toString(36)}-${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`

/** The one range that a browser asks for when it goes on with a download; undefined for the whole file. */
const rangeOf = ({ header, size }: { header: string | undefined; size: number }) => {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return { start, end, isSatisfiable: start <= end }
}

const sendFile = async ({
  request,
  response,
  found: { file, stats },
  url,
  status,
}: {
  request: IncomingMessage
  response: ServerResponse
  found: Found
  url: string
  status: number
}) => {
  const etag = etagOf(stats)
  const headers: Record<string, string | number> = {
    'content-type': TYPES[extname(fileOf(url)).toLowerCase()] ?? 'application/octet-stream',
    'cache-control': UNCHANGING.test(url) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'last-modified': stats.mtime.toUTCString(),
    'accept-ranges': 'bytes',
    etag,
  }
  if (status === 200 && request.headers['if-none-match']?.split(/,\s*/).includes(etag)) {
    response.writeHead(304, headers).end()
    return
  }
  const asked = status === 200 && !request.headers['if-range'] ? request.headers.range : undefined
  const range = rangeOf({ header: asked, size: stats.size })
  if (range && !range.isSatisfiable) {
    response.writeHead(416, { 'content-range': `bytes */${stats.size}` }).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: stats.size - 1 }
  if (range) headers['content-range'] = `bytes ${start}-${end}/${stats.size}`
  response.writeHead(range ? 206 : status, { ...headers, 'content-length': end - start + 1 })
  if (request.method === 'HEAD' || stats.size === 0) {
    response.end()
    return
  }
  await pipeline(file.createReadStream({ start, end, autoClose: false }), response)
}

/** The address before the question mark, and what follows it. */
const partsOf = (url: string) => {
  const mark = url.indexOf('?')
  return mark < 0 ? [url] : [url.slice(0, mark), url.slice(mark + 1)]
}

const answer = async ({
  root,
  cms,
  request,
  response,
}: {
  root: string
  cms: string
  request: IncomingMessage
  response: ServerResponse
}) => {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const [url = '/', query] = partsOf(request.url ?? '/')
  if (url === searchUrl()) return passOnSearch({ cms, query: query ?? '', request, response })
  const found = await openFile({ root, url })
  if (found) {
    await sendFile({ request, response, found, url, status: 200 }).finally(() => found.file.close())
    return
  }
  const folder = await openFile({ root, url: `${url}/` })
  if (folder) {
    await folder.file.close()
    response.writeHead(308, { location: `${url}/${query ? `?${query}` : ''}` }).end()
    return
  }
  const missing = await openFile({ root, url: '/404.html' })
  if (!missing) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404\n')
    return
  }
  await sendFile({ request, response, found: missing, url: '/404.html', status: 404 }).finally(() =>
    missing.file.close(),
  )
}

/**
 * A small server for the public files, for a machine without nginx. It needs nothing but the folder: it goes on when the
 * CMS is down, and only the search says so. Each answer is one whole file, the old or the new.
 * @param cms the origin of the CMS, which answers searches
 */
export const createSiteServer = ({ root, cms }: { root: string; cms: string }): Server =>
  createServer({ maxHeaderSize: LONGEST_HEAD }, (request, response) => {
    answer({ root, cms, request, response }).catch(() => {
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
  })
