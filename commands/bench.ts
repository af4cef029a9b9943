import { parseArgs } from 'node:util'
import { runBench } from '../bench/run'
import { Refused, useEnvironment } from './environment'
import { runCommand } from './runCommand'

const SMALL = 1_000
const LARGE = 100_000
const TIMES = 30
const LEAST_TIMES = 20

const wholeNumber = ({ name, text, least }: { name: string; text: string; least: number }) => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least) return value
  throw new Refused(`--${name} wants a number of at least ${least}`)
}

/**
 * `npm run bench`: how fast the built application is with 1,000 and with 100,000 posts, against its targets. `-- --posts
 * <n>` takes another size for the large one, `--times <n>` measures each figure so often, `--keep` uses the bureaus of an
 * earlier run and keeps them.
 */
runCommand(async () => {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: String(LARGE) },
      times: { type: 'string', default: String(TIMES) },
      keep: { type: 'boolean', default: false },
    },
  })
  const posts = wholeNumber({ name: 'posts', text: values.posts, least: 1 })
  const times = wholeNumber({ name: 'times', text: values.times, least: LEAST_TIMES })
  const { dataDir } = useEnvironment('demonstration')
  const { table } = await runBench({
    dataDir,
    sizes: [Math.min(SMALL, posts), posts],
    times,
    isKept: values.keep,
  })
  console.log(table)
})
