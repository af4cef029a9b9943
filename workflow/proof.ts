import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Reason } from '../access/refusals'
import { mediaFolder } from '../collections/media/mediaFolder'
import type { ApplicationForm } from '../payload-types'
import { readSnapshot, sha256 } from './snapshot'

/** The stored text still is the text that was signed. */
export const hashReasons = (form: ApplicationForm): Reason[] =>
  form.snapshot && sha256(form.snapshot) === form.contentHash ? [] : [{ code: 'hash-mismatch' }]

const sealedReasons = async ({
  payload,
  media,
}: {
  payload: Payload
  media: string[]
}): Promise<Reason[]> => {
  const { totalDocs } = await payload.count({
    collection: 'media',
    where: { and: [{ id: { in: media } }, { sealed: { equals: true } }] },
    overrideAccess: true,
  })
  return totalDocs > 0 ? [{ code: 'file-sealed' }] : []
}

/** Every file's bytes still are the bytes that were signed, and none was sealed with a secret text meanwhile. */
export const fileReasons = async ({
  payload,
  form,
}: {
  payload: Payload
  form: ApplicationForm
}): Promise<Reason[]> => {
  if (hashReasons(form).length > 0 || !form.snapshot) return []
  const { files } = readSnapshot(form.snapshot)
  if (files.length === 0) return []
  const sealed = await sealedReasons({ payload, media: files.map(({ mediaId }) => mediaId) })
  const folder = mediaFolder(payload)
  for (const file of files) {
    const bytes = await readFile(
      /* turbopackIgnore: true */ path.join(folder, path.basename(file.filename)),
    ).catch(() => null)
    if (!bytes || sha256(bytes) !== file.sha256) return [...sealed, { code: 'file-mismatch' }]
  }
  return sealed
}
