import type { GlobalConfig } from 'payload'
import { byRule } from '../../access/adapters'
import { updatesSettings } from '../../access/rules'
import { DAY_AND_TIME } from '../pickers'
import { markSettingsChanged } from '../siteChanged'
import { label, rowLabels } from '../words'

export const SiteSettings: GlobalConfig = {
  slug: 'site-settings',
  label: label('网站设置', 'Site settings'),
  access: { read: () => true, update: byRule(updatesSettings), readVersions: () => false },
  admin: { group: label('网站管理', 'Site') },
  fields: [
    { name: 'siteName', type: 'text', maxLength: 100, label: label('网站名称', 'Site name') },
    { name: 'siteNameEn', type: 'text', maxLength: 200, label: label('英文名称', 'English name') },
    {
      name: 'domain',
      type: 'text',
      maxLength: 200,
      label: label('域名（不含 http://）', 'Domain without scheme'),
    },
    {
      name: 'siteIdCode',
      type: 'text',
      maxLength: 10,
      label: label('网站标识码', 'Identification code'),
    },
    { name: 'icpNumber', type: 'text', maxLength: 100, label: label('ICP 备案号', 'ICP number') },
    {
      name: 'policeNumber',
      type: 'text',
      maxLength: 100,
      label: label('公安备案号', 'Police number'),
    },
    { name: 'host', type: 'text', maxLength: 100, label: label('主办单位', 'Host') },
    { name: 'undertaker', type: 'text', maxLength: 100, label: label('承办单位', 'Undertaker') },
    {
      name: 'contact',
      type: 'group',
      label: label('联系方式', 'Contact'),
      fields: [
        { name: 'address', type: 'text', maxLength: 200, label: label('地址', 'Address') },
        { name: 'postcode', type: 'text', maxLength: 20, label: label('邮编', 'Postcode') },
        { name: 'phone', type: 'text', maxLength: 100, label: label('电话', 'Phone') },
        { name: 'email', type: 'text', maxLength: 100, label: label('邮箱', 'E-mail') },
      ],
    },
    {
      name: 'errorReportUrl',
      type: 'text',
      maxLength: 500,
      label: label('“我为政府网站找错”网址', 'Error report address'),
    },
    {
      name: 'introduction',
      type: 'textarea',
      maxLength: 4000,
      label: label('单位概况', 'Introduction'),
    },
    {
      name: 'introductionEn',
      type: 'textarea',
      maxLength: 8000,
      label: label('单位概况（英文）', 'Introduction in English'),
    },
    {
      name: 'addressEn',
      type: 'text',
      maxLength: 300,
      label: label('地址（英文）', 'Address in English'),
    },
    {
      name: 'bureauLeaders',
      type: 'array',
      maxRows: 30,
      label: label('局领导', 'Bureau leaders'),
      labels: rowLabels('局领导', 'bureau leader'),
      fields: [
        { name: 'name', type: 'text', required: true, label: label('姓名', 'Name') },
        { name: 'position', type: 'text', label: label('职务', 'Position') },
        { name: 'portfolio', type: 'textarea', label: label('分工', 'Portfolio') },
      ],
    },
    {
      name: 'publications',
      type: 'array',
      maxRows: 50,
      label: label('刊物', 'Publications'),
      labels: rowLabels('刊物', 'publication'),
      fields: [{ name: 'name', type: 'text', required: true, label: label('刊名', 'Name') }],
    },
    {
      name: 'migrationUntil',
      type: 'date',
      admin: DAY_AND_TIME,
      label: label('历史信息迁移截止', 'Migration until'),
    },
  ],
  hooks: { afterChange: [markSettingsChanged] },
}
