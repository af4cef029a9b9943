/**
 * The ways a visitor may choose to see every page. Each name is the id of its switch in the header; while it is chosen
 * the root element has the class `b-<name>`. Without script the stylesheet looks at the switch itself.
 */
export const VERSIONS = ['elder', 'large', 'contrast'] as const
export type Version = (typeof VERSIONS)[number]
