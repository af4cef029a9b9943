import { wordsOf } from '../../seed/bench/words'
import { repeated, type Samples } from '../samples'
import type { Subject } from '../subject'

/** Questions as visitors ask them: words that stand in the bench texts, each turn others. */
const questionOf = (turn: number) => {
  const words = wordsOf(`question ${turn}`)
  return turn % 3 === 0 ? words.pest() : `${words.place()} ${words.goods()}`
}

/** @returns null as long as the application answers no search */
export const measureSearch = async ({
  subject: { origin },
  times,
}: {
  subject: Subject
  times: number
}): Promise<Samples | null> => {
  const search = (turn: number) =>
    fetch(`${origin}/search?q=${encodeURIComponent(questionOf(turn))}`)
  const first = await search(0)
  if (first.status === 404) return null
  return repeated({
    times,
    work: async (turn) => {
      const answer = await search(turn)
      if (answer.status !== 200) throw new Error(`The search answered ${answer.status}`)
      await answer.text()
    },
  })
}
