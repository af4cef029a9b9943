import type { CollectionBeforeChangeHook, Payload } from 'payload'
import { idOf } from '../../../access/person'
import type { Manuscript } from '../../../payload-types'
import type { Kind, ListKind } from '../../words'

const KIND_OF_LIST: Record<ListKind, Kind> = {
  news: 'affairs',
  policy: 'policy',
  download: 'download',
  page: 'page',
  guide: 'guide',
}

const defaultKind = async (payload: Payload, columnId: string | null): Promise<Kind> => {
  if (!columnId) return 'affairs'
  const column = await payload.findByID({
    collection: 'columns',
    id: columnId,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  })
  if (column?.pillar === 'news' && column.listKind === 'news') return 'news'
  return KIND_OF_LIST[column?.listKind ?? 'news']
}

/** Department, writer and last editor are the server's to write; the kind and the provider have defaults. */
export const setManuscriptFacts: CollectionBeforeChangeHook<Manuscript> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const editor = req.user?.id
  if (operation === 'update') {
    return {
      ...data,
      department: idOf(originalDoc?.department),
      createdBy: idOf(originalDoc?.createdBy),
      sealed: originalDoc?.sealed ?? false,
      ...(editor ? { lastEditedBy: editor } : {}),
    }
  }
  const department = idOf(req.user?.department) ?? idOf(data.department)
  const kind = data.kind ?? (await defaultKind(req.payload, idOf(data.column)))
  const providers = data.providers?.length ? data.providers : department ? [department] : []
  return {
    ...data,
    kind,
    department,
    providers,
    createdBy: editor ?? idOf(data.createdBy),
    lastEditedBy: editor ?? idOf(data.createdBy),
    sealed: false,
    discarded: false,
  }
}
