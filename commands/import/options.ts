import { parseArgs } from 'node:util'
import { Refused } from '../environment'
import type { ReprintedFrom } from './manuscriptOf'

export type ImportOptions = {
  folder: string
  column: string
  email: string
  from: ReprintedFrom | undefined
}

const USAGE =
  '用法：npm run import -- <文件夹> --column policies/laws --as <信息员邮箱> [--source-name <来源网站> --source-url <网址>]'

const isWebAddress = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

const read = (args: string[]) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        column: { type: 'string' },
        as: { type: 'string' },
        'source-name': { type: 'string' },
        'source-url': { type: 'string' },
      },
    })
  } catch {
    throw new Refused(USAGE)
  }
}

/**
 * What the command line asks for. Where the texts were taken from is given whole or not at all.
 * @throws Refused with the usage, or with the one thing that is wrong
 */
export const optionsOf = (args: string[]): ImportOptions => {
  const { positionals, values } = read(args)
  const [folder, ...more] = positionals
  const { column, as: email, 'source-name': name, 'source-url': url } = values
  if (!folder || more.length > 0 || !column || !email) throw new Refused(USAGE)
  if (!name !== !url) throw new Refused('--source-name 和 --source-url 须同时给出')
  if (url && !isWebAddress(url)) throw new Refused(`--source-url ${url} 不是网址`)
  return { folder, column, email, from: name && url ? { name, url } : undefined }
}
