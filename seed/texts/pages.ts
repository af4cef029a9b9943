import { COLUMNS } from '../columns'
import { DEPARTMENTS } from '../departments'
import type { Entry } from './entry'

/** 单页: what the bureau is. Departments and leaders are told from the same data as the department pages. */

const bureauWide = ({ key, when, column, write }: Omit<Entry, 'author'>): Entry => ({
  key,
  when,
  column,
  author: 'author.office',
  write,
})

const internal = DEPARTMENTS.filter((department) => department.kind === 'internal')
const outside = DEPARTMENTS.filter(({ kind }) => kind === 'branch' || kind === 'outpost')

export const PAGES: Entry[] = [
  bureauWide({
    key: 'page-overview',
    when: 539,
    column: 'overview',
    write: () => ({
      title: '辽宁出入境检验检疫局简介',
      summary: '介绍本局性质、机构设置、管辖口岸和实验室能力。',
      images: ['headquarters'],
      providers: ['office'],
      body: `辽宁出入境检验检疫局是主管辽宁地区出入境卫生检疫、动植物检疫、商品检验、鉴定和监督管理的行政执法机构，机关设在大连市。
# 机构设置
现设机关处室${internal.length}个，分支局${DEPARTMENTS.filter(({ kind }) => kind === 'branch').length}个，办事处${DEPARTMENTS.filter(({ kind }) => kind === 'outpost').length}个，直属单位${DEPARTMENTS.filter(({ kind }) => kind === 'affiliated').length}个。
# 管辖口岸
辖区包括大连、营口、丹东、锦州、盘锦、葫芦岛等海港口岸，大连、沈阳航空口岸，丹东铁路、公路口岸，形成海陆空立体口岸格局。
# 技术能力
检验检疫技术中心拥有食品、动植物、化矿、机电、纺织等专业实验室，认可检测能力2143项，可满足口岸绝大多数检测需求。
# 工作宗旨
坚持依法把关、热情服务，守护国门安全，促进对外贸易发展。`,
      english: {
        title: 'About the Liaoning Bureau',
        summary: 'What the bureau does, how it is organised and the ports it serves.',
        body: `The Liaoning Entry-Exit Inspection and Quarantine Bureau carries out health quarantine, animal and plant quarantine and the inspection of commodities at the ports of Liaoning Province. Its seat is in Dalian.
# Organisation
The bureau has ${internal.length} divisions, branch bureaus and offices at the ports, an Information Centre and a Technical Centre.
# Ports
It serves the sea ports of Dalian, Yingkou, Dandong, Jinzhou, Panjin and Huludao, the airports of Dalian and Shenyang, and the railway and road crossings at Dandong.`,
      },
    }),
  }),
  bureauWide({
    key: 'page-functions',
    when: 538,
    column: 'overview/functions',
    write: () => ({
      title: '辽宁出入境检验检疫局主要职能',
      summary: '公开本局法定职责和机关内设机构职能。',
      body: `# 一、法定职责
1. 贯彻执行出入境检验检疫法律、法规和政策；
2. 实施出入境卫生检疫、传染病监测和卫生监督；
3. 实施出入境动植物检疫和监督管理；
4. 实施进出口商品法定检验和监督管理；
5. 负责进出口食品、化妆品质量安全监督管理；
6. 负责原产地签证和检验检疫通关放行管理；
7. 依法组织实施检验检疫行政许可和行政处罚。
# 二、内设机构职能
${internal.map(({ name, functions }) => `## ${name}\n${functions}`).join('\n')}`,
    }),
  }),
  bureauWide({
    key: 'page-leaders',
    when: 100,
    column: 'overview/leaders',
    write: () => ({
      title: '局领导工作分工',
      summary: '公布局领导职务和分管工作。',
      body: `| 姓名 | 职务 | 分管工作 |
| 沈怀川 | 副局长 | 分管办公室、法规处、通关业务处、检验监管处、人事处、信息中心，联系丹东局、营口局、锦州局、鞍山局、长兴岛办事处 |
| 陆一鸣 | 副局长 | 分管卫生检疫处、动植物检疫处、进出口食品安全处、技术中心，联系沈阳局、机场办事处 |
# 网站工作领导小组
组长由分管副局长担任，成员由机关各处室和直属单位主要负责人组成，办公室设在局办公室，负责网站建设的统筹协调。
# 联系方式
来信请寄：大连市中山区长江东路60号办公室，邮政编码116001。`,
    }),
  }),
  {
    key: 'page-food',
    when: 532,
    column: 'food',
    author: 'author.food',
    write: () => ({
      title: '进出口食品安全处工作职责',
      summary: '介绍食品处职责、服务对象和联系方式。',
      body: `进出口食品安全处负责全局进出口食品、化妆品检验检疫和监督管理工作。
# 主要业务
- 进口食品：收货人备案、现场查验、监督抽检、不合格处置；
- 出口食品：生产企业备案、种植养殖基地备案、对外推荐注册；
- 风险管理：风险监测、预警发布、应急处置。
# 服务承诺
业务咨询当场答复，复杂问题3个工作日内答复；备案材料齐全的，5个工作日办结。
# 联系方式
电话0411-82583555，业务大厅6、7号窗口。`,
    }),
  },
  {
    key: 'page-animal',
    when: 531,
    column: 'animal',
    author: 'author.animal',
    write: () => ({
      title: '动植物检疫处工作职责',
      summary: '介绍动植检处职责、监测网络和联系方式。',
      body: `动植物检疫处负责全局出入境动植物检疫业务管理工作。
# 主要业务
- 动物检疫：种用、食用、观赏动物及其产品检疫，隔离场管理；
- 植物检疫：粮食、水果、种苗、原木检疫，木质包装监管；
- 疫情监测：实蝇、舞毒蛾、红火蚁、外来杂草监测。
# 监测网络
全省布设有害生物监测点1260个，覆盖口岸、果园、木材加工区和运输沿线。
# 联系方式
电话0411-82583545，业务大厅8号窗口。`,
    }),
  },
  bureauWide({
    key: 'page-branches',
    when: 515,
    column: 'branches',
    write: () => ({
      title: '分支局、办事处一览',
      summary: '公布各分支局、办事处的职责、地址和电话。',
      body: `${COLUMNS.filter(({ parent }) => parent === 'branches')
        .map(({ name }) => `《${name}》`)
        .join('、')}等栏目由相应分支局维护。各分支机构联系方式如下：
| 机构 | 地址 | 电话 |
${outside.map(({ name, address, phone }) => `| ${name} | ${address} | ${phone} |`).join('\n')}
# 职责
${outside.map(({ shortName, functions }) => `- **${shortName}**：${functions}`).join('\n')}`,
    }),
  }),
]
