import { Emblem } from './Emblem'

/** In the corner of every page: the way back to the desk. */
export const Icon = () => <Emblem size={18} />
