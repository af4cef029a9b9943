import { chmod } from 'node:fs/promises'
import { createServer } from 'node:http'
import createApplication from 'next'
import { DRAW_URL } from '../collections/urls'

/**
 * The program of a second server that only draws pages: the same built application, on a socket in the data folder that
 * nobody else may open, for as long as the process that started it lives. See `renderProcess.ts`.
 */
const [, , socketPath = ''] = process.argv

const application = createApplication({ dev: false, hostname: '127.0.0.1', port: 0 })
await application.prepare()
const answer = application.getRequestHandler()

const server = createServer((incoming, response) => {
  if (incoming.method === 'GET' || incoming.url === DRAW_URL) void answer(incoming, response)
  else response.writeHead(405).end()
})
server.listen(socketPath, async () => {
  await chmod(socketPath, 0o600)
  process.send?.('ready')
})
