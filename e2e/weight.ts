import { get } from 'node:http'

/** What a page weighs on its way to a visitor, in bytes, without its pictures. */
export type Weight = {
  html: Packed
  stylesheet: Packed
  /** as the browser unpacks it */
  script: number
  /** the page itself and what it loads */
  requests: number
  cookies: number
}

/** Sizes as they are sent. */
type Packed = { br: number; gzip: number }

type Answer = { bytes: Buffer; encoding: string | undefined; cookies: number }

const ask = (address: string, accepted: string) =>
  new Promise<Answer>((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': accepted }, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          bytes: Buffer.concat(chunks),
          encoding: response.headers['content-encoding'],
          cookies: response.headers['set-cookie']?.length ?? 0,
        }),
      )
    }).on('error', reject)
  })

/** @throws when it does not come in this encoding */
const sizeIn = async (address: string, accepted: string) => {
  const { bytes, encoding } = await ask(address, accepted)
  if (encoding === accepted) return bytes.length
  throw new Error(`${address} does not come in ${accepted}`)
}

const packed = async (address: string): Promise<Packed> => ({
  br: await sizeIn(address, 'br'),
  gzip: await sizeIn(address, 'gzip'),
})

const LOADED =
  /<(?:link rel="(?:stylesheet|icon|preload)"[^>]*? href|script[^>]*? src)="(\/[^"]+)"/g

/**
 * Weighs a page as the site sends it.
 * @throws when page or stylesheet do not come compressed
 */
export const weigh = async (site: string, path: string): Promise<Weight> => {
  const { bytes, cookies } = await ask(site + path, '')
  const loaded = [...bytes.toString().matchAll(LOADED)].map(([, url]) => site + url)
  const sum = async (urls: string[]) => {
    const sizes = await Promise.all(urls.map(packed))
    return {
      br: sizes.reduce((total, { br }) => total + br, 0),
      gzip: sizes.reduce((total, { gzip }) => total + gzip, 0),
    }
  }
  const scripts = await Promise.all(
    loaded.filter((url) => url.endsWith('.js')).map((url) => ask(url, '')),
  )
  return {
    html: await packed(site + path),
    stylesheet: await sum(loaded.filter((url) => url.endsWith('.css'))),
    script: scripts.reduce((total, script) => total + script.bytes.length, 0),
    requests: 1 + loaded.length,
    cookies: scripts.reduce((total, script) => total + script.cookies, cookies),
  }
}
