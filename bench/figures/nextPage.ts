import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Refused } from '../../commands/environment'
import { timed } from '../samples'
import type { Text } from './texts'

/**
 * For comparison: the same posts as a `page.tsx` with `generateStaticParams`, the way that Next's own guides show. A small
 * application of its own in the bench's folder; it finds Next and React in the folder above.
 */
const PAGE = `import texts from '../../../texts.json'

export const dynamicParams = false
export const generateStaticParams = () => texts.map(({ number }) => ({ number: String(number) }))

export default async function Page({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params
  const text = texts.find((one) => String(one.number) === number)
  if (!text) return null
  return (
    <article>
      <h1>{text.title}</h1>
      <p><time dateTime={text.publishedAt}>{text.publishedAt.slice(0, 10)}</time></p>
      {text.paragraphs.map((paragraph, index) => <p key={index}>{paragraph}</p>)}
    </article>
  )
}
`
const LAYOUT = `export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="zh-CN"><body>{children}</body></html>
}
`
const CONFIG = `export default {
  typescript: { ignoreBuildErrors: true },
}
`

export type Comparison = { pages: number; seconds: number; pagesPerSecond: number }

const writeApplication = ({ folder, texts }: { folder: string; texts: Text[] }) => {
  const page = join(folder, 'app/posts/[number]')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(page, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  writeFileSync(join(folder, 'next.config.mjs'), CONFIG)
  writeFileSync(join(folder, 'app/layout.tsx'), LAYOUT)
  writeFileSync(join(page, 'page.tsx'), PAGE)
  writeFileSync(join(folder, 'texts.json'), JSON.stringify(texts))
}

const build = (folder: string) =>
  new Promise<string>((done, fail) => {
    const child = spawn(
      process.execPath,
      [resolve('node_modules/next/dist/bin/next'), 'build', '--webpack'],
      {
        cwd: folder,
        env: {
          ...process.env,
          NODE_ENV: 'production',
          NEXT_TELEMETRY_DISABLED: '1',
        },
      },
    )
    let lines = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        lines += chunk
      })
    }
    child.once('error', fail)
    child.once('close', (code) => (code === 0 ? done(lines) : fail(new Refused(lines))))
  })

/** The seconds of `(2003/2003) in 9.4s`: what Next itself says of its static pages, without the compiling. */
const saidSeconds = (lines: string) => {
  const found = /static pages.*\((\d+)\/\1\) in ([\d.]+)(ms|s)/.exec(lines)
  return found ? Number(found[2]) / (found[3] === 'ms' ? 1000 : 1) : null
}

const pagesIn = (folder: string) =>
  readdirSync(join(folder, '.next/server/app/posts')).filter(
    (name) =>
      name.endsWith('.html') && statSync(join(folder, '.next/server/app/posts', name)).size > 0,
  ).length

/** How fast Next makes the pages: its static generation alone where it says so, else its whole build. */
export const measureNextPage = async ({
  folder,
  texts,
}: {
  folder: string
  texts: Text[]
}): Promise<Comparison> => {
  writeApplication({ folder, texts })
  const { result: lines, ms } = await timed(() => build(folder))
  const seconds = saidSeconds(lines) ?? ms / 1000
  const pages = pagesIn(folder)
  rmSync(folder, { recursive: true, force: true })
  if (pages !== texts.length) throw new Error(`Next made ${pages} of ${texts.length} pages`)
  return { pages, seconds, pagesPerSecond: pages / seconds }
}
