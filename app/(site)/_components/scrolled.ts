/** What holds a table that may be wider than the page: it scrolls by itself, also by keyboard. */
export const SCROLLED = {
  className: 'b-table',
  role: 'group',
  'aria-label': '表格',
  tabIndex: 0,
} as const

export const SCROLLED_IN_ENGLISH = { ...SCROLLED, 'aria-label': 'Table' } as const
