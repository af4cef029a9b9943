import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { assetUrl } from '../../collections/urls'
import type { AssetLinks } from './_components/views'

/** The files that every page loads, named by their content so that they can be kept for ever. */

const FILES = {
  stylesheet: {
    source: ['_styles', 'site.css'],
    ext: 'css',
    type: 'text/css; charset=utf-8',
  },
  script: {
    source: ['_scripts', 'site.ts'],
    ext: 'js',
    type: 'text/javascript; charset=utf-8',
  },
} as const

/** Whatever is newer is written the older way; old office machines have browsers of these years. */
const BROWSERS = ['chrome87', 'firefox78', 'safari14']

type Asset = { url: string; type: string; content: string }

/** Makes one file small enough to be sent. The synchronous call leaves no process behind. */
const made = async ({ source, ext, type }: (typeof FILES)[keyof typeof FILES]): Promise<Asset> => {
  const { buildSync } = await import('esbuild')
  const { outputFiles } = buildSync({
    entryPoints: [join(/* turbopackIgnore: true */ process.cwd(), 'app', '(site)', ...source)],
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: BROWSERS,
    external: ['/assets/*'],
    write: false,
    logLevel: 'silent',
  })
  const content = outputFiles.map(({ text }) => text).join('')
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16)
  return { url: assetUrl({ name: 'site', hash, ext }), type, content }
}

let kept: Promise<[stylesheet: Asset, script: Asset]> | null = null

/** The stylesheet and the script; made once, in development each time. */
const assets = () => {
  if (kept && process.env.NODE_ENV !== 'development') return kept
  kept = Promise.all([made(FILES.stylesheet), made(FILES.script)])
  kept.catch(() => {
    kept = null
  })
  return kept
}

/** The addresses of the files that a page loads. */
export const assetLinks = async (): Promise<AssetLinks> => {
  const [stylesheet, script] = await assets()
  return { stylesheet: stylesheet.url, script: script.url }
}

/** The asset at an address, if it is the present one. */
export const assetAt = async (url: string): Promise<Asset | null> =>
  (await assets()).find((asset) => asset.url === url) ?? null
