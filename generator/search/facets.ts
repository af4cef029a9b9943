/** By what results are narrowed, and how often each value occurs among them. Pure. */

export const FACETS = [
  'column',
  'department',
  'year',
  'kind',
  'topic',
  'issuer',
  'validity',
] as const
export type Facet = (typeof FACETS)[number]

/** A value of each facet: ids of column and department, the year, the kind, what a policy file says; empty for none. */
export type Labels = Record<Facet, string>

/** What a visitor chose: for a facet the values of which one must be there; none means any. */
export type Filters = Partial<Record<Facet, string[]>>

/** So many values of a facet can be told apart; 0 stands for none. */
export const SPAN = 4096
/** So many stay together below the 53 bits that are exact. */
const PER_NUMBER = 4

const GROUPS = Array.from({ length: Math.ceil(FACETS.length / PER_NUMBER) }, (_, index) =>
  FACETS.slice(index * PER_NUMBER, (index + 1) * PER_NUMBER),
)

/**
 * The numbers of a post's values in one short text, so that they are read as one.
 * @throws when a facet has too many values to be told apart
 */
export const packed = (numbers: Record<Facet, number>): string =>
  GROUPS.map((group) =>
    group.reduce((sum, facet) => {
      const number = numbers[facet]
      if (number >= SPAN) throw new Error(`The facet ${facet} has more than ${SPAN} values`)
      return sum * SPAN + number
    }, 0),
  ).join('.')

/** The numbers again, in the order of FACETS. */
export const unpacked = (pack: string): number[] => {
  const sums = pack.split('.').map(Number)
  return GROUPS.flatMap((group, index) => {
    const numbers: number[] = []
    for (
      let rest = sums[index] ?? 0;
      numbers.length < group.length;
      rest = Math.floor(rest / SPAN)
    ) {
      numbers.unshift(rest % SPAN)
    }
    return numbers
  })
}

/** Something for each facet. */
export const ofFacets = <Value>(make: (facet: Facet) => Value): Record<Facet, Value> => ({
  column: make('column'),
  department: make('department'),
  year: make('year'),
  kind: make('kind'),
  topic: make('topic'),
  issuer: make('issuer'),
  validity: make('validity'),
})

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
  packs: string[]
  chosen: Partial<Record<Facet, Set<number>>>
}): Counts => {
  const values = ofFacets(() => new Map<number, number>())
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
      if (part === 0) continue
      values[facet].set(part, (values[facet].get(part) ?? 0) + times)
    }
  }
  return { total, values }
}

const tally = (packs: string[]) => {
  const times = new Map<string, number>()
  for (const pack of packs) times.set(pack, (times.get(pack) ?? 0) + 1)
  return times
}
