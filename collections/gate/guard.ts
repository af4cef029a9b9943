import type { CollectionConfig, GlobalConfig } from 'payload'
import { boundQuery } from './hooks/boundQuery'
import { dropForeignRowIds } from './hooks/dropForeignRowIds'
import { guardGlobalWrites } from './hooks/guardGlobalWrites'
import { hideVersions } from './hooks/hideVersions'
import { ignoreLocks } from './hooks/ignoreLocks'
import { knowDepartment } from './hooks/knowDepartment'
import { refuseBadRichText } from './hooks/refuseBadRichText'
import { refuseBadShape } from './hooks/refuseBadShape'
import { refuseForeignFields } from './hooks/refuseForeignFields'
import { refuseLostReferences } from './hooks/refuseLostReferences'
import { refuseStrangers } from './hooks/refuseStrangers'

const GATE = [
  knowDepartment,
  refuseStrangers,
  boundQuery,
  hideVersions,
  ignoreLocks,
  refuseBadShape,
  refuseForeignFields,
  refuseBadRichText,
  refuseLostReferences,
  dropForeignRowIds,
]

/**
 * The gate that every collection stands behind, whatever door a request comes through. First of all its hooks. Nobody changes
 * many rows at once: each change is a person's, of one row, answered for that row.
 */
export const guard = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  disableBulkEdit: true,
  hooks: {
    ...config.hooks,
    beforeOperation: [...GATE, ...(config.hooks?.beforeOperation ?? [])],
  },
})

/** True for a collection behind the gate; a test asks it of every collection of the running configuration. */
export const isGuarded = (config: Pick<CollectionConfig, 'hooks' | 'disableBulkEdit'>) =>
  config.disableBulkEdit === true &&
  GATE.every((hook) => config.hooks?.beforeOperation?.includes(hook) ?? false)

/** The gate of a global. */
export const guardGlobal = (config: GlobalConfig): GlobalConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeOperation: [guardGlobalWrites, ...(config.hooks?.beforeOperation ?? [])],
  },
})

/** True for a global behind the gate. */
export const isGuardedGlobal = (config: Pick<GlobalConfig, 'hooks'>) =>
  config.hooks?.beforeOperation?.includes(guardGlobalWrites) ?? false
