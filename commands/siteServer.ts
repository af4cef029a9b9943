import { constants, type Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { notFoundUrl, searchUrl } from '../collections/urls'
import { isText, originalOf } from '../generator/copies'
import {
  CACHING,
  CONTENT_TYPES,
  isKept,
  PAGE_HEADERS,
  UNKNOWN_TYPE,
} from '../generator/pageHeaders'
import { fileOf, placeOf } from '../generator/paths'
import { encodingsFor } from './encodings'
import { LONGEST_HEAD, passOnSearch } from './searchProxy'

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

/** The compressed copy of a file that the browser takes, with the name of its encoding; null when there is none. */
const openCopy = async ({ root, url, request }: Asked): Promise<Copy | null> => {
  if (!isText(fileOf(url))) return null
  for (const { name, ending } of encodingsFor(request.headers['accept-encoding'])) {
    const found = await openFile({ root, url: servedBy(url) + ending })
    if (found) return { ...found, encoding: name }
  }
  return null
}
type Asked = { root: string; url: string; request: IncomingMessage }
type Copy = Found & { encoding: string }

const servedBy = (url: string) => (url.endsWith('/') ? `${url}index.html` : url)

const headersOf = ({ url, stats, encoding }: { url: string; stats: Stats; encoding?: string }) => {
  const file = fileOf(url)
  const headers: Record<string, string | number> = {
    'content-type': CONTENT_TYPES[extname(file).toLowerCase()] ?? UNKNOWN_TYPE,
    'last-modified': stats.mtime.toUTCString(),
    etag: etagOf(stats),
  }
  if (isText(file)) headers.vary = 'Accept-Encoding'
  if (encoding) headers['content-encoding'] = encoding
  return headers
}

/** What of a file is sent: all of it, or the part that was asked for. */
const partOf = ({
  request,
  stats,
  encoding,
  status,
}: Omit<Sending, 'response' | 'url' | 'file'>) => {
  const mayBePart = status === 200 && !encoding && !request.headers['if-range']
  return rangeOf({ header: mayBePart ? request.headers.range : undefined, size: stats.size })
}

const sendOpen = async (sending: Sending) => {
  const { request, response, url, file, stats, encoding, status } = sending
  const headers = headersOf({ url, stats, encoding })
  if (isKept(url)) response.setHeader('cache-control', CACHING.kept)
  if (status === 200 && request.headers['if-none-match']?.split(/,\s*/).includes(etagOf(stats))) {
    response.writeHead(304, headers).end()
    return
  }
  const range = partOf(sending)
  if (range && !range.isSatisfiable) {
    response.writeHead(416, { 'content-range': `bytes */${stats.size}` }).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: stats.size - 1 }
  if (range) headers['content-range'] = `bytes ${start}-${end}/${stats.size}`
  else if (status === 200 && !encoding) headers['accept-ranges'] = 'bytes'
  response.writeHead(range ? 206 : status, { ...headers, 'content-length': end - start + 1 })
  if (request.method === 'HEAD' || stats.size === 0) {
    response.end()
    return
  }
  await pipeline(file.createReadStream({ start, end, autoClose: false }), response)
}
type Sending = Found & {
  request: IncomingMessage
  response: ServerResponse
  url: string
  encoding?: string
  status: number
}

/** Sends a file, compressed if there is a copy that the browser takes. @returns false when there is no such file */
const sendFile = async ({
  root,
  ...to
}: Omit<Sending, keyof Found | 'encoding'> & { root: string }) => {
  const found = await openFile({ root, url: to.url })
  if (!found) return false
  const copy = await openCopy({ root, ...to })
  try {
    await sendOpen({ ...to, ...(copy ?? found) })
  } finally {
    await found.file.close()
    await copy?.file.close()
  }
  return true
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
  response.setHeader('cache-control', CACHING.asked)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const [url = '/', query] = partsOf(request.url ?? '/')
  if (url === searchUrl()) return passOnSearch({ cms, query: query ?? '', request, response })
  const to = { root, request, response }
  if (!originalOf(url) && (await sendFile({ ...to, url, status: 200 }))) return
  const folder = await openFile({ root, url: `${url}/` })
  if (folder) {
    await folder.file.close()
    response.writeHead(301, { location: `${url}/${query ? `?${query}` : ''}` }).end()
    return
  }
  if (await sendFile({ ...to, url: notFoundUrl(), status: 404 })) return
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404\n')
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
