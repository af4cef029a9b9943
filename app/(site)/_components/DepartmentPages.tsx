import { keysOf } from '../../../access/keysOf'
import { columnUrl, departmentsUrl, departmentUrl, englishUrl } from '../../../collections/urls'
import { DEPARTMENT_KINDS } from '../../../collections/words'
import { Block } from './Block'
import { Breadcrumb } from './Breadcrumb'
import { Facts } from './Facts'
import { Page } from './Page'
import { Paragraphs } from './Paragraphs'
import { NewsList } from './PostLists'
import { SCROLLED } from './scrolled'
import { breadcrumbData, departmentData } from './structuredData'
import type { ColumnView, DepartmentKind, DepartmentView, Frame, PostLink } from './views'

const COLUMN = {
  name: '机构设置',
  description: '本局处室、分支局、办事处和直属单位的职能、负责人与联系方式',
  keywords: '机构设置,机构职能,负责人,联系方式',
  type: '机构职能',
}

type GroupProps = { departments: DepartmentView[]; kind: DepartmentKind; level?: 'h2' | 'h3' }

/** The departments of one kind, as links. */
export const DepartmentGroup = ({ departments, kind, level }: GroupProps) => {
  const own = departments.filter((department) => department.kind === kind)
  return own.length > 0 ? (
    <Block title={DEPARTMENT_KINDS[kind].zh} level={level}>
      <ul className="b-chips">
        {own.map(({ code, name }) => (
          <li key={code}>
            <a href={departmentUrl(code)}>{name}</a>
          </li>
        ))}
      </ul>
    </Block>
  ) : null
}

type ListProps = { frame: Frame; departments: DepartmentView[] }

/** All departments, by kind. */
export const DepartmentsPage = ({ frame, departments }: ListProps) => (
  <Page
    frame={frame}
    meta={{
      title: COLUMN.name,
      path: departmentsUrl(),
      column: COLUMN,
      english: frame.site.nameEn && englishUrl(departmentsUrl()),
    }}
  >
    <div className="b-wrap">
      <Breadcrumb crumbs={[{ name: COLUMN.name }]} />
      <header className="b-page-head">
        <h1>{COLUMN.name}</h1>
        <p>{COLUMN.description}。</p>
      </header>
      <div className="b-grid">
        {keysOf(DEPARTMENT_KINDS).map((kind) => (
          <DepartmentGroup key={kind} kind={kind} departments={departments} />
        ))}
      </div>
    </div>
  </Page>
)

type Leaders = DepartmentView['leaders']

/** 负责人: name, position and what he or she is in charge of. */
export const LeaderTable = ({ leaders, caption }: { leaders: Leaders; caption: string }) => (
  <div className="b-text">
    <div {...SCROLLED}>
      <table>
        <caption className="b-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">职务</th>
            <th scope="col">分工</th>
          </tr>
        </thead>
        <tbody>
          {leaders.map(({ name, position, portfolio }) => (
            <tr key={`${name}-${position}`}>
              <td className="b-whole">{name}</td>
              <td>{position}</td>
              <td>{portfolio}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </div>
)

type DepartmentProps = {
  frame: Frame
  department: DepartmentView
  columns: ColumnView[]
  posts: PostLink[]
}

/** One department: functions, leaders, contact, its columns and its newest posts. */
export const DepartmentPage = ({ frame, department, columns, posts }: DepartmentProps) => {
  const { name, code, kind, functions, leaders, address, phone, fax, hours } = department
  const crumbs = [{ name: COLUMN.name, href: departmentsUrl() }, { name }]
  return (
    <Page
      frame={frame}
      meta={{
        title: name,
        path: departmentUrl(code),
        column: { ...COLUMN, name, description: `${name}的职能、负责人与联系方式`, keywords: name },
      }}
      data={[
        departmentData({ site: frame.site, department, path: departmentUrl(code) }),
        breadcrumbData({ site: frame.site, crumbs }),
      ]}
    >
      <div className="b-wrap">
        <Breadcrumb crumbs={crumbs} />
        <header className="b-page-head">
          <p className="b-kind">{DEPARTMENT_KINDS[kind].zh}</p>
          <h1>{name}</h1>
        </header>
        <div className="b-halves">
          <div>
            {functions ? (
              <Block title="主要职能">
                <div className="b-text">
                  <Paragraphs text={functions} />
                </div>
              </Block>
            ) : null}
            {leaders.length > 0 ? (
              <Block title="负责人">
                <LeaderTable leaders={leaders} caption={`${name}负责人`} />
              </Block>
            ) : null}
          </div>
          <div>
            <Block title="联系方式">
              <Facts
                className="b-facts"
                facts={[
                  { name: '办公地址', value: address },
                  { name: '联系电话', value: phone },
                  { name: '传真', value: fax },
                  { name: '办公时间', value: hours },
                ]}
              />
              {address || phone || fax || hours ? null : (
                <p className="b-empty">请通过本局总机转接。</p>
              )}
            </Block>
            {columns.length > 0 ? (
              <Block title="主办栏目">
                <ul className="b-chips">
                  {columns.map((column) => (
                    <li key={column.path}>
                      <a href={columnUrl(column.path)}>{column.name}</a>
                    </li>
                  ))}
                </ul>
              </Block>
            ) : null}
          </div>
        </div>
        <Block title="本单位发布">
          {posts.length > 0 ? <NewsList posts={posts} /> : <p className="b-empty">暂无信息。</p>}
        </Block>
      </div>
    </Page>
  )
}
