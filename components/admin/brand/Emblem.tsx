/** The mark of the system: a page with a seal. Drawn here, so that no request leaves the house. */
export const Emblem = ({ size }: { size: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path d="M6 2h14l7 7v21H6z" className="ba-emblem__page" />
    <path d="M20 2v7h7" className="ba-emblem__fold" />
    <path d="M10 13h12M10 17h12M10 21h6" className="ba-emblem__lines" />
    <circle cx="21" cy="23" r="5" className="ba-emblem__seal" />
  </svg>
)
