import { keysOf } from '../../../access/keysOf'
import { columnUrl, departmentsUrl, homeUrl, siteMapPageUrl } from '../../../collections/urls'
import { PILLARS, type Pillar } from '../../../collections/words'
import { Mark } from './Mark'
import { SearchForm } from './SearchForm'
import type { ColumnView, Frame } from './views'

/** The open columns of a pillar, in their order. Pure. */
export const columnsOfPillar = ({ columns, pillar }: { columns: ColumnView[]; pillar: Pillar }) =>
  columns.filter((column) => column.pillar === pillar && !column.closedOn)

const ColumnLinks = ({ columns }: { columns: ColumnView[] }) => (
  <ul className="b-nav-columns">
    {columns.map((column) => {
      const children = column.children.filter(({ closedOn }) => !closedOn)
      return (
        <li key={column.path}>
          <a href={columnUrl(column.path)}>{column.name}</a>
          {children.length > 0 ? (
            <ul>
              {children.map(({ name, path }) => (
                <li key={path}>
                  <a href={columnUrl(path)}>{name}</a>
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      )
    })}
  </ul>
)

type Props = { frame: Frame; withoutSearch?: boolean }

/** The top of every page: name, domain, and a navigation of native disclosures that needs no script. */
export const Header = ({ frame: { site, columns }, withoutSearch }: Props) => (
  <header className="b-header">
    <div className="b-wrap b-header-name">
      <a className="b-brand" href={homeUrl()}>
        <Mark />
        <span className="b-brand-text">
          <span className="b-brand-name">{site.name}</span>
          <span className="b-brand-domain">{site.domain}</span>
        </span>
      </a>
      {withoutSearch ? null : <SearchForm id="site-search" className="b-header-search" />}
      <a className="b-header-map" href={siteMapPageUrl()}>
        网站地图
      </a>
    </div>
    <nav className="b-nav" aria-label="主导航">
      <ul className="b-wrap b-nav-list">
        <li>
          <a className="b-nav-item" href={homeUrl()}>
            首页
          </a>
        </li>
        {keysOf(PILLARS).map((pillar) => {
          const own = columnsOfPillar({ columns, pillar })
          return own.length > 0 ? (
            <li key={pillar}>
              <details className="b-nav-group" name="b-nav">
                <summary className="b-nav-item">{PILLARS[pillar].zh}</summary>
                <div className="b-nav-panel">
                  <ColumnLinks columns={own} />
                </div>
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
