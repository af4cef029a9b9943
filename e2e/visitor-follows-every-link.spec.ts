import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ACCOUNTS } from '../seed/accounts'
import { crawl } from '../testing/crawl'

/** What `seed/frame.ts` says of the site. */
const SITE = {
  name: '辽宁出入境检验检疫局',
  domain: 'www.lnciq.example',
  idCode: 'bm99210001',
  secrets: ACCOUNTS.map(({ email }) => email),
}

test('every page of the site holds to the rules and leads somewhere', async () => {
  test.setTimeout(180_000)
  const root = join(process.env.BUREAU_DATA ?? '', 'public_html')
  const site = { ...SITE, origin: process.env.BUREAU_SITE ?? '' }
  // What other tests publish or withdraw meanwhile is in the pages a moment later.
  await expect(async () => {
    const { pages, faults } = await crawl({ root, site })
    expect(faults).toEqual([])
    expect(pages).toBeGreaterThan(200)
  }).toPass({ timeout: 150_000 })
})
