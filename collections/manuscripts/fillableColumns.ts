import type { Where } from 'payload'
import type { Person } from '../../access/person'

/**
 * The columns that the list offers to a writer: owned by the own department, or open to its contributions. When a term
 * begins and ends is looked at when the manuscript is saved and submitted.
 */
export const fillableColumns = (person: Person | null): Where | true => {
  if (!person?.departmentId) return true
  const own = { equals: person.departmentId }
  const listed: Where = {
    and: [{ contributors: { equals: 'listed' } }, { 'contributingDepartments.department': own }],
  }
  const contributes: Where = {
    and: [{ route: { equals: 'bureau' } }, { or: [{ contributors: { equals: 'all' } }, listed] }],
  }
  return { or: [{ 'owners.department': own }, contributes] }
}
