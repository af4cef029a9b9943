'use client'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect } from 'react'

const Follow = () => {
  const [editor] = useLexicalComposerContext()
  const { hasSavePermission } = useDocumentInfo()
  useEffect(() => {
    if (hasSavePermission === false) editor.setEditable(false)
  }, [editor, hasSavePermission])
  return null
}

/** A text of a document that may not be saved is not editable either. */
export const ReadOnlyText = createClientFeature({
  plugins: [{ Component: Follow, position: 'normal' }],
})
