import { outlineOf } from './outline'
import { Paragraphs } from './Paragraphs'
import { RichBody } from './RichBody'
import type { EnglishView, FileView, MediaHref } from './views'

type Props = { english: EnglishView; files: FileView[]; mediaHref: MediaHref; domain: string }

/** The English text below a preview: it is frozen and signed with the Chinese one, so it is read with it too. */
export const EnglishText = ({ english, files, mediaHref, domain }: Props) => (
  <section className="b-post b-english" aria-labelledby="english-text">
    <h2 id="english-text">英文文本</h2>
    <p className="b-note">英文文本与中文一并审批。标题和正文齐备的，发布后另有英文网页。</p>
    <div className="b-post-body" lang="en">
      {english.title ? <h3>{english.title}</h3> : null}
      <Paragraphs text={english.summary} />
      {english.body ? (
        <RichBody
          body={english.body}
          outline={outlineOf(null)}
          files={files}
          mediaHref={mediaHref}
          domain={domain}
        />
      ) : null}
    </div>
  </section>
)
