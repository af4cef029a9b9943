import { getPayload, type Payload } from 'payload'
import { currentNumber, nextNumber } from '../collections/counters/nextNumber'
import { seedDemonstration } from '../seed'
import { Refused, useEnvironment } from './environment'
import { progress } from './progress'
import { runCommand } from './runCommand'

const BEGUN = 'seed-begun'
const FINISHED = 'seed-finished'

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

/** `npm run seed`: the demonstration bureau into an empty database; `--if-empty` does nothing where there is one. */
runCommand(async () => {
  useEnvironment('demonstration')
  const { default: config } = await import('../payload.config')
  const payload = await getPayload({ config })
  if (await isWanted(payload, process.argv.includes('--if-empty'))) {
    await nextNumber({ payload, key: BEGUN })
    let bar: ReturnType<typeof progress> | undefined
    await seedDemonstration({
      payload,
      now: new Date(),
      onProgress: ({ done, total }) => {
        if (bar) bar.tick(done > 0 ? 1 : 0)
        else bar = progress({ label: '建立演示数据', total, unit: '篇' })
      },
    })
    bar?.done()
    await nextNumber({ payload, key: FINISHED })
  }
  await payload.destroy()
})
