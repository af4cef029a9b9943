import type { Duty } from './duties'
import { keysOf } from './keysOf'

type StepDefinition = { zh: string; en: string; duties: readonly Duty[]; ownDepartment: boolean }

/** The steps of approval, who signs each, and whether the signer belongs to the form's department (第十二条(二)). */
export const STEPS = {
  'department-check': {
    zh: '部门管理员审核',
    en: 'Department check',
    duties: ['department-admin'],
    ownDepartment: true,
  },
  'department-review': {
    zh: '部门领导审查',
    en: 'Department review',
    duties: ['department-leader', 'department-head'],
    ownDepartment: true,
  },
  'department-consent': {
    zh: '部门主要领导同意',
    en: 'Department consent',
    duties: ['department-head'],
    ownDepartment: true,
  },
  'secrecy-review': {
    zh: '保密审查',
    en: 'Secrecy review',
    duties: ['secrecy-reviewer'],
    ownDepartment: false,
  },
  'office-review': {
    zh: '办公室审核',
    en: 'Office review',
    duties: ['office-reviewer'],
    ownDepartment: false,
  },
  'bureau-approval': {
    zh: '局领导审核',
    en: 'Bureau approval',
    duties: ['bureau-leader'],
    ownDepartment: false,
  },
} as const satisfies Record<string, StepDefinition>

export type Step = keyof typeof STEPS
export const STEP_LIST = keysOf(STEPS)

/** States of an application form. `open` ones keep the manuscript frozen; the others are final. */
export const STATES = {
  pending: { zh: '审批中', en: 'Pending', open: true },
  held: { zh: '待保密确认', en: 'Held', open: true },
  returned: { zh: '已退回', en: 'Returned', open: false },
  cancelled: { zh: '已撤回', en: 'Cancelled', open: false },
  refused: { zh: '涉密不予发布', en: 'Refused', open: false },
  approved: { zh: '待发布', en: 'Approved', open: true },
  published: { zh: '已发布', en: 'Published', open: false },
} as const

export type FormState = keyof typeof STATES
export const STATE_LIST = keysOf(STATES)

export const ROUTES = {
  department: { zh: '部门审批', en: 'Department' },
  bureau: { zh: '局级审批', en: 'Bureau' },
  migration: { zh: '历史信息迁移', en: 'Migration' },
} as const

export type RouteName = keyof typeof ROUTES
export const ROUTE_LIST = keysOf(ROUTES)

/** What can be done with a form, and with a post. A closed list: an unknown action is refused. */
export const ACTIONS = {
  submit: { zh: '提交审批', en: 'Submit' },
  sign: { zh: '同意', en: 'Sign' },
  return: { zh: '退回修改', en: 'Return' },
  refer: { zh: '转报办公室发布', en: 'Refer' },
  hold: { zh: '提请保密确认', en: 'Hold' },
  release: { zh: '登记确认结果', en: 'Release' },
  cancel: { zh: '撤回申请', en: 'Cancel' },
  withdraw: { zh: '撤下', en: 'Withdraw' },
  remove: { zh: '紧急删除', en: 'Remove' },
} as const

type Action = keyof typeof ACTIONS
export type FormAction = Exclude<Action, 'submit' | 'withdraw' | 'remove'>

/** Secrecy outcomes of a review. */
export const OUTCOMES = {
  clear: { zh: '不涉密', en: 'Clear' },
  secret: { zh: '涉密', en: 'Secret' },
  doubt: { zh: '不能确认', en: 'In doubt' },
} as const

export type Outcome = keyof typeof OUTCOMES

/** Steps at which the signer must state a secrecy outcome (第五条); elsewhere giving one is a bad request. */
const SECRECY_STEPS: readonly (Step | null)[] = ['department-review', 'secrecy-review']

export const asksSecrecyOutcome = (step: Step | null) => SECRECY_STEPS.includes(step)

/** The applicant's statement on personal information in the text. */
export const PERSONAL_INFORMATION = {
  none: { zh: '不含个人信息', en: 'None' },
  masked: { zh: '含个人信息，已作去标识处理', en: 'Masked' },
  necessary: { zh: '含个人信息，依法应当公开', en: 'Necessary and lawful' },
} as const

export type PersonalInformation = keyof typeof PERSONAL_INFORMATION

export const POST_STATES = {
  live: { zh: '已发布', en: 'Live' },
  withdrawn: { zh: '已撤下', en: 'Withdrawn' },
  removed: { zh: '已删除', en: 'Removed' },
} as const

export type PostState = keyof typeof POST_STATES
