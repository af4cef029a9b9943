import { isKeyOf } from '../../../access/keysOf'
import { STATES } from '../../../access/steps'
import type { Speaker } from '../speaker'

const TONES = {
  pending: 'busy',
  held: 'warn',
  returned: 'warn',
  cancelled: 'quiet',
  refused: 'bad',
  approved: 'busy',
  published: 'good',
  live: 'good',
  withdrawn: 'warn',
  removed: 'bad',
  waiting: 'busy',
  written: 'good',
  failed: 'bad',
} as const

type Props = { state: string; words: Record<string, { zh: string; en: string }>; speaker: Speaker }

/** A state as a small coloured mark; the word says it, the colour only helps. */
export const Mark = ({ state, words, speaker }: Props) => {
  const word = words[state]
  const tone = isKeyOf(TONES, state) ? TONES[state] : 'quiet'
  return <span className={`ba-mark ba-mark--${tone}`}>{word ? speaker.nameOf(word) : state}</span>
}

/** The state of a form. */
export const FormMark = ({ state, speaker }: { state: string; speaker: Speaker }) => (
  <Mark state={state} words={STATES} speaker={speaker} />
)
