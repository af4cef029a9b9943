import { ACCOUNTS, demoPassword } from '../seed/accounts'
import type { Settings } from './environment'

/** The accounts with which the walk-through of the README goes from manuscript to page. */
const SHOWN = [
  'author.food',
  'leader.food',
  'head.food',
  'secrecy',
  'office',
  'bureau',
  'system',
  'security',
  'auditor',
]

/** What `npm start` says when both servers run: where they are and who may sign in. */
export const welcome = ({ port, siteUrl }: Pick<Settings, 'port' | 'siteUrl'>) => {
  const accounts = SHOWN.flatMap((name) =>
    ACCOUNTS.filter(({ email }) => email.startsWith(`${name}@`)),
  )
  const width = Math.max(...accounts.map(({ email }) => email.length))
  return [
    '',
    `公开网站 Site  ${siteUrl}/`,
    `管理后台 CMS   http://127.0.0.1:${port}/admin`,
    '',
    `演示账号 Demo accounts (password ${demoPassword()}):`,
    ...accounts.map(({ email, name, position }) => `  ${email.padEnd(width)}  ${name} ${position}`),
    '',
    'Ctrl-C stops both.',
  ].join('\n')
}
