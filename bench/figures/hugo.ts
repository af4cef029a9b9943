import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { timed } from '../samples'
import type { Comparison } from './nextPage'
import type { Text } from './texts'

/** For comparison: Hugo's full rebuild of the same posts, with their list, if there is a `hugo` on the PATH. */
const CONFIG = `baseURL = "https://www.lnciq.example/"
languageCode = "zh-CN"
title = "bench"
disableKinds = ["taxonomy", "term"]
[pagination]
pagerSize = 20
`
const SINGLE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><article><h1>{{ .Title }}</h1><p>{{ .Date.Format "2006-01-02" }}</p>{{ .Content }}</article></body></html>
`
const LIST = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><ul>{{ range (.Paginate .RegularPagesRecursive).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>
`

const run = (args: string[]) =>
  new Promise<number | null>((done) => {
    const child = spawn('hugo', args, { stdio: 'ignore' })
    child.once('error', () => done(null))
    child.once('close', (code) => done(code))
  })

const writeSite = ({ folder, texts }: { folder: string; texts: Text[] }) => {
  rmSync(folder, { recursive: true, force: true })
  for (const name of ['content/posts', 'layouts/_default']) {
    mkdirSync(join(folder, name), { recursive: true })
  }
  writeFileSync(join(folder, 'hugo.toml'), CONFIG)
  writeFileSync(join(folder, 'layouts/_default/single.html'), SINGLE)
  writeFileSync(join(folder, 'layouts/_default/list.html'), LIST)
  for (const { number, title, publishedAt, paragraphs } of texts) {
    const front = `---\n${JSON.stringify({ title, date: publishedAt })}\n---\n`
    writeFileSync(join(folder, `content/posts/${number}.md`), front + paragraphs.join('\n\n'))
  }
}

/** @returns null when there is no `hugo` */
export const measureHugo = async ({
  folder,
  texts,
}: {
  folder: string
  texts: Text[]
}): Promise<Comparison | null> => {
  if ((await run(['version'])) !== 0) return null
  writeSite({ folder, texts })
  const { result, ms } = await timed(() => run(['--source', folder, '--quiet']))
  rmSync(folder, { recursive: true, force: true })
  if (result !== 0) throw new Error(`hugo ended with ${result}`)
  return { pages: texts.length, seconds: ms / 1000, pagesPerSecond: (texts.length / ms) * 1000 }
}
