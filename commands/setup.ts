import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { getPayload, type Payload } from 'payload'
import { Refused, useEnvironment } from './environment'
import { runCommand } from './runCommand'
import {
  type Account,
  type Answers,
  administratorsOf,
  QUESTIONS,
  readAnswers,
} from './setupAnswers'

/** Asks for what the environment does not give. A password is not shown while it is typed. */
const askMissing = async (given: Answers): Promise<Answers> => {
  let isSecret = false
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      if (!isSecret) process.stdout.write(chunk)
      done()
    },
  })
  const terminal = createInterface({ input: process.stdin, output, terminal: true })
  const answers: Answers = {}
  try {
    for (const { name, ask } of QUESTIONS) {
      const known = given[name]
      if (known) continue
      process.stdout.write(`${ask}: `)
      isSecret = name.endsWith('_PASSWORD')
      answers[name] = await terminal.question('')
      if (isSecret) process.stdout.write('\n')
      isSecret = false
    }
  } finally {
    terminal.close()
  }
  return { ...given, ...answers }
}

/** True when this account was made by a setup with the same answers that broke off. */
const isOurs = ({
  user,
  accounts,
}: {
  user: { email: string; duties?: string[] | null }
  accounts: Account[]
}) => accounts.some(({ email, duty }) => email === user.email && user.duties?.join() === duty)

const assertNew = async ({ payload, accounts }: { payload: Payload; accounts: Account[] }) => {
  const { docs } = await payload.find({
    collection: 'users',
    depth: 0,
    limit: accounts.length + 1,
    pagination: false,
    overrideAccess: true,
  })
  const isUnfinished =
    docs.length < accounts.length && docs.every((user) => isOurs({ user, accounts }))
  if (docs.length > 0 && !isUnfinished) {
    throw new Refused('There are users already; setup is for a new database only')
  }
  return accounts.filter(({ email }) => docs.every((user) => user.email !== email))
}

/**
 * `npm run setup`: the first three administrators of a real bureau and the name of its site, on a database without users
 * (product.md, Commands). Answers come from the environment or the terminal. One that broke off may be run again.
 */
runCommand(async () => {
  useEnvironment('demonstration')
  const answers = process.stdin.isTTY ? await askMissing(process.env) : process.env
  const { site, accounts } = readAnswers(answers)
  const { default: config } = await import('../payload.config')
  const payload = await getPayload({ config })
  const missing = await assertNew({ payload, accounts })
  await payload.updateGlobal({ slug: 'site-settings', data: site, overrideAccess: true })
  for (const { email, name, password, duty, position } of missing) {
    await payload.create({
      collection: 'users',
      data: { email, name, password, position, duties: [duty], active: true },
      overrideAccess: true,
    })
  }
  console.log(`${site.siteName}: ${administratorsOf(accounts)}`)
})
