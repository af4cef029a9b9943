/** How a file may be compressed, the smallest first: the name in the headers, and the end of the copy's name. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const

const weightOf = (item: string) => {
  const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((part) => part.startsWith('q='))?.slice(2)
  return [name, Number(weight ?? 1)] as const
}

/** The encodings that a browser takes, by its `Accept-Encoding`; what it gives a weight of 0 it does not take. */
export const encodingsFor = (header: string | undefined) => {
  const weights = new Map((header ?? '').split(',').map(weightOf))
  return ENCODINGS.filter(({ name }) => (weights.get(name) ?? weights.get('*') ?? 0) > 0)
}
