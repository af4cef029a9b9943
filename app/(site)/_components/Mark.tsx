/** A gate of pillars under a roof, cut out of a rounded square: the site's own plain sign. */
const GATE =
  'M6 0h36a6 6 0 0 1 6 6v36a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6zm18 8L8 17v3h32v-3zM11 23v11h4V23zm7.3 0v11h4V23zm7.4 0v11h4V23zM33 23v11h4V23zM8 37v3h32v-3z'

/** The same sign as an address, so that the icon of a page costs no request. */
export const ICON = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 48 48'><path fill='%2314508c' fill-rule='evenodd' d='${GATE}'/></svg>`

/** Decoration beside the name of the site. */
export const Mark = () => (
  <svg className="b-mark" viewBox="0 0 48 48" aria-hidden="true">
    <path fill="currentColor" fillRule="evenodd" d={GATE} />
  </svg>
)

/** The sign of party and government websites, drawn as a plain badge (党政机关网站标识). */
export const GovernmentBadge = () => (
  <svg
    className="b-badge"
    viewBox="0 0 64 64"
    aria-hidden="true"
    fill="currentColor"
    textAnchor="middle"
    fontSize="18"
    fontWeight="700"
  >
    <path
      fillRule="evenodd"
      d="M10 0h44l10 10v44L54 64H10L0 54V10zm1.5 3L3 11.5v41L11.5 61h41l8.5-8.5v-41L52.5 3z"
    />
    <text x="32" y="29">
      党政
    </text>
    <text x="32" y="51">
      机关
    </text>
  </svg>
)
