import { get, type IncomingMessage, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { searchUrl } from '../collections/urls'
import { LONGEST_QUERY } from '../generator/search/query'

const TIMEOUT_MS = 10_000

/** Ten thousand Chinese signs in an address are 90,000 bytes: they are cut, not refused. */
export const LONGEST_HEAD = 131_072

const UNAVAILABLE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>搜索服务暂时不可用</title>
</head>
<body>
<main>
<h1>搜索服务暂时不可用</h1>
<p>系统正在维护，请稍后再试。网站的其他内容可以正常浏览。</p>
<p><a href="/">返回首页</a> <a href="/map/">查看网站地图</a></p>
</main>
</body>
</html>
`

/** The query that the CMS gets: a longer one than it reads is cut, and noticed as too long there. */
const shortened = (query: string) => {
  const params = new URLSearchParams(query)
  const typed = params.get('q')
  if (typed) params.set('q', [...typed].slice(0, LONGEST_QUERY + 1).join(''))
  return params.toString().slice(0, LONGEST_HEAD / 16)
}

const answerOf = (address: URL) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    // Of the visitor nothing goes along but the query: the CMS sees nobody.
    get(address, { signal: AbortSignal.timeout(TIMEOUT_MS) }, resolve).on('error', reject)
  })

/** Has the CMS answer a search; says so when it can't. */
export const passOnSearch = async ({
  cms,
  query,
  request,
  response,
}: {
  cms: string
  query: string
  request: IncomingMessage
  response: ServerResponse
}) => {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  try {
    const answer = await answerOf(new URL(`${searchUrl()}?${shortened(query)}`, cms))
    response.writeHead(answer.statusCode ?? 502, headers)
    if (request.method === 'HEAD') {
      answer.destroy()
      response.end()
    } else {
      await pipeline(answer, response)
    }
  } catch (error) {
    if (response.headersSent) throw error
    const body = request.method === 'HEAD' ? '' : UNAVAILABLE
    response.writeHead(503, { ...headers, 'retry-after': '30' }).end(body)
  }
}
