import { processWide } from '../../collections/processWide'
import type { SearchIndex } from './searchIndex'

const port = processWide('searchIndex', (): SearchIndex | null => null)

/** Called once, when the generator starts. */
export const setSearchIndex = (index: SearchIndex | null) => {
  port.value = index
}

/** The index of this process; null in one that has no generator. */
export const searchIndex = (): SearchIndex | null => port.value
