import { keysOf } from './keysOf'

/** 角色: what a user may do. The contract's table of duties, in the order it is shown on screen. */
export const DUTIES = {
  author: { zh: '信息员', en: 'Author' },
  'department-admin': { zh: '部门管理员', en: 'Department administrator' },
  'department-leader': { zh: '部门领导', en: 'Department leader' },
  'department-head': { zh: '部门主要领导', en: 'Department head' },
  'secrecy-reviewer': { zh: '保密审查员', en: 'Secrecy reviewer' },
  'office-editor': { zh: '网站管理员', en: 'Site administrator' },
  'office-reviewer': { zh: '办公室审核人', en: 'Office reviewer' },
  'bureau-leader': { zh: '局领导', en: 'Bureau leader' },
  'system-admin': { zh: '系统管理员', en: 'System administrator' },
  'security-admin': { zh: '安全管理员', en: 'Security administrator' },
  auditor: { zh: '审计管理员', en: 'Auditor' },
  'api-reader': { zh: '接口账号', en: 'API account' },
} as const

export type Duty = keyof typeof DUTIES
export const DUTY_LIST = keysOf(DUTIES)

/** 三员: separate persons; none of them holds another of them or any other duty. */
export const ADMINISTRATORS = [
  'system-admin',
  'security-admin',
  'auditor',
] as const satisfies Duty[]

/** Duties that read what their own department writes. */
export const DEPARTMENT_DUTIES = [
  'author',
  'department-admin',
  'department-leader',
  'department-head',
] as const satisfies Duty[]

/** Duties that read the forms and media of every department. */
export const CENTRAL_DUTIES = [
  'office-editor',
  'office-reviewer',
  'secrecy-reviewer',
  'bureau-leader',
] as const satisfies Duty[]
