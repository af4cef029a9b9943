import type { Where } from 'payload'
import type { Person } from '../../access/person'

/**
 * The columns that the list offers to a writer: owned by the own department, or open to its contributions. When a term
 * begins and ends is looked at when the manuscript is saved and submitted. Flat, because it travels in a query string.
 */
export const fillableColumns = (person: Person | null): Where | true => {
  if (!person?.departmentId) return true
  const own = { equals: person.departmentId }
  const bureau: Where = { route: { equals: 'bureau' } }
  return {
    or: [
      { 'owners.department': own },
      { and: [bureau, { contributors: { equals: 'all' } }] },
      {
        and: [
          bureau,
          { contributors: { equals: 'listed' } },
          { 'contributingDepartments.department': own },
        ],
      },
    ],
  }
}
