import type { Payload } from 'payload'
import type { User } from '../payload-types'
import {
  ATTACHMENT_TYPES,
  attachmentFilename,
  makeAttachment,
  type SeedAttachment,
} from './attachments'
import { drawPicture, type PictureName, pictureOf } from './pictures'

/** Uploads each picture and file once a department, as a clerk of that department would. */
export const mediaShelf = (payload: Payload) => {
  const shelf = new Map<string, Promise<string>>()
  const drawings = new Map<PictureName, Promise<Buffer>>()

  const once = (key: string, make: () => Promise<{ id: string }>) => {
    const known = shelf.get(key)
    if (known) return known
    const made = make().then(({ id }) => id)
    shelf.set(key, made)
    return made
  }

  const drawn = (name: PictureName) => {
    const known = drawings.get(name) ?? drawPicture(name)
    drawings.set(name, known)
    return known
  }

  return {
    /** @returns the id of the media row with the picture */
    picture: ({ name, user, department }: { name: PictureName; user: User; department: string }) =>
      once(`${department}/${name}`, async () => {
        const { filename, mimeType, alt } = pictureOf(name)
        const data = await drawn(name)
        return payload.create({
          collection: 'media',
          data: { alt },
          file: { name: `${department}-${filename}`, data, mimetype: mimeType, size: data.length },
          user,
          overrideAccess: false,
          depth: 0,
        })
      }),
    /** @returns the id of the media row with the file */
    attachment: ({
      attachment,
      user,
      department,
    }: {
      attachment: SeedAttachment
      user: User
      department: string
    }) =>
      once(`${department}/${attachmentFilename(attachment)}`, async () => {
        const data = await makeAttachment(attachment)
        return payload.create({
          collection: 'media',
          data: { alt: attachment.title },
          file: {
            name: attachmentFilename(attachment),
            data,
            mimetype: ATTACHMENT_TYPES[attachment.format],
            size: data.length,
          },
          user,
          overrideAccess: false,
          depth: 0,
        })
      }),
  }
}
