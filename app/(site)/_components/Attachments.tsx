import { fileSizeText, fileTypeText } from './fileText'
import type { AttachmentView, MediaHref } from './views'

type LinkProps = { attachment: AttachmentView; mediaHref: MediaHref }

/** A download with its type and size, said before it is loaded. */
export const AttachmentLink = ({ attachment: { title, file }, mediaHref }: LinkProps) => (
  <>
    <a className="b-file" href={mediaHref(file)}>
      {title || file.filename}
    </a>
    <span className="b-file-note">
      （{fileTypeText(file.mimeType)}，{fileSizeText(file.size)}）
    </span>
  </>
)

type Props = { attachments: AttachmentView[]; mediaHref: MediaHref }

export const Attachments = ({ attachments, mediaHref }: Props) =>
  attachments.length > 0 ? (
    <section className="b-attachments" aria-labelledby="attachments">
      <h2 id="attachments">附件</h2>
      <ol>
        {attachments.map((attachment) => (
          <li key={`${attachment.file.mediaId}-${attachment.title}`}>
            <AttachmentLink attachment={attachment} mediaHref={mediaHref} />
          </li>
        ))}
      </ol>
    </section>
  ) : null
