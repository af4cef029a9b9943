import type { Payload } from 'payload'
import { idOf } from '../access/person'
import { allMedia } from '../collections/manuscripts/files'
import { raiseSiteVersion } from '../collections/siteChanged'

type Sealed = 'media' | 'application-forms' | 'manuscripts'

const seal = ({ payload, collection, id }: { payload: Payload; collection: Sealed; id: string }) =>
  payload.db.updateOne({
    collection,
    where: { id: { equals: id } },
    data: { sealed: true },
    options: { atomic: true },
  })

/** The forms by which the text was handed in before hold the same text. What was published is public and stays so. */
const sealEarlierForms = async ({
  payload,
  manuscript,
}: {
  payload: Payload
  manuscript: string
}) => {
  const { docs } = await payload.find({
    collection: 'application-forms',
    where: {
      and: [
        { manuscript: { equals: manuscript } },
        { state: { in: ['returned', 'cancelled'] } },
        { sealed: { not_equals: true } },
      ],
    },
    select: { number: true },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  for (const { id } of docs) await seal({ payload, collection: 'application-forms', id })
}

/** What the Office had chosen of these pictures for topics and headlines is public: it goes. */
const clearChosen = async ({ payload, media }: { payload: Payload; media: string[] }) => {
  if (media.length === 0) return
  for (const collection of ['topics', 'placements'] as const) {
    const { docs } = await payload.find({
      collection,
      where: { picture: { in: media } },
      select: {},
      depth: 0,
      limit: 0,
      pagination: false,
      overrideAccess: true,
    })
    for (const { id } of docs) {
      await payload.db.updateOne({
        collection,
        where: { id: { equals: id } },
        data: { picture: null, file: null },
        options: { atomic: true },
      })
    }
  }
  await raiseSiteVersion(payload)
}

/**
 * 涉密不予发布: puts the manuscript, its versions, its files and its earlier forms out of the department's sight. Repeatable: the
 * manuscript's own mark, which stands for its versions too, comes last, so a seal that was cut short is found and finished at
 * the next start.
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
  for (const mediaId of media) await seal({ payload, collection: 'media', id: mediaId })
  await clearChosen({ payload, media: [...media] })
  await sealEarlierForms({ payload, manuscript: id })
  await seal({ payload, collection: 'manuscripts', id })
}
