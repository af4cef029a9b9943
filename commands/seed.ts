import { parseArgs } from 'node:util'
import { getPayload, type Payload } from 'payload'
import { currentNumber, nextNumber } from '../collections/counters/nextNumber'
import { forgetStamp } from '../generator/generationStamp'
import { seedDemonstration } from '../seed'
import { OtherBench, seedBench } from '../seed/bench'
import { Refused, useEnvironment } from './environment'
import { progress } from './progress'
import { runCommand } from './runCommand'
import { seedIfEmpty } from './seedIfEmpty'

const BEGUN = 'seed-begun'
const FINISHED = 'seed-finished'
const MOST_POSTS = 999_999

/** @returns whether there is something to do */
const isWanted = async (payload: Payload, isQuiet: boolean) => {
  if ((await currentNumber({ payload, key: FINISHED })) > 0 && isQuiet) return false
  if ((await currentNumber({ payload, key: BEGUN })) > 0) {
    const isWhole = (await currentNumber({ payload, key: FINISHED })) > 0
    throw new Refused(
      isWhole
        ? 'The demonstration bureau is in this database already'
        : 'An earlier seed was cut short; remove the data folder (and the database) and start again',
    )
  }
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  if (totalDocs === 0) return true
  if (isQuiet) return false
  throw new Refused('The database holds a bureau already; the demonstration needs an empty one')
}

/** A bar that is drawn with the first news and follows what is done. */
const barOf = (look: { label: string; unit: string }) => {
  let bar: ReturnType<typeof progress> | undefined
  let shown = 0
  return {
    show: ({ done, total }: { done: number; total: number }) => {
      if (bar) bar.tick(done - shown)
      else bar = progress({ ...look, total: total - done })
      shown = done
    },
    finish: () => bar?.done(),
  }
}

const demonstration = async (payload: Payload, isQuiet: boolean) => {
  if (!(await isWanted(payload, isQuiet))) return
  await nextNumber({ payload, key: BEGUN })
  const bar = barOf({ label: '建立演示数据', unit: '篇' })
  await seedDemonstration({ payload, now: new Date(), onProgress: bar.show })
  bar.finish()
  await nextNumber({ payload, key: FINISHED })
}

const benchData = async (payload: Payload, posts: number) => {
  if ((await currentNumber({ payload, key: FINISHED })) === 0) {
    throw new Refused('Bench data come on top of the demonstration, which is not in this database')
  }
  const bar = barOf({ label: '建立测试数据', unit: '篇' })
  try {
    await seedBench({ payload, posts, now: new Date(), onProgress: bar.show })
  } catch (error) {
    if (error instanceof OtherBench) throw new Refused(`${error.message}; ask for as many`)
    throw error
  } finally {
    bar.finish()
  }
}

const readOptions = () => {
  const { values } = parseArgs({
    options: { posts: { type: 'string' }, 'if-empty': { type: 'boolean' } },
  })
  const posts = values.posts === undefined ? undefined : Number(values.posts)
  if (posts !== undefined && !(Number.isInteger(posts) && posts > 0 && posts <= MOST_POSTS)) {
    throw new Refused(`--posts wants a number from 1 to ${MOST_POSTS}`)
  }
  return { posts, isQuiet: values['if-empty'] ?? false }
}

/**
 * `npm run seed`: the demonstration bureau into an empty database; `--if-empty` does nothing where there is one.
 * `-- --posts <n>` adds so many bench posts to it (see seed/bench/mark.ts), on an empty database the demonstration first.
 */
runCommand(async () => {
  const { posts, isQuiet } = readOptions()
  const settings = useEnvironment('demonstration')
  if (posts !== undefined) await seedIfEmpty(settings)
  const { default: config } = await import('../payload.config')
  const payload = await getPayload({ config })
  if (posts === undefined) await demonstration(payload, isQuiet)
  else {
    await benchData(payload, posts)
    // Their pages were never written: the generator is to make every page.
    await forgetStamp(settings.dataDir)
  }
  await payload.destroy()
})
