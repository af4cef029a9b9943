import type { Field } from 'payload'
import { expect, it } from 'vitest'
import { Posts } from '../../../collections/posts'
import { STAFF_FIELDS } from './posts'

/** The fields that have a rule of their own for who reads them. */
const ruled = (fields: Field[], above = ''): string[] =>
  fields.flatMap((field) => {
    const name = 'name' in field ? `${above}${field.name}` : above
    if ('access' in field && field.access?.read) return [name]
    if (!('fields' in field)) return []
    return ruled(field.fields, 'name' in field ? `${name}.` : above)
  })

it('pages may ask for every field of a post that has no rule of its own, and for no other', () => {
  expect(ruled(Posts.fields)).toEqual([...STAFF_FIELDS])
})
