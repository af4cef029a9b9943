import { postUrl } from '../../collections/urls'
import { urlNumber } from './_number'

type Context = { params: Promise<{ year: string; file: string }> }

/** The path of the post that a request asks for by year and file name; null when no post can be there. */
export const postPathOf = async ({ params }: Context) => {
  const { year, file } = await params
  const number = urlNumber(/^(.+)\.html$/.exec(file)?.[1])
  return number && /^\d{4}$/.test(year) ? postUrl({ number, year: Number(year) }) : null
}
