import { describe, expect, it } from 'vitest'
import { noteChangedFields, takeChangedFields } from './changedFields'
import { ownPart } from './guardUsers'

const ROW = {
  id: 'a',
  name: '某人',
  email: 'a@b.cn',
  duties: ['author'],
  active: true,
  apiKey: 'k',
  apiKeyIndex: 'i',
  enableAPIKey: false,
  hash: 'h',
  salt: 's',
  sessions: [],
  loginAttempts: 0,
  lockUntil: null,
  updatedAt: 'now',
}

describe('what a write of an account is about', () => {
  it('at a login, is the session and nothing that a person may be given or lose', () => {
    expect(Object.keys(ownPart({ data: ROW, changed: null }) ?? {}).sort()).toEqual(
      ['hash', 'lockUntil', 'loginAttempts', 'salt', 'sessions', 'updatedAt'].sort(),
    )
  })

  it('at an update, is what it changes', () => {
    expect(ownPart({ data: ROW, changed: ['duties'] })).toEqual({
      duties: ['author'],
      updatedAt: 'now',
    })
    expect(ownPart({ data: ROW, changed: [] })).toEqual({ updatedAt: 'now' })
  })

  it('at a new password, is the hash and the sessions that it ends', () => {
    expect(Object.keys(ownPart({ data: ROW, changed: ['password'] }) ?? {}).sort()).toEqual(
      ['hash', 'salt', 'sessions', 'updatedAt'].sort(),
    )
  })

  it('at a new key, is the key with its index', () => {
    expect(Object.keys(ownPart({ data: ROW, changed: ['apiKey'] }) ?? {}).sort()).toEqual(
      ['apiKey', 'apiKeyIndex', 'enableAPIKey', 'updatedAt'].sort(),
    )
  })

  it('is left alone where single fields are written', () => {
    expect(ownPart({ data: { loginAttempts: 1 }, changed: null })).toBeNull()
    expect(ownPart({ data: { sessions: [] }, changed: null })).toBeNull()
  })
})

describe('the note of changed fields', () => {
  it('is taken once, by the account it is about', () => {
    const context = {}
    noteChangedFields({ context, id: 'a', fields: ['name'] })
    noteChangedFields({ context, id: 'b', fields: ['phone'] })
    expect(takeChangedFields({ context, id: 'a' })).toEqual(['name'])
    expect(takeChangedFields({ context, id: 'a' })).toBeNull()
    expect(takeChangedFields({ context, id: 'b' })).toEqual(['phone'])
    expect(takeChangedFields({ context: undefined, id: 'a' })).toBeNull()
  })
})
