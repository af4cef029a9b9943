import { Facts } from './Facts'
import { DateTime, Day } from './Time'
import type { PolicyView } from './views'

type Props = { title: string; policy: PolicyView; publishedAt: string | null }

/** The header block of an official document, in the order of the disclosure rules (政府信息公开条例). */
export const PolicyHeader = ({ title, policy, publishedAt }: Props) => (
  <Facts
    className="b-policy"
    facts={[
      { name: '索引号', value: policy.indexNumber },
      { name: '主题分类', value: policy.topic },
      { name: '发文机关', value: policy.issuer },
      { name: '成文日期', value: policy.issuedOn ? <Day iso={policy.issuedOn} /> : null },
      { name: '标题', value: title, isWide: true },
      { name: '发文字号', value: policy.docNumber },
      { name: '发布日期', value: publishedAt ? <DateTime iso={publishedAt} /> : null },
      { name: '有效性', value: policy.validity },
      { name: '体裁', value: policy.genre },
      { name: '施行日期', value: policy.effectiveOn ? <Day iso={policy.effectiveOn} /> : null },
    ]}
  />
)
