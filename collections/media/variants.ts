/** The smaller pictures that pages show instead of an upload. Pure: what they are follows from the upload alone. */

const WIDTHS = [480, 960]
const WIDEST = 1_600
/** The best first, as a browser looks through them. */
const FORMATS = ['avif', 'webp'] as const
/** What the cameras of telephones make at most. A larger picture is shown as it is: making smaller ones would take memory. */
export const MOST_PIXELS = 210_000_000
/** A moving picture is left as it is; so is whatever is no picture. */
const SOURCES = ['image/jpeg', 'image/png', 'image/webp']
/** Two of nearly the same width are one too many. */
const APART = 1.2

export type Variant = { width: number; format: (typeof FORMATS)[number] }

/** What is known of an upload. */
export type PictureFacts = {
  mimeType?: string | null
  width?: number | null
  height?: number | null
}

/** The variants of an upload, none wider than it is; none at all for what is small, unknown or no picture. */
export const variantsOf = ({ mimeType, width, height }: PictureFacts): Variant[] => {
  if (!width || !height || !SOURCES.includes(mimeType ?? '')) return []
  if (width < (WIDTHS[0] ?? 0) || width * height > MOST_PIXELS) return []
  const widths = [...WIDTHS.filter((one) => one * APART < width), Math.min(width, WIDEST)]
  return FORMATS.flatMap((format) => widths.map((one) => ({ width: one, format })))
}

/** Whether these are the variants that are wanted, all of them and no other. */
export const areAll = ({ made, wanted }: { made: Variant[]; wanted: Variant[] }) =>
  made.map(variantName).join() === wanted.map(variantName).join()

/** No upload has such a name: see `safeFileName`. */
export const variantName = ({ width, format }: Variant) => `~${width}.${format}`
