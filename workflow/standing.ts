import type { Payload } from 'payload'
import type { Reason } from '../access/refusals'
import type { RouteName } from '../access/steps'
import { isClosed, mayFill } from '../collections/columns/rights'
import { rightsOf } from '../collections/columns/rightsOf'

/**
 * Whether the department may fill the column at this time: asked at submit, again at every signature and at publishing
 * (第十条). A bureau-route form may go into a column that the department owns or contributes to.
 * @param route of the form: one of the department route does not go into a column that takes the bureau route by now
 */
export const standingReasons = async ({
  payload,
  columnId,
  departmentId,
  route,
  at,
}: {
  payload: Payload
  columnId: string | null
  departmentId: string | null
  route: RouteName | null
  at: string
}): Promise<Reason[]> => {
  if (!columnId || !departmentId) return [{ code: 'column-not-yours', field: 'column' }]
  const [column, department] = await Promise.all([
    payload.findByID({
      collection: 'columns',
      id: columnId,
      depth: 0,
      overrideAccess: true,
      disableErrors: true,
    }),
    payload.findByID({
      collection: 'departments',
      id: departmentId,
      depth: 0,
      overrideAccess: true,
      disableErrors: true,
    }),
  ])
  const reasons: Reason[] = []
  if (!department?.active) reasons.push({ code: 'department-closed' })
  if (!column) return [...reasons, { code: 'column-not-yours', field: 'column' }]
  const rights = rightsOf(column)
  if (isClosed(rights, at)) reasons.push({ code: 'column-closed', field: 'column' })
  if (!mayFill({ column: rights, departmentId, at })) {
    reasons.push({ code: 'column-not-yours', field: 'column' })
  }
  if (route === 'department' && rights.route === 'bureau') {
    reasons.push({ code: 'column-route-changed', field: 'column' })
  }
  return reasons
}
