import { describe, expect, it } from 'vitest'
import { ROUTE_LIST, STEP_LIST, STEPS } from '../access/steps'
import { fitsRoute, nextStep, ROUTE_STEPS, stepsFor } from './routes'

describe('第十二条(二) the routes', () => {
  it('are the three of the regulation, step by step', () => {
    expect(ROUTE_STEPS).toEqual({
      department: ['department-check', 'department-review'],
      bureau: ['department-consent', 'secrecy-review', 'office-review', 'bureau-approval'],
      migration: ['secrecy-review', 'office-review', 'bureau-approval'],
    })
  })

  it('end with a leader: nothing is published on the word of its writers alone', () => {
    const last = ROUTE_LIST.map((route) => ROUTE_STEPS[route].at(-1))
    expect(last).toEqual(['department-review', 'bureau-approval', 'bureau-approval'])
  })

  it('give every step signers, and only the department steps to people of the own department', () => {
    expect(STEP_LIST.map((step) => [step, STEPS[step].duties, STEPS[step].ownDepartment])).toEqual([
      ['department-check', ['department-admin'], true],
      ['department-review', ['department-leader', 'department-head'], true],
      ['department-consent', ['department-head'], true],
      ['secrecy-review', ['secrecy-reviewer'], false],
      ['office-review', ['office-reviewer'], false],
      ['bureau-approval', ['bureau-leader'], false],
    ])
  })
})

describe('第十一条(二) the check by the department administrator', () => {
  it.each([
    { adminCheck: false, byAdministrator: false, steps: ['department-review'] },
    { adminCheck: false, byAdministrator: true, steps: ['department-review'] },
    { adminCheck: true, byAdministrator: false, steps: ['department-check', 'department-review'] },
    { adminCheck: true, byAdministrator: true, steps: ['department-review'] },
  ])('adminCheck $adminCheck, applied for by an administrator $byAdministrator: $steps', (row) => {
    const { adminCheck, byAdministrator, steps } = row
    expect(stepsFor({ route: 'department', adminCheck, byAdministrator })).toEqual(steps)
  })

  it.each(['bureau', 'migration'] as const)('changes nothing on the route %s', (route) => {
    for (const adminCheck of [true, false]) {
      for (const byAdministrator of [true, false]) {
        expect(stepsFor({ route, adminCheck, byAdministrator })).toEqual(ROUTE_STEPS[route])
      }
    }
  })
})

describe('nextStep', () => {
  it.each(ROUTE_LIST)(
    'walks the route %s from its first step to its last and then ends',
    (route) => {
      const steps = [...ROUTE_STEPS[route]]
      const walked = steps.map((step) => nextStep({ steps, step }))
      expect(walked).toEqual([...steps.slice(1), null])
    },
  )

  it('throws for a step that the form does not have', () => {
    expect(() => nextStep({ steps: ['department-review'], step: 'bureau-approval' })).toThrow(
      'bureau-approval',
    )
  })
})

describe('fitsRoute', () => {
  const bureau = [
    'department-consent',
    'secrecy-review',
    'office-review',
    'bureau-approval',
  ] as const
  it.each([
    { route: 'department', steps: ['department-review'] },
    { route: 'department', steps: ['department-check', 'department-review'] },
    { route: 'bureau', steps: [...bureau] },
    { route: 'bureau', steps: ['department-check', ...bureau] },
    { route: 'migration', steps: ['secrecy-review', 'office-review', 'bureau-approval'] },
  ] as const)('knows $steps as a list of the route $route', ({ route, steps }) => {
    expect(fitsRoute({ route, steps: [...steps] })).toBe(true)
  })

  it.each([
    { route: 'department', steps: [] },
    { route: 'department', steps: ['department-check'] },
    { route: 'department', steps: ['department-review', 'department-check'] },
    { route: 'bureau', steps: ['department-review'] },
    { route: 'bureau', steps: ['department-review', ...bureau] },
    { route: 'bureau', steps: ['department-consent', 'office-review', 'bureau-approval'] },
    { route: 'bureau', steps: ['secrecy-review', 'office-review', 'bureau-approval'] },
    { route: 'migration', steps: ['department-check', 'secrecy-review', 'bureau-approval'] },
    { route: 'migration', steps: [...bureau] },
  ] as const)('takes $steps for no list of the route $route', ({ route, steps }) => {
    expect(fitsRoute({ route, steps: [...steps] })).toBe(false)
  })
})
