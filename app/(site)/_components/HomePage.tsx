import { keysOf } from '../../../access/keysOf'
import {
  columnUrl,
  departmentsUrl,
  englishUrl,
  homeUrl,
  informationUrl,
} from '../../../collections/urls'
import { DEPARTMENT_KINDS, PILLARS, type Pillar } from '../../../collections/words'
import { Block } from './Block'
import { DepartmentGroup } from './DepartmentPages'
import { Facts } from './Facts'
import { Page } from './Page'
import { Paragraphs } from './Paragraphs'
import { Picture } from './Picture'
import { NewsList } from './PostLists'
import { siteData } from './structuredData'
import { Day } from './Time'
import { TopicCards } from './TopicPages'
import type {
  ColumnView,
  DepartmentView,
  Frame,
  MediaHref,
  PostLink,
  SiteView,
  TopicView,
} from './views'

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
  /** What the Office puts first, else the newest news with a picture. */
  headlines: PostLink[]
  /** Wide pictures that lead to a post each. */
  banners: PostLink[]
  /** The services that are asked for most. */
  services: PostLink[]
  /** The open ones. */
  topics: TopicView[]
  /** The newest of the whole site. */
  latest: PostLink[]
  /** By pillar, the open root columns in their order. */
  pillars: Record<Pillar, HomeColumn[]>
  departments: DepartmentView[]
  mediaHref: MediaHref
}

/** Half of the page where it has two columns. */
const LEAD_SIZES = '(min-width: 75rem) 37rem, (min-width: 62rem) 50vw, 100vw'

type HeadlinesProps = { headlines: PostLink[]; mediaHref: MediaHref }

/** The first with its picture, the others as lines. */
const Headlines = ({ headlines: [first, ...others], mediaHref }: HeadlinesProps) =>
  first ? (
    <div className="b-headlines">
      <article className="b-lead">
        {first.picture ? (
          <Picture file={first.picture} mediaHref={mediaHref} sizes={LEAD_SIZES} eager />
        ) : null}
        <h3>
          <a href={first.path}>{first.title}</a>
        </h3>
        {first.summary ? <p>{first.summary}</p> : null}
        <Day iso={first.publishedAt} className="b-day" />
      </article>
      {others.length > 0 ? <NewsList posts={others} /> : null}
    </div>
  ) : null

const Banners = ({ banners, mediaHref }: { banners: PostLink[]; mediaHref: MediaHref }) =>
  banners.length > 0 ? (
    <ul className="b-banners">
      {banners.map(({ path, title, picture }) => (
        <li key={path}>
          {picture ? <Picture file={picture} mediaHref={mediaHref} sizes={LEAD_SIZES} /> : null}
          <a href={path}>{title}</a>
        </li>
      ))}
    </ul>
  ) : null

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

const News = ({ columns, headlines, latest, mediaHref }: NewsProps) => {
  const [first, ...others] = columns
  return (
    <section className="b-pillar" aria-label={PILLARS.news.zh}>
      <PillarHead pillar="news" />
      <div className={headlines.length > 0 ? 'b-front' : 'b-grid'}>
        <Headlines headlines={headlines} mediaHref={mediaHref} />
        {first ? <ColumnCard home={first} /> : null}
      </div>
      <div className="b-grid">
        <Block title="最新发布" level="h3">
          {latest.length > 0 ? <NewsList posts={latest} /> : <p className="b-empty">暂无信息。</p>}
        </Block>
        {others.map((home) => (
          <ColumnCard key={home.column.path} home={home} />
        ))}
      </div>
    </section>
  )
}
type NewsProps = HeadlinesProps & { columns: HomeColumn[]; latest: PostLink[] }

const Topics = ({ topics, mediaHref }: { topics: TopicView[]; mediaHref: MediaHref }) =>
  topics.length > 0 ? (
    <section className="b-pillar" aria-label="专题专栏">
      <div className="b-pillar-head">
        <h2>专题专栏</h2>
        <p>围绕重点工作的信息汇集</p>
      </div>
      <TopicCards topics={topics} mediaHref={mediaHref} />
    </section>
  ) : null

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

type ServiceProps = { columns: HomeColumn[]; services: PostLink[] }

const Service = ({ columns, services }: ServiceProps) => (
  <section className="b-pillar b-pillar-service" aria-label={PILLARS.service.zh}>
    <PillarHead pillar="service" />
    {services.length > 0 ? (
      <>
        <h3 className="b-hidden">快捷服务</h3>
        <ul className="b-tiles b-quick">
          {services.map(({ path, title }) => (
            <li key={path}>
              <a href={path}>{title}</a>
            </li>
          ))}
        </ul>
      </>
    ) : null}
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

const Bureau = ({ site, departments }: { site: SiteView; departments: DepartmentView[] }) => (
  <section className="b-pillar" aria-label="机构信息">
    <div className="b-pillar-head">
      <h2>机构信息</h2>
      <p>机构概况、局领导和各单位</p>
    </div>
    <div className="b-departments">
      {site.introduction ? (
        <Block title="机构概况" href={informationUrl('about')} level="h3">
          <div className="b-clipped">
            <Paragraphs text={site.introduction} />
          </div>
        </Block>
      ) : null}
      {site.leaders.length > 0 ? (
        <Block title="局领导" href={informationUrl('about')} level="h3">
          <ul className="b-list">
            {site.leaders.map(({ name, position }) => (
              <li key={`${name}-${position}`}>
                <span>{name}</span>
                <span className="b-day">{position}</span>
              </li>
            ))}
          </ul>
        </Block>
      ) : null}
      {keysOf(DEPARTMENT_KINDS).map((kind) => (
        <DepartmentGroup key={kind} kind={kind} departments={departments} level="h3" />
      ))}
    </div>
    <p className="b-more-line">
      <a href={departmentsUrl()}>查看机构设置</a>
    </p>
  </section>
)

/** The home page: headlines, the four pillars (第四条) with the newest of each, topics, and the bureau itself. */
export const HomePage = ({ frame, pillars, departments, mediaHref, ...shown }: HomePageProps) => (
  <Page
    frame={frame}
    meta={{
      title: frame.site.name,
      path: homeUrl(),
      english: frame.site.nameEn && englishUrl(homeUrl()),
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
      <News
        columns={pillars.news}
        headlines={shown.headlines}
        latest={shown.latest}
        mediaHref={mediaHref}
      />
      <Banners banners={shown.banners} mediaHref={mediaHref} />
      <Information columns={pillars.information} />
      <Topics topics={shown.topics} mediaHref={mediaHref} />
      <Service columns={pillars.service} services={shown.services} />
      <Participation columns={pillars.participation} site={frame.site} />
      <Bureau site={frame.site} departments={departments} />
    </div>
  </Page>
)
