import { Forbidden, NotFound } from 'payload'
import { describe, expect, it } from 'vitest'
import { missing } from './missing'
import { Refusal } from './refusal'

describe('a row that could not be read', () => {
  it.each([new NotFound(), new Forbidden(), new Refusal('forbidden'), new Refusal('not-found')])(
    'is missing after %s',
    (error) => {
      expect(missing(error)).toBeNull()
    },
  )

  it.each([new Error('SQLITE_IOERR: disk I/O error'), new TypeError('x is not a function'), 'odd'])(
    'is not missing when the server failed with %s',
    (error) => {
      expect(() => missing(error)).toThrow()
    },
  )
})
