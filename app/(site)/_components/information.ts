import type { InformationPage } from '../../../collections/urls'

/** The pages about the bureau and its site, with what the national column list calls them. */
export const INFORMATION = {
  about: { title: '机构概况', type: '概况信息', description: '本局的职责、局领导与机构设置' },
  contact: {
    title: '联系我们',
    type: '咨询投诉',
    description: '本局及各单位的地址、电话与办公时间',
  },
  copyright: { title: '版权声明', type: '概况信息', description: '本网站内容的版权与转载使用规定' },
  accessibility: { title: '无障碍声明', type: '概况信息', description: '本网站的无障碍服务说明' },
} as const satisfies Record<InformationPage, { title: string; type: string; description: string }>
