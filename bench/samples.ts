/** What a figure is made of: at least twenty measurements, and the two numbers that speak for them. Pure. */

export type Samples = { count: number; median: number; p95: number; least: number; most: number }

/** The value below which this share of the values lies, by nearest rank. @throws for no values */
const rank = ({ values, share }: { values: number[]; share: number }) => {
  const sorted = values.toSorted((one, other) => one - other)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('Nothing was measured')
  return value
}

export const samplesOf = (values: number[]): Samples => ({
  count: values.length,
  median: rank({ values, share: 0.5 }),
  p95: rank({ values, share: 0.95 }),
  least: Math.min(...values),
  most: Math.max(...values),
})

/** How long a work takes, in milliseconds. */
export const timed = async <Result>(work: () => Promise<Result>) => {
  const start = performance.now()
  const result = await work()
  return { result, ms: performance.now() - start }
}

/** Times a work over and over, after some turns that do not count. */
export const repeated = async ({
  times,
  warmUps = 5,
  work,
}: {
  times: number
  warmUps?: number
  work: (turn: number) => Promise<unknown>
}): Promise<Samples> => {
  const values: number[] = []
  for (let turn = 0; turn < warmUps + times; turn += 1) {
    const { ms } = await timed(() => work(turn))
    if (turn >= warmUps) values.push(ms)
  }
  return samplesOf(values)
}
