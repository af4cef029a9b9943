import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runBench } from '../bench/run'
import { benchSite } from '../bench/site'
import { runSoak, soakLines } from '../bench/soak'
import { Refused, useEnvironment } from './environment'
import { buildIfStale } from './nextBuild'
import { runCommand } from './runCommand'

const SMALL = 1_000
const LARGE = 100_000
const TIMES = 30
const LEAST_TIMES = 20
const SOAK_MINUTES = 10
const MOST_GROWTH = 0.2

const wholeNumber = ({ name, text, least }: { name: string; text: string; least: number }) => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least) return value
  throw new Refused(`--${name} wants a number of at least ${least}`)
}

const soak = async (asked: { folder: string; minutes: number }) => {
  await buildIfStale()
  const { holds, lines } = soakLines(await runSoak(asked), { mostGrowth: MOST_GROWTH })
  console.log(lines.join('\n'))
  if (!holds) throw new Refused('It did not hold')
}

const site = async () => {
  const { table, faults } = await benchSite()
  console.log([table, ...faults].join('\n'))
}

/**
 * `npm run bench`: how fast the built application is with 1,000 and with 100,000 posts, against its targets. `-- --posts
 * <n>` takes another size for the large one, `--times <n>` measures each figure so often, `--keep` uses the bureaus of an
 * earlier run and keeps them. `-- --soak` publishes and kills for ten minutes, or for `--minutes`, and proves the result. `-- --site` weighs the
 * pages of the demonstration's site and has Lighthouse judge them.
 */
runCommand(async () => {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: String(LARGE) },
      times: { type: 'string', default: String(TIMES) },
      keep: { type: 'boolean', default: false },
      soak: { type: 'boolean', default: false },
      site: { type: 'boolean', default: false },
      minutes: { type: 'string', default: String(SOAK_MINUTES) },
    },
  })
  const posts = wholeNumber({ name: 'posts', text: values.posts, least: 1 })
  const times = wholeNumber({ name: 'times', text: values.times, least: LEAST_TIMES })
  const minutes = wholeNumber({ name: 'minutes', text: values.minutes, least: 3 })
  const { dataDir } = useEnvironment('demonstration')
  if (values.site) return site()
  if (values.soak) return soak({ folder: join(dataDir, 'bench'), minutes })
  const { table } = await runBench({
    dataDir,
    sizes: [Math.min(SMALL, posts), posts],
    times,
    isKept: values.keep,
  })
  console.log(table)
})
