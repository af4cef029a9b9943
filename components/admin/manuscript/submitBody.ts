/** What the submit dialog collects, and the request it becomes. Pure. */
export type Statements = {
  secrecy: string
  personal: string
  asksOffice: boolean
  /** A day and time as the browser's field gives it, meant as Beijing time. */
  publishAt: string
}

export const EMPTY_STATEMENTS: Statements = {
  secrecy: '',
  personal: '',
  asksOffice: false,
  publishAt: '',
}

/** @returns null while a statement is missing */
export const submitBody = ({ secrecy, personal, asksOffice, publishAt }: Statements) => {
  if (!secrecy || !personal) return null
  return {
    secrecyStatement: secrecy,
    personalInformation: personal,
    ...(asksOffice ? { route: 'bureau' } : {}),
    ...(publishAt ? { publishAt: `${publishAt.slice(0, 16)}:00+08:00` } : {}),
  }
}
