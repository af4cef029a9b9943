import { keysOf } from '../../../access/keysOf'
import { Facts } from './Facts'
import { Paragraphs } from './Paragraphs'
import type { GuideView } from './views'

const ELEMENTS = {
  basis: '办理依据',
  conditions: '办理条件',
  materials: '申请材料',
  procedure: '办理流程',
  place: '办理地点',
  hours: '办理时间',
  phone: '咨询电话',
} as const satisfies Record<keyof GuideView, string>

/** The elements of a service guide that the monitoring indicators look for (国办秘函〔2019〕19号). */
export const GuideElements = ({ guide }: { guide: GuideView }) => (
  <Facts
    className="b-guide"
    facts={keysOf(ELEMENTS).map((element) => ({
      name: ELEMENTS[element],
      value: guide[element] ? <Paragraphs text={guide[element]} /> : null,
    }))}
  />
)
