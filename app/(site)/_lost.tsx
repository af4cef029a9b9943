import { NotFoundPage } from './_components/NotFoundPage'
import type { Frame } from './_components/views'
import { renderPage } from './_render'

/** The answer for an address without a page. */
export const renderLost = (frame: Frame) =>
  renderPage(<NotFoundPage frame={frame} />, { status: 404 })
