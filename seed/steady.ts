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
