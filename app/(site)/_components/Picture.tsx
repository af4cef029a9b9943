import type { FileView, MediaHref } from './views'

type Props = {
  file: FileView
  mediaHref: MediaHref
  /** The first picture of a page, which the eye meets at once. */
  eager?: boolean
  /** How wide the picture is in which window; without it, as wide as a text. */
  sizes?: string
}

const AS_WIDE_AS_TEXT = '(min-width: 52rem) 48rem, 100vw'
const TEXT_PIXELS = 768

const formatsOf = ({ variants }: FileView) => [...new Set(variants.map(({ format }) => format))]

const sourcesOf = ({ variants }: FileView, format: string) =>
  variants
    .filter((variant) => variant.format === format)
    .map(({ href, width }) => `${href} ${width}w`)
    .join(', ')

/** Never wider than it is, lest a browser blow it up. */
const sizesOf = ({ width }: FileView) =>
  width && width < TEXT_PIXELS ? `(min-width: ${width}px) ${width}px, 100vw` : AS_WIDE_AS_TEXT

/**
 * A picture with its description for those who do not see it; its size keeps the page from jumping. A browser takes the
 * smaller pictures that it knows and that are large enough for its window.
 */
export const Picture = ({ file, mediaHref, eager = false, sizes = sizesOf(file) }: Props) => {
  const image = (
    // biome-ignore lint/performance/noImgElement: next/image needs a script; pages are plain files
    <img
      className="b-picture"
      src={mediaHref(file)}
      alt={file.alt}
      width={file.width ?? undefined}
      height={file.height ?? undefined}
      loading={eager ? undefined : 'lazy'}
      fetchPriority={eager ? 'high' : undefined}
      decoding="async"
    />
  )
  if (file.variants.length === 0) return image
  return (
    <picture>
      {formatsOf(file).map((format) => (
        <source
          key={format}
          type={`image/${format}`}
          srcSet={sourcesOf(file, format)}
          sizes={sizes}
        />
      ))}
      {image}
    </picture>
  )
}

/**
 * A picture with its description as caption. The caption repeats `alt`, so it is not read out twice. Both are Chinese, in an
 * English text too.
 */
export const Figure = (props: Props) => (
  <figure className="b-figure" lang="zh-CN">
    <Picture {...props} />
    {props.file.alt ? <figcaption aria-hidden="true">{props.file.alt}</figcaption> : null}
  </figure>
)
