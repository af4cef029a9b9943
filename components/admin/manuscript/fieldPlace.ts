/** Where a field stands on the manuscript's page. Pure; reads the client's own list of fields. */

type AnyField = {
  name?: unknown
  label?: unknown
  type?: unknown
  fields?: unknown
  tabs?: unknown
}

export type FieldPlace = {
  /** The labels down to the field: `信息来源 › 来源名称`. */
  labels: string[]
  /** The label of the tab that has to be opened first. */
  tab: string | null
}

type Translate = (label: unknown) => string

const isField = (value: unknown): value is AnyField => typeof value === 'object' && value !== null

const listOf = (value: unknown): AnyField[] =>
  Array.isArray(value) ? value.filter((item) => isField(item)) : []

const labelled = (label: string, place: FieldPlace): FieldPlace => ({
  ...place,
  labels: label ? [label, ...place.labels] : place.labels,
})

const inField = ({
  field,
  path,
  translate,
}: {
  field: AnyField
  path: string
  translate: Translate
}): FieldPlace | null => {
  if (Array.isArray(field.tabs)) {
    for (const tab of listOf(field.tabs)) {
      const place = fieldPlace({ fields: tab.fields, path, translate })
      if (place) return { ...place, tab: translate(tab.label) }
    }
    return null
  }
  if (typeof field.name !== 'string') {
    return field.fields ? fieldPlace({ fields: field.fields, path, translate }) : null
  }
  const label = translate(field.label)
  if (field.name === path) return { labels: label ? [label] : [], tab: null }
  const below = `${field.name}.`
  if (!path.startsWith(below)) return null
  const inner = fieldPlace({ fields: field.fields, path: path.slice(below.length), translate })
  return labelled(label, inner ?? { labels: [], tab: null })
}

/**
 * Finds a field by its path, such as `source.name`.
 * @param fields the collection's fields as the browser knows them
 * @returns null for a path that is not on the page
 */
export const fieldPlace = ({
  fields,
  path,
  translate,
}: {
  fields: unknown
  path: string
  translate: Translate
}): FieldPlace | null => {
  for (const field of listOf(fields)) {
    const place = inField({ field, path, translate })
    if (place) return place
  }
  return null
}

/** The id that Payload gives to a field's element. */
export const fieldElementId = (path: string) => `field-${path.replaceAll('.', '__')}`
