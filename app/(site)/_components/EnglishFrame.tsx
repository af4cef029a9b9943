import { departmentsUrl, englishUrl, homeUrl, informationUrl } from '../../../collections/urls'
import { safeHref } from './links'
import { Mark } from './Mark'
import { VERSIONS, type Version } from './versions'
import type { SiteView } from './views'

const VERSION_NAMES = {
  elder: 'Easy reading',
  large: 'Large text',
  contrast: 'High contrast',
} as const satisfies Record<Version, string>

const MENU = [
  { name: 'Home', href: englishUrl(homeUrl()) },
  { name: 'About us', href: englishUrl(informationUrl('about')) },
  { name: 'Departments', href: englishUrl(departmentsUrl()) },
]

/** The top of every English page. Its menu holds what there is in English. */
export const EnglishHeader = ({ site, chinese }: { site: SiteView; chinese: string }) => (
  <header className="b-header">
    <div className="b-tools">
      <div className="b-wrap">
        <fieldset className="b-versions">
          <legend className="b-hidden">Display</legend>
          {VERSIONS.map((version) => (
            <label key={version}>
              <input type="checkbox" id={version} autoComplete="off" />
              {VERSION_NAMES[version]}
            </label>
          ))}
        </fieldset>
        <a href={chinese} lang="zh-CN" hrefLang="zh-CN">
          中文
        </a>
      </div>
    </div>
    <div className="b-wrap b-header-name">
      <a className="b-brand" href={englishUrl(homeUrl())}>
        <Mark />
        <span className="b-brand-text">
          <span className="b-brand-name">{site.nameEn || site.name}</span>
          <span className="b-brand-domain">{site.domain}</span>
        </span>
      </a>
    </div>
    <nav className="b-nav" aria-label="Main">
      <ul className="b-wrap b-nav-list">
        {MENU.map(({ name, href }) => (
          <li key={href}>
            <a className="b-nav-item" href={href}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </header>
)

const Item = ({ name, value }: { name: string; value: string }) =>
  value ? (
    <span>
      {name}: {value}
    </span>
  ) : null

/** The foot of every English page; the registers' numbers are the same in any language. */
export const EnglishFooter = ({ site }: { site: SiteView }) => {
  const errorReport = safeHref(site.errorReportUrl)
  return (
    <footer className="b-footer">
      <div className="b-wrap">
        <ul className="b-footer-links">
          {MENU.map(({ name, href }) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
          {errorReport ? (
            <li>
              <a href={errorReport} rel="noopener noreferrer">
                Report an error on this website
              </a>
            </li>
          ) : null}
        </ul>
        <div className="b-footer-body">
          <div className="b-footer-text">
            <p>
              <Item name="Host" value={site.nameEn || site.host} />
              <Item name="Address" value={site.addressEn} />
              <Item name="Postcode" value={site.postcode} />
              <Item name="Telephone" value={site.phone} />
              <Item name="E-mail" value={site.email} />
            </p>
            <p>
              <Item name="Website identification code" value={site.idCode} />
              {site.icpNumber ? (
                <span lang="zh-CN">
                  <a href="https://beian.miit.gov.cn/" rel="noopener noreferrer">
                    {site.icpNumber}
                  </a>
                </span>
              ) : null}
              {site.policeNumber ? (
                <span lang="zh-CN">
                  <a href="https://beian.mps.gov.cn/" rel="noopener noreferrer">
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
}
