import { issuerOf } from './issuer'
import type { ParsedLaw } from './parse'
import { lawToRichText } from './toRichText'

/** Where the texts were taken from, when the person who imports them says so. */
export type ReprintedFrom = { name: string; url: string }

/** A day as Payload's admin stores it: noon in Shanghai. */
const noonOf = (day: string) => new Date(`${day}T12:00:00+08:00`).toISOString()

/**
 * The manuscript of a law. Without a place that it was taken from it counts as moved from the bureau's own holdings, and
 * names the law's issuer as its source: what the file itself says.
 * @param department the name that stands in for an issuer whom the text doesn't name clearly
 */
export const manuscriptOf = ({
  law,
  column,
  department,
  from,
}: {
  law: ParsedLaw
  column: string
  department: string
  from: ReprintedFrom | undefined
}) => {
  const issuer = issuerOf(law.issuingLines)
  const day = noonOf(law.versionDate)
  return {
    title: law.title,
    column,
    kind: 'policy',
    body: lawToRichText(law),
    source: from
      ? ({ type: 'reprint', ...from } as const)
      : ({ type: 'original', name: issuer ?? department } as const),
    policy: { issuedOn: day, issuer },
    imported: { key: law.key, originalDate: day },
  } as const
}
