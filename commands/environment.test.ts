import { describe, expect, it } from 'vitest'
import { readSettings } from './environment'

const PRODUCTION = {
  DATABASE_URL: 'mongodb://127.0.0.1:27017/bureau',
  PAYLOAD_SECRET: 'x'.repeat(32),
  SERVER_URL: 'https://cms.example.gov.cn',
  SITE_URL: 'https://www.example.gov.cn',
}

const problems = (input: Parameters<typeof readSettings>[0]) => {
  const read = readSettings(input)
  return 'problems' in read ? read.problems : []
}

describe('a production server', () => {
  it('takes complete settings', () => {
    expect(readSettings({ env: PRODUCTION, kind: 'production' })).toMatchObject({
      settings: { port: 3000, sitePort: 8080, siteUrl: 'https://www.example.gov.cn' },
    })
  })

  it.each(['DATABASE_URL', 'PAYLOAD_SECRET', 'SERVER_URL', 'SITE_URL'])(
    'refuses without %s',
    (name) => {
      const expected = [`${name} is missing`]
      expect(problems({ env: { ...PRODUCTION, [name]: undefined }, kind: 'production' })).toEqual(
        expected,
      )
      expect(problems({ env: { ...PRODUCTION, [name]: '' }, kind: 'production' })).toEqual(expected)
    },
  )

  it('names everything that is wrong at once', () => {
    expect(problems({ env: {}, kind: 'production' })).toHaveLength(4)
  })

  it('counts the secret in bytes', () => {
    const env = { ...PRODUCTION, PAYLOAD_SECRET: '密'.repeat(11) }
    expect(problems({ env, kind: 'production' })).toEqual([])
    expect(
      problems({ env: { ...env, PAYLOAD_SECRET: '密'.repeat(10) }, kind: 'production' }),
    ).toEqual(['PAYLOAD_SECRET must have at least 32 bytes'])
  })
})

describe('every command', () => {
  it('has a default for everything and keeps all data in one folder', () => {
    const read = readSettings({
      env: { DATA_DIR: '/srv/bureau', PORT: '3100' },
      kind: 'demonstration',
    })
    expect(read).toMatchObject({
      settings: {
        databaseUrl: 'file:///srv/bureau/bureau.db',
        serverUrl: 'http://127.0.0.1:3100',
        siteUrl: 'http://127.0.0.1:8080',
        dataDir: '/srv/bureau',
      },
    })
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['PORT', '30 00'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['SITE_PORT', '3000.5'],
    ['SITE_PORT', '3000'],
    ['DATABASE_URL', 'postgres://x'],
    ['DATABASE_URL', 'file:'],
    ['DATABASE_URL', 'mongodb://'],
    ['DATABASE_URL', './data/bureau.db'],
    ['SERVER_URL', 'cms.example.gov.cn'],
    ['SERVER_URL', 'ftp://cms.example.gov.cn'],
    ['SERVER_URL', 'https://cms.example.gov.cn/'],
    ['SITE_URL', 'https://www.example.gov.cn/site'],
    ['SITE_URL', 'javascript:alert(1)'],
    ['PAYLOAD_SECRET', 'short'],
  ])('refuses %s=%s and names it', (name, value) => {
    const found = problems({ env: { [name]: value }, kind: 'demonstration' })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^${name} `))
  })
})
