import { columnUrl, homeUrl } from '../../../collections/urls'
import type { ColumnView } from './views'

export type Crumb = { name: string; href?: string }

/** The way from the home page to a column, ancestors first. Pure. */
export const columnCrumbs = (ancestors: ColumnView[]): Crumb[] =>
  ancestors.map(({ name, path }) => ({ name, href: columnUrl(path) }))

export const Breadcrumb = ({ crumbs }: { crumbs: Crumb[] }) => (
  <nav className="b-crumbs" aria-label="当前位置">
    <ol>
      <li>
        <a href={homeUrl()}>首页</a>
      </li>
      {crumbs.map(({ name, href }, index) => {
        const isLast = index === crumbs.length - 1
        return (
          <li key={`${name}-${href ?? ''}`}>
            {href && !isLast ? (
              <a href={href}>{name}</a>
            ) : (
              <span aria-current={isLast ? 'page' : undefined}>{name}</span>
            )}
          </li>
        )
      })}
    </ol>
  </nav>
)
