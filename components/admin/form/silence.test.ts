import { describe, expect, it } from 'vitest'
import type { Person } from '../../../access/person'
import { STATE_LIST, STATES } from '../../../access/steps'
import type { FormFacts } from '../../../workflow/decide'
import { speaker } from '../speaker'
import { silence } from './silence'

const leader: Person = {
  id: 'leader',
  name: '程以宁',
  position: '',
  duties: ['department-leader'],
  departmentId: 'food',
  departmentName: '',
  inOffice: false,
}

const form = (facts: Partial<FormFacts> = {}): FormFacts => ({
  state: 'pending',
  step: 'department-review',
  steps: ['department-review'],
  route: 'department',
  heldFrom: null,
  publishing: false,
  departmentId: 'food',
  applicantId: 'writer',
  writers: ['writer'],
  entries: [],
  contentHash: 'h',
  ...facts,
})

const say = (facts: Partial<FormFacts>, person = leader) =>
  silence({ person, form: form(facts), speaker: speaker('zh') })

describe('why there is no button', () => {
  it('is that somebody else signs now', () => {
    const steps: FormFacts['steps'] = ['department-consent', 'secrecy-review']
    expect(say({ step: 'secrecy-review', steps })).toBe('当前环节是保密审查，由保密审查员办理。')
  })

  it('is what stands against this person signing', () => {
    expect(say({ writers: ['leader'] })).toBe('您撰写、修改或提交过该稿件，不能审批。')
  })

  it.each(STATE_LIST)('is one sentence for a form that is %s', (state) => {
    const sentence = say({ state, step: 'department-review' }, { ...leader, departmentId: 'other' })
    expect(sentence).toMatch(/^[^。]+。$/)
    if (!STATES[state].open) expect(sentence).toContain(STATES[state].zh)
  })
})
