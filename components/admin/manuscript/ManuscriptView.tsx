import { DefaultEditView } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { ReadOnly } from './ReadOnly'
import { readStanding } from './standing'

/** The editing page of a manuscript; while its text is frozen, all of it is read-only and nothing offers to save. */
export const ManuscriptView = async (props: DocumentViewServerProps) => {
  const { initPageResult, formState, documentSubViewType, viewType } = props
  const { req, docID } = initPageResult
  const standing = docID
    ? await readStanding({ reader: { payload: req.payload, user: req.user }, id: String(docID) })
    : null
  const isFrozen = standing !== null && (standing.isDiscarded || standing.blocked.length > 0)
  const view = (
    <DefaultEditView
      BeforeDocumentControls={props.BeforeDocumentControls}
      Description={props.Description}
      EditMenuItems={props.EditMenuItems}
      SaveButton={props.SaveButton}
      formState={formState}
      documentSubViewType={documentSubViewType}
      viewType={viewType}
    />
  )
  return isFrozen ? <ReadOnly>{view}</ReadOnly> : view
}
