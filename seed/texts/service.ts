import type { SeedAttachment } from '../attachments'
import type { Entry, SeedGuide } from './entry'

/** 办事指南 and 表格下载 of the three departments that own them. */

type Owner = 'food' | 'animal' | 'dandong'
const OWNERS = {
  food: {
    author: 'author.food',
    place: '大连市中山区长江东路60号业务大厅6、7号窗口',
    phone: '0411-82583555',
  },
  animal: {
    author: 'author.animal',
    place: '大连市中山区长江东路60号业务大厅8号窗口',
    phone: '0411-82583545',
  },
  dandong: {
    author: 'author.dandong',
    place: '丹东市振兴区沿江开发区江湾东路8号业务大厅2号窗口',
    phone: '0415-3127805',
  },
} as const satisfies Record<Owner, { author: string; place: string; phone: string }>

type GuideData = {
  key: string
  when: number
  owner: Owner
  name: string
  summary: string
  basis: string
  conditions: string[]
  materials: string[]
  steps: string[]
  term: string
  fee?: string
  questions: [string, string][]
  english?: { title: string; summary: string; body: string }
}

const numbered = (lines: readonly string[]) =>
  lines.map((line, index) => `${index + 1}. ${line}`).join('\n')

const GUIDES_DATA: GuideData[] = [
  {
    key: 'guide-importer-filing',
    when: 29,
    owner: 'food',
    name: '进口食品收货人备案',
    summary: '辽宁省内进口食品收货人首次进口前办理，5个工作日办结，不收费。',
    basis: '《中华人民共和国食品安全法》第九十六条；《进口食品收货人备案管理规定》。',
    conditions: ['已依法办理市场主体登记', '建立食品安全管理制度', '有固定的食品存放场所'],
    materials: [
      '收货人备案申请表',
      '食品安全组织机构和岗位职责说明',
      '拟经营食品种类、存放地点清单',
    ],
    steps: ['登录业务系统填报信息', '窗口或者网上提交材料', '检验检疫机构审核', '公布备案编号'],
    term: '5个工作日',
    questions: [
      ['分公司需要单独备案吗？', '由对外签订合同的法人主体备案，分公司不单独备案。'],
      ['备案后多久有效？', '长期有效，信息变化时30日内变更。'],
    ],
  },
  {
    key: 'guide-export-food-filing',
    when: 74,
    owner: 'food',
    name: '出口食品生产企业备案',
    summary: '出口食品生产、加工、储存企业办理备案的条件、材料和流程。',
    basis: '《中华人民共和国食品安全法》第九十九条；出口食品生产企业备案管理有关规定。',
    conditions: [
      '具备与生产相适应的厂房、设施和卫生条件',
      '建立以危害分析和预防控制措施为核心的卫生控制体系',
      '配备食品安全管理人员',
    ],
    materials: [
      '企业备案申请表',
      '厂区平面图和车间平面图',
      '工艺流程图和关键加工环节说明',
      '卫生控制体系文件',
    ],
    steps: ['企业自查并网上申请', '材料审核', '必要时现场评审', '准予备案并公布'],
    term: '10个工作日（现场评审时间不计）',
    questions: [['需要现场评审吗？', '高风险产品实施现场评审，其他产品以材料审核为主。']],
  },
  {
    key: 'guide-overseas-registration',
    when: 160,
    owner: 'food',
    name: '出口食品企业对外推荐注册',
    summary: '进口国（地区）要求注册的，经检验检疫机构推荐办理境外注册。',
    basis: '出口食品生产企业备案管理有关规定；双边议定书。',
    conditions: [
      '已取得出口食品生产企业备案',
      '符合进口国（地区）法规要求',
      '近一年无重大质量安全问题',
    ],
    materials: ['对外推荐注册申请表', '针对进口国要求的自我评估报告', '进口国要求的其他材料'],
    steps: ['企业提交申请', '分支机构现场审查', '局机关复核', '上报并对外推荐', '公布注册结果'],
    term: '20个工作日（不含境外审核时间）',
    questions: [
      ['境外官方要来检查怎么办？', '检验检疫机构会提前通知并指导企业准备，检查期间派员陪同。'],
    ],
  },
  {
    key: 'guide-orchard',
    when: 83,
    owner: 'animal',
    name: '出境水果果园注册登记',
    summary: '出境水果果园首次登记和换证办理指南，10个工作日完成现场考核。',
    basis: '《出境水果果园和包装厂注册登记工作规范》。',
    conditions: [
      '连片种植100亩以上',
      '周围无污染源',
      '有专职或者兼职植保员',
      '近两年未发生重大植物疫情',
    ],
    materials: ['注册登记申请表', '果园示意图、平面图', '植保员资格证明', '质量管理体系文件'],
    steps: ['提交申请', '形式审查并受理', '现场考核', '颁发证书'],
    term: '20个工作日，其中现场考核10个工作日内完成',
    questions: [
      ['合作社可以申请吗？', '可以，由合作社作为申请人，统一管理成员果园。'],
      ['换证需要重新考核吗？', '届满3个月前申请换证，无变化的以材料审核为主。'],
    ],
  },
  {
    key: 'guide-quarantine-permit',
    when: 177,
    owner: 'animal',
    name: '进境动植物检疫审批初审',
    summary: '输入动物、动物产品、植物种苗等须事先办理检疫审批，本局负责初审。',
    basis: '《中华人民共和国进出境动植物检疫法》第十条及其实施条例。',
    conditions: [
      '输出国家或者地区无重大动植物疫情',
      '符合有关检疫法律法规',
      '有符合要求的隔离、加工、存放场所',
    ],
    materials: ['检疫许可证申请表', '指定场地或者加工存放单位考核证明', '首次输入的提交产品说明'],
    steps: ['网上申请', '本局初审', '上报审批', '网上打印许可证'],
    term: '初审10个工作日',
    questions: [['许可证可以分批使用吗？', '可以在有效期内分批核销，用完为止。']],
  },
  {
    key: 'guide-pet',
    when: 246,
    owner: 'animal',
    name: '携带宠物入境检疫',
    summary: '每名旅客每次限带一只犬或者猫，须提供证书、芯片和检测报告。',
    basis: '进境宠物检疫管理有关公告。',
    conditions: ['每名旅客每次限带1只', '宠物已植入芯片', '在有效期内接种狂犬病疫苗'],
    materials: [
      '输出国（地区）官方动物检疫证书',
      '疫苗接种证书',
      '狂犬病抗体检测报告（来自非指定国家或者地区的）',
    ],
    steps: ['入境时主动申报', '现场查验芯片和证书', '临床检查', '放行或者隔离检疫30天'],
    term: '现场办理',
    questions: [
      ['鸟类、乌龟可以带吗？', '不可以，除犬、猫外的活动物禁止携带入境。'],
      ['导盲犬有数量限制吗？', '经现场查验合格的导盲犬、导听犬等服务犬可以免于隔离。'],
    ],
    english: {
      title: 'Bringing a pet into the country',
      summary: 'One dog or cat for each traveller, with certificate, microchip and test report.',
      body: `Each traveller may bring one dog or one cat at a time. Other live animals, birds and turtles among them, may not be brought in.
# What you need
- an animal health certificate issued by the authorities of the country or region you come from;
- a record of vaccination against rabies that is still valid;
- a report of the rabies antibody test, unless you come from a designated country or region;
- a microchip in the animal.
# What happens at the port
Declare the animal on arrival. The officer reads the chip, checks the papers and examines the animal. It is then released, or kept in quarantine for 30 days. Guide dogs and hearing dogs that pass the check need no quarantine.
The service is free of charge. Telephone: 0411-82583545.`,
    },
  },
  {
    key: 'guide-wood-packaging',
    when: 330,
    owner: 'animal',
    name: '出境木质包装标识加施资格核准',
    summary: '除害处理企业申请标识加施资格的条件、材料和现场考核要求。',
    basis: '出境货物木质包装检疫处理管理有关规定。',
    conditions: [
      '具备热处理或者熏蒸处理设施',
      '有经培训合格的操作人员',
      '有防止有害生物再次感染的存放场所',
    ],
    materials: ['除害处理标识加施申请考核表', '厂区平面图及设施说明', '除害处理操作规程'],
    steps: ['提交申请', '材料审查', '现场考核和处理效果验证', '颁发资格证书'],
    term: '20个工作日',
    questions: [['资格证书有效期多长？', '3年，届满3个月前申请延续。']],
  },
  {
    key: 'guide-mutual-trade',
    when: 205,
    owner: 'dandong',
    name: '边民互市进口商品申报',
    summary: '边民通过互市贸易区进口商品的申报、查验和放行流程。',
    basis: '《丹东口岸边民互市进出口商品检验检疫管理规定（试行）》。',
    conditions: ['已在互市贸易系统实名登记', '商品不在负面清单内', '每人每日交易额不超过规定限额'],
    materials: ['互市贸易申报单（系统生成）', '输出方出具的检疫证书（动植物及其产品）'],
    steps: ['系统申报', '现场核对', '按比例抽检', '扫码放行'],
    term: '现场办理，抽检的2小时内出具快检结果',
    questions: [['可以委托他人申报吗？', '可以委托互助组织办理，申报责任仍由边民本人承担。']],
  },
  {
    key: 'guide-road-vehicle',
    when: 412,
    owner: 'dandong',
    name: '公路口岸入境货运车辆卫生检疫',
    summary: '入境货运车辆申报、消毒和放行的办理要求。',
    basis: '《中华人民共和国国境卫生检疫法》及其实施规定。',
    conditions: ['车辆已在口岸备案', '司乘人员健康状况良好'],
    materials: ['车辆卫生检疫申报表', '司乘人员健康申明'],
    steps: ['提前2小时网上申报', '到达后接受查验', '按要求实施消毒', '放行'],
    term: '现场办理，一般不超过20分钟',
    questions: [['空车需要申报吗？', '需要。空车同样应当申报并接受卫生检疫。']],
  },
]

const guideFields = ({
  basis,
  conditions,
  materials,
  steps,
  term,
  owner,
}: GuideData): SeedGuide => ({
  basis,
  conditions: numbered(conditions),
  materials: numbered(materials),
  procedure: `${steps.join(' → ')}。办理时限：${term}。`,
  place: OWNERS[owner].place,
  hours: '工作日 8:30—11:30，13:00—17:00',
  phone: OWNERS[owner].phone,
})

const guideEntry = (data: GuideData): Entry => ({
  key: data.key,
  when: data.when,
  column: 'guides',
  author: OWNERS[data.owner].author,
  write: () => ({
    title: `${data.name}办事指南`,
    summary: data.summary,
    guide: guideFields(data),
    body: `# 一、办理对象
需要办理${data.name}的企业、其他组织或者个人。
# 二、办理流程
${numbered(data.steps)}
# 三、办理时限和收费
办理时限：${data.term}。${data.fee ?? '本事项不收取费用。'}
# 四、常见问题
${data.questions.map(([question, answer]) => `**问：${question}**\n答：${answer}`).join('\n')}
# 五、监督投诉
对办理结果有异议或者发现工作人员违规的，可以拨打0411-82583511反映。`,
    english: data.english,
  }),
})

const form = (rows: string[], note: string): string =>
  `| 项目 | 填写内容 |
${rows.map((row) => `| ${row} |  |`).join('\n')}
${note}
申请人声明：以上内容真实、准确，如有不实，愿意承担相应的法律责任。
申请人（签章）：　　　　　　日期：　　年　　月　　日`

type DownloadData = {
  key: string
  when: number
  owner: Owner
  title: string
  summary: string
  body: string
  attachments: SeedAttachment[]
}

const DOWNLOADS_DATA: DownloadData[] = [
  {
    key: 'download-importer-filing',
    when: 28,
    owner: 'food',
    title: '进口食品收货人备案申请表',
    summary: '适用于首次备案和变更备案，Word格式，可直接填写。',
    body: `本表适用于进口食品收货人首次备案和备案信息变更。
# 填写说明
1. 企业名称、统一社会信用代码应当与营业执照一致；
2. “经营食品种类”按肉类、水产、乳品、酒类、饮料、粮食制品等类别填写；
3. 存放地点有多处的，逐一列明；
4. 变更备案只填写变更项目，并注明变更原因。
填妥后通过业务系统上传或者送业务大厅6号窗口。`,
    attachments: [
      {
        format: 'docx',
        title: '进口食品收货人备案申请表',
        markup: form(
          [
            '企业名称',
            '统一社会信用代码',
            '注册地址',
            '法定代表人',
            '联系人及电话',
            '经营食品种类',
            '存放地点',
          ],
          '备案类型：□首次备案　□变更备案',
        ),
      },
    ],
  },
  {
    key: 'download-food-record',
    when: 103,
    owner: 'food',
    title: '进口食品进口和销售记录表（样式）',
    summary: '收货人建立进口和销售记录的推荐样式，Excel格式。',
    body: `为方便收货人建立进口和销售记录，提供推荐样式。企业可以使用自己的格式，但内容不得少于本样式所列项目。
- 进口记录：品名、规格、数量、生产日期、原产地、入境口岸、检验检疫证明编号；
- 销售记录：购货者名称、数量、销售日期、批次。
记录应当真实、完整，保存至产品保质期满后6个月以上。`,
    attachments: [
      {
        format: 'xlsx',
        title: '进口食品进口和销售记录表',
        sheet: '进口记录',
        rows: [
          ['序号', '品名', '规格', '数量', '生产日期', '原产地', '入境口岸', '购货者', '销售日期'],
          [
            1,
            '（示例）橄榄油',
            '500毫升/瓶',
            1200,
            '2025-01-10',
            '西班牙',
            '大连',
            '某商贸公司',
            '2025-03-02',
          ],
        ],
      },
    ],
  },
  {
    key: 'download-recheck',
    when: 232,
    owner: 'food',
    title: '进出口食品检验结果复验申请表',
    summary: '对检验结果有异议的，自收到结果之日起15日内提出。',
    body: `对检验检疫机构作出的检验结果有异议的，可以自收到检验结果之日起15日内填写本表申请复验。
# 提交要求
1. 填写复验申请表并加盖公章；
2. 附原检验结果单证复印件；
3. 保持原货物的质量、数量、包装状态不变。
检验检疫机构自受理之日起60日内作出复验结论。同一结果只能申请一次复验。`,
    attachments: [
      {
        format: 'docx',
        title: '进出口食品检验结果复验申请表',
        markup: form(
          [
            '申请人',
            '联系电话',
            '货物名称及数量',
            '原检验单证编号',
            '收到结果日期',
            '申请复验项目',
            '理由',
          ],
          '随附材料：□原单证复印件　□其他',
        ),
      },
    ],
  },
  {
    key: 'download-orchard',
    when: 82,
    owner: 'animal',
    title: '出境水果果园注册登记申请表',
    summary: '含填写示例，适用于首次登记、换证和变更。',
    body: `本表适用于出境水果果园首次注册登记、换证和变更登记。
# 填写说明
- 果园面积以亩为单位，须与平面图一致；
- 种植品种填写中文通用名，例如“苹果（富士）”；
- 植保员填写姓名和培训证书名称，不填写证件号码；
- 附果园示意图，标明四至和监测点位置。
填写示例见附件第二个文件。`,
    attachments: [
      {
        format: 'docx',
        title: '出境水果果园注册登记申请表',
        markup: form(
          [
            '申请单位',
            '果园名称',
            '果园地址',
            '面积（亩）',
            '种植品种',
            '植保员',
            '拟出口国家（地区）',
          ],
          '申请类型：□首次登记　□换证　□变更',
        ),
      },
      {
        format: 'pdf',
        title: '出境水果果园注册登记申请表填写示例',
        markup: `以下内容为示例，仅供填写时参考。
| 项目 | 填写示例 |
| 申请单位 | 盖州市某某果品专业合作社 |
| 果园名称 | 双台一号果园 |
| 面积（亩） | 320 |
| 种植品种 | 苹果（富士）、梨（南果） |
| 植保员 | 1名，经检验检疫机构培训合格 |
| 拟出口国家（地区） | 泰国、新加坡 |
# 常见错误
1. 面积与平面图不一致；
2. 未标明监测点位置；
3. 漏填拟出口国家（地区）。`,
      },
    ],
  },
  {
    key: 'download-permit',
    when: 244,
    owner: 'animal',
    title: '进境动植物检疫许可证申请表',
    summary: '网上申请有困难的企业可以使用本表。',
    body: `进境动植物检疫许可证原则上网上申请。因系统故障等原因无法网上申请的，可以填写本表送业务大厅8号窗口。
填写时应当写明产品名称、品种、数量、产地、进境口岸、用途和存放加工单位；输入动物的，还应当写明隔离场所和运输路线。
同一申请表只能填写一个输出国家或者地区的产品。`,
    attachments: [
      {
        format: 'docx',
        title: '进境动植物检疫许可证申请表',
        markup: form(
          [
            '申请单位',
            '产品名称和品种',
            '数量',
            '输出国家（地区）',
            '进境口岸',
            '用途',
            '加工或者存放单位',
          ],
          '如申请输入动物，另附隔离场所说明。',
        ),
      },
    ],
  },
  {
    key: 'download-monitoring',
    when: 397,
    owner: 'animal',
    title: '果园有害生物监测记录表',
    summary: '注册登记果园日常监测使用，Excel格式，按周填写。',
    body: `注册登记果园应当按照要求设置诱捕器，按周检查并填写监测记录。
# 使用说明
1. 每个监测点单独一行，点位编号与平面图一致；
2. 捕获疑似实蝇、食心虫的，当日报告并保留样品；
3. 记录保存不少于3年，供监督检查时查阅。`,
    attachments: [
      {
        format: 'xlsx',
        title: '果园有害生物监测记录表',
        sheet: '监测记录',
        rows: [
          ['点位编号', '检查日期', '诱捕器类型', '捕获种类', '数量', '记录人'],
          ['（示例）A-01', '2025-06-03', '实蝇诱捕器', '无', 0, ''],
        ],
      },
    ],
  },
  {
    key: 'download-vehicle',
    when: 408,
    owner: 'dandong',
    title: '入境货运车辆卫生检疫申报表',
    summary: '丹东公路口岸使用，司机可提前填写。',
    body: `经丹东公路口岸入境的货运车辆使用本表。已通过业务系统申报的，不再填写纸质表。
- 车辆信息与行驶证一致；
- 装载货物有动植物及其产品的，在相应栏目注明；
- 司乘人员近期有发热、咳嗽等症状的，应当如实填写并主动告知检疫人员。`,
    attachments: [
      {
        format: 'docx',
        title: '入境货运车辆卫生检疫申报表',
        markup: form(
          [
            '车牌号',
            '始发地',
            '货物名称',
            '是否装载动植物及其产品',
            '司乘人数',
            '近期有无不适症状',
          ],
          '是否空车：□是　□否',
        ),
      },
    ],
  },
  {
    key: 'download-mutual-list',
    when: 209,
    owner: 'dandong',
    title: '边民互市进口商品负面清单',
    summary: '列明不得以互市方式进口的商品类别，随疫情和政策变化更新。',
    body: `根据《丹东口岸边民互市进出口商品检验检疫管理规定（试行）》，公布负面清单。清单将根据动植物疫情和国家政策变化及时更新，请以最新版本为准。
列入清单的商品，不得以边民互市方式进口；已经运抵的，作退运或者销毁处理。`,
    attachments: [
      {
        format: 'pdf',
        title: '边民互市进口商品负面清单',
        markup: `| 类别 | 商品范围 |
| 活动物 | 除已签订双边议定书的水生动物外的所有活动物 |
| 肉类及其产品 | 来自疫区的偶蹄动物、禽类及其产品 |
| 植物繁殖材料 | 未办理检疫审批的种子、种苗 |
| 土壤和有机栽培介质 | 全部 |
| 旧物品 | 旧服装、旧医疗器械等国家禁止进口的旧物品 |
| 其他 | 国家禁止进口的其他商品 |`,
      },
    ],
  },
]

const downloadEntry = (data: DownloadData): Entry => ({
  key: data.key,
  when: data.when,
  column: 'downloads',
  author: OWNERS[data.owner].author,
  write: () => ({
    title: data.title,
    summary: data.summary,
    body: data.body,
    attachments: data.attachments,
  }),
})

export const SERVICE: Entry[] = [
  ...GUIDES_DATA.map(guideEntry),
  ...DOWNLOADS_DATA.map(downloadEntry),
]
