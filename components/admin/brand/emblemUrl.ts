const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M6 2h14l7 7v21H6z" fill="#fff" stroke="#1d4e89" stroke-width="2"/><path d="M10 13h12M10 17h12M10 21h6" stroke="#1d4e89" stroke-width="2"/><circle cx="21" cy="23" r="5" fill="#b3261e"/></svg>'

/** The mark in the browser's tab, within the page itself. */
export const EMBLEM_URL = `data:image/svg+xml,${encodeURIComponent(SVG)}`
