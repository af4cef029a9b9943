import { useEnvironment } from './environment'
import { buildIfStale } from './nextBuild'
import { runCommand } from './runCommand'
import { seedIfEmpty } from './seedIfEmpty'
import { assertStartable, serveUntilStopped, startBoth } from './site'
import { welcome } from './welcome'

/** `npm start`: the demonstration bureau, from nothing to two running servers (product.md, Commands). */
runCommand(async () => {
  const settings = useEnvironment('demonstration')
  await assertStartable(settings)
  await buildIfStale()
  await seedIfEmpty(settings)
  const running = await startBoth(settings)
  await running.settled()
  console.log(welcome(settings))
  await serveUntilStopped(running)
})
