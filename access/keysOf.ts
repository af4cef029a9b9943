/** The keys of a const table, typed: every list of states, steps or duties is derived from its table through here. */
export const keysOf = <Table extends object>(table: Table): (keyof Table & string)[] => {
  const isKey = (key: string): key is keyof Table & string => key in table
  return Object.keys(table).filter(isKey)
}

/** True when the text is a key of the table. */
export const isKeyOf = <Table extends object>(
  table: Table,
  key: unknown,
): key is keyof Table & string => typeof key === 'string' && Object.hasOwn(table, key)
