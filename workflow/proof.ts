import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Reason } from '../access/refusals'
import type { ApplicationForm } from '../payload-types'
import { readSnapshot, sha256 } from './snapshot'

/** The stored text still is the text that was signed. */
export const hashReasons = (form: ApplicationForm): Reason[] =>
  form.snapshot && sha256(form.snapshot) === form.contentHash ? [] : [{ code: 'hash-mismatch' }]

/** Where uploads lie on disk. */
export const mediaFolder = (payload: Payload) => {
  const { upload } = payload.collections.media.config
  return path.resolve(upload.staticDir ?? 'data/media')
}

/** Every file's bytes still are the bytes that were signed. */
export const fileReasons = async ({
  payload,
  form,
}: {
  payload: Payload
  form: ApplicationForm
}): Promise<Reason[]> => {
  if (hashReasons(form).length > 0 || !form.snapshot) return []
  const folder = mediaFolder(payload)
  for (const file of readSnapshot(form.snapshot).files) {
    const bytes = await readFile(path.join(folder, path.basename(file.filename))).catch(() => null)
    if (!bytes || sha256(bytes) !== file.sha256) return [{ code: 'file-mismatch' }]
  }
  return []
}
