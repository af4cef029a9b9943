import type { Payload } from 'payload'
import { idOf } from '../access/person'
import { allMedia } from '../collections/manuscripts/files'

/**
 * 涉密不予发布: puts the manuscript, its versions and its files out of the department's sight. Repeatable: the manuscript's own
 * mark, which stands for its versions too, comes last, so a seal that was cut short is found and finished at the next start.
 */
export const sealForm = async ({ payload, formId }: { payload: Payload; formId: string }) => {
  const form = await payload.findByID({
    collection: 'application-forms',
    id: formId,
    depth: 0,
    overrideAccess: true,
  })
  const id = idOf(form.manuscript)
  if (!id) return
  const manuscript = await payload.findByID({
    collection: 'manuscripts',
    id,
    depth: 0,
    overrideAccess: true,
  })
  const versions = await payload.findVersions({
    collection: 'manuscripts',
    where: { parent: { equals: id } },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  const media = new Set(
    [manuscript, ...versions.docs.map(({ version }) => version)].flatMap(allMedia),
  )
  for (const mediaId of media) {
    await payload.db.updateOne({
      collection: 'media',
      where: { id: { equals: mediaId } },
      data: { sealed: true },
      options: { atomic: true },
    })
  }
  await payload.db.updateOne({
    collection: 'manuscripts',
    where: { id: { equals: id } },
    data: { sealed: true },
    options: { atomic: true },
  })
}
