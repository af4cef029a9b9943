import { steadyRow } from '../steady'

/** Official Chinese made from patterns, for texts that nobody reads but that are searched, counted and rendered. Pure. */

const PLACES =
  '大连 丹东 营口 锦州 鞍山 沈阳 盘锦 葫芦岛 铁岭 本溪 抚顺 辽阳 朝阳 阜新 庄河 东港 绥中 鲅鱼圈'.split(
    ' ',
  )
const PORTS =
  '大窑湾口岸 周水子机场口岸 丹东铁路口岸 鲅鱼圈港区 锦州港 长兴岛港区 桃仙机场口岸 北良港 大东港 太平湾口岸'.split(
    ' ',
  )
const GOODS =
  '冷冻水产品 鲜苹果 大樱桃 进口大豆 原木 肉鸡 蓝莓 蛤蜊 海参 铁矿砂 汽车零部件 旧机电产品 化妆品 葡萄酒 奶粉 花生仁 蔬菜 菱镁制品 服装 玩具 原油 棉花 牛肉 水貂皮'.split(
    ' ',
  )
const LANDS =
  '日本 韩国 美国 俄罗斯 澳大利亚 巴西 智利 新西兰 加拿大 泰国 越南 德国 法国 荷兰 阿根廷 印度尼西亚'.split(
    ' ',
  )
const PESTS =
  '松材线虫 红火蚁 谷斑皮蠹 四纹豆象 假高粱 三裂叶豚草 双钩异翅长蠹 苹果蠹蛾 沙门氏菌 单增李斯特菌 地中海实蝇'.split(
    ' ',
  )
const LAWS =
  '《中华人民共和国进出口商品检验法》 《中华人民共和国进出境动植物检疫法》 《中华人民共和国国境卫生检疫法》 《中华人民共和国食品安全法》 《进出口化妆品检验检疫监督管理办法》 《出口食品生产企业备案管理规定》'.split(
    ' ',
  )
const TASKS =
  '专项抽检 现场查验 企业备案 风险监测 隔离检疫 卫生监督 口岸核心能力建设 溯源管理 检测能力验证 应急演练 业务培训 政策宣讲 信用等级评定'.split(
    ' ',
  )
const AIMS =
  '保障国门生物安全 促进外贸稳定增长 提升通关便利化水平 严守质量安全底线 服务地方经济发展 保护消费者合法权益 完善风险预警机制 落实企业主体责任'.split(
    ' ',
  )
const MEETINGS = '工作会议 现场会 座谈会 专题部署会 视频调度会 业务研讨会 质量分析会'.split(' ')
const FIRMS = '海润 金港 北方 宏达 裕丰 远洋 辽渔 瑞丰 东泰 恒通 盛源 华冠 天合 鑫海'.split(' ')
const TRADES = '食品 水产 果蔬 木业 粮油 国际贸易 物流 机电 服饰'.split(' ')

export type Words = ReturnType<typeof wordsOf>

/** The words of one text: the same name, the same words. */
export const wordsOf = (name: string) => {
  const chance = steadyRow(name)
  const between = (from: number, to: number) => from + Math.floor(chance() * (to - from + 1))
  const one = (choices: readonly string[]) => choices[between(0, choices.length - 1)] ?? ''
  const firm = () => `${one(PLACES)}${one(FIRMS)}${one(TRADES)}有限公司`
  const share = () => `${between(1, 99)}.${between(0, 9)}%`
  const day = () => `${between(1, 12)}月${between(1, 28)}日`

  const patterns: (() => string)[] = [
    () =>
      `${day()}，${one(PORTS)}检验检疫人员在对一批来自${one(LANDS)}的${one(GOODS)}实施${one(TASKS)}时，截获${one(PESTS)}，已依法作检疫处理。`,
    () =>
      `今年以来，${one(PLACES)}共检验检疫${one(GOODS)}${between(12, 4800)}批、${between(100, 98000)}吨，货值${between(30, 9900)}万美元，同比增长${share()}。`,
    () => `会议强调，要认真贯彻${one(LAWS)}，把${one(TASKS)}作为当前的重点工作，切实${one(AIMS)}。`,
    () =>
      `为${one(AIMS)}，${one(PLACES)}检验检疫机构组织开展了为期${between(3, 60)}天的${one(TASKS)}，共检查企业${between(4, 260)}家。`,
    () =>
      `${firm()}自获得备案以来，产品已出口到${one(LANDS)}、${one(LANDS)}等国家和地区，全年出口${one(GOODS)}${between(5, 900)}批。`,
    () =>
      `工作人员深入${firm()}生产车间，就原料验收、过程控制和${one(TASKS)}等环节进行指导，帮助企业整改问题${between(2, 18)}项。`,
    () =>
      `据统计，经${one(PORTS)}进境的${one(GOODS)}主要来自${one(LANDS)}和${one(LANDS)}，检出不合格${between(1, 76)}批，不合格率为${share()}。`,
    () =>
      `下一步，将继续完善${one(TASKS)}制度，加强与地方政府和有关部门的联系配合，努力${one(AIMS)}。`,
    () =>
      `与会人员围绕${one(GOODS)}的${one(TASKS)}工作进行了交流，并对${one(LANDS)}最新的技术性贸易措施作了分析。`,
    () => `根据${one(LAWS)}的有关规定，相关企业应当于${day()}前将自查报告报送所在地检验检疫机构。`,
    () =>
      `抽样检测结果显示，送检的${between(6, 180)}份${one(GOODS)}样品中，有${between(0, 5)}份检出${one(PESTS)}，有关情况已通报。`,
    () =>
      `${one(PORTS)}全面实行“提前申报、货到验放”，平均作业时间缩短${between(2, 36)}小时，企业普遍反映良好。`,
    () =>
      `各单位要明确责任分工，细化工作措施，于每月${between(5, 28)}日前报送进展情况，确保各项要求落到实处。`,
    () =>
      `双方还就${one(GOODS)}的原产地管理、证书核查和${one(TASKS)}达成一致意见，并签署合作备忘录。`,
  ]
  const sentence = () => patterns[between(0, patterns.length - 1)]?.() ?? ''

  return {
    between,
    sentence,
    place: () => one(PLACES),
    goods: () => one(GOODS),
    land: () => one(LANDS),
    port: () => one(PORTS),
    pest: () => one(PESTS),
    law: () => one(LAWS),
    task: () => one(TASKS),
    aim: () => one(AIMS),
    meeting: () => one(MEETINGS),
  }
}
