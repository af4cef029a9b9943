/** How many brackets stay open at the end, and how far below zero it went on the way. */
export const balance = ({ text, open, close }: { text: string; open: string; close: string }) => {
  let depth = 0
  let lowest = 0
  for (const sign of text) {
    if (open.includes(sign)) depth += 1
    if (close.includes(sign)) depth -= 1
    lowest = Math.min(lowest, depth)
  }
  return { depth, lowest }
}

/** True when every round bracket of a text has its other half. */
export const isBalanced = (text: string) => {
  const { depth, lowest } = balance({ text, open: '(（', close: ')）' })
  return depth === 0 && lowest === 0
}
