import { type Day, longDate, monthName } from '../day'
import type { PictureName } from '../pictures'
import { steadyBetween } from '../steady'
import type { Entry } from './entry'

/** 风险提示: by the four departments that watch goods and diseases. Facts differ; the form of an alert does not. */

type Alert = {
  key: string
  when: number
  author: string
  title: string
  summary: string
  facts: (day: Day) => string
  risk: string
  advice: string[]
  contact: string
  image?: PictureName
}

const FOOD = '进出口食品安全处 0411-82583555'
const ANIMAL = '动植物检疫处 0411-82583545'
const HEALTH = '卫生检疫处 0411-82583535'
const GOODS = '检验监管处 0411-82583565'

const ALERTS_DATA: Alert[] = [
  {
    key: 'shellfish-toxin',
    image: 'seafood',
    when: 6,
    author: 'author.food',
    title: '关于进口贝类产品贝类毒素的风险提示',
    summary: '近期多批进口贝类检出麻痹性贝类毒素，提醒进口商加强源头管控。',
    facts: (day) =>
      `${monthName(day)}以来，辽宁口岸在对进口贝类实施监督抽检时，有${steadyBetween('shellfish', 3, 6)}批产品检出麻痹性贝类毒素超过限量，均已依法退运或者销毁。`,
    risk: '贝类在赤潮期间摄食有毒藻类后会在体内蓄积毒素，加热不能完全破坏。人食用后可能出现口唇麻木、恶心，严重的可致呼吸困难。',
    advice: [
      '进口商应当核实产地海域监测情况，要求出口方提供批批检测报告',
      '餐饮单位和消费者购买时查看检验检疫证明',
      '食用后出现不适应当立即就医并保留剩余食物',
    ],
    contact: FOOD,
  },
  {
    key: 'dengue',
    when: 19,
    author: 'author.health',
    title: '关于防范登革热输入的旅行健康提示',
    summary: '东南亚、南美部分国家登革热病例数上升，出行前后请做好防护。',
    facts: (day) =>
      `世界卫生组织及多国卫生部门通报显示，截至${longDate(day)}前一周，部分热带国家登革热报告病例数较常年同期偏高。`,
    risk: '登革热经伊蚊叮咬传播，潜伏期一般为3至14天，表现为突起高热、头痛、肌肉关节痛和皮疹，少数发展为重症。',
    advice: [
      '出行前了解目的地疫情，携带驱蚊用品，穿长袖衣裤',
      '入境时出现发热等症状主动向检疫人员申报',
      '回国后14天内出现不适及时就医并告知旅行史',
      '清除家中积水，减少蚊虫孳生',
    ],
    contact: HEALTH,
  },
  {
    key: 'fire-ant',
    image: 'container-check',
    when: 37,
    author: 'author.animal',
    title: '关于防范红火蚁随进境货物传入的风险提示',
    summary: '口岸多次在原木、废旧物品和集装箱夹层中截获红火蚁。',
    facts: () =>
      `近期，全国多个口岸从进境原木、苗木栽培介质和空集装箱中截获红火蚁，辽宁口岸截获${steadyBetween('fire-ant', 2, 5)}批次。`,
    risk: '红火蚁攻击性强，叮咬后有火灼感，个别人会发生过敏性休克；其筑巢还会破坏堤坝、电缆和农田灌溉设施。',
    advice: [
      '进口企业应当要求装运前清扫集装箱，避免夹带泥土',
      '货场工作人员发现可疑蚁巢不要自行捣毁，立即报告',
      '被叮咬后清洗患处，出现过敏症状及时就医',
    ],
    contact: ANIMAL,
  },
  {
    key: 'toy-magnets',
    when: 66,
    author: 'author.inspection',
    title: '关于儿童磁力玩具安全隐患的消费提示',
    summary: '部分进口磁力珠、磁力积木磁通量指数超标，误吞可致肠道穿孔。',
    facts: () =>
      '检验检疫机构对跨境电商渠道销售的磁力玩具开展风险监测，抽取样品32批，7批磁通量指数不符合国家标准，主要为直径小于8毫米的磁力珠。',
    risk: '儿童误吞两颗以上强磁体后，磁体在肠道内相互吸引，可能造成肠壁坏死、穿孔，需手术取出。',
    advice: [
      '不要购买无中文标识、无强制性认证标志的磁力玩具',
      '家长应当检查玩具磁体是否松动、脱落',
      '怀疑误吞的立即就医，不要自行催吐',
      '发现问题产品可向检验检疫机构反映',
    ],
    contact: GOODS,
  },
  {
    key: 'plague-rodents',
    when: 97,
    author: 'author.health',
    title: '关于做好入境船舶鼠类防控的提示',
    summary: '口岸监测显示入境船舶带鼠率有所上升，提醒船方落实防鼠措施。',
    facts: () =>
      `本季度辽宁各海港口岸对入境船舶实施鼠患检查1860艘次，发现鼠迹${steadyBetween('rodents', 21, 33)}艘次，捕获鼠类19只，病原体检测均为阴性。`,
    risk: '鼠类及其体表寄生虫可传播鼠疫、肾综合征出血热等疾病，也会损坏货物和船舶设备。',
    advice: [
      '靠泊期间在缆绳上安装挡鼠板，夜间收起舷梯或者保持照明',
      '及时清理食物残渣和垃圾',
      '在有效期届满前申请换发船舶免予卫生控制措施证书',
    ],
    contact: HEALTH,
  },
  {
    key: 'infant-formula',
    when: 128,
    author: 'author.food',
    title: '关于通过非正规渠道购买境外婴幼儿配方食品的提示',
    summary: '个人代购的婴幼儿配方食品未经检验，出现问题难以追溯。',
    facts: () =>
      '近期，机场、邮局口岸在监管中发现少量以个人物品名义申报、实为转售的婴幼儿配方食品，抽检的15批样品中有3批营养成分与我国标准不一致。',
    risk: '不同国家婴幼儿配方食品的营养素要求存在差异，运输储存条件不当还可能导致变质，影响婴幼儿健康。',
    advice: [
      '选择取得注册、有中文标签的产品',
      '通过正规进口渠道购买，索取凭证和检验检疫证明',
      '跨境电商购买前阅读告知书，了解产品执行的标准',
    ],
    contact: FOOD,
  },
  {
    key: 'pine-nematode',
    image: 'container-yard',
    when: 166,
    author: 'author.animal',
    title: '关于进境松木携带松材线虫的风险提示',
    summary: '对来自松材线虫发生国家的松木实施批批检疫，检出的一律依法处理。',
    facts: () =>
      `本年度辽宁口岸对进境松木实施检疫430批，检出松材线虫${steadyBetween('nematode', 3, 7)}批次，已全部实施退运或者除害处理。`,
    risk: '松材线虫病被称为“松树的癌症”，传播快、防治难，一旦传入林区将造成大面积松树枯死。',
    advice: [
      '进口商应当选择已实施除害处理的松木，并随附官方植物检疫证书',
      '从指定口岸进境，不得擅自调离',
      '加工企业妥善处理树皮、边角料，防止媒介昆虫扩散',
    ],
    contact: ANIMAL,
  },
  {
    key: 'hair-dryer',
    when: 201,
    author: 'author.inspection',
    title: '关于进口小家电质量安全的消费提示',
    summary: '抽查发现部分进口电吹风、电水壶接地和标识不符合我国标准。',
    facts: () =>
      '检验检疫机构对进口小家电开展专项抽查，抽取样品60批，检出不合格9批，其中电源线和插头不符合我国标准5批，缺少中文警示说明4批。',
    risk: '插头、电压与我国标准不一致，可能引发过热、触电；缺少中文警示说明，消费者容易误用。',
    advice: [
      '购买前确认额定电压为220伏，具有强制性认证标志',
      '不要使用转换插头长期连接大功率电器',
      '使用前阅读中文说明书，发现漏电立即停用',
    ],
    contact: GOODS,
  },
  {
    key: 'measles',
    when: 259,
    author: 'author.health',
    title: '关于前往麻疹流行地区的旅行健康提示',
    summary: '部分国家出现麻疹暴发，建议出行前核查免疫史。',
    facts: (day) =>
      `据境外卫生部门通报，截至${longDate(day)}，多国报告麻疹聚集性疫情，病例以未完成接种的儿童和青年为主。`,
    risk: '麻疹通过呼吸道飞沫传播，传染性强，未接种者接触后极易感染，可能并发肺炎、脑炎。',
    advice: [
      '出行前2周核查接种记录，必要时补种含麻疹成分疫苗',
      '在人群密集场所佩戴口罩',
      '回国后21天内出现发热、皮疹应当及时就医并避免接触他人',
    ],
    contact: HEALTH,
  },
  {
    key: 'wine-labels',
    when: 310,
    author: 'author.food',
    title: '关于进口葡萄酒标签问题的风险提示',
    summary: '标签不合格是进口葡萄酒未准入境的主要原因，提醒进口商提前核对。',
    facts: () =>
      '统计显示，近半年辽宁口岸进口葡萄酒不合格42批，其中标签问题29批，占69%，集中在未标注二氧化硫、原产国与原文标签不一致、日期标示不规范三个方面。',
    risk: '标签信息不真实、不完整，影响消费者知情权；二氧化硫未标注可能使过敏人群误饮。',
    advice: [
      '签订合同前将中文标签样张与国家标准逐项核对',
      '原文标签有强调内容的，中文标签应当对应标示',
      '标签整改应当在检验检疫机构监督下进行',
    ],
    contact: FOOD,
  },
  {
    key: 'seedlings',
    image: 'parcels',
    when: 378,
    author: 'author.animal',
    title: '关于网购境外种子种苗的风险提示',
    summary: '未经审批邮寄种子种苗进境属违法行为，且极易传带有害生物。',
    facts: () =>
      `今年以来，辽宁邮检口岸截获邮寄进境种子种苗${steadyBetween('seedlings', 180, 260)}批次，从中检出检疫性有害生物11批次，均已作销毁处理。`,
    risk: '种子种苗可能携带病毒、细菌、线虫和杂草籽，种植后难以根除，危害农业生产和生态环境。',
    advice: [
      '因引种需要进口的，应当事先办理检疫审批',
      '收到来历不明的种子不要种植、不要丢弃，交当地检验检疫机构处理',
      '网购平台应当提示境外卖家遵守我国规定',
    ],
    contact: ANIMAL,
  },
  {
    key: 'textiles',
    when: 446,
    author: 'author.inspection',
    title: '关于进口婴幼儿服装的消费提示',
    summary: '绳带、色牢度和纤维成分是不合格的主要项目。',
    facts: () =>
      '检验检疫机构抽取进口婴幼儿及儿童服装样品85批，检出不合格12批，其中绳带要求不合格5批，耐唾液色牢度不合格4批，纤维成分与标识不符3批。',
    risk: '帽兜、颈部绳带过长可能缠绕勒伤；染料脱落可能引起皮肤过敏。',
    advice: [
      '选购标有“婴幼儿用品”字样和安全类别的产品',
      '避免购买颈部有绳带、装饰小件易脱落的服装',
      '新衣洗涤后再穿，出现皮肤不适停止使用',
    ],
    contact: GOODS,
  },
]

const alertEntry = (alert: Alert): Entry => ({
  key: `alert-${alert.key}`,
  when: alert.when,
  column: 'alerts',
  author: alert.author,
  write: (day) => ({
    title: alert.title,
    summary: alert.summary,
    images: alert.image ? [alert.image] : [],
    body: `# 一、基本情况
${alert.facts(day)}
# 二、风险分析
${alert.risk}
# 三、提示建议
${alert.advice.map((line, index) => `${index + 1}. ${line}${index === alert.advice.length - 1 ? '。' : '；'}`).join('\n')}
# 四、咨询
${alert.contact}。`,
  }),
})

export const ALERTS: Entry[] = ALERTS_DATA.map(alertEntry)
