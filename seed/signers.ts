import type { Step } from '../access/steps'
import { emailOf } from './accounts'
import { steadyChoice } from './steady'

/** Who signs a step of a demonstration form, and with which words. Distinct persons on every route. */
export type SeedSignature = { email: string; opinion: string }

const OPINIONS: Record<Step, readonly [string, ...string[]]> = {
  'department-check': ['栏目和要素齐全，拟同意。', '已核对格式和附件，拟同意。'],
  'department-review': ['情况属实，同意发布。', '数据已核对，同意发布。', '同意。'],
  'department-consent': ['同意报送办公室发布。', '内容已审阅，同意报送。'],
  'secrecy-review': ['经审查，不涉及国家秘密和工作秘密。', '经保密审查，可以公开。'],
  'office-review': ['文字已审核，拟同意发布，请局领导审定。', '要素完整，报局领导审批。'],
  'bureau-approval': ['同意发布。', '同意。'],
}

/** The signer of the step for a text of this key and department. */
export const signerOf = ({
  step,
  department,
  key,
}: {
  step: Step
  department: string
  key: string
}): SeedSignature => {
  const name = {
    'department-check': `admin.${department}`,
    'department-review': steadyChoice(`review ${key}`, [
      `leader.${department}`,
      `leader.${department}`,
      `head.${department}`,
    ]),
    'department-consent': `head.${department}`,
    'secrecy-review': steadyChoice(`secrecy ${key}`, ['secrecy', 'secrecy2']),
    'office-review': 'office',
    'bureau-approval': steadyChoice(`bureau ${key}`, ['bureau', 'bureau2']),
  }[step]
  return { email: emailOf(name), opinion: steadyChoice(`opinion ${step} ${key}`, OPINIONS[step]) }
}
