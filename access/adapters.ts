import type { Access, CollectionConfig, FieldAccess } from 'payload'
import { type Person, personOf } from './person'
import { entersAdmin, RULES, type Rule, type RuledCollection } from './rules'

/** A pure rule as Payload's access function. */
export const byRule =
  (rule: Rule): Access =>
  ({ req }) =>
    rule(personOf(req.user))

/** A yes-or-no rule as field access. */
export const fieldByRule =
  (rule: (person: Person | null) => boolean): FieldAccess =>
  ({ req }) =>
    rule(personOf(req.user))

const no = () => false

/** The whole access of a collection, every operation named; see the table in `rules.ts`. */
export const accessOf = (slug: RuledCollection) =>
  ({
    create: ({ req }) => RULES[slug].create(personOf(req.user)) === true,
    read: byRule(RULES[slug].read),
    update: byRule(RULES[slug].update),
    delete: no,
    readVersions: no,
    unlock: no,
    admin: ({ req }) => entersAdmin(personOf(req.user)),
  }) satisfies CollectionConfig['access']
