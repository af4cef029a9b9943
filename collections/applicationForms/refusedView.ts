/** What everyone but a secrecy-reviewer sees of a form that was refused as secret: number, department and state. */
export const REFUSED_VIEW = ['id', 'number', 'department', 'state'] as const

/** The words in a query that may be answered for a refused form too. */
export const isRefusedViewField = (path: string) => {
  const [head = ''] = path.replace(/^-/, '').split('.')
  return REFUSED_VIEW.some((name) => name === head)
}
