/** The site's own plain sign: a gate of pillars under a roof. Decoration only. */
export const Mark = () => (
  <svg className="b-mark" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
    <rect width="48" height="48" rx="6" fill="currentColor" />
    <path
      fill="#fff"
      d="M24 8 40 17v3H8v-3zM11 23h4v11h-4zm7.3 0h4v11h-4zm7.4 0h4v11h-4zM33 23h4v11h-4zM8 37h32v3H8z"
    />
  </svg>
)

/** The sign of party and government websites, drawn as a plain badge (党政机关网站标识). */
export const GovernmentBadge = () => (
  <svg className="b-badge" viewBox="0 0 64 64" width="56" height="56" aria-hidden="true">
    <rect
      x="2"
      y="2"
      width="60"
      height="60"
      rx="8"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
    />
    <text x="32" y="29" textAnchor="middle" fontSize="17" fontWeight="700" fill="currentColor">
      党政
    </text>
    <text x="32" y="50" textAnchor="middle" fontSize="17" fontWeight="700" fill="currentColor">
      机关
    </text>
  </svg>
)
