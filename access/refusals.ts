import { LARGEST_FILE_MB } from './largestFile'

/** Every reason to refuse, worded once. `status` is the HTTP status when it stands alone. */
export const REFUSALS = {
  // who
  'no-login': { status: 401, zh: '请先登录。', en: 'Please sign in.' },
  'not-found': { status: 404, zh: '没有找到。', en: 'Not found.' },
  forbidden: { status: 403, zh: '您没有进行此操作的权限。', en: 'You may not do this.' },
  'lacks-duty': {
    status: 403,
    zh: '您的角色或所在部门不能进行此操作。',
    en: 'Your duty or department does not allow this.',
  },
  'account-inactive': { status: 401, zh: '该账号已停用。', en: 'This account is switched off.' },
  'login-failed': { status: 401, zh: '邮箱或密码不正确。', en: 'The e-mail or password is wrong.' },
  'account-locked': {
    status: 401,
    zh: '登录失败次数过多，该账号已暂时锁定。',
    en: 'Too many failed logins: the account is locked for a while.',
  },
  conflict: {
    status: 409,
    zh: '内容已有变化，请刷新后再试。',
    en: 'The content has changed; try again.',
  },
  'server-error': {
    status: 500,
    zh: '系统出错，请稍后再试。',
    en: 'Something went wrong; try again later.',
  },
  // body
  'bad-json': { status: 400, zh: '请求内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  'bad-value': { status: 400, zh: '内容填写有误。', en: 'The value is not valid.' },
  'too-long': { status: 400, zh: '内容超过规定的长度。', en: 'The value is too long.' },
  'body-too-large': { status: 413, zh: '提交的内容过大。', en: 'The body is too large.' },
  'unknown-field': { status: 400, zh: '没有这个字段。', en: 'There is no such field.' },
  'server-field': {
    status: 403,
    zh: '该字段由系统填写，不能修改。',
    en: 'This field is written by the server only.',
  },
  'foreign-field': {
    status: 403,
    zh: '您的角色不能修改这个字段。',
    en: 'Your duty may not change this field.',
  },
  'limit-out-of-range': {
    status: 400,
    zh: '每页条数须为 1 至 100。',
    en: 'limit must be 1 to 100.',
  },
  'page-out-of-range': {
    status: 400,
    zh: '页码须为正整数。',
    en: 'page must be a positive number.',
  },
  'bad-query': { status: 400, zh: '查询条件无效。', en: 'The query is not valid.' },
  'query-too-deep': { status: 400, zh: '查询层级过深。', en: 'The query is too deep.' },
  'opinion-required': { status: 400, zh: '请填写意见。', en: 'Give an opinion.' },
  'secrecy-required': {
    status: 400,
    zh: '此环节须作出保密审查结论。',
    en: 'This step needs a secrecy outcome.',
  },
  'secrecy-not-asked': {
    status: 400,
    zh: '此环节不作保密审查结论。',
    en: 'This step takes no secrecy outcome.',
  },
  // state of the form, the manuscript, the post
  'stale-rev': {
    status: 409,
    zh: '申请表已有变化，请刷新后再处理。',
    en: 'The form has changed since you read it.',
  },
  'manuscript-frozen': {
    status: 409,
    zh: '稿件正在审批，不能修改；如需修改，请先撤回申请或由审批人退回。',
    en: 'The manuscript is under approval and cannot be edited; cancel the form or have it returned first.',
  },
  'manuscript-busy': {
    status: 409,
    zh: '稿件正在保存，请稍后再试。',
    en: 'The manuscript is being saved; try again.',
  },
  'form-open': {
    status: 403,
    zh: '该稿件已有一份申请表在审批中。',
    en: 'The manuscript has an open form already.',
  },
  'wrong-state': {
    status: 403,
    zh: '申请表的当前状态不允许此操作。',
    en: 'The state of the form does not allow this.',
  },
  'post-state': {
    status: 403,
    zh: '该信息的当前状态不允许此操作。',
    en: 'The state of the post does not allow this.',
  },
  'manuscript-sealed': {
    status: 403,
    zh: '该稿件涉密不予发布，已封存，不能修改或再次提交。',
    en: 'The manuscript was refused as secret and is sealed.',
  },
  'post-removed': {
    status: 403,
    zh: '该稿件对应的上网信息已紧急删除，不能修改或再次提交。',
    en: 'The post of this manuscript was removed; it takes no edit and no submit.',
  },
  'manuscript-discarded': {
    status: 403,
    zh: '该稿件已废弃，恢复后才能修改或提交。',
    en: 'The manuscript is discarded; bring it back first.',
  },
  'not-this-step': {
    status: 403,
    zh: '当前环节不由您审批。',
    en: 'This step is not yours to sign.',
  },
  'own-manuscript': {
    status: 403,
    zh: '您撰写、修改或提交过该稿件，不能审批。',
    en: 'You created, edited or submitted this manuscript and may not sign it.',
  },
  'already-signed': {
    status: 403,
    zh: '您已在本申请表的其他环节签署意见，同一人只能签署一个环节。',
    en: 'You have signed another step of this form; one person signs at most one.',
  },
  'cannot-refer': {
    status: 403,
    zh: '只有部门领导审查环节可以转报办公室发布。',
    en: 'Only a form at department review can be referred.',
  },
  // rules of submitting
  'no-filing': {
    status: 403,
    zh: '您在该部门没有有效的备案，请先由办公室备案（第十条）。',
    en: 'You have no filing in force in this department (article 10).',
  },
  'column-not-yours': {
    status: 403,
    zh: '该栏目现不由稿件所属部门主办，也不接受其供稿。',
    en: "The manuscript's department neither owns this column nor may contribute to it today.",
  },
  'column-route-changed': {
    status: 403,
    zh: '该栏目现须经局级审批，请转报办公室发布或退回（第十二条(二)）。',
    en: 'The column now takes the bureau route: refer the form or return it (article 12(2)).',
  },
  'column-closed': { status: 403, zh: '该栏目已关闭。', en: 'The column is closed.' },
  'department-closed': { status: 403, zh: '该部门已停用。', en: 'The department is not active.' },
  'migration-closed': {
    status: 403,
    zh: '历史信息迁移期已结束或未开放。',
    en: 'The period of migration is over or was never opened.',
  },
  'migration-office-only': {
    status: 403,
    zh: '历史信息只能由办公室的信息员导入。',
    en: 'Only an author of the Office may import.',
  },
  'title-missing': { status: 403, zh: '标题不能为空。', en: 'The title is missing.' },
  'body-missing': { status: 403, zh: '正文不能为空。', en: 'The text is missing.' },
  'source-type-missing': {
    status: 403,
    zh: '请选择信息来源类型。',
    en: 'Choose the kind of source.',
  },
  'source-name-missing': { status: 403, zh: '请填写信息来源名称。', en: 'Name the source.' },
  'source-url-missing': {
    status: 403,
    zh: '转载信息须填写原文网址。',
    en: 'A reprint needs the address of the original.',
  },
  'alt-missing': {
    status: 403,
    zh: '图片须有文字说明。',
    en: 'A picture needs an alternative text.',
  },
  'event-date-missing': {
    status: 403,
    zh: '政务新闻须填写事项发生日期。',
    en: 'News needs the date of the event.',
  },
  'issued-on-missing': {
    status: 403,
    zh: '政策文件须填写成文日期。',
    en: 'A policy file needs its date of issue.',
  },
  'attachment-missing': {
    status: 403,
    zh: '表格下载须有附件。',
    en: 'A download needs an attachment.',
  },
  'file-missing': {
    status: 403,
    zh: '稿件引用的文件不存在或不属于本部门。',
    en: 'A file of the manuscript does not exist or belongs to another department.',
  },
  'file-sealed': {
    status: 403,
    zh: '稿件引用的文件已随涉密稿件封存，不能发布。',
    en: 'A file of the manuscript is sealed with one that was refused as secret.',
  },
  // proof
  'hash-mismatch': {
    status: 403,
    zh: '申请表内容与所签内容的校验值不符，不能发布。',
    en: 'The text does not match the hash that was signed.',
  },
  'file-mismatch': {
    status: 403,
    zh: '文件内容与所签内容的校验值不符，不能发布。',
    en: 'A file does not match the hash that was signed.',
  },
  'chain-broken': {
    status: 403,
    zh: '审批意见不完整，不能发布。',
    en: 'The chain of signatures is not complete.',
  },
  // rows
  'richtext-node': {
    status: 400,
    zh: '正文含有不支持的内容。',
    en: 'The text holds a kind of content that is not allowed.',
  },
  'richtext-link': {
    status: 400,
    zh: '正文中的链接地址不允许使用。',
    en: 'The text holds a link that is not allowed.',
  },
  'richtext-too-large': { status: 400, zh: '正文过长。', en: 'The text is too long.' },
  'file-type': {
    status: 400,
    zh: '不支持这种文件；请上传 JPG、PNG、WebP、GIF 图片或 PDF、Word、Excel、PowerPoint 文件。',
    en: 'This kind of file is not allowed: JPG, PNG, WebP, GIF, PDF, Word, Excel or PowerPoint only.',
  },
  'file-content': {
    status: 400,
    zh: '文件内容与扩展名不符。',
    en: 'The content of the file is not what its name says.',
  },
  'interprets-policy': {
    status: 400,
    zh: '只能解读已发布的政策文件。',
    en: 'Only a live policy file can be interpreted.',
  },
  'reference-missing': {
    status: 400,
    zh: '所引用的内容不存在或不可见。',
    en: 'What this field names does not exist or may not be seen.',
  },
  'picture-not-office': {
    status: 400,
    zh: '图片须由办公室上传。',
    en: 'The picture must be one that the Office uploaded.',
  },
  'file-too-large': {
    status: 413,
    zh: `文件过大，每个文件不得超过 ${LARGEST_FILE_MB} MB。`,
    en: `The file is too large; ${LARGEST_FILE_MB} MB is the most.`,
  },
  'file-required': { status: 400, zh: '请选择文件。', en: 'Choose a file.' },
  'code-format': {
    status: 400,
    zh: '代码须为小写字母、数字或连字符。',
    en: 'A code is lower-case letters, digits and hyphens.',
  },
  'column-code-format': {
    status: 400,
    zh: '代码须为小写字母、数字或连字符，且不能是 archive。',
    en: 'A code is lower-case letters, digits and hyphens, and not archive.',
  },
  'column-type': {
    status: 400,
    zh: '栏目类型须为国家标准所列的一种。',
    en: 'The column type is one of the national standard.',
  },
  'column-cycle': {
    status: 400,
    zh: '栏目不能放在自己或下级栏目之下。',
    en: 'A column cannot be put below itself.',
  },
  'owner-missing': {
    status: 400,
    zh: '栏目至少须有一个在任的主办部门（第三条）。',
    en: 'A column always has an owner in force (article 3).',
  },
  'owner-row-locked': {
    status: 400,
    zh: '主办部门的记录只能填写截止日期，不能修改或删除。',
    en: 'A row of owners can be ended, not edited or deleted.',
  },
  'mark-taken': {
    status: 400,
    zh: '办公室、信息中心各只能有一个。',
    en: 'There is one Office and one Information Centre.',
  },
  'filing-second-admin': {
    status: 400,
    zh: '每个部门同时只能备案一名部门管理员（第十一条）。',
    en: 'A department has exactly one filed administrator at a time (article 11).',
  },
  'period-reversed': {
    status: 400,
    zh: '截止日期不能早于开始日期。',
    en: 'The end is before the beginning.',
  },
  'administrators-separate': {
    status: 400,
    zh: '系统管理员、安全管理员、审计管理员须由不同的人担任，且不得兼任其他角色。',
    en: 'The three administrators are separate persons and hold no other duty.',
  },
  'api-reader-alone': {
    status: 400,
    zh: '接口账号不得兼任其他角色。',
    en: 'An API account holds no other duty.',
  },
  'own-duties': {
    status: 403,
    zh: '不能为自己授予或取消角色。',
    en: 'Nobody grants duties to himself or herself.',
  },
  'originals-append-only': {
    status: 403,
    zh: '原始资料只能增加，不能删除（第十二条(四)）。',
    en: 'Originals can be added, never removed (article 12(4)).',
  },
  'foreign-provider': {
    status: 403,
    zh: '只有办公室可以填写其他供稿单位。',
    en: 'Only the Office names other providers.',
  },
} as const

export type RefusalCode = keyof typeof REFUSALS

/** One reason, and the field it is about if it is about one. */
export type Reason = { code: RefusalCode; field?: string }
