import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'
import { REFUSALS } from './refusals'

/** Deep enough for a list, its relations and theirs; GraphQL's own description of the schema goes deeper. */
const MAX_DEPTH = 9
const MAX_SCHEMA_DEPTH = 16
const MAX_ROOT_FIELDS = 20
const MAX_FIELDS = 1000

/** `width`: the fields of the first level, those of its fragments included. */
type Size = { depth: number; fields: number; width: number }

const sizeOf = ({
  set,
  fragments,
  open,
  known,
}: {
  set: SelectionSetNode
  fragments: Map<string, FragmentDefinitionNode>
  open: ReadonlySet<string>
  known: Map<string, Size>
}): Size => {
  let depth = 0
  let fields = 0
  let width = 0
  const add = (size: Size) => {
    depth = Math.max(depth, size.depth)
    fields += size.fields
    width += size.width
  }
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const inner = selection.selectionSet
        ? sizeOf({ set: selection.selectionSet, fragments, open, known })
        : { depth: 0, fields: 0 }
      add({ depth: inner.depth + 1, fields: inner.fields + 1, width: 1 })
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      add(sizeOf({ set: selection.selectionSet, fragments, open, known }))
    } else {
      const name = selection.name.value
      const fragment = fragments.get(name)
      // A fragment inside itself is refused by GraphQL's own rules; here it only must not be followed for ever.
      if (!fragment || open.has(name)) continue
      const size =
        known.get(name) ??
        sizeOf({
          set: fragment.selectionSet,
          fragments,
          open: new Set([...open, name]),
          known,
        })
      known.set(name, size)
      add(size)
    }
  }
  return { depth, fields, width }
}

const isSchemaQuestion = (set: SelectionSetNode) =>
  set.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  )

/** True for a document that asks too deep, for too much at once, or for the same again and again under other names. */
export const isTooLarge = (document: DocumentNode): boolean => {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition)
    }
  }
  const known = new Map<string, Size>()
  return document.definitions.some((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return false
    const { selectionSet: set } = definition
    const { depth, fields, width } = sizeOf({ set, fragments, open: new Set(), known })
    const maxDepth = isSchemaQuestion(set) ? MAX_SCHEMA_DEPTH : MAX_DEPTH
    return depth > maxDepth || fields > MAX_FIELDS || width > MAX_ROOT_FIELDS
  })
}

/** GraphQL itself sets no bounds: this one refuses a document before any of it is carried out. */
export const boundDocument = (context: ValidationContext) => ({
  [Kind.DOCUMENT]: (document: DocumentNode) => {
    if (!isTooLarge(document)) return
    const { zh, en } = REFUSALS['query-too-deep']
    context.reportError(new GraphQLError(`${zh} ${en}`, { extensions: { code: 'query-too-deep' } }))
  },
})
