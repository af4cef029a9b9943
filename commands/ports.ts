import { createServer } from 'node:net'
import { Refused } from './environment'

const HOST = '127.0.0.1'

/** Listens on a port and lets go of it again; gives the port that it was, undefined when it is taken. */
const tryPort = (port: number) =>
  new Promise<number | undefined>((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, HOST, () => {
      const address = server.address()
      const found = address && typeof address === 'object' ? address.port : undefined
      server.close(() => resolve(found))
    })
  })

/** @throws Refused when something listens on the port already */
export const assertFree = async ({ name, port }: { name: string; port: number }) => {
  if ((await tryPort(port)) === undefined) {
    throw new Refused(`${name} ${port} is taken by another program on ${HOST}`)
  }
}

/** A port that nothing listens on. */
export const freePort = async () => {
  const port = await tryPort(0)
  if (port === undefined) throw new Error(`No free port on ${HOST}`)
  return port
}
