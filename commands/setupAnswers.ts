import { z } from 'zod'
import { Refused } from './environment'

const LEAST_PASSWORD = 8

const text = (most: number) =>
  z
    .string('is missing')
    .trim()
    .min(1, 'is missing')
    .max(most, `must have at most ${most} characters`)
const email = z.string('is missing').trim().toLowerCase().pipe(z.email('must be an e-mail address'))
const password = z
  .string('is missing')
  .min(LEAST_PASSWORD, `must have at least ${LEAST_PASSWORD} characters`)

const SCHEMA = z.object({
  BUREAU_SITE_NAME: text(100),
  BUREAU_SITE_DOMAIN: text(200).regex(
    /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
    'must be a domain without http://',
  ),
  BUREAU_SITE_ID_CODE: text(10).regex(/^[0-9A-Za-z]{10}$/, 'must have 10 letters or digits'),
  BUREAU_SYSTEM_NAME: text(50),
  BUREAU_SYSTEM_EMAIL: email,
  BUREAU_SYSTEM_PASSWORD: password,
  BUREAU_SECURITY_NAME: text(50),
  BUREAU_SECURITY_EMAIL: email,
  BUREAU_SECURITY_PASSWORD: password,
  BUREAU_AUDITOR_NAME: text(50),
  BUREAU_AUDITOR_EMAIL: email,
  BUREAU_AUDITOR_PASSWORD: password,
})

/** What the environment or the terminal gave. */
export type Answers = Record<string, string | undefined>

/** What setup asks for, in this order. */
export const QUESTIONS: { name: keyof z.infer<typeof SCHEMA>; ask: string }[] = [
  { name: 'BUREAU_SITE_NAME', ask: '网站名称 Site name' },
  { name: 'BUREAU_SITE_DOMAIN', ask: '网站域名（不含 http://） Domain without http://' },
  { name: 'BUREAU_SITE_ID_CODE', ask: '网站标识码（10 位） Identification code' },
  { name: 'BUREAU_SYSTEM_NAME', ask: '系统管理员姓名 System administrator, name' },
  { name: 'BUREAU_SYSTEM_EMAIL', ask: '系统管理员邮箱 e-mail' },
  { name: 'BUREAU_SYSTEM_PASSWORD', ask: '系统管理员密码 password' },
  { name: 'BUREAU_SECURITY_NAME', ask: '安全管理员姓名 Security administrator, name' },
  { name: 'BUREAU_SECURITY_EMAIL', ask: '安全管理员邮箱 e-mail' },
  { name: 'BUREAU_SECURITY_PASSWORD', ask: '安全管理员密码 password' },
  { name: 'BUREAU_AUDITOR_NAME', ask: '审计管理员姓名 Auditor, name' },
  { name: 'BUREAU_AUDITOR_EMAIL', ask: '审计管理员邮箱 e-mail' },
  { name: 'BUREAU_AUDITOR_PASSWORD', ask: '审计管理员密码 password' },
]

/** One of the first three administrators. */
export type Account = {
  name: string
  email: string
  password: string
  duty: 'system-admin' | 'security-admin' | 'auditor'
  position: string
}

/**
 * Checks the answers: all there, well formed, and three different persons (三员分离).
 * @throws Refused with one line that names everything that is wrong
 */
export const readAnswers = (answers: Answers) => {
  const result = SCHEMA.safeParse(answers)
  if (!result.success) {
    throw new Refused(
      result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '),
    )
  }
  const { data } = result
  const accounts: Account[] = [
    {
      name: data.BUREAU_SYSTEM_NAME,
      email: data.BUREAU_SYSTEM_EMAIL,
      password: data.BUREAU_SYSTEM_PASSWORD,
      duty: 'system-admin',
      position: '系统管理员',
    },
    {
      name: data.BUREAU_SECURITY_NAME,
      email: data.BUREAU_SECURITY_EMAIL,
      password: data.BUREAU_SECURITY_PASSWORD,
      duty: 'security-admin',
      position: '安全管理员',
    },
    {
      name: data.BUREAU_AUDITOR_NAME,
      email: data.BUREAU_AUDITOR_EMAIL,
      password: data.BUREAU_AUDITOR_PASSWORD,
      duty: 'auditor',
      position: '审计管理员',
    },
  ]
  for (const key of ['name', 'email', 'password'] as const) {
    if (new Set(accounts.map((account) => account[key])).size < accounts.length) {
      throw new Refused(`The three administrators must be three persons; two have the same ${key}`)
    }
  }
  const site = {
    siteName: data.BUREAU_SITE_NAME,
    domain: data.BUREAU_SITE_DOMAIN,
    siteIdCode: data.BUREAU_SITE_ID_CODE,
  }
  return { site, accounts }
}

/** `系统管理员 张三 <zhang@example.gov.cn>, ...` */
export const administratorsOf = (accounts: Account[]) =>
  accounts
    .map(({ position, name, email: address }) => `${position} ${name} <${address}>`)
    .join(', ')
