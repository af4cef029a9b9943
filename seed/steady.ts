/** Steady chance: the same name gives the same number on every machine (FNV-1a, then mixed). */
export const steadyNumber = (name: string): number => {
  let hash = 0x811c9dc5
  for (const character of name) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x45d9f3b)
  hash ^= hash >>> 16
  return (hash >>> 0) / 2 ** 32
}

/** A whole number from `from` to `to`, both inclusive, that belongs to the name. */
export const steadyBetween = (name: string, from: number, to: number): number =>
  from + Math.floor(steadyNumber(name) * (to - from + 1))

/** One of the choices, the one that belongs to the name. */
export const steadyChoice = <Choice>(
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice => choices[steadyBetween(name, 0, choices.length - 1)] ?? choices[0]

/** Numbers in [0, 1) one after the other, the same row for the same name: for texts that need many (mulberry32). */
export const steadyRow = (name: string): (() => number) => {
  let state = Math.floor(steadyNumber(name) * 2 ** 32)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
