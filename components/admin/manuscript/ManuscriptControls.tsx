import type { ServerProps } from 'payload'
import { speaker } from '../speaker'
import { Discard } from './Discard'
import { Submit } from './Submit'
import { readStanding } from './standing'

/** Beside the Save button: see the page, hand it in, put it away. Shown only where the server would take it. */
export const ManuscriptControls = async ({
  id,
  payload,
  user,
  i18n,
}: ServerProps & { id?: string }) => {
  const { say } = speaker(i18n.language)
  if (!id) {
    return (
      <p className="ba-controls__hint">
        {say('先保存，再提交审批。', 'Save first, then submit for approval.')}
      </p>
    )
  }
  const standing = await readStanding({ reader: { payload, user: user ?? null }, id })
  if (!standing) return null
  const isFree = standing.blocked.length === 0
  return (
    <>
      {standing.manuscript.column ? (
        <a
          className="ba-button ba-button--small"
          href={`/preview/manuscripts/${id}`}
          target="_blank"
          rel="noreferrer"
        >
          {say('预览', 'Preview')}
        </a>
      ) : null}
      {standing.maySubmit && isFree ? <Discard id={id} isDiscarded={standing.isDiscarded} /> : null}
      {standing.maySubmit && isFree && !standing.isDiscarded ? <Submit id={id} /> : null}
    </>
  )
}
