import { isImage } from '../../../collections/media/fileTypes'
import type { Snapshot } from '../../../workflow/snapshot'
import type { Speaker } from '../speaker'

const kilobytes = (size: number) =>
  size < 1024 * 1024
    ? `${Math.max(1, Math.round(size / 1024))} KB`
    : `${(size / 1024 / 1024).toFixed(1)} MB`

/** The files that would become public, to be opened and read before signing. */
export const Files = ({ text, speaker }: { text: Snapshot; speaker: Speaker }) => {
  const titles = new Map(text.attachments.map(({ mediaId, title }) => [mediaId, title]))
  if (text.files.length === 0) return null
  return (
    <section className="ba-panel" aria-labelledby="ba-files">
      <div className="ba-panel__head">
        <h2 className="ba-panel__title" id="ba-files">
          {speaker.say('随文公开的文件', 'Files that become public')}
          <span className="ba-panel__count">{text.files.length}</span>
        </h2>
      </div>
      <ul className="ba-files">
        {text.files.map((file) => (
          <li key={file.mediaId}>
            <a href={`/api/media/file/${encodeURIComponent(file.filename)}`} download>
              {titles.get(file.mediaId) || (isImage(file.mimeType) && file.alt) || file.filename}
            </a>
            <span>{kilobytes(file.size)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
