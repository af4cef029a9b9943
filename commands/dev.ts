import { Refused, useEnvironment } from './environment'
import { runToEnd } from './processes'
import { runCommand } from './runCommand'
import { seedIfEmpty } from './seedIfEmpty'
import { assertStartable } from './site'

/** `npm run dev`: the demonstration bureau on Next's development server; pages are generated as in production. */
runCommand(async () => {
  const settings = useEnvironment('demonstration')
  await assertStartable(settings)
  await seedIfEmpty(settings)
  const code = await runToEnd({
    args: [
      'node_modules/next/dist/bin/next',
      'dev',
      '-H',
      '127.0.0.1',
      '-p',
      String(settings.port),
    ],
    env: { NODE_ENV: 'development' },
  })
  if (code !== 0) throw new Refused('The development server has ended')
})
