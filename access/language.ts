/** The two languages of the back office. */
export type Language = 'zh' | 'en'

/** Chinese unless the reader asked for English. */
export const languageOf = (language: string | undefined): Language =>
  language?.startsWith('en') ? 'en' : 'zh'
