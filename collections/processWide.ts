type Shared = { [key: symbol]: unknown }
const shared: Shared & typeof globalThis = globalThis

/** Next gives instrumentation and routes their own copies of a module: what must be one for the process stands here. */
export const processWide = <Value>(name: string, make: () => Value): { value: Value } => {
  const key = Symbol.for(`bureau.${name}`)
  const isCell = (cell: unknown): cell is { value: Value } =>
    typeof cell === 'object' && cell !== null && 'value' in cell
  const known = shared[key]
  if (isCell(known)) return known
  const cell = { value: make() }
  shared[key] = cell
  return cell
}
