import { describe, expect, it } from 'vitest'
import { keysOf } from '../../../access/keysOf'
import { ACTION_SCHEMAS } from '../../../workflow/act'
import { bodyOf, EMPTY_DRAFT, isGrave, needsOpinion } from './actionDraft'

const filled = {
  opinion: ' 同意发布。 ',
  secrecy: 'clear',
  decidedBy: '市国家保密局',
  reference: '保函〔2026〕3号',
  decidedOn: '2026-05-01',
  isSure: true,
} as const

const ACTIONS = keysOf(ACTION_SCHEMAS)

describe('what a dialog sends', () => {
  it.each(ACTIONS)('is exactly what the server takes for %s', (action) => {
    const body = bodyOf({ action, draft: filled, rev: 3, asksSecrecy: true })
    expect(ACTION_SCHEMAS[action].safeParse(body)).toMatchObject({ success: true })
  })

  it('names no secrecy outcome at a step that asks for none', () => {
    expect(bodyOf({ action: 'sign', draft: filled, rev: 3, asksSecrecy: false })).toEqual({
      rev: 3,
      opinion: '同意发布。',
    })
  })

  it.each(ACTIONS)('asks for an opinion for %s only if the server does', (action) => {
    const body = bodyOf({ action, draft: { ...filled, opinion: '  ' }, rev: 1, asksSecrecy: true })
    expect(ACTION_SCHEMAS[action].safeParse(body).success).toBe(!needsOpinion(action))
  })
})

describe('what is confirmed twice', () => {
  it('is a finding of a secret, and giving up the form', () => {
    const grave = ACTIONS.filter((action) => isGrave(action, EMPTY_DRAFT))
    expect(grave).toEqual(['cancel'])
    expect(isGrave('sign', { secrecy: 'secret' })).toBe(true)
    expect(isGrave('release', { secrecy: 'secret' })).toBe(true)
    expect(isGrave('sign', { secrecy: 'doubt' })).toBe(false)
  })
})
