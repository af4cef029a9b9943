import type { Step } from '../../access/steps'
import { daysAfter, daysBefore, lately, longDate, shortDate } from '../day'
import type { Entry } from './entry'

/** What becomes of a text that does not simply go online. */
export type SeedEnding =
  /** Waits at this step; `referred`: handed up by its leader first. */
  | { state: 'pending'; step: Step; referred?: boolean }
  /** In doubt: by the applicant's own statement, or by the reviewer at this step. */
  | { state: 'held'; step: Step; by: 'statement' | 'reviewer'; opinion: string }
  | { state: 'returned'; step: Step; opinion: string }
  | { state: 'cancelled'; step: Step }
  /** Declared secret at this step: sealed. */
  | { state: 'refused'; step: Step; opinion: string }
  /** Approved, and waits for its `publishAt`, so many days from the day of seeding. */
  | { state: 'approved'; publishInDays: number }
  | { state: 'withdrawn'; explanation: string }
  | { state: 'removed'; reason: string }
  /** A new version of a live post (its key) that waits at this step. */
  | { state: 'revising'; of: string; step: Step }
  /** A new version of a live post (its key) that was signed and published. */
  | { state: 'revised'; of: string }
  /** A manuscript without a form. */
  | { state: 'working' }
  | { state: 'discarded' }

export type EndingEntry = Entry & { ending: SeedEnding }

export const ENDINGS: EndingEntry[] = [
  {
    key: 'ending-check',
    when: 1,
    column: 'branches/yingkou',
    author: 'author.yingkou',
    ending: { state: 'pending', step: 'department-check' },
    write: (day) => ({
      title: '营口局开展港区病媒生物联合控制',
      summary: '会同港口企业清理孳生地46处，开展密度监测。',
      images: ['container-yard'],
      body: `${shortDate(day)}，营口局会同港口企业开展港区病媒生物联合控制，清理积水、垃圾等孳生地46处，投放鼠类诱捕装置120个，对3座仓库实施密闭处理。
控制前后，营口局分别开展密度监测，结果显示鼠密度由1.8%下降到0.6%，符合控制标准。联合控制将按季度开展，监测结果通报港口企业。`,
    }),
  },
  {
    key: 'ending-review-food',
    when: 1,
    column: 'food/updates',
    author: 'author.food',
    ending: { state: 'pending', step: 'department-review' },
    write: (day) => ({
      title: '进口食品追溯管理座谈会在大连召开',
      summary: '23家进口企业交流追溯体系建设经验。',
      images: ['meeting'],
      body: `${longDate(day)}，食品处组织召开进口食品追溯管理座谈会，23家进口企业参加。企业代表介绍了进口和销售记录电子化、批次编码管理、问题产品召回演练等做法。
食品处通报了近期监督检查发现的问题：部分企业销售记录缺少购货者联系方式，批次与检验检疫证明编号不能对应。会议要求各企业在一个月内完成自查，并将自查情况存档备查。`,
    }),
  },
  {
    key: 'ending-review-dandong',
    when: 2,
    column: 'branches/dandong',
    author: 'author.dandong',
    ending: { state: 'pending', step: 'department-review' },
    write: (day) => ({
      title: '丹东局举办外贸企业开放日活动',
      summary: '31家企业走进查验现场和实验室，面对面交流。',
      body: `${shortDate(day)}，丹东局举办外贸企业开放日活动，31家企业代表走进查验现场和实验室，了解货物从申报、查验到检测放行的全过程。
座谈环节，企业就互市商品落地加工、冷链查验时间、证单更改等提出问题17个，丹东局当场答复14个，其余3个承诺5个工作日内书面答复。`,
    }),
  },
  {
    key: 'ending-consent',
    when: 2,
    column: 'notices',
    author: 'author.animal',
    ending: { state: 'pending', step: 'department-consent' },
    write: (day) => ({
      title: '关于开展出境水果注册登记果园年度审核的通知',
      summary: '年度审核自下月开始，分自查、现场审核、结果公布三个阶段。',
      officialDocument: true,
      body: `各注册登记果园、包装厂：
定于${longDate(daysAfter(day, 20))}起开展年度审核，现将有关事项通知如下：
1. 各单位对照工作规范开展自查，填写自查表并准备一年来的监测、用药和培训记录；
2. 分支机构于自查结束后30日内完成现场审核；
3. 审核不合格的，限期整改，整改期间暂停出口。
审核结果将在本网站公布。联系电话：0411-82583545。`,
    }),
  },
  {
    key: 'ending-secrecy',
    when: 2,
    column: 'news',
    author: 'author.office',
    ending: { state: 'pending', step: 'secrecy-review' },
    write: (day) => ({
      title: '我局与高校共建国门生物安全教学实践基地',
      summary: '双方将在人才培养、科研合作、科普宣传三个方面开展合作。',
      images: ['laboratory-staff'],
      providers: ['lab', 'animal'],
      body: `${longDate(day)}，辽宁检验检疫局与省内高校签署协议，共建国门生物安全教学实践基地。双方将围绕外来物种鉴定、动物疫病检测等方向联合培养研究生，每年接收实习学生40名。
根据协议，双方共享标本资源和检测平台，联合申报科研项目，共同开发面向中小学生的科普课程。首批12名实习学生将于近期进入技术中心。`,
    }),
  },
  {
    key: 'ending-office',
    when: 4,
    column: 'notices',
    author: 'author.health',
    ending: { state: 'pending', step: 'office-review' },
    write: (day) => ({
      title: '关于国际旅行预防接种门诊搬迁的公告',
      summary: '门诊搬迁期间暂停服务3天，新址交通更加便利。',
      body: `因业务用房调整，国际旅行预防接种门诊定于${longDate(daysAfter(day, 15))}搬迁，搬迁期间暂停服务3天，${longDate(daysAfter(day, 18))}起在新址恢复服务。
新址：大连市中山区长江东路60号附楼一层。已预约搬迁期间接种的，工作人员将逐一电话联系改期；急需出行的可以到机场办事处接种点办理。
咨询电话：0411-82583535。`,
    }),
  },
  {
    key: 'ending-bureau',
    when: 5,
    column: 'policies/files',
    author: 'author.legal',
    ending: { state: 'pending', step: 'bureau-approval' },
    write: (day) => ({
      title: '辽宁出入境检验检疫局行政执法公示办法',
      summary: '规定执法主体、依据、程序和结果的公示内容与时限。',
      officialDocument: true,
      policy: {
        docNumber: `辽检法〔${daysBefore(day, 6).year}〕93号`,
        issuedOn: daysBefore(day, 6),
        effectiveOn: daysAfter(day, 24),
        issuer: '辽宁出入境检验检疫局',
        topic: '法制工作',
        genre: '办法',
        validity: 'valid',
        indexNumber: `MB0411210/${daysBefore(day, 6).year}-01651`,
      },
      body: `第一条 为规范行政执法公示工作，促进严格规范公正文明执法，制定本办法。
第二条 行政执法公示包括事前公开、事中公示和事后公开。
第三条 事前公开执法主体、人员资格、依据、权限、程序和救济渠道等信息。
第四条 执法人员现场执法时应当佩戴执法证件，出具执法文书，告知当事人权利义务。
第五条 行政处罚决定自作出之日起7个工作日内公开，其他执法决定自作出之日起20个工作日内公开。
第六条 公开执法信息不得泄露国家秘密、商业秘密和个人隐私。
第七条 本办法自发布之日起30日后施行。`,
    }),
  },
  {
    key: 'ending-referred',
    when: 3,
    column: 'food/updates',
    author: 'author.food',
    ending: { state: 'pending', step: 'department-consent', referred: true },
    write: (day) => ({
      title: '辽宁出口水产品境外注册企业突破260家',
      summary: '注册企业数量居全国前列，产品出口至90余个国家和地区。',
      images: ['seafood'],
      body: `截至${longDate(daysBefore(day, 1))}，辽宁获得境外注册的出口水产品企业达到262家，产品出口至90余个国家和地区。
食品处坚持把好推荐关口，对照输入国法规实施分级指导，组织模拟检查43次，帮助企业整改问题380项。今年以来，新增境外注册企业19家，未发生因卫生问题被取消注册资格的情况。`,
    }),
  },
  {
    key: 'ending-held-statement',
    when: 3,
    column: 'alerts',
    author: 'author.inspection',
    ending: {
      state: 'held',
      step: 'department-review',
      by: 'statement',
      opinion: '稿件涉及企业检测数据，不能确认是否属于不宜公开的内容，提请确认。',
    },
    write: () => ({
      title: '关于进口锂电池运输安全的风险提示',
      summary: '提醒进口商和承运人落实锂电池包装和标记要求。',
      body: `# 一、基本情况
检验监管处在对进口锂电池产品实施检验时，发现部分货物包装性能和标记不符合危险货物运输要求。
# 二、风险分析
锂电池受挤压、短路可能引发热失控，在运输和仓储中存在火灾隐患。
# 三、提示建议
1. 进口商应当核实电池的测试概要和包装性能检验结果；
2. 承运人、仓储单位按照危险货物要求存放，远离热源；
3. 发现包装破损、鼓胀的立即隔离并报告。`,
    }),
  },
  {
    key: 'ending-held-review',
    when: 6,
    column: 'notices',
    author: 'author.clearance',
    ending: {
      state: 'held',
      step: 'secrecy-review',
      by: 'reviewer',
      opinion: '第三段所列系统接口信息是否可以公开，不能确认，提请有关部门确认。',
    },
    write: () => ({
      title: '关于启用新版检验检疫申报系统的公告',
      summary: '新版系统上线后旧版保留一个月过渡期。',
      body: `为提升申报服务水平，我局定于近期启用新版检验检疫申报系统，旧版系统保留一个月过渡期。
新版系统支持批量导入、进度推送和证单自助打印。企业使用原有账号登录，首次登录须完善联系人信息。
已与企业自有系统对接的，请联系通关业务处办理接口变更。培训课程将在系统首页发布，咨询电话0411-82583522。`,
    }),
  },
  {
    key: 'ending-returned-review',
    when: 8,
    column: 'animal/updates',
    author: 'author.animal',
    ending: {
      state: 'returned',
      step: 'department-review',
      opinion: '截获数量与统计系统不一致，请核对后重新提交；拉丁学名格式请按规范书写。',
    },
    write: (day) => ({
      title: '大窑湾口岸首次截获检疫性害虫双钩异翅长蠹',
      summary: '从进境木质包装中截获，已对货物实施熏蒸处理。',
      images: ['insect-sample'],
      body: `${shortDate(lately(day, 1))}，大窑湾口岸在对一批进境机械设备的木质包装实施检疫时，发现蛀孔和粉状排泄物，剖检获得成虫6头、幼虫11头，经技术中心鉴定为双钩异翅长蠹。
检验检疫人员依法对该批木质包装实施熏蒸处理，并向输出国官方通报。该虫钻蛀多种木材和竹材，一旦定殖将危害林木和木结构建筑。`,
    }),
  },
  {
    key: 'ending-returned-office',
    when: 10,
    column: 'news',
    author: 'author.jinzhou',
    ending: {
      state: 'returned',
      step: 'office-review',
      opinion: '标题过长，导语缺少时间要素；图片说明与正文不符，请修改。',
    },
    write: () => ({
      title: '锦州局三项措施帮扶花生出口企业成效显著企业满意度明显提高',
      summary: '通过基地备案、快速检测、证单快签帮助企业扩大出口。',
      images: ['rice-field'],
      body: `锦州局针对花生出口企业反映的检测周期长、客户要求复杂等问题，推出三项帮扶措施：指导建立出口花生备案基地4.2万亩；黄曲霉毒素快速检测当日出结果；证单电子化快签。
措施实施以来，锦州口岸出口花生1.9万吨，未发生境外通报。`,
    }),
  },
  {
    key: 'ending-cancelled',
    when: 12,
    column: 'downloads',
    author: 'author.food',
    ending: { state: 'cancelled', step: 'department-review' },
    write: () => ({
      title: '出口食品生产企业备案申请表',
      summary: '适用于首次备案、变更和注销。',
      body: `本表适用于出口食品生产企业首次备案、变更和注销。填写前请阅读办事指南，选择申请类型后填写对应栏目。
申请表填妥后通过业务系统上传。`,
      attachments: [
        {
          format: 'docx',
          title: '出口食品生产企业备案申请表',
          markup: `| 项目 | 填写内容 |
| 企业名称 |  |
| 生产地址 |  |
| 产品类别 |  |
| 联系人及电话 |  |
申请人（签章）：　　　　　　日期：`,
        },
      ],
    }),
  },
  {
    key: 'ending-refused',
    when: 14,
    column: 'news',
    author: 'author.airport',
    ending: {
      state: 'refused',
      step: 'secrecy-review',
      opinion: '经审查，稿件内容不宜公开，不予发布。',
    },
    write: () => ({
      title: '机场口岸专机保障工作情况',
      summary: '介绍一次航班检验检疫保障工作。',
      body: `机场办事处按照工作安排，完成一次专机入境检验检疫保障任务。
现场人员严格按照操作规程实施检疫，全程安全顺利。`,
    }),
  },
  {
    key: 'ending-withdrawn-guide',
    when: 230,
    column: 'guides',
    author: 'author.food',
    ending: {
      state: 'withdrawn',
      explanation: '该事项已合并办理，原办事指南不再适用，请以“进口食品收货人备案办事指南”为准。',
    },
    write: () => ({
      title: '进口化妆品收货人备案办事指南',
      summary: '进口化妆品收货人首次进口前办理备案。',
      guide: {
        basis: '进出口化妆品检验检疫监督管理有关规定。',
        conditions: '已依法办理市场主体登记，建立质量安全管理制度。',
        materials: '备案申请表；质量安全管理制度。',
        procedure: '网上申请 → 审核 → 公布备案编号。办理时限：5个工作日。',
        place: '大连市中山区长江东路60号业务大厅6号窗口',
        hours: '工作日 8:30—11:30，13:00—17:00',
        phone: '0411-82583555',
      },
      body: `# 一、办理对象
辽宁省内进口化妆品收货人。
# 二、办理流程
1. 登录业务系统填报；
2. 提交备案材料；
3. 检验检疫机构审核并公布备案编号。
# 三、办理时限和收费
5个工作日，不收取费用。`,
    }),
  },
  {
    key: 'ending-withdrawn-notice',
    when: 300,
    column: 'notices',
    author: 'author.office',
    ending: {
      state: 'withdrawn',
      explanation: '活动因故取消，本通知自即日起停止执行，已报名人员将由工作人员逐一联系。',
    },
    write: (day) => ({
      title: '关于举办进出口企业座谈会的通知',
      summary: '听取企业对通关便利化的意见建议。',
      body: `定于${longDate(daysAfter(day, 14))}召开进出口企业座谈会，听取企业对通关便利化、检验检疫收费和窗口服务的意见建议。
请有意参加的企业于会前5日电话报名，每家企业限1人，名额40个。会议地点：大连市中山区长江东路60号会议室。联系电话：0411-82583501。`,
    }),
  },
  {
    key: 'ending-removed',
    when: 220,
    column: 'personnel',
    author: 'author.personnel',
    ending: {
      state: 'removed',
      reason: '所附名单包含未作处理的个人信息，立即删除并按规定报告。',
    },
    write: () => ({
      title: '直属事业单位公开招聘资格复审名单',
      summary: '公布进入资格复审的人员范围和复审要求。',
      body: `经初步审核，现公布进入资格复审的人员范围。请有关人员携带学历、学位证书原件到人事处办理资格复审，逾期视为自动放弃。
复审地点：大连市中山区长江东路60号。咨询电话：0411-82583575。`,
    }),
  },
  {
    key: 'ending-revising',
    when: 2,
    column: 'guides',
    author: 'author.food',
    ending: { state: 'revising', of: 'guide-importer-filing', step: 'department-review' },
    write: () => ({
      title: '进口食品收货人备案办事指南',
      summary: '辽宁省内进口食品收货人首次进口前办理，3个工作日办结，不收费，可全程网办。',
      guide: {
        basis: '《中华人民共和国食品安全法》第九十六条；《进口食品收货人备案管理规定》。',
        conditions: '1. 已依法办理市场主体登记\n2. 建立食品安全管理制度\n3. 有固定的食品存放场所',
        materials: '1. 收货人备案申请表\n2. 食品安全组织机构和岗位职责说明',
        procedure: '登录业务系统填报信息 → 上传材料 → 审核 → 公布备案编号。办理时限：3个工作日。',
        place: '大连市中山区长江东路60号业务大厅6、7号窗口；也可全程网上办理',
        hours: '工作日 8:30—11:30，13:00—17:00',
        phone: '0411-82583555',
      },
      body: `# 一、办理对象
需要办理进口食品收货人备案的企业。
# 二、办理流程
1. 登录业务系统填报信息；
2. 网上上传材料，无需到窗口；
3. 检验检疫机构审核；
4. 公布备案编号。
# 三、办理时限和收费
办理时限由5个工作日缩短为3个工作日。本事项不收取费用。
# 四、监督投诉
对办理结果有异议的，可以拨打0411-82583511反映。`,
    }),
  },
  {
    key: 'ending-revised',
    when: 52,
    column: 'branches/dandong',
    author: 'author.dandong',
    ending: { state: 'revised', of: 'dandong-river-survey' },
    write: (_day) => ({
      title: '鸭绿江沿线外来有害生物联合监测启动',
      summary: '丹东局会同林业、农业部门在沿江布设监测点72个。',
      body: `日前，丹东局会同林业、农业部门启动鸭绿江沿线外来有害生物联合监测，在沿江布设监测点72个（原稿为68个，已更正），重点监测美国白蛾、舞毒蛾、外来杂草和水生外来物种。
三方建立信息互通机制，统一监测方法和鉴定标准，每两周汇总一次数据；发现疑似检疫性有害生物，48小时内完成鉴定和处置。
丹东局负责人表示，沿江生态环境敏感，联合监测既是对口岸防线的补充，也将为保护沿线农林生产提供早期预警。`,
    }),
  },
  {
    key: 'ending-working',
    when: 1,
    column: 'food/updates',
    author: 'author.food',
    ending: { state: 'working' },
    write: () => ({
      title: '食品处开展进口调味品标签比对',
      summary: '比对进口调味品中文标签和原文标签，汇总常见差异。',
      body: `近日，食品处组织对进口调味品中文标签和原文标签开展比对，共比对产品62种，汇总常见差异9类。
比对结果将用于完善标签检验作业指导书。`,
    }),
  },
  {
    key: 'ending-discarded',
    when: 20,
    column: 'animal/updates',
    author: 'author.animal',
    ending: { state: 'discarded' },
    write: () => ({
      title: '进境种苗隔离圃检查情况',
      summary: '重复报送，已废弃。',
      body: `动植物检疫处对2处进境种苗隔离圃开展检查，核对种苗数量、隔离设施和监测记录。`,
    }),
  },
  {
    key: 'ending-approved',
    when: 2,
    column: 'news',
    author: 'author.office',
    ending: { state: 'approved', publishInDays: 5 },
    write: (day) => ({
      title: '我局将举办进出口商品质量安全论坛',
      summary: '论坛邀请企业、高校和检测机构共同探讨质量安全共治。',
      images: ['headquarters'],
      body: `辽宁检验检疫局将于${longDate(daysAfter(day, 12))}在大连举办进出口商品质量安全论坛，邀请进出口企业、高校和检测机构代表共同探讨质量安全共治。
论坛设主旨报告和食品安全、消费品安全、国门生物安全三个分论坛，会议材料将在会后通过本网站公开。`,
    }),
  },
]
