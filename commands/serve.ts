import { Refused, useEnvironment } from './environment'
import { isBuilt } from './nextBuild'
import { runCommand } from './runCommand'
import { assertStartable, serveUntilStopped, startBoth } from './site'

/** `npm run serve`: production. Every setting that matters must be given; nothing is seeded (product.md, Commands). */
runCommand(async () => {
  const settings = useEnvironment('production')
  await assertStartable(settings)
  if (!isBuilt()) throw new Refused('There is no build of these sources; run `npm run build` first')
  const running = await startBoth(settings)
  console.log(`CMS  http://127.0.0.1:${settings.port}/admin for ${settings.serverUrl}`)
  console.log(`Site http://127.0.0.1:${settings.sitePort}/ for ${settings.siteUrl}`)
  await serveUntilStopped(running)
})
