import { type Day, daysAfter, daysBefore, longDate, shortDate } from '../day'
import { type Entry, entriesOf } from './entry'

/** 人事信息: one recruitment of the technical centre through its stages, and notices of the year. No numbers of papers, ever. */

const POSTS = [
  ['食品检测岗', '技术中心', 3, '食品科学、分析化学', 96],
  ['动物疫病检测岗', '技术中心', 2, '动物医学、预防兽医学', 58],
  ['植物检疫鉴定岗', '技术中心', 2, '植物保护、昆虫学', 41],
  ['网络安全运维岗', '信息中心', 1, '计算机、网络空间安全', 63],
] as const
const PLACES = POSTS.reduce((sum, post) => sum + post[2], 0)
const APPLICANTS = POSTS.reduce((sum, post) => sum + post[4], 0)

const ANNOUNCED = 190
/** The year of the announcement, which all its stages bear. */
const yearOf = ({ day, when }: { day: Day; when: number }) => daysBefore(day, ANNOUNCED - when).year

export const PERSONNEL: Entry[] = entriesOf('personnel', [
  {
    key: 'recruit-plan',
    when: ANNOUNCED,
    author: 'author.personnel',
    write: (day) => ({
      title: `${yearOf({ day, when: ANNOUNCED })}年直属事业单位公开招聘工作人员公告`,
      summary: `面向社会公开招聘${PLACES}名专业技术人员，报名为期7天。`,
      body: `根据事业单位公开招聘有关规定，我局直属技术中心、信息中心拟公开招聘工作人员${PLACES}名，现公告如下：
# 一、招聘岗位
| 岗位 | 单位 | 人数 | 专业要求 |
${POSTS.map(([post, unit, places, subject]) => `| ${post} | ${unit} | ${places} | ${subject} |`).join('\n')}
# 二、报名条件
1. 遵守宪法和法律，具有良好的品行；
2. 具有硕士研究生及以上学历，网络安全运维岗可放宽至大学本科；
3. 年龄不超过35周岁，博士研究生不超过40周岁；
4. 具备岗位所需的身体条件。
# 三、报名时间和方式
报名时间：${longDate(daysAfter(day, 7))}至${shortDate(daysAfter(day, 13))}。填写报名表（见附件）并按要求提交。资格审查贯穿招聘全过程。
# 四、考试
包括笔试和面试，笔试、面试成绩各占50%。不指定考试辅导用书，不举办也不委托任何机构举办考试辅导班。
# 五、咨询和监督
咨询电话：0411-82583575；监督电话：0411-82583511。`,
      attachments: [
        {
          format: 'docx',
          title: '公开招聘报名表',
          markup: `| 项目 | 填写内容 |
| 姓名 |  |
| 性别 |  |
| 出生年月 |  |
| 学历学位 |  |
| 毕业院校及专业 |  |
| 报考岗位 |  |
| 联系电话 |  |
| 学习和工作经历 |  |
本人承诺所填信息真实、完整。如有不实，自愿承担取消资格等后果。
签名：　　　　　　日期：`,
        },
      ],
    }),
  },
  {
    key: 'recruit-written',
    when: 162,
    author: 'author.personnel',
    write: (day) => ({
      title: `${yearOf({ day, when: 162 })}年直属事业单位公开招聘笔试通知`,
      summary: `通过资格初审的${APPLICANTS}名考生参加笔试，笔试时间两小时。`,
      body: `${yearOf({ day, when: 162 })}年直属事业单位公开招聘报名和资格初审已结束，共有${APPLICANTS}人通过资格初审。现将笔试有关事项通知如下：
| 岗位 | 招聘人数 | 通过初审人数 | 竞争比例 |
${POSTS.map(([post, , places, , applicants]) => `| ${post} | ${places} | ${applicants} | ${(applicants / places).toFixed(1)}:1 |`).join('\n')}
# 笔试安排
- 时间：${longDate(daysAfter(day, 10))}9:00—11:00；
- 地点：以准考证载明为准；
- 内容：综合知识和岗位专业知识。
考生须同时携带准考证和有效身份证件，开考30分钟后不得入场。请自备黑色签字笔，禁止携带电子设备。`,
    }),
  },
  {
    key: 'recruit-interview',
    when: 141,
    author: 'author.personnel',
    write: (day) => ({
      title: `${yearOf({ day, when: 141 })}年直属事业单位公开招聘面试公告`,
      summary: `按招聘人数3倍的比例确定${PLACES * 3}名考生进入面试。`,
      body: `根据笔试成绩从高到低，按招聘人数3倍的比例，共有${PLACES * 3}名考生进入面试。请进入面试的考生凭本人账号登录报名系统查询结果。
# 面试时间和地点
${longDate(daysAfter(day, 9))}上午8时前到候考室报到，迟到者视为自动放弃。地点：大连市中山区长江东路60号。
# 面试形式
采取结构化面试与实际操作相结合的方式。实际操作内容为岗位常用仪器设备使用和结果判读，时间30分钟。
# 递补
考生自愿放弃的，应当在面试前3日书面告知，空出名额按笔试成绩依次递补一次。`,
    }),
  },
  {
    key: 'recruit-result',
    when: 112,
    author: 'author.personnel',
    write: (day) => ({
      title: `${yearOf({ day, when: 112 })}年直属事业单位公开招聘拟聘用人员公示`,
      summary: `经笔试、面试、体检和考察，确定拟聘用人员${PLACES}名，公示7个工作日。`,
      personalInformation: 'necessary',
      body: `经报名、资格审查、笔试、面试、体检和考察，确定拟聘用人员${PLACES}名，现予公示。
| 岗位 | 拟聘用人员 | 总成绩 |
| 食品检测岗 | 何沐言 | 86.4 |
| 食品检测岗 | 杜清扬 | 85.1 |
| 食品检测岗 | 齐若水 | 83.9 |
| 动物疫病检测岗 | 万里程 | 84.7 |
| 动物疫病检测岗 | 尚初夏 | 82.5 |
| 植物检疫鉴定岗 | 葛春望 | 87.2 |
| 植物检疫鉴定岗 | 路遥川 | 84.0 |
| 网络安全运维岗 | 翟星河 | 85.8 |
公示时间：${longDate(day)}起7个工作日。公示期间如有异议，请实名向人事处反映，电话0411-82583576。
公示期满无异议的，按规定办理聘用手续。`,
    }),
  },
  {
    key: 'personnel-appointment',
    when: 53,
    author: 'author.personnel',
    write: (day) => ({
      title: '干部任前公示',
      subtitle: '第二期',
      summary: '对2名拟任职人选进行公示，公示期5个工作日。',
      personalInformation: 'necessary',
      body: `经研究，现将拟任职人选予以公示，公示期自${longDate(day)}起5个工作日。
- 邱海宁，现任卫生检疫处副处长，拟任技术中心主任级职务；
- 单晓彤，现任锦州局办公室主任，拟任锦州局副局长级职务。
公示期间，干部群众可以通过来信、来电、来访等方式反映公示对象的问题。反映问题应当坚持实事求是，提倡署实名。
受理单位：人事处。电话：0411-82583572。通信地址：大连市中山区长江东路60号，邮政编码116001。`,
    }),
  },
  {
    key: 'personnel-recruits',
    when: 270,
    author: 'author.personnel',
    write: (day) => ({
      title: '新录用公务员初任培训开班通知',
      summary: '32名新录用公务员参加为期15天的初任培训。',
      body: `为帮助新录用公务员尽快适应岗位要求，定于${longDate(daysAfter(day, 12))}举办初任培训班，培训15天，32名新录用人员参加。
# 培训内容
1. 宪法、公务员法和检验检疫法律法规；
2. 公文写作、政务公开和保密知识；
3. 检验检疫业务基础与口岸现场见习；
4. 廉政教育和职业礼仪。
培训结束后组织考试，成绩记入初任培训档案，作为任职定级的依据。各单位应当安排好工作交接，确保学员按时参训。`,
    }),
  },
  {
    key: 'personnel-titles',
    when: 355,
    author: 'author.personnel',
    write: (day) => ({
      title: '关于开展专业技术职务评审申报工作的通知',
      summary: '申报工作分个人申报、单位推荐、资格审核、评审四个阶段。',
      body: `现就专业技术职务评审申报工作有关事项通知如下：
# 一、申报范围
直属事业单位在岗专业技术人员，符合相应职务任职条件的均可申报。
# 二、时间安排
| 阶段 | 时间 |
| 个人申报 | ${shortDate(daysAfter(day, 5))}至${shortDate(daysAfter(day, 20))} |
| 单位推荐公示 | ${shortDate(daysAfter(day, 21))}至${shortDate(daysAfter(day, 28))} |
| 资格审核 | ${shortDate(daysAfter(day, 29))}至${shortDate(daysAfter(day, 40))} |
| 评审答辩 | 另行通知 |
# 三、有关要求
坚持破除唯论文、唯学历、唯奖项倾向，突出业绩和实际贡献。申报材料应当真实，弄虚作假的，取消申报资格，三年内不得申报。统计截止日期为${longDate(daysBefore(day, 30))}。`,
    }),
  },
])
