const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:']
/** Not `//host`, nor `/\host`, which browsers read the same way. */
const LOCAL = /^(#|\/(?![/\\]))/
const CONTROL = /[\p{Cc}\p{Cf}]/u

/**
 * The address of a link in a text, if it is one that a government page may carry.
 * Takes what the editor stored; gives the address, or null for every scheme but http, https, mailto and tel.
 */
export const safeHref = (value: unknown): string | null => {
  if (typeof value !== 'string') return null
  const href = value.trim()
  if (!href || CONTROL.test(href)) return null
  if (LOCAL.test(href)) return href
  const url = URL.canParse(href) ? new URL(href) : null
  return url && SCHEMES.includes(url.protocol) ? href : null
}

/** True for an address on another site. */
export const isForeign = ({ href, domain }: { href: string; domain: string }) => {
  const url = URL.canParse(href) ? new URL(href) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false
  return url.hostname !== domain && !url.hostname.endsWith(`.${domain}`)
}
