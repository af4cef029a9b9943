import type { FileView, MediaHref } from './views'

type Props = { file: FileView; mediaHref: MediaHref; eager?: boolean }

/** A picture with its description for those who do not see it; its size keeps the page from jumping. */
export const Picture = ({ file, mediaHref, eager = false }: Props) => (
  // biome-ignore lint/performance/noImgElement: next/image needs a script; pages are plain files
  <img
    className="b-picture"
    src={mediaHref(file)}
    alt={file.alt}
    width={file.width ?? undefined}
    height={file.height ?? undefined}
    loading={eager ? 'eager' : 'lazy'}
    decoding="async"
  />
)

/** A picture with its description as caption. The caption repeats `alt`, so it is not read out twice. */
export const Figure = (props: Props) => (
  <figure className="b-figure">
    <Picture {...props} />
    {props.file.alt ? <figcaption aria-hidden="true">{props.file.alt}</figcaption> : null}
  </figure>
)
