import type { CollectionSlug, Endpoint, PayloadRequest, SanitizedConfig } from 'payload'
import { Refusal } from './refusal'

const PATH = '/access/:id?'

const isVisible = async ({
  req,
  collection,
  id,
}: {
  req: PayloadRequest
  collection: CollectionSlug
  id: string
}) => {
  const doc: unknown = await req.payload.findByID({
    collection,
    id,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  return doc !== null
}

const asking =
  (handler: Endpoint['handler'], collection: CollectionSlug): Endpoint['handler'] =>
  async (req) => {
    const id = req.routeParams?.id
    if (typeof id === 'string' && !(await isVisible({ req, collection, id }))) {
      throw new Refusal('not-found')
    }
    return handler(req)
  }

/** Payload tells one's rights on any row, and so whether it exists. Here only on rows that one may see. */
export const hideDocAccess = (config: SanitizedConfig): SanitizedConfig => {
  for (const collection of config.collections) {
    if (!collection.endpoints) continue
    collection.endpoints = collection.endpoints.map((endpoint) =>
      endpoint.path === PATH
        ? { ...endpoint, handler: asking(endpoint.handler, collection.slug) }
        : endpoint,
    )
  }
  return config
}
