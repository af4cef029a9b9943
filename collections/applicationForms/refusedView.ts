/** What everyone but a secrecy-reviewer sees of a form that was refused as secret: number, department and state. */
export const REFUSED_VIEW = ['id', 'number', 'department', 'state'] as const

/** Refused as secret, or of a manuscript that was: a form that was returned before shows the same text. */
export const isHidden = (form: { state?: string | null; sealed?: boolean | null }) =>
  form.state === 'refused' || form.sealed === true

/** Of the times of the row one may know the order, because lists are sorted by them. */
const ASKABLE = new Set<string>([...REFUSED_VIEW, 'createdAt', 'updatedAt'])

/** True for a field that a query may name and still be answered for a refused form. */
export const isRefusedViewField = (path: string) => ASKABLE.has(path.split(/\.|__/)[0] ?? '')
