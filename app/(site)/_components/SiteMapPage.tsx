import { keysOf } from '../../../access/keysOf'
import {
  columnUrl,
  dataUrl,
  departmentsUrl,
  departmentUrl,
  englishUrl,
  homeUrl,
  informationUrl,
  siteMapPageUrl,
  topicUrl,
} from '../../../collections/urls'
import { PILLARS } from '../../../collections/words'
import { Block } from './Block'
import { Breadcrumb } from './Breadcrumb'
import { INFORMATION } from './information'
import { Page } from './Page'
import type { ColumnView, DepartmentView, Frame, TopicView } from './views'

const ColumnTree = ({ columns }: { columns: ColumnView[] }) => (
  <ul className="b-tree">
    {columns.map(({ path, name, closedOn, children }) => (
      <li key={path}>
        <a href={columnUrl(path)}>{name}</a>
        {closedOn ? <span className="b-file-note">（已停止更新）</span> : null}
        {children.length > 0 ? <ColumnTree columns={children} /> : null}
      </li>
    ))}
  </ul>
)

type Props = { frame: Frame; departments: DepartmentView[]; topics: TopicView[] }

/** 网站地图: every column, topic, department and page of information. */
export const SiteMapPage = ({ frame, departments, topics }: Props) => (
  <Page frame={frame} meta={{ title: '网站地图', path: siteMapPageUrl() }}>
    <div className="b-wrap">
      <Breadcrumb crumbs={[{ name: '网站地图' }]} />
      <header className="b-page-head">
        <h1>网站地图</h1>
      </header>
      <div className="b-grid">
        {keysOf(PILLARS).map((pillar) => {
          const own = frame.columns.filter((column) => column.pillar === pillar)
          return own.length > 0 ? (
            <Block key={pillar} title={PILLARS[pillar].zh}>
              <ColumnTree columns={own} />
            </Block>
          ) : null
        })}
        {topics.length > 0 ? (
          <Block title="专题专栏">
            <ul className="b-tree">
              {topics.map(({ code, title, closedOn }) => (
                <li key={code}>
                  <a href={topicUrl(code)}>{title}</a>
                  {closedOn ? <span className="b-file-note">（已停止更新）</span> : null}
                </li>
              ))}
            </ul>
          </Block>
        ) : null}
        <Block title="机构设置" href={departmentsUrl()}>
          <ul className="b-tree">
            {departments.map(({ code, name }) => (
              <li key={code}>
                <a href={departmentUrl(code)}>{name}</a>
              </li>
            ))}
          </ul>
        </Block>
        <Block title="关于本网站">
          <ul className="b-tree">
            <li>
              <a href={homeUrl()}>首页</a>
            </li>
            {keysOf(INFORMATION).map((page) => (
              <li key={page}>
                <a href={informationUrl(page)}>{INFORMATION[page].title}</a>
              </li>
            ))}
            <li>
              <a href={dataUrl()}>数据开放（JSON）</a>
            </li>
            {frame.site.nameEn ? (
              <li>
                <a href={englishUrl(homeUrl())} lang="en" hrefLang="en">
                  English
                </a>
              </li>
            ) : null}
          </ul>
        </Block>
      </div>
    </div>
  </Page>
)
