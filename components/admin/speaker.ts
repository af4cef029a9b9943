import { type Language, languageOf } from '../../access/language'

type Words = { zh: string; en: string }

/** Gives screen words in the language that the person chose. */
export type Speaker = {
  language: Language
  /** One of two sentences. */
  say: (zh: string, en: string) => string
  /** The name of an entry of a const table: a step, a state, a duty. */
  nameOf: (words: Words) => string
}

export const speaker = (chosen: string | undefined): Speaker => {
  const language = languageOf(chosen)
  return {
    language,
    say: (zh, en) => (language === 'en' ? en : zh),
    nameOf: (words) => words[language],
  }
}
