import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openStore } from './store'

/**
 * Writes, rewrites and removes pages as fast as it can until it is killed; the process that `store.kill.test.ts` kills.
 * Every page holds its own name and SHA-256, so a torn one shows.
 */
const work = async (dataDir: string) => {
  const store = await openStore({ folder: dataDir })
  process.stdout.write('ready\n')
  for (let round = 0; ; round += 1) {
    const since = store.now()
    const staged = []
    const picture = `picture ${round % 7} `.repeat(5_000)
    const sha256 = createHash('sha256').update(picture).digest('hex')
    const media = `/media/${sha256.slice(0, 16)}/p.jpg`
    const from = join(dataDir, 'picture.jpg')
    await writeFile(from, picture)
    staged.push(await store.stageMedia({ url: media, from, sha256 }))
    for (let n = 0; n < 6; n += 1) {
      const url = `/posts/2026/${(round + n) % 12}.html`
      const text = `${url} ${round} `.repeat(1 + ((round * 37 + n * 911) % 3_000))
      const hash = createHash('sha256').update(text).digest('hex')
      staged.push(
        await store.stagePage({ url, bytes: Buffer.from(`${hash}\n${text}`), media: [media] }),
      )
    }
    await store.commit({ staged, absent: [`/posts/2026/${(round + 9) % 12}.html`], since })
    if (round % 5 === 0) await store.retract({ urls: [`/posts/2026/${round % 12}.html`] })
  }
}

// Who has started it may be killed first; it must not write on for ever.
process.stdin.resume().once('end', () => process.exit())

const [, , dataDir] = process.argv
if (dataDir) void work(dataDir)
