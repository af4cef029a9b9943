import { findBrowser } from './browser'
import { Refused } from './environment'
import { runToEnd } from './processes'
import { runCommand } from './runCommand'

const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js'
const LOOKS = 'everyone-sees-the-same-looks'

/** `npm run looks`: takes the pictures in e2e/looks anew that pages are compared with. For developers, who look at them. */
runCommand(async () => {
  const browser = await findBrowser()
  if (!browser) throw new Refused('There is no Chromium; set CHROMIUM_PATH')
  const code = await runToEnd({
    args: [PLAYWRIGHT, 'test', LOOKS, '--update-snapshots=changed', '--reporter=list'],
    env: { CHROMIUM_PATH: browser, BUREAU_SITE: 'http://looks.test' },
  })
  if (code !== 0) throw new Refused('The pictures could not be taken')
})
