import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assetUrl } from '../../collections/urls'
import type { AssetLinks } from './_components/views'

/** The files that every page loads, named by their content so that they can be kept for ever. */

const STYLES = ['app', '(site)', '_styles']
const FILES = {
  stylesheet: { name: 'site', ext: 'css', type: 'text/css; charset=utf-8' },
  icon: { name: 'icon', ext: 'svg', type: 'image/svg+xml' },
} as const

type Asset = { url: string; type: string; content: string }

const read = async ({ name, ext, type }: (typeof FILES)[keyof typeof FILES]): Promise<Asset> => {
  const content = await readFile(
    join(/* turbopackIgnore: true */ process.cwd(), ...STYLES, `${name}.${ext}`),
    'utf8',
  )
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16)
  return { url: assetUrl({ name, hash, ext }), type, content }
}

let kept: Promise<[stylesheet: Asset, icon: Asset]> | null = null

/** The stylesheet and the icon; read once, in development each time. */
const assets = () => {
  if (kept && process.env.NODE_ENV === 'production') return kept
  kept = Promise.all([read(FILES.stylesheet), read(FILES.icon)])
  kept.catch(() => {
    kept = null
  })
  return kept
}

/** The addresses of the files that a page loads. */
export const assetLinks = async (): Promise<AssetLinks> => {
  const [stylesheet, icon] = await assets()
  return { stylesheet: stylesheet.url, icon: icon.url }
}

/** The asset at an address, if it is the present one. */
export const assetAt = async (url: string): Promise<Asset | null> =>
  (await assets()).find((asset) => asset.url === url) ?? null
