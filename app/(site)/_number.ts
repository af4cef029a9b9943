/** A number as URLs write it: plain digits without leading zeros; null for anything else. */
export const urlNumber = (text: string | undefined): number | null =>
  text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null

/**
 * How far beyond the last page that has a visible post a page still answers, empty: pages whose posts were all removed
 * keep their address, and the public cannot see how many those are.
 */
const EMPTY_PAGES = 50

/** True when a numbered page may exist. */
export const isWithin = ({ page, last }: { page: number; last: number }) =>
  page <= last + EMPTY_PAGES
