import type { CollectionBeforeChangeHook } from 'payload'
import type { Filing } from '../../../payload-types'

export const setFiledBy: CollectionBeforeChangeHook<Filing> = ({ data, operation, req }) =>
  operation === 'create' && req.user ? { ...data, filedBy: req.user.id } : data
