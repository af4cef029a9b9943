import { describe, expect, it } from 'vitest'
import { submitSchema } from '../../../workflow/submit'
import { EMPTY_STATEMENTS, submitBody } from './submitBody'

const made = { ...EMPTY_STATEMENTS, secrecy: 'clear', personal: 'none' }

describe('what the submit dialog sends', () => {
  it('is nothing while a statement is missing', () => {
    expect(submitBody(EMPTY_STATEMENTS)).toBeNull()
    expect(submitBody({ ...made, personal: '' })).toBeNull()
    expect(submitBody({ ...made, secrecy: '' })).toBeNull()
  })

  it('is the two statements, and the rest only when it was asked for', () => {
    expect(submitBody(made)).toEqual({ secrecyStatement: 'clear', personalInformation: 'none' })
    expect(submitBody({ ...made, asksOffice: true })).toMatchObject({ route: 'bureau' })
  })

  it.each(['2026-05-10T09:30', '2026-05-10T09:30:15'])('reads %s as Beijing time', (publishAt) => {
    const body = submitBody({ ...made, publishAt })
    expect(body).toMatchObject({ publishAt: '2026-05-10T09:30:00+08:00' })
    expect(submitSchema.safeParse(body).success).toBe(true)
  })
})
