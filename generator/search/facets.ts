/** By what results are narrowed, and how often each value occurs among them. Pure. */

export const FACETS = ['column', 'department', 'year', 'kind'] as const
export type Facet = (typeof FACETS)[number]

/** A value of each facet: ids of column and department, the year, the kind. */
export type Labels = Record<Facet, string>

/** What a visitor chose: for a facet the values of which one must be there; none means any. */
export type Filters = Partial<Record<Facet, string[]>>

const SPAN = 4096

/**
 * The four numbers of a post's values as one, so that they are read as one. SQLite gives them back as text, and they
 * stay below the 53 bits that are exact.
 * @throws when a facet has too many values to be told apart
 */
export const packed = (numbers: Record<Facet, number>) =>
  FACETS.reduce((sum, facet) => {
    const number = numbers[facet]
    if (number >= SPAN) throw new Error(`The facet ${facet} has more than ${SPAN} values`)
    return sum * SPAN + number
  }, 0)

/** The four numbers again, in the order of FACETS. */
export const unpacked = (pack: number) => {
  const numbers: number[] = []
  for (let rest = pack; numbers.length < FACETS.length; rest = Math.floor(rest / SPAN)) {
    numbers.unshift(rest % SPAN)
  }
  return numbers
}

/** How many hits pass all filters, and how many each value has among those that pass the filters of other facets. */
export type Counts = { total: number; values: Record<Facet, Map<number, number>> }

/**
 * Counts hits.
 * @param packs the packed values of each hit
 * @param chosen the numbers of the chosen values
 */
export const countFacets = ({
  packs,
  chosen,
}: {
  packs: number[]
  chosen: Partial<Record<Facet, Set<number>>>
}): Counts => {
  const values = {
    column: new Map<number, number>(),
    department: new Map<number, number>(),
    year: new Map<number, number>(),
    kind: new Map<number, number>(),
  }
  const sets = FACETS.map((facet) => chosen[facet])
  let total = 0
  for (const [pack, times] of tally(packs)) {
    const parts = unpacked(pack)
    const missed = parts.flatMap((part, index) =>
      sets[index] && !sets[index].has(part) ? [index] : [],
    )
    if (missed.length === 0) total += times
    for (const [index, facet] of FACETS.entries()) {
      if (missed.some((other) => other !== index)) continue
      const part = parts[index] ?? 0
      values[facet].set(part, (values[facet].get(part) ?? 0) + times)
    }
  }
  return { total, values }
}

const tally = (packs: number[]) => {
  const times = new Map<number, number>()
  for (const pack of packs) times.set(pack, (times.get(pack) ?? 0) + 1)
  return times
}
