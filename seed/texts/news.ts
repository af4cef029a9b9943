import { type Day, dayAt, daysAfter, lately, longDate, monthName, shortDate } from '../day'
import { type Entry, entriesOf, type SeedBulletin } from './entry'

/** 检验检疫要闻: by the Office alone or handed up by a department, mostly from the two bulletins (第九条). */

const weekOfYear = (day: Day) => Math.floor((day.serial - dayAt(day.year, 1, 1).serial) / 7) + 1
const information = (day: Day): SeedBulletin => ({
  publication: '《辽宁检验检疫信息》',
  year: day.year,
  issue: weekOfYear(day),
})
const brief = (day: Day): SeedBulletin => ({
  publication: '《辽宁检验检疫简报》',
  year: day.year,
  issue: Math.ceil(weekOfYear(day) / 2),
})

export const NEWS: Entry[] = entriesOf('news', [
  {
    key: 'news-party-meeting',
    when: 3,
    author: 'author.office',
    write: (day) => ({
      title: '辽宁检验检疫局召开党组扩大会议部署口岸检疫和质量安全重点任务',
      summary: '会议听取近期口岸检疫、进出口食品安全和网站管理工作汇报，部署下一阶段六项重点任务。',
      bulletin: brief(day),
      providers: ['office'],
      photographer: '江若谷',
      eventDate: lately(day, 1),
      body: `${longDate(lately(day, 1))}，辽宁检验检疫局召开党组扩大会议，听取各业务处室、分支局近期工作汇报，研究部署下一阶段重点任务。局领导班子成员、机关各处室和直属单位主要负责人参加会议，各分支局、办事处以视频方式参会。
![meeting]
会议认为，今年以来全局上下坚持把关与服务并重，口岸疫病疫情防控严密有力，进出口商品质量安全总体平稳，通关便利化改革取得新进展。同时也要看到，外来有害生物传入风险持续存在，进口食品不合格信息时有发生，个别单位信息报送质量不高，必须保持清醒，抓好整改。
# 六项重点任务
1. 加强口岸传染病监测和入境交通工具卫生检疫，完善突发公共卫生事件应急预案。
2. 深化国门生物安全防线建设，加密重点口岸、重点航线的截获和监测。
3. 落实进出口食品安全责任，对问题多发的产品类别实施专项抽检。
4. 压缩检验检疫作业时间，推广“提前申报、货到验放”。
5. 规范执法行为，完成规范性文件年度清理并向社会公布结果。
6. 严格执行网站管理办法，重要信息当日发布，最迟不超过三个工作日。
会议强调，各单位主要负责人要对本单位网站信息的及时性、准确性和保密审查负责，坚持先审查、后公开，一事一审，做到不漏审、不错发。`,
    }),
  },
  {
    key: 'news-grain-corridor',
    when: 8,
    author: 'author.yingkou',
    write: (day) => ({
      title: '营口口岸进口粮食检疫实现“船边取样、实验室直通”',
      summary: '新模式将进口大豆从靠泊到出具检疫结果的平均时间由5.5天缩短到3.8天。',
      eventDate: lately(day, 2),
      photographer: '隋广平',
      body: `“船还没靠泊，取样方案就已经发到我们手里，现场配合的工人、机械都能提前安排。”${shortDate(lately(day, 2))}，在鲅鱼圈港区粮食泊位，货主代表看着取样器从舱内提起样品时说。当天，一艘载有6.3万吨大豆的货轮在营口口岸按照“船边取样、实验室直通”模式完成首轮检疫。
![grain-terminal]
营口局介绍，进口粮食数量大、疫情复杂，以往样品从登轮、取样、制样到送检需要辗转多个环节。新模式下，检疫人员在锚地检疫时同步完成表层取样，样品由专人专车送至实验室，杂草籽、昆虫、真菌三个检测组并行开展鉴定，结果通过信息系统直接回传现场。
试行三个月来，营口口岸共检疫进口粮食27船、148.6万吨，检出检疫性杂草籽19批次，全部按规定实施加工过程监管和下脚料无害化处理；平均检疫周期由5.5天缩短到3.8天，为企业节省滞期费用约900万元。
下一步，营口局将把这一做法推广到锦州港等粮食指定口岸，并联合港口企业完善防撒漏设施，防止外来杂草在运输沿线定殖扩散。`,
    }),
  },
  {
    key: 'news-quarantine-drill',
    when: 15,
    author: 'author.office',
    write: (day) => ({
      title: '大连口岸举行突发公共卫生事件联合应急演练',
      summary: '演练模拟入境航班发现聚集性发热旅客，检验检疫、机场、卫生健康等11个单位协同处置。',
      bulletin: information(day),
      providers: ['health', 'airport'],
      photographer: '盛凌云',
      body: `${longDate(day)}上午，辽宁检验检疫局会同大连周水子国际机场、卫生健康、公安边检等11个单位，在大连空港口岸举行突发公共卫生事件联合应急演练。
![airport]
演练模拟一架入境航班在落地前报告多名旅客出现发热、呼吸道症状。接到报告后，机场办事处立即启动应急预案，指定远机位停靠，检疫人员按防护等级着装登机，开展体温复测、流行病学调查和样本采集；重点旅客经专用通道转至负压隔离室，其余旅客实行健康申明并登记联系方式；航空器、行李和废弃物同步实施终末消毒。从首份报告到完成航空器消毒放行，全过程用时2小时10分。
# 三个环节得到检验
- **信息通报**：空中报告、口岸研判、属地接收三方通报均在规定时限内完成。
- **现场处置**：登机检疫、采样、转运流程衔接顺畅，个人防护无差错。
- **后续管理**：密切接触者名单在90分钟内移交卫生健康部门。
观摩组对演练给予肯定，并就多语种告知、老年旅客照护等细节提出改进意见。有关意见将纳入预案修订。`,
    }),
  },
  {
    key: 'news-cherry-export',
    when: 22,
    author: 'author.office',
    write: (day) => ({
      title: '辽宁水果出口实现新突破 22个品种获准进入37个国家和地区',
      summary: '全省出口备案果园达到412个、包装厂97家，年内出口水果货值同比增长14.2%。',
      eventDate: lately(day, 1),
      bulletin: information(day),
      providers: ['animal', 'anshan', 'dandong'],
      images: ['cherry-packing'],
      photographer: '苏沐阳',
      body: `记者${shortDate(lately(day, 1))}从辽宁检验检疫局动植物检疫处获悉，截至目前，全省共有22个品种的水果获准进入37个国家和地区，出口备案果园达到412个、面积31.6万亩，包装厂97家。
![orchard]
苹果、梨、大樱桃、蓝莓是辽宁水果出口的主力。为破解国外检疫要求复杂、果农不熟悉规则的难题，辽宁检验检疫局推行“一园一档、一国一策”，把输入国关注的有害生物、限用农药、包装标识等要求编成明白卡发到果园；在主产区布设实蝇、食心虫监测点1260个，监测数据按周汇总，为对外谈判和出口检疫提供依据。
“以前最担心的是货到港口被检出虫子，现在从套袋到装箱每一步都有人指导。”一家出口企业负责人说。今年以来，该企业出口苹果3200吨，无一批因检疫原因被退运。
动植物检疫处提醒，拟出口水果的种植者和包装企业应当提前办理注册登记，办理指南可在本网站“办事指南”栏目查询。`,
      english: {
        title: 'Twenty-two Liaoning fruits now have access to 37 markets',
        summary:
          'The province has 412 registered export orchards and 97 packing houses; exports grew by 14.2 per cent.',
        body: `Twenty-two kinds of fruit grown in Liaoning may now be exported to 37 countries and regions, the Liaoning bureau says. The province has 412 registered orchards and 97 registered packing houses.
Each orchard has its own file, and a card tells growers which pests, pesticides and labels matter to the market they ship to. Monitoring at 1,260 points is reported every week.
Growers and packing houses that wish to export are asked to register early. The service guide is on this website.`,
      },
    }),
  },
  {
    key: 'news-open-day',
    when: 31,
    author: 'author.office',
    write: (day) => ({
      title: '国门生物安全公众开放日活动走进实验室',
      summary: '120余名师生和市民代表走进检验检疫技术中心，近距离了解外来物种鉴定和食品检测工作。',
      providers: ['lab', 'office'],
      images: ['insect-sample', 'laboratory-staff'],
      photographer: '左思远',
      body: `显微镜下，一粒不起眼的草籽显出带刺的“真面目”；标本柜里，来自五大洲的昆虫让孩子们不时发出惊叹。${shortDate(day)}，辽宁检验检疫局举办国门生物安全公众开放日活动，120余名中小学师生和市民代表走进检验检疫技术中心。
技术中心负责人介绍，中心每年鉴定各类截获有害生物样品1.2万份，检测食品样品4万余份。活动现场设置了“旅客能带什么回国”“一箱进口水果的旅程”“看懂中文标签”三个互动展台，工作人员结合真实案例讲解禁止携带、邮寄进境的动植物及其产品名录。
“原来随手从国外带回来的一株多肉，也可能带来看不见的虫子。”参加活动的一位学生说，回去后要把这些知识讲给同学听。
辽宁检验检疫局将把公众开放日固定下来，每季度举办一次，报名通知在本网站“通知公告”栏目发布。`,
      english: {
        title: 'Open day on biosecurity brings visitors into the laboratory',
        summary:
          'More than 120 pupils, teachers and residents saw how alien species are identified.',
        body: `Under the microscope a plain grain of grass seed showed its barbs; in the cabinets stood insects from five continents. More than 120 pupils, teachers and residents visited the Technical Centre of the Liaoning bureau on its open day.
The centre identifies 12,000 samples of intercepted pests and tests more than 40,000 food samples a year. Three tables explained what travellers may bring home, how a box of imported fruit travels, and how to read a food label in Chinese.
An open day will be held every quarter. Dates are announced among the notices of this website.`,
      },
    }),
  },
  {
    key: 'news-origin-certificates',
    when: 47,
    author: 'author.clearance',
    write: (day) => ({
      title: '原产地证书自助打印覆盖全省 企业“零跑腿”取证',
      summary: '全省原产地证书自助打印率达到91.3%，年为企业减免进口方关税约6.4亿元。',
      body: `辽宁检验检疫局通关业务处统计，截至${monthName(day)}，全省原产地证书自助打印率达到91.3%，2860家企业实现足不出户取证。
![service-hall]
原产地证书被称为商品进入国际市场的“纸黄金”。企业凭证书可以在进口国享受关税减免。过去，企业需派人到窗口交单、取证，遇到船期紧时往往手忙脚乱。实行智能审核和自助打印以来，符合条件的申请由系统自动审核，企业在办公室用普通打印机即可打印带有签章和防伪码的证书，平均用时由半天缩短到20分钟以内。
沈阳一家汽车零部件企业算了一笔账：每月签证300余份，仅往返交通和人工一年就能节省12万元。
通关业务处提醒，自助打印适用于列入清单的证书种类；进口国有特殊要求的，仍需到窗口领取。清单和操作手册可在业务系统首页下载，咨询电话0411-82583525。`,
    }),
  },
  {
    key: 'news-china-europe-train',
    when: 64,
    author: 'author.shenyang',
    write: (day) => ({
      title: '沈阳中欧班列货物检验检疫推行“一次申报、分拨放行”',
      summary: '班列货物平均滞场时间压缩至9小时，植物源性包装熏蒸处理合格率100%。',
      eventDate: lately(day, 3),
      photographer: '关志恒',
      body: `${shortDate(lately(day, 3))}，装载55个标箱汽车配件、家电和板材的中欧班列从沈阳东站驶出。从货物进站到检验检疫放行，全程9小时，比去年同期缩短近一半。
![railway]
班列货物品类杂、批次多、木质包装比例高，是检疫监管的重点。沈阳局推出“一次申报、分拨放行”措施：同一列次的货物合并申报，低风险货物凭企业自检报告和合格保证直接放行，只对涉及木质包装、食品接触材料等风险较高的货物实施抽查。
为防止松材线虫等有害生物随木质包装传带，沈阳局对12家除害处理企业实行视频监控和温度数据实时回传，处理结果与出口申报自动比对。今年以来共监管木质包装11.8万件，未收到一起境外违规通报。
下一步，沈阳局将与沿线口岸检验检疫机构开展信息互换，争取更多货物实现“一箱到底、途中不开箱”。`,
      english: {
        title: 'One declaration clears the goods of a China–Europe train in nine hours',
        summary: 'Goods on the trains from Shenyang now wait half as long as a year ago.',
        body: `A train with 55 containers of car parts, household appliances and board left Shenyang East for Europe. From the arrival of the goods at the station to their release by inspection and quarantine it took nine hours, about half the time of a year ago.
The goods of one train are now declared together. What carries little risk is released on the report and the guarantee of the company; only goods with wooden packaging or materials in contact with food are checked at random.
# Wooden packaging
Twelve treatment plants are watched by video and send their temperatures as they are measured, and the results are compared with the declarations by computer. Of 118,000 pieces of wooden packaging this year none was reported from abroad.`,
      },
    }),
  },
  {
    key: 'news-website-regulation',
    when: 78,
    author: 'author.office',
    write: (day) => ({
      title: '我局开展网站信息发布专项检查',
      summary: '检查覆盖17个部门、24个栏目，对更新不及时、来源标注不规范等问题提出整改要求。',
      bulletin: brief(day),
      providers: ['office', 'infocenter'],
      body: `近日，办公室会同信息中心对全局网站信息发布工作开展专项检查。检查覆盖17个部门、24个栏目，重点查看信息更新是否及时、审批手续是否齐全、来源和发布时间是否标注清楚、附件能否正常下载。
检查采取随机抽样方式，共抽查信息320条。从结果看，绝大多数部门能够按照网站管理办法落实逐级审批要求，重要新闻当日发布率达到93.4%。发现的问题主要有三类：一是个别栏目接近更新期限才补充内容；二是少数转载信息未注明原文链接；三是部分表格附件未及时替换为新版本。
# 整改要求
- 有关部门在10个工作日内完成整改，由部门管理员报办公室销号；
- 各部门管理员每日检查本部门栏目，发现问题及时报告；
- 信息员、部门管理员发生变动的，5个工作日内到办公室办理备案变更。
检查结果将计入年度目标考核，并向全系统通报。`,
    }),
  },
  {
    key: 'news-lab-accreditation',
    when: 96,
    author: 'author.lab',
    write: (day) => ({
      title: '技术中心通过国家实验室认可复评审并扩项87项',
      summary: '检测能力覆盖食品、动植物、化矿、机电等六大领域共2143个项目。',
      eventDate: lately(day, 1),
      photographer: '左思远',
      body: `${longDate(lately(day, 4))}至${shortDate(lately(day, 1))}，国家认可评审组对辽宁检验检疫局检验检疫技术中心开展为期四天的复评审和扩项评审。评审组认为，技术中心管理体系运行有效，检测能力满足认可准则要求，同意推荐维持认可资格，并扩大认可范围87项。
![laboratory]
本次扩项主要集中在食品中兽药残留、食品接触材料中有害物质迁移以及动物疫病核酸检测三个方向，均为口岸监管急需的项目。至此，技术中心认可检测能力达到2143项。
评审期间，评审组抽取46个项目进行现场试验，包括盲样测试、留样复测和人员比对，结果全部满意。针对评审组提出的设备期间核查记录不够细致等3个不符合项，技术中心已制定整改计划，将在规定期限内完成。`,
    }),
  },
  {
    key: 'news-live-cattle',
    when: 118,
    author: 'author.animal',
    write: (day) => ({
      title: '3200头进口种牛顺利完成隔离检疫 全部合格放行',
      summary: '45天隔离检疫期间逐头采血检测，未检出口蹄疫、蓝舌病等动物疫病。',
      photographer: '贺青岚',
      body: `${shortDate(day)}清晨，最后一批种牛走出金普新区进境动物隔离检疫场，踏上运往养殖企业的运输车。至此，经大连口岸进境的3200头种牛全部完成为期45天的隔离检疫，合格放行。
![pasture]
这批种牛抵港时，检验检疫人员连夜登轮，逐层查看牛只健康状况，监督运输工具、垫料和粪污消毒处理。进入隔离场后，驻场人员与企业饲养人员同吃同住、封闭管理，每天两次巡栏、测温、记录采食情况，并逐头采集血样送实验室检测。
技术中心共完成口蹄疫、蓝舌病、牛结核、布鲁氏菌病等9个项目2.9万项次检测，结果均为阴性。检疫期间发现的37头有轻微外伤的牛只经治疗后痊愈。
动植物检疫处负责人表示，优质种牛的引进将改善本地奶业种群结构。后续检验检疫机构将跟踪种牛到场后的健康状况，指导企业做好疫病防控。`,
    }),
  },
  {
    key: 'news-food-safety-week',
    when: 140,
    author: 'author.food',
    write: (day) => ({
      title: '进出口食品安全宣传周启动 “进口食品怎么买”成热点',
      summary: '宣传周期间安排专家咨询、实验室开放、校园课堂和企业座谈等12项活动。',
      images: ['seafood'],
      body: `${longDate(day)}，由辽宁检验检疫局主办的进出口食品安全宣传周在大连启动。启动仪式上发布了上年度进出口食品质量安全状况，食品处、技术中心专家现场接受咨询。
“怎么看中文标签”“代购的食品有没有经过检验”“跨境电商买的奶粉出了问题找谁”，是市民问得最多的问题。专家提示，购买进口食品可以记住三句话：看标签，应当有清晰的中文标签，标明原产国、国内经销者和保质期；要证明，可以向经销者查询该批产品的入境货物检验检疫证明；留凭证，发现问题及时向监管部门反映。
宣传周期间，还将组织进口商开展主体责任承诺，走进4所学校开设食品安全课堂，召开出口水产、蔬菜企业座谈会，帮助企业了解主要贸易国的最新残留限量。
据介绍，上年度辽宁口岸共检验检疫进口食品5.8万批，检出不合格并依法退运、销毁312批，未发生区域性、系统性进口食品安全问题。`,
    }),
  },
  {
    key: 'news-oil-inspection',
    when: 163,
    author: 'author.office',
    write: (day) => ({
      title: '长兴岛口岸进口原油“先放后检”为企业提速增效',
      summary: '实施“先放后检”以来，原油卸载后即可转运加工，单船节约时间2至3天。',
      eventDate: lately(day, 1),
      bulletin: information(day),
      providers: ['changxing', 'inspection'],
      photographer: '滕海涛',
      body: `在长兴岛30万吨级原油码头，一艘超大型油轮刚刚完成卸载，检验人员采集的样品还在送检途中，罐内原油已经开始向炼厂输送。${shortDate(lately(day, 1))}，这样的场景在长兴岛口岸已成常态。
![oil-terminal]
“先放后检”是指进口原油经现场检验检疫符合要求后，可以先行提离口岸，同步开展实验室检测，检测合格后再销售、使用。长兴岛办事处为此制定了取样、计重、放行、监管的全流程操作规范，对企业实行信用分级，对检测不合格的及时启动追溯处置。
实施以来，累计“先放后检”进口原油61船、1630万吨，单船平均节约时间2至3天，减少储罐周转压力和滞港费用约1.1亿元。
检验监管处表示，将在总结经验的基础上，研究把这一模式逐步扩大到部分大宗矿产品。`,
    }),
  },
  {
    key: 'news-elder-service',
    when: 190,
    author: 'author.office',
    write: () => ({
      title: '便民服务再升级 国际旅行健康咨询窗口推出适老化措施',
      summary: '设立老年人绿色通道，提供大字版材料、代填表格和电话预约服务。',
      providers: ['health'],
      body: `为方便老年人出境探亲、旅游，近日，国际旅行健康咨询和预防接种窗口推出一系列适老化服务措施。
一是设立绿色通道，60周岁以上老年人及行动不便人员优先办理；二是提供大字版办事须知和申请表，放大镜、老花镜、轮椅免费使用；三是安排志愿者代填表格、引导就诊，保留现金缴费和电话预约渠道；四是对慢性病老人增加用药携带、时差调整、血栓预防等健康提示。
“不会用手机预约，打个电话就安排好了。”家住沙河口区的张先生计划出国看望子女，体验后给工作人员点赞。
窗口工作时间为每个工作日上午8时至11时30分、下午1时至4时，咨询预约电话0411-82583535。`,
    }),
  },
  {
    key: 'news-consumer-goods',
    when: 225,
    author: 'author.inspection',
    write: (day) => ({
      title: '进口消费品质量安全监测网络建成 年监测样品逾5000批',
      summary: '监测网络覆盖儿童用品、家用电器、食品接触产品等8大类，形成监测、评估、处置闭环。',
      body: `辽宁检验检疫局检验监管处${shortDate(day)}通报，全省进口消费品质量安全监测网络已全面建成。网络由1个评估中心、7个监测站、16个监测点组成，覆盖儿童用品、家用电器、食品接触产品、纺织服装等8大类消费品，年监测样品逾5000批。
监测数据来自四个方面：口岸检验结果、市场买样检测、消费者伤害报告和境外召回通报。评估中心按照伤害后果和发生概率对风险分级，高风险信息24小时内核查，并视情采取加严检验、约谈进口商、督促召回等措施。
# 监测结果摘要
| 类别 | 监测批次 | 不合格批次 | 主要问题 |
| 儿童玩具 | 860 | 41 | 小零件、增塑剂超标 |
| 家用电器 | 720 | 25 | 接地、标识不符合要求 |
| 食品接触产品 | 1140 | 38 | 总迁移量、重金属迁移量超标 |
| 纺织服装 | 980 | 53 | 色牢度、纤维含量不符 |
检验监管处提醒消费者，购买进口消费品时应查看中文说明和警示标识，保留购买凭证；使用中发生伤害的，可拨打0411-82583565反映。`,
    }),
  },
  {
    key: 'news-mutual-trade',
    when: 262,
    author: 'author.dandong',
    write: (day) => ({
      title: '丹东边民互市进口商品检验检疫实现“一机一码”全程追溯',
      summary: '互市商品从申报、查验到落地加工全程扫码，平均验放时间缩短到15分钟。',
      photographer: '崔明哲',
      body: `扫一扫商品包装上的二维码，交易边民、数量、检疫结果、流向一目了然。${longDate(day)}，丹东口岸边民互市贸易区正式启用检验检疫追溯系统。
![border-gate]
互市贸易单笔金额小、批次多、参与人员广，以往靠手工登记，容易出现信息不全、流向不清。新系统为每一笔交易生成唯一编码，检验检疫人员手持终端现场核对、拍照、录入，数据与落地加工企业共享。对水产品、坚果等主要商品，系统按照风险自动确定抽检比例，抽中的样品2小时内送达实验室。
系统试运行一个月，共验放互市商品4700余笔，平均验放时间由40分钟缩短到15分钟；检出不合格水产品6批，全部实施退运或者无害化处理。
丹东局同步开展了面向边民的政策宣讲，发放朝鲜族语、汉语双语宣传册3000份。`,
    }),
  },
  {
    key: 'news-training-leaders',
    when: 301,
    author: 'author.personnel',
    write: (day) => ({
      title: '全局一线检疫人员岗位资质培训考核圆满结束',
      summary: '来自17个单位的436名检疫人员参加培训，考核通过率96.8%。',
      images: ['training'],
      body: `历时三周的全局一线检疫人员岗位资质培训考核于${shortDate(day)}结束。来自各分支局、办事处和直属单位的436名检疫人员参加，422人通过考核，通过率96.8%。
本次培训围绕口岸传染病防控、动植物检疫截获鉴定、进出口食品抽样规范、执法文书制作四个模块，采取线上学习与现场实操相结合的方式。实操考核设置模拟船舱、旅检通道、冷库和隔离场四个场景，由考官随机出题，重点检验人员在真实环境中的判断和处置能力。
未通过人员由所在单位安排补训，两个月内补考；补考仍未通过的，不得独立从事现场执法。考核结果同时作为职务晋升、评先评优的参考。
人事处负责人介绍，今后岗位资质考核每两年一轮，新入职人员须先考核、后上岗。`,
    }),
  },
  {
    key: 'news-ballast-water',
    when: 345,
    author: 'author.health',
    write: (day) => ({
      title: '大连口岸船舶压舱水检测实现“船上快检、当日出结果”',
      summary: '便携式检测设备投入使用，压舱水中指示微生物检测时间由3天缩短到8小时。',
      eventDate: lately(day, 1),
      photographer: '谭景澄',
      body: `${shortDate(lately(day, 1))}，大连大窑湾港区，检疫人员携带两只手提箱登上一艘来自疫区港口的散货船。箱内是新配备的便携式压舱水检测设备，从采样、过滤到培养判读，当天即可得出大肠菌群、肠球菌等指标的结果。
![harbour]
船舶压舱水可能携带霍乱弧菌、赤潮生物等有害微生物和水生生物。过去样品需送回实验室培养，最快3天才能出结果，船舶往往已完成装卸离港。快检设备投入使用后，检测时间缩短到8小时，对超标船舶可以在港内监督处理，真正把风险控制在排放之前。
卫生检疫处介绍，半年来共检测压舱水样品264份，检出超标11份，均已监督船方实施消毒或者禁止在港内排放。有关数据将用于建立重点航线压舱水风险数据库。`,
    }),
  },
  {
    key: 'news-ten-measures',
    when: 392,
    author: 'author.office',
    write: (day) => ({
      title: '我局公布优化口岸营商环境十项措施',
      summary: '十项措施涵盖单证精简、时间压缩、费用降低、信用激励和服务公开五个方面。',
      bulletin: brief(day),
      providers: ['clearance', 'office'],
      officialDocument: true,
      body: `${longDate(day)}，辽宁检验检疫局公布优化口岸营商环境十项措施，自公布之日起施行。
# 十项措施
1. 精简随附单证，凡能通过网络核查的证明材料一律不再要求企业提交纸质件。
2. 实行全年无休预约查验，节假日不停办。
3. 鲜活易腐商品设立专用窗口和绿色通道，随到随检。
4. 实验室常规检测项目时限平均压缩30%，并向社会公开。
5. 推广第三方检验结果采信，公布采信机构名单。
6. 信用良好企业降低抽查比例，适用“自报自检”。
7. 首次轻微违法且及时改正的，依法不予行政处罚。
8. 公开收费目录清单，清单之外一律不得收费。
9. 建立分支局局长接待日制度，每月15日面对面解决企业问题。
10. 开展“一企一策”出口指导，帮助企业应对国外技术性贸易措施。
我局将每季度对措施落实情况开展评估，评估结果通过本网站公布，接受社会监督。意见建议可发送至本网站公布的电子邮箱，或者拨打0411-82583501。`,
    }),
  },
  {
    key: 'news-parcel-ants',
    when: 430,
    author: 'author.airport',
    write: (day) => ({
      title: '大连空港口岸从邮寄物中截获活体蚂蚁 系全国口岸首次截获该物种',
      summary: '查验人员在一件申报为“文具”的邮包中发现活体蚂蚁，经鉴定为毛蚁属一未分布种。',
      eventDate: lately(day, 2),
      photographer: '莫雨晨',
      body: `${longDate(lately(day, 2))}，机场办事处工作人员在对入境邮件实施检疫查验时，发现一件申报品名为“文具”的邮包机检图像异常，随即开箱检查，在塑料试管中发现活体蚂蚁40余头，包括3头蚁后。
![parcels]
样品送检后，经技术中心形态学观察和分子鉴定，确认为蚁科毛蚁属一种，在我国没有自然分布，系全国口岸首次截获。该批蚂蚁已按照规定作灭活和无害化处理，相关线索移交有关部门。
近年来，通过邮寄方式购买“异宠”的情况有所增多。外来蚂蚁一旦逃逸，可能与本地物种竞争，危害农林生产，一些种类还会叮咬人畜。检验检疫部门提醒：依据有关法律规定，除依法取得检疫许可外，活动物一律禁止携带、邮寄进境。违反规定的，将被依法追究责任。`,
    }),
  },
  {
    key: 'news-aquatic-export',
    when: 468,
    author: 'author.jinzhou',
    write: (day) => ({
      title: '锦州口岸出口贝类首次获准进入新市场',
      summary: '锦州局全程指导养殖海域备案和贝类毒素监测，助力企业获得境外注册资格。',
      photographer: '靳长风',
      body: `${shortDate(day)}，一批28吨冷冻杂色蛤从锦州港装船出口，这是锦州口岸贝类产品首次进入该国市场，标志着当地贝类出口“朋友圈”再添新成员。
![sea-farm]
为打开这一市场，锦州局从两年前就开始对接：一是指导6家养殖企业完成海域备案，划定14个监测站位，按月开展贝类毒素、重金属和微生物监测；二是对照进口国法规，逐条帮助加工企业完善净化、冷链和追溯记录；三是配合完成远程视频检查，企业一次通过评审，获得境外注册编号。
“手续怎么办、标准是什么，检验检疫的同志一条一条讲给我们听。”企业负责人介绍，目前已签订年内600吨的订单，预计带动养殖户增收1500万元。`,
    }),
  },
  {
    key: 'news-legal-day',
    when: 505,
    author: 'author.legal',
    write: (day) => ({
      title: '法治宣传教育活动进企业 “以案释法”讲清边界',
      summary: '法规处梳理12个典型案例，走进5个市开展8场宣讲，覆盖企业460余家。',
      images: ['documents'],
      eventDate: lately(day, 2),
      body: `“逃避法定检验，哪怕只是少报一项，都要承担法律责任。”${shortDate(lately(day, 2))}，在鞍山市的一场宣讲会上，辽宁检验检疫局法规处工作人员用真实案例为企业讲解法律边界。
此次法治宣传教育活动历时一个月，法规处从近三年办结的行政处罚案件中梳理出12个典型案例，涉及擅自调离待检货物、伪造变造单证、不如实提供进出口商品真实情况等情形，走进大连、鞍山、营口、丹东、锦州5个市，开展宣讲8场，覆盖企业460余家，发放资料2000余份。
宣讲还专门介绍了容错条款：初次违法、危害后果轻微并及时改正的，可以不予行政处罚；主动消除或者减轻违法行为危害后果的，应当从轻或者减轻行政处罚。
典型案例汇编已放在本网站，企业可以结合自身业务对照自查。下一步，法规处将建立企业法律咨询台账，对共性问题统一答复并公开。`,
      attachments: [
        {
          format: 'pdf',
          title: '检验检疫行政处罚典型案例汇编',
          markup: `# 案例一 擅自调离应检商品
某公司进口一批塑料原料，未经检验检疫合格即运至异地仓库。检验检疫机构责令其召回货物接受检验，并依法处以货值一定比例的罚款。
# 案例二 不如实提供真实情况
某企业出口申报时将含木质包装的货物申报为“无木质包装”，经现场查验发现。鉴于企业系初次违法、及时改正，检验检疫机构依法不予行政处罚，并对其进行教育。
# 案例三 伪造检验检疫单证
某代理公司涂改入境货物检验检疫证明中的数量。检验检疫机构依法予以处罚，并将有关线索移送公安机关。
# 启示
1. 如实申报是进出口企业的法定义务。
2. 单证是执法凭证，任何涂改、伪造行为都将被追究责任。
3. 发现差错应当主动报告，及时纠正。`,
        },
      ],
    }),
  },
  {
    key: 'news-fruit-yard',
    when: 533,
    author: 'author.office',
    write: (day) => ({
      title: '东北地区进口水果指定监管场地通过验收',
      summary: '场地具备年查验进口水果20万吨能力，预计两个月内迎来首批货物。',
      providers: ['animal'],
      body: `${longDate(day)}，大窑湾进口水果指定监管场地通过专家组验收。场地占地3.2万平方米，建有查验平台24个、冷藏插座320个、初筛鉴定室和除害处理区各1处，具备年查验进口水果20万吨的能力。
![cold-store]
验收组实地察看了查验、冷藏、鉴定、熏蒸处理等设施，抽查了安全管理和应急处置制度，并组织现场模拟操作。验收组认为，场地设施完备、制度健全，符合指定监管场地建设规范。
辽宁检验检疫局负责人表示，场地启用后，来自东南亚、南美等地的水果可以直接在大连口岸进境查验，较绕道其他口岸节约3至5天。动植物检疫处将在${monthName(daysAfter(day, 45))}前完成人员培训和试运行，确保首批货物到港后“随到随检、快检快放”。`,
    }),
  },
])
