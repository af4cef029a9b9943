import { expect, it } from 'vitest'
import { QUESTIONS, readAnswers } from './setupAnswers'

const ANSWERS = {
  BUREAU_SITE_NAME: '示例出入境检验检疫局',
  BUREAU_SITE_DOMAIN: 'www.example.gov.cn',
  BUREAU_SITE_ID_CODE: 'bm36000001',
  BUREAU_SYSTEM_NAME: '王建国',
  BUREAU_SYSTEM_EMAIL: 'Wang@Example.gov.cn',
  BUREAU_SYSTEM_PASSWORD: 'first-password',
  BUREAU_SECURITY_NAME: '李明',
  BUREAU_SECURITY_EMAIL: 'li@example.gov.cn',
  BUREAU_SECURITY_PASSWORD: 'second-password',
  BUREAU_AUDITOR_NAME: '赵敏',
  BUREAU_AUDITOR_EMAIL: 'zhao@example.gov.cn',
  BUREAU_AUDITOR_PASSWORD: 'third-password',
}

it('makes three accounts of one duty each and the settings of the site', () => {
  const { site, accounts } = readAnswers(ANSWERS)
  expect(site).toEqual({
    siteName: '示例出入境检验检疫局',
    domain: 'www.example.gov.cn',
    siteIdCode: 'bm36000001',
  })
  expect(accounts.map(({ email, duty }) => [email, duty])).toEqual([
    ['wang@example.gov.cn', 'system-admin'],
    ['li@example.gov.cn', 'security-admin'],
    ['zhao@example.gov.cn', 'auditor'],
  ])
})

it('asks for everything that it reads', () => {
  expect(QUESTIONS.map(({ name }) => name).sort()).toEqual(Object.keys(ANSWERS).sort())
})

it('names everything that is missing in one line', () => {
  expect(() => readAnswers({})).toThrow(
    /^BUREAU_SITE_NAME is missing; .*BUREAU_AUDITOR_PASSWORD is missing$/,
  )
})

it.each([
  ['BUREAU_SITE_DOMAIN', 'https://www.example.gov.cn'],
  ['BUREAU_SITE_ID_CODE', '123'],
  ['BUREAU_SYSTEM_EMAIL', 'wang'],
  ['BUREAU_SYSTEM_PASSWORD', 'short'],
  ['BUREAU_AUDITOR_NAME', '  '],
])('refuses %s=%s', (name, value) => {
  expect(() => readAnswers({ ...ANSWERS, [name]: value })).toThrow(name)
})

it.each([
  ['BUREAU_AUDITOR_EMAIL', 'LI@example.gov.cn', 'email'],
  ['BUREAU_AUDITOR_NAME', '李明', 'name'],
  ['BUREAU_AUDITOR_PASSWORD', 'second-password', 'password'],
])('refuses one person in two places: %s', (name, value, key) => {
  expect(() => readAnswers({ ...ANSWERS, [name]: value })).toThrow(`the same ${key}`)
})
