import { dataUrl, informationUrl, siteMapPageUrl } from '../../../collections/urls'
import { safeHref } from './links'
import { GovernmentBadge } from './Mark'
import { OutLink } from './OutLink'
import type { SiteView } from './views'

const ICP_REGISTER = 'https://beian.miit.gov.cn/'
const POLICE_REGISTER = 'https://beian.mps.gov.cn/'

const SiteLinks = ({ site }: { site: SiteView }) => {
  const errorReport = safeHref(site.errorReportUrl)
  return (
    <ul className="b-footer-links">
      <li>
        <a href={informationUrl('about')}>机构概况</a>
      </li>
      <li>
        <a href={informationUrl('contact')}>联系我们</a>
      </li>
      <li>
        <a href={siteMapPageUrl()}>网站地图</a>
      </li>
      <li>
        <a href={informationUrl('copyright')}>版权声明</a>
      </li>
      <li>
        <a href={informationUrl('accessibility')}>无障碍声明</a>
      </li>
      <li>
        <a href={dataUrl()}>数据开放</a>
      </li>
      <li>
        <a href="#elder">长辈版</a>
      </li>
      {errorReport ? (
        <li>
          <OutLink href={errorReport} domain={site.domain}>
            我为政府网站找错
          </OutLink>
        </li>
      ) : null}
    </ul>
  )
}

/** 联系方式, as far as the settings have it; nothing is parted at the end of a line. */
const Contact = ({ site: { address, postcode, phone, email } }: { site: SiteView }) => (
  <p>
    <span>联系方式：{address}</span>
    {postcode ? <span>邮编：{postcode}</span> : null}
    {phone ? <span>电话：{phone}</span> : null}
    {email ? <span>电子邮箱：{email}</span> : null}
  </p>
)

/** The foot of every page with the items that 国办发〔2017〕47号 asks for. */
export const Footer = ({ site }: { site: SiteView }) => (
  <footer className="b-footer">
    <div className="b-wrap">
      <SiteLinks site={site} />
      <div className="b-footer-body">
        <p className="b-footer-badge">
          <GovernmentBadge />
          <span>党政机关网站</span>
        </p>
        <div className="b-footer-text">
          <p>
            {site.host ? <span>主办单位：{site.host}</span> : null}
            {site.undertaker ? <span>承办单位：{site.undertaker}</span> : null}
          </p>
          <Contact site={site} />
          <p>
            <span>网站标识码：{site.idCode}</span>
            {site.icpNumber ? (
              <span>
                <a href={ICP_REGISTER} rel="noopener noreferrer">
                  {site.icpNumber}
                </a>
              </span>
            ) : null}
            {site.policeNumber ? (
              <span>
                <a href={POLICE_REGISTER} rel="noopener noreferrer">
                  {site.policeNumber}
                </a>
              </span>
            ) : null}
          </p>
        </div>
      </div>
    </div>
  </footer>
)
