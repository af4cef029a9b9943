import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  type ValidationContext,
  visit,
} from 'graphql'
import { Refusal } from './refusal'

/** Deep enough for a list, its relations and theirs; GraphQL's own description of the schema goes deeper. */
const MAX_DEPTH = 9
const MAX_SCHEMA_DEPTH = 16
const MAX_ROOT_FIELDS = 20
const MAX_FIELDS = 1000
const MAX_TOKENS = 10_000

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
      // A fragment inside itself has no end; Payload's count of complexity would look for it.
      if (open.has(name)) return { depth: Number.POSITIVE_INFINITY, fields: 0, width: 0 }
      if (!fragment) continue
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
const isTooLarge = (document: DocumentNode): boolean => {
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

const hasDocAccess = (document: DocumentNode): boolean => {
  let found = false
  visit(document, {
    [Kind.FIELD]: ({ name }: FieldNode) => {
      if (name.value.startsWith('docAccess')) found = true
    },
  })
  return found
}

/**
 * GraphQL itself sets no bounds. The rights on a single row are told by REST only, to those who may see the row.
 * @throws Refusal for a document that is not to be carried out
 */
const checkDocument = (document: DocumentNode) => {
  if (isTooLarge(document)) throw new Refusal('query-too-deep')
  if (hasDocAccess(document)) throw new Refusal('forbidden')
}

/**
 * The same for the text of a question. One that cannot be parsed passes: GraphQL itself says what is wrong with it.
 * @throws Refusal
 */
export const checkQuestion = (question: string) => {
  try {
    checkDocument(parse(question, { maxTokens: MAX_TOKENS, noLocation: true }))
  } catch (error) {
    if (error instanceof Refusal) throw error
  }
}

/**
 * Behind the route's own look at the question, for whatever else asks GraphQL. It throws as the document is entered, before
 * Payload counts its complexity, which takes for ever over fragments in fragments.
 */
export const boundDocument = (_context: ValidationContext) => ({
  [Kind.DOCUMENT]: checkDocument,
})
