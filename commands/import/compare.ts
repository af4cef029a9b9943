import { plainText } from '../../collections/richText/text'
import type { ComparisonCode } from './notes'
import type { ParsedLaw } from './parse'
import { lawToRichText } from './toRichText'

/** The whole text of a law as its page shows it below the title, a block a line. */
export const lawText = (law: ParsedLaw): string => plainText(lawToRichText(law))

const withoutSpace = (text: string) => text.replace(/\s+/g, '')

/**
 * Whether a text that is there already, under the same key, is this law's.
 * @param body the rich text of the manuscript or of an earlier file; white space and form don't count
 */
export const compareLaw = ({ law, body }: { law: ParsedLaw; body: unknown }): ComparisonCode =>
  withoutSpace(lawText(law)) === withoutSpace(plainText(body)) ? 'same' : 'different'
