import { keysOf } from '../../../access/keysOf'
import { columnUrl, departmentsUrl, homeUrl, siteMapPageUrl } from '../../../collections/urls'
import { PILLARS, type Pillar } from '../../../collections/words'
import { Mark } from './Mark'
import { SearchForm } from './SearchForm'
import { VERSIONS, type Version } from './versions'
import type { ColumnView, Frame } from './views'

/** The open columns of a pillar, in their order. Pure. */
export const columnsOfPillar = ({ columns, pillar }: { columns: ColumnView[]; pillar: Pillar }) =>
  columns.filter((column) => column.pillar === pillar && !column.closedOn)

const VERSION_NAMES = {
  elder: '长辈版',
  large: '大字',
  contrast: '高对比度',
} as const satisfies Record<Version, string>

/** Switches that the stylesheet obeys by itself; the script only remembers them. */
const Tools = ({ english }: { english: string | null | undefined }) => (
  <div className="b-tools">
    <div className="b-wrap">
      <fieldset className="b-versions">
        <legend className="b-hidden">浏览方式</legend>
        {VERSIONS.map((version) => (
          <label key={version}>
            <input type="checkbox" id={version} autoComplete="off" />
            {VERSION_NAMES[version]}
          </label>
        ))}
      </fieldset>
      {english ? (
        <a href={english} lang="en" hrefLang="en">
          English
        </a>
      ) : null}
      <a className="b-tools-map" href={siteMapPageUrl()}>
        网站地图
      </a>
    </div>
  </div>
)

type Props = {
  frame: Frame
  withoutSearch?: boolean
  /** The part of the site that the page belongs to. */
  pillar?: Pillar
  english?: string | null
}

/** The top of every page: name, domain, search, and a menu of native disclosures that needs no script. */
export const Header = ({ frame: { site, columns }, withoutSearch, pillar, english }: Props) => (
  <header className="b-header">
    <Tools english={english} />
    <div className="b-wrap b-header-name">
      <a className="b-brand" href={homeUrl()}>
        <Mark />
        <span className="b-brand-text">
          <span className="b-brand-name">{site.name}</span>
          <span className="b-brand-domain">{site.domain}</span>
        </span>
      </a>
      {withoutSearch ? null : <SearchForm id="site-search" className="b-header-search" />}
    </div>
    <nav className="b-nav" aria-label="主导航">
      <ul className="b-wrap b-nav-list">
        <li>
          <a className="b-nav-item" href={homeUrl()}>
            首页
          </a>
        </li>
        {keysOf(PILLARS).map((one) => {
          const own = columnsOfPillar({ columns, pillar: one })
          return own.length > 0 ? (
            <li key={one}>
              <details name="b-nav">
                <summary className={one === pillar ? 'b-nav-item b-here' : 'b-nav-item'}>
                  {PILLARS[one].zh}
                </summary>
                <ul>
                  {own.map(({ name, path }) => (
                    <li key={path}>
                      <a href={columnUrl(path)}>{name}</a>
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          ) : null
        })}
        <li>
          <a className="b-nav-item" href={departmentsUrl()}>
            机构设置
          </a>
        </li>
      </ul>
    </nav>
  </header>
)
