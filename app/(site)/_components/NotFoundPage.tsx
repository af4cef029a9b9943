import { keysOf } from '../../../access/keysOf'
import {
  columnUrl,
  departmentsUrl,
  homeUrl,
  informationUrl,
  siteMapPageUrl,
} from '../../../collections/urls'
import { PILLARS } from '../../../collections/words'
import { Block } from './Block'
import { columnsOfPillar } from './Header'
import { Page } from './Page'
import { SearchForm } from './SearchForm'
import type { Frame } from './views'

const WAYS = [
  { name: '返回首页', href: homeUrl() },
  { name: '网站地图', href: siteMapPageUrl() },
  { name: '机构设置', href: departmentsUrl() },
  { name: '联系我们', href: informationUrl('contact') },
]

/** What is shown for an address without a page: how to find what was looked for. */
export const NotFoundPage = ({ frame }: { frame: Frame }) => (
  <Page frame={frame} meta={{ title: '页面不存在', path: null, noindex: true }} withoutSearch>
    <div className="b-wrap b-lost">
      <h1>您访问的页面不存在</h1>
      <p>页面可能已被移动或者删除，也可能是地址输入有误。您可以搜索标题、关键词或者发文字号：</p>
      <SearchForm id="lost" className="b-search-main" />
      <p>也可以从这里继续：</p>
      <ul className="b-chips">
        {WAYS.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
      <div className="b-grid">
        {keysOf(PILLARS).map((pillar) => {
          const own = columnsOfPillar({ columns: frame.columns, pillar })
          return own.length > 0 ? (
            <Block key={pillar} title={PILLARS[pillar].zh}>
              <ul className="b-chips">
                {own.map(({ path, name }) => (
                  <li key={path}>
                    <a href={columnUrl(path)}>{name}</a>
                  </li>
                ))}
              </ul>
            </Block>
          ) : null
        })}
      </div>
    </div>
  </Page>
)
