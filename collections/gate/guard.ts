import type { CollectionConfig } from 'payload'
import { clampQuery, refuseBadRichText, refuseForeignFields, refuseUnknownFields } from './hooks'

const GATE = [clampQuery, refuseUnknownFields, refuseForeignFields, refuseBadRichText]

/** The gate that every collection stands behind, whatever door a request comes through. First of all its hooks. */
export const guard = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeOperation: [...GATE, ...(config.hooks?.beforeOperation ?? [])],
  },
})

/** True for a collection behind the gate; a test asks it of every collection of the running configuration. */
export const isGuarded = (config: Pick<CollectionConfig, 'hooks'>) =>
  GATE.every((hook) => config.hooks?.beforeOperation?.includes(hook) ?? false)
