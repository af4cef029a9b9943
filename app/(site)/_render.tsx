import type { ReactElement } from 'react'

const HTML = 'text/html; charset=utf-8'

/** A whole document as text. Throws what the components throw, so that half a page is never given out. */
export const renderDocument = async (element: ReactElement): Promise<string> => {
  const { renderToStaticMarkup } = await import('react-dom/server')
  return `<!doctype html>${renderToStaticMarkup(element)}`
}

/**
 * Answers with a page. An error while it is drawn is left to Next, which answers 500: the generator then keeps the
 * file that it has.
 */
export const renderPage = async (
  element: ReactElement,
  { status = 200, headers = {} }: Answer = {},
): Promise<Response> =>
  new Response(await renderDocument(element), {
    status,
    headers: { ...headers, 'Content-Type': HTML },
  })
type Answer = { status?: 200 | 404 | 503; headers?: Record<string, string> }

export const JSON_TYPE = 'application/json; charset=utf-8'

/** Answers with an XML, JSON or text document. */
export const renderText = (text: string, { type }: { type: string }): Response =>
  new Response(text, { headers: { 'Content-Type': type } })
