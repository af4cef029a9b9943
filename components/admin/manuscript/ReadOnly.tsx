'use client'
import { DocumentInfoProvider, useDocumentInfo } from '@payloadcms/ui'
import type { ReactNode } from 'react'

/** Shows a document as to somebody who may not save it. The lock itself is the server's. */
export const ReadOnly = ({ children }: { children: ReactNode }) => {
  const { docPermissions, ...info } = useDocumentInfo()
  return (
    <DocumentInfoProvider
      {...info}
      docPermissions={docPermissions ? { ...docPermissions, update: undefined } : undefined}
      hasSavePermission={false}
    >
      {children}
    </DocumentInfoProvider>
  )
}
