import { keysOf } from '../../../access/keysOf'
import { columnUrl, departmentsUrl, homeUrl, informationUrl } from '../../../collections/urls'
import { DEPARTMENT_KINDS, PILLARS, type Pillar } from '../../../collections/words'
import { Block } from './Block'
import { DepartmentGroup } from './DepartmentPages'
import { Facts } from './Facts'
import { Page } from './Page'
import { Picture } from './Picture'
import { NewsList } from './PostLists'
import { siteData } from './structuredData'
import { Day } from './Time'
import type { ColumnView, DepartmentView, Frame, MediaHref, PostLink, SiteView } from './views'

const NOTES = {
  information: '机构职能、通知公告与政策文件',
  service: '办事指南、表格下载与风险提示',
  participation: '咨询投诉、常见问题与联系方式',
  news: '检验检疫要闻与各单位动态',
} as const satisfies Record<Pillar, string>

/** A root column with the newest of it and all below it. */
export type HomeColumn = { column: ColumnView; posts: PostLink[] }

export type HomePageProps = {
  frame: Frame
  /** The newest news with a picture, if there is one. */
  lead: PostLink | null
  /** By pillar, the open root columns in their order. */
  pillars: Record<Pillar, HomeColumn[]>
  departments: DepartmentView[]
  mediaHref: MediaHref
}

/** Half of the page where it has two columns. */
const LEAD_SIZES = '(min-width: 75rem) 37rem, (min-width: 62rem) 50vw, 100vw'

const Lead = ({ post, mediaHref }: { post: PostLink; mediaHref: MediaHref }) => (
  <article className="b-lead">
    {post.picture ? (
      <Picture file={post.picture} mediaHref={mediaHref} sizes={LEAD_SIZES} eager />
    ) : null}
    <h3>
      <a href={post.path}>{post.title}</a>
    </h3>
    {post.summary ? <p>{post.summary}</p> : null}
    <Day iso={post.publishedAt} className="b-day" />
  </article>
)

const ColumnCard = ({ home: { column, posts } }: { home: HomeColumn }) => (
  <Block title={column.name} href={columnUrl(column.path)} level="h3">
    {posts.length > 0 ? (
      <NewsList posts={posts} />
    ) : (
      <p className="b-empty">{column.description || '本栏目暂无信息。'}</p>
    )}
  </Block>
)

const PillarHead = ({ pillar }: { pillar: Pillar }) => (
  <div className="b-pillar-head">
    <h2>{PILLARS[pillar].zh}</h2>
    <p>{NOTES[pillar]}</p>
  </div>
)

const News = ({ columns, lead, mediaHref }: NewsProps) => {
  const [first, ...others] = columns
  return (
    <section className="b-pillar" aria-label={PILLARS.news.zh}>
      <PillarHead pillar="news" />
      <div className={lead ? 'b-front' : 'b-grid'}>
        {lead ? <Lead post={lead} mediaHref={mediaHref} /> : null}
        {first ? <ColumnCard home={first} /> : null}
      </div>
      {others.length > 0 ? (
        <div className="b-grid">
          {others.map((home) => (
            <ColumnCard key={home.column.path} home={home} />
          ))}
        </div>
      ) : null}
    </section>
  )
}
type NewsProps = { columns: HomeColumn[]; lead: PostLink | null; mediaHref: MediaHref }

const Information = ({ columns }: { columns: HomeColumn[] }) => (
  <section className="b-pillar" aria-label={PILLARS.information.zh}>
    <PillarHead pillar="information" />
    <div className="b-grid">
      {columns.map((home) => (
        <ColumnCard key={home.column.path} home={home} />
      ))}
    </div>
  </section>
)

const Service = ({ columns }: { columns: HomeColumn[] }) => (
  <section className="b-pillar b-pillar-service" aria-label={PILLARS.service.zh}>
    <PillarHead pillar="service" />
    <div className="b-services">
      {columns.map(({ column, posts }) => (
        <Block key={column.path} title={column.name} href={columnUrl(column.path)} level="h3">
          {posts.length > 0 ? (
            <ul className="b-plain">
              {posts.map(({ path, title }) => (
                <li key={path}>
                  <a href={path}>{title}</a>
                </li>
              ))}
            </ul>
          ) : (
            <p className="b-empty">{column.description || '本栏目暂无信息。'}</p>
          )}
        </Block>
      ))}
    </div>
  </section>
)

const Participation = ({
  columns,
  site: { address, phone, email },
}: {
  columns: HomeColumn[]
  site: SiteView
}) => (
  <section className="b-pillar" aria-label={PILLARS.participation.zh}>
    <PillarHead pillar="participation" />
    <div className="b-grid">
      {columns.map((home) => (
        <ColumnCard key={home.column.path} home={home} />
      ))}
      <Block title="联系我们" href={informationUrl('contact')} level="h3">
        <Facts
          className="b-facts"
          facts={[
            { name: '通信地址', value: address },
            { name: '联系电话', value: phone },
            { name: '电子邮箱', value: email },
          ]}
        />
      </Block>
    </div>
  </section>
)

const Departments = ({ departments }: { departments: DepartmentView[] }) => (
  <section className="b-pillar" aria-label="机构设置">
    <div className="b-pillar-head">
      <h2>
        <a href={departmentsUrl()}>机构设置</a>
      </h2>
      <p>处室、分支局、办事处和直属单位</p>
    </div>
    <div className="b-departments">
      {keysOf(DEPARTMENT_KINDS).map((kind) => (
        <DepartmentGroup key={kind} kind={kind} departments={departments} level="h3" />
      ))}
    </div>
  </section>
)

/** The home page: the four pillars (第四条), the newest of each, and the departments. */
export const HomePage = ({ frame, lead, pillars, departments, mediaHref }: HomePageProps) => (
  <Page
    frame={frame}
    meta={{
      title: frame.site.name,
      path: homeUrl(),
      column: {
        name: '首页',
        description: `${frame.site.name}：发布政务信息，提供公共服务，听取公众意见，开展新闻发布`,
        keywords: keysOf(PILLARS)
          .map((pillar) => PILLARS[pillar].zh)
          .join(','),
        type: '首页',
      },
    }}
    data={siteData(frame.site)}
  >
    <div className="b-wrap">
      <h1 className="b-hidden">{frame.site.name}</h1>
      <News columns={pillars.news} lead={lead} mediaHref={mediaHref} />
      <Information columns={pillars.information} />
      <Service columns={pillars.service} />
      <Participation columns={pillars.participation} site={frame.site} />
      <Departments departments={departments} />
    </div>
  </Page>
)
