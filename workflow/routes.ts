import type { RouteName, Step } from '../access/steps'

/** 第十二条(二): the ordered steps that a form must pass. The one table of the routes. */
export const ROUTE_STEPS = {
  department: ['department-check', 'department-review'],
  bureau: ['department-consent', 'secrecy-review', 'office-review', 'bureau-approval'],
  migration: ['secrecy-review', 'office-review', 'bureau-approval'],
} as const satisfies Record<RouteName, readonly Step[]>

/**
 * The steps of a new form.
 * @param adminCheck the department wants its administrator to look first (第十一条(二))
 * @param byAdministrator the applicant is an administrator of the department, who would check himself or herself
 */
export const stepsFor = ({
  route,
  adminCheck,
  byAdministrator,
}: {
  route: RouteName
  adminCheck: boolean
  byAdministrator: boolean
}): Step[] =>
  ROUTE_STEPS[route].filter(
    (step) => step !== 'department-check' || (adminCheck && !byAdministrator),
  )

/** The step after this one, or null after the last. @throws for a step that is not on the form's list */
export const nextStep = ({ steps, step }: { steps: Step[]; step: Step }): Step | null => {
  const index = steps.indexOf(step)
  if (index < 0) throw new Error(`Step ${step} is not one of ${steps.join(', ')}`)
  return steps[index + 1] ?? null
}

/**
 * The steps are a whole list of the route: nobody shortened it. A form that was referred keeps the department's check that
 * it had passed before.
 */
export const fitsRoute = ({ route, steps }: { route: RouteName; steps: Step[] }): boolean => {
  const checked = steps[0] === 'department-check'
  if (checked && route === 'migration') return false
  const rest = checked ? steps.slice(1) : steps
  const whole = ROUTE_STEPS[route].filter((step) => step !== 'department-check')
  return rest.length === whole.length && whole.every((step, index) => rest[index] === step)
}
