import { describe, expect, it } from 'vitest'
import { keysOf } from '../../../access/keysOf'
import { STATES } from '../../../access/steps'
import { staysOpen } from './actionWords'

describe('the page of a form that moved on while somebody decided', () => {
  const closedFor = (seesHeld: boolean) =>
    keysOf(STATES).filter((state) => !staysOpen({ state, seesHeld }))

  it('is loaded anew only where it still shows the form, so that no opinion is lost', () => {
    expect(closedFor(true)).toEqual(['refused'])
    expect(closedFor(false)).toEqual(['held', 'refused'])
  })
})
