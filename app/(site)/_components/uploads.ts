/** The media id of an upload node, stored as an id or as the populated object; null when it is neither. */
export const mediaIdOf = (value: unknown) => {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  return typeof value.id === 'string' ? value.id : null
}

/** Ids of the media that a text itself shows. */
export const uploadsIn = (node: object): string[] => {
  const id =
    'type' in node && node.type === 'upload' && 'value' in node ? mediaIdOf(node.value) : null
  const children = 'children' in node && Array.isArray(node.children) ? node.children : []
  return [...(id ? [id] : []), ...children.flatMap(uploadsIn)]
}
