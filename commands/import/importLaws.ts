import type { Payload } from 'payload'
import type { Importer } from './importer'
import { issuerOf } from './issuer'
import type { ReprintedFrom } from './manuscriptOf'
import type { Note } from './notes'
import type { ParsedLaw } from './parse'
import { readLaw, type SourceFile } from './read'
import type { ImportReport } from './report'
import { type Stored, storeLaw } from './storeLaw'

const isNew = ({ outcome }: Stored) => outcome === 'created' || outcome === 'completed'

const notesOn = ({ path, law, from }: { path: string; law: ParsedLaw; from?: ReprintedFrom }) => {
  const note: Note = { path, code: 'issuer-unclear' }
  return from || issuerOf(law.issuingLines) ? [] : [note]
}

const enter = ({
  report,
  path,
  law,
  stored,
}: {
  report: ImportReport
  path: string
  law: ParsedLaw
  stored: Stored
}) => {
  if (stored.outcome === 'created') report.created += 1
  else if (stored.outcome === 'completed') report.completed += 1
  else if (stored.outcome === 'problem') {
    report.problems.push({ path, code: stored.code, detail: stored.detail })
  } else report.comparisons.push({ path, code: stored.outcome, detail: law.key })
}

/**
 * Imports the files one after the other, so that a key which stands twice among them meets itself.
 * @param report gets an entry for each file as it is done: it is true whenever the run breaks off
 * @param onFile called after each file
 * @throws faults of machine and program; whatever is wrong with a file is an entry of the report
 */
export const importLaws = async ({
  payload,
  importer,
  files,
  from,
  report,
  onFile,
}: {
  payload: Payload
  importer: Importer
  files: SourceFile[]
  from?: ReprintedFrom
  report: ImportReport
  onFile: () => void
}) => {
  for (const source of files) {
    const { path } = source
    const read = await readLaw(source)
    if ('problem' in read) report.problems.push(read.problem)
    else {
      const { law, notes } = read
      const stored = await storeLaw({ payload, importer, law, from })
      enter({ report, path, law, stored })
      if (isNew(stored)) report.notes.push(...notes, ...notesOn({ path, law, from }))
    }
    onFile()
  }
}
