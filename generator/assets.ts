const IN_HTML = /<(?:link|img|script|source|use)\b[^>]*?\s(?:href|src)="(\/assets\/[^"#?]+)/g
const IN_CSS = /url\(\s*["']?(\/assets\/[^"')#?]+)/g

/** The assets that a rendered page or stylesheet loads, each once. */
export const assetsOf = ({ bytes, contentType }: { bytes: Buffer; contentType: string }) => {
  const pattern = contentType.startsWith('text/html')
    ? IN_HTML
    : contentType.startsWith('text/css')
      ? IN_CSS
      : undefined
  if (!pattern) return []
  const found = [...bytes.toString('utf8').matchAll(pattern)].map(([, url]) => url)
  return [...new Set(found)].filter((url) => url !== undefined)
}
