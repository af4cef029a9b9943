import type { DEPARTMENT_KINDS, DEPARTMENT_MARKS } from '../collections/words'

/** The departments of the demonstration bureau, of all four kinds (第三条). Invented people, office landlines only. */
type SeedDepartmentLeader = {
  name: string
  position: string
  portfolio: string
  order: number
}
export type SeedDepartment = {
  code: string
  name: string
  shortName: string
  nameEn: string
  kind: keyof typeof DEPARTMENT_KINDS
  mark: keyof typeof DEPARTMENT_MARKS
  functions: string
  leaders: readonly SeedDepartmentLeader[]
  /** 分管局领导, an account of `accounts.ts`. */
  supervisor: string
  address: string
  phone: string
  fax: string
  hours: string
  order: number
  adminCheck: boolean
  /** Items a week that the assessment expects; `from` is counted in days before the day of seeding. */
  quota: { perWeek: number; fromDaysAgo: number }
}

const HEADQUARTERS = '辽宁省大连市中山区长江东路60号'
const OFFICE_HOURS = '工作日 8:30—11:30，13:00—17:00'
const WINDOW_HOURS = '工作日 8:30—11:30，13:00—17:00；口岸现场 24 小时预约查验'

type Leader = [name: string, position: string, portfolio: string]

const leadersOf = (...leaders: Leader[]): SeedDepartmentLeader[] =>
  leaders.map(([name, position, portfolio], index) => ({
    name,
    position,
    portfolio,
    order: index + 1,
  }))

type Defaulted = 'mark' | 'address' | 'hours' | 'order' | 'adminCheck' | 'quota' | 'supervisor'
type Written = Omit<SeedDepartment, Defaulted> & Partial<Pick<SeedDepartment, Defaulted>>

const WRITTEN: readonly Written[] = [
  {
    code: 'office',
    name: '办公室',
    shortName: '办公室',
    nameEn: 'General Office',
    kind: 'internal',
    mark: 'office',
    functions:
      '负责局机关日常运转和政务公开工作；负责局网站的栏目管理、信息审核、保密审查和日常检查；承担《辽宁检验检疫信息》《辽宁检验检疫简报》编印；负责公文处理、会议组织、信访接待和局长信箱办理。',
    leaders: leadersOf(
      ['高文渊', '主任', '主持办公室全面工作，负责政务公开和网站管理'],
      ['宋雅宁', '副主任', '负责文秘、信息、新闻宣传和保密工作'],
    ),
    phone: '0411-82583501',
    fax: '0411-82583500',
  },
  {
    code: 'legal',
    name: '法规处',
    shortName: '法规处',
    nameEn: 'Division of Law and Regulation',
    kind: 'internal',
    functions:
      '组织起草规范性文件并进行合法性审核；负责行政复议、应诉和执法监督；组织法治宣传教育；清理并公布规范性文件目录。',
    leaders: leadersOf(
      ['范立诚', '处长', '主持法规处全面工作'],
      ['姜予宁', '副处长', '负责规范性文件审核和法治宣传'],
    ),
    phone: '0411-82583511',
    fax: '0411-82583510',
  },
  {
    code: 'clearance',
    name: '通关业务处',
    shortName: '通关处',
    nameEn: 'Division of Clearance',
    kind: 'internal',
    functions:
      '组织实施出入境检验检疫申报、签证和通关放行管理；负责原产地签证管理；承担全局业务统计和数据发布；推进口岸通关便利化改革。',
    leaders: leadersOf(
      ['罗启明', '处长', '主持通关业务处全面工作'],
      ['沈若楠', '副处长', '负责签证、原产地和业务统计'],
    ),
    phone: '0411-82583521',
    fax: '0411-82583520',
  },
  {
    code: 'health',
    name: '卫生检疫处',
    shortName: '卫检处',
    nameEn: 'Division of Health Quarantine',
    kind: 'internal',
    functions:
      '组织实施出入境人员、交通工具、集装箱及特殊物品的卫生检疫；负责口岸传染病监测、病媒生物监测和口岸卫生监督；组织口岸突发公共卫生事件应急处置。',
    leaders: leadersOf(
      ['陶静远', '处长', '主持卫生检疫处全面工作'],
      ['邱海宁', '副处长', '负责口岸卫生监督和病媒监测'],
    ),
    phone: '0411-82583531',
    fax: '0411-82583530',
  },
  {
    code: 'animal',
    name: '动植物检疫处',
    shortName: '动植检处',
    nameEn: 'Division of Animal and Plant Quarantine',
    kind: 'internal',
    adminCheck: false,
    functions:
      '组织实施出入境动植物及其产品的检疫和监督管理；负责外来有害生物监测和防控；负责进境动植物检疫审批初审、出境果园和包装厂注册登记；指导隔离场、指定监管场地建设。',
    leaders: leadersOf(
      ['袁绍棠', '处长', '主持动植物检疫处全面工作'],
      ['梁思琪', '副处长', '负责植物检疫和有害生物监测'],
    ),
    phone: '0411-82583541',
    fax: '0411-82583540',
  },
  {
    code: 'food',
    name: '进出口食品安全处',
    shortName: '食品处',
    nameEn: 'Division of Import and Export Food Safety',
    kind: 'internal',
    adminCheck: false,
    functions:
      '组织实施进出口食品、化妆品的检验检疫和监督管理；负责出口食品生产企业备案和对外推荐注册；组织进出口食品安全监督抽检、风险监测和不合格食品处置；受理进口食品收货人备案。',
    leaders: leadersOf(
      ['顾长川', '处长', '主持进出口食品安全处全面工作'],
      ['程以宁', '副处长', '负责进口食品监管和风险监测'],
    ),
    phone: '0411-82583551',
    fax: '0411-82583550',
  },
  {
    code: 'inspection',
    name: '检验监管处',
    shortName: '检验处',
    nameEn: 'Division of Commodity Inspection',
    kind: 'internal',
    functions:
      '组织实施法定检验商品的检验和监督管理；负责进出口机电产品、消费品、危险货物及其包装、大宗资源类商品的检验监管；组织缺陷进口消费品调查。',
    leaders: leadersOf(
      ['方仲达', '处长', '主持检验监管处全面工作'],
      ['潘雨舟', '副处长', '负责消费品和危险货物检验监管'],
    ),
    phone: '0411-82583561',
    fax: '0411-82583560',
  },
  {
    code: 'personnel',
    name: '人事处',
    shortName: '人事处',
    nameEn: 'Division of Personnel',
    kind: 'internal',
    functions:
      '负责机构编制、干部管理、公务员考录、事业单位公开招聘、教育培训和离退休人员服务工作。',
    leaders: leadersOf(
      ['秦怀远', '处长', '主持人事处全面工作'],
      ['卢婉清', '副处长', '负责考录招聘和教育培训'],
    ),
    phone: '0411-82583571',
    fax: '0411-82583570',
  },
  {
    code: 'shenyang',
    name: '沈阳出入境检验检疫局',
    shortName: '沈阳局',
    nameEn: 'Shenyang Branch',
    kind: 'branch',
    functions:
      '承担沈阳市行政区域及沈阳桃仙国际机场的出入境检验检疫工作，负责中欧班列出口货物检验检疫和综合保税区监管。',
    leaders: leadersOf(
      ['霍景行', '局长', '主持沈阳局全面工作'],
      ['冯雪晴', '副局长', '负责机场口岸和综合保税区监管'],
    ),
    address: '辽宁省沈阳市浑南区白塔河路21号',
    hours: WINDOW_HOURS,
    phone: '024-83561201',
    fax: '024-83561200',
  },
  {
    code: 'dandong',
    name: '丹东出入境检验检疫局',
    shortName: '丹东局',
    nameEn: 'Dandong Branch',
    kind: 'branch',
    adminCheck: false,
    functions:
      '承担丹东市行政区域及丹东铁路、公路、港口口岸的出入境检验检疫工作，负责边民互市进口商品检验检疫和鸭绿江沿线外来有害生物监测。',
    leaders: leadersOf(
      ['戴远山', '局长', '主持丹东局全面工作'],
      ['金慧敏', '副局长', '负责口岸查验和边民互市监管'],
    ),
    address: '辽宁省丹东市振兴区沿江开发区江湾东路8号',
    hours: WINDOW_HOURS,
    phone: '0415-3127801',
    fax: '0415-3127800',
  },
  {
    code: 'yingkou',
    name: '营口出入境检验检疫局',
    shortName: '营口局',
    nameEn: 'Yingkou Branch',
    kind: 'branch',
    adminCheck: true,
    functions:
      '承担营口市行政区域及鲅鱼圈港区的出入境检验检疫工作，负责进口粮食、矿产品、冷链食品及出口镁质材料的检验检疫。',
    leaders: leadersOf(
      ['庄砚秋', '局长', '主持营口局全面工作'],
      ['白若溪', '副局长', '负责港区查验和粮食监管'],
    ),
    address: '辽宁省营口市鲅鱼圈区新港大路12号',
    hours: WINDOW_HOURS,
    phone: '0417-6251301',
    fax: '0417-6251300',
  },
  {
    code: 'jinzhou',
    name: '锦州出入境检验检疫局',
    shortName: '锦州局',
    nameEn: 'Jinzhou Branch',
    kind: 'branch',
    functions:
      '承担锦州、盘锦、葫芦岛、朝阳、阜新五市的出入境检验检疫工作，负责锦州港进口粮食、油品和出口花生、蔬菜的检验检疫。',
    leaders: leadersOf(
      ['尹伯衡', '局长', '主持锦州局全面工作'],
      ['孟星澜', '副局长', '负责农产品和港口查验'],
    ),
    address: '辽宁省锦州市松山新区科技路39号',
    hours: WINDOW_HOURS,
    phone: '0416-3581601',
    fax: '0416-3581600',
  },
  {
    code: 'anshan',
    name: '鞍山出入境检验检疫局',
    shortName: '鞍山局',
    nameEn: 'Anshan Branch',
    kind: 'branch',
    functions:
      '承担鞍山、辽阳两市的出入境检验检疫工作，负责钢铁产品、菱镁制品、服装和水果的检验检疫。',
    leaders: leadersOf(
      ['鲁定邦', '局长', '主持鞍山局全面工作'],
      ['季晓岚', '副局长', '负责检验监管和企业服务'],
    ),
    address: '辽宁省鞍山市铁东区胜利南路55号',
    hours: OFFICE_HOURS,
    phone: '0412-5832101',
    fax: '0412-5832100',
  },
  {
    code: 'airport',
    name: '大连周水子机场办事处',
    shortName: '机场办',
    nameEn: 'Dalian Airport Office',
    kind: 'outpost',
    functions:
      '承担大连周水子国际机场出入境航空器、人员、行李物品、邮件和航空货物的检验检疫工作，实行航班保障 24 小时值守。',
    leaders: leadersOf(['褚文韬', '主任', '主持机场办事处全面工作']),
    address: '辽宁省大连市甘井子区迎客路100号',
    hours: '全年每日 24 小时（按航班保障）',
    phone: '0411-83886701',
    fax: '0411-83886700',
  },
  {
    code: 'changxing',
    name: '长兴岛办事处',
    shortName: '长兴岛办',
    nameEn: 'Changxing Island Office',
    kind: 'outpost',
    functions: '承担长兴岛港区进口原油、液体化工品和船舶的检验检疫工作，服务石化产业基地企业。',
    leaders: leadersOf(['闻思齐', '主任', '主持长兴岛办事处全面工作']),
    address: '辽宁省大连市长兴岛经济区长兴路600号',
    hours: WINDOW_HOURS,
    phone: '0411-85281901',
    fax: '0411-85281900',
  },
  {
    code: 'infocenter',
    name: '信息中心',
    shortName: '信息中心',
    nameEn: 'Information Centre',
    kind: 'affiliated',
    mark: 'information-centre',
    functions:
      '负责局网站和业务信息系统的软硬件环境建设、运行维护和安全防护；提供技术支持和培训；开展网站统计分析和深化应用研究。',
    leaders: leadersOf(
      ['俞承志', '主任', '主持信息中心全面工作'],
      ['严书瑶', '副主任', '负责网络安全和运行维护'],
    ),
    phone: '0411-82583581',
    fax: '0411-82583580',
  },
  {
    code: 'lab',
    name: '检验检疫技术中心',
    shortName: '技术中心',
    nameEn: 'Technical Centre',
    kind: 'affiliated',
    functions:
      '承担食品、动植物、化矿、机电、纺织等领域的实验室检测和鉴定任务；开展检测方法研究和标准制修订；承担国家级重点实验室建设。',
    leaders: leadersOf(
      ['温允恭', '主任', '主持技术中心全面工作'],
      ['阮清如', '副主任', '负责食品与动植物检测实验室'],
    ),
    address: '辽宁省大连市中山区长江东路60号检测楼',
    phone: '0411-82583591',
    fax: '0411-82583590',
  },
]

const SUPERVISED_BY_DEPUTY = ['animal', 'food', 'health', 'shenyang', 'airport', 'lab']

export const DEPARTMENTS: readonly SeedDepartment[] = WRITTEN.map((department, index) => ({
  mark: 'none',
  address: HEADQUARTERS,
  hours: OFFICE_HOURS,
  adminCheck: false,
  order: (index + 1) * 10,
  quota: { perWeek: 1, fromDaysAgo: 560 },
  supervisor: SUPERVISED_BY_DEPUTY.includes(department.code)
    ? 'bureau2@bureau.example'
    : 'bureau@bureau.example',
  ...department,
}))

/** The department with this code. Throws for a code that does not exist: the seed's data are wrong. */
export const departmentOf = (code: string): SeedDepartment => {
  const found = DEPARTMENTS.find((department) => department.code === code)
  if (!found) throw new Error(`seed: no department ${code}`)
  return found
}
