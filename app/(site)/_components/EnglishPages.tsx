import type { ReactNode } from 'react'
import { keysOf } from '../../../access/keysOf'
import {
  chineseUrl,
  departmentsUrl,
  englishUrl,
  homeUrl,
  informationUrl,
} from '../../../collections/urls'
import { DEPARTMENT_KINDS } from '../../../collections/words'
import { Block } from './Block'
import { Facts } from './Facts'
import type { PageMeta } from './metaTags'
import { outlineOf } from './outline'
import { Page } from './Page'
import { Paragraphs } from './Paragraphs'
import { RichBody } from './RichBody'
import { DateTime, Day } from './Time'
import type {
  ColumnView,
  DepartmentView,
  EnglishLink,
  EnglishPostView,
  Frame,
  MediaHref,
} from './views'

type ShellProps = {
  frame: Frame
  meta: Pick<PageMeta, 'title' | 'column' | 'article' | 'description' | 'noindex'>
  /** The address of the English page. */
  path: string
  crumb?: string
  children: ReactNode
}

const Shell = ({ frame, meta, path, crumb, children }: ShellProps) => (
  <Page frame={frame} meta={{ ...meta, path, chinese: chineseUrl(path) ?? homeUrl() }}>
    <div className="b-wrap">
      {crumb ? (
        <nav className="b-crumbs" aria-label="You are here">
          <ol>
            <li>
              <a href={englishUrl(homeUrl())}>Home</a>
            </li>
            <li>
              <span aria-current="page">{crumb}</span>
            </li>
          </ol>
        </nav>
      ) : null}
      {children}
    </div>
  </Page>
)

const columnOf = (name: string, type: string) => ({
  name,
  type,
  description: name,
  keywords: name,
})

type PostsProps = { posts: EnglishLink[] }

const PostLines = ({ posts }: PostsProps) =>
  posts.length > 0 ? (
    <ul className="b-list b-list-rich">
      {posts.map(({ title, summary, path, publishedAt }) => (
        <li key={path}>
          <span className="b-list-text">
            <a href={path}>{title}</a>
            {summary ? <span className="b-list-note">{summary}</span> : null}
          </span>
          <Day iso={publishedAt} className="b-day" />
        </li>
      ))}
    </ul>
  ) : (
    <p className="b-empty">Nothing has been published in English yet.</p>
  )

type FrameProps = { frame: Frame }

/** The home page in English: who the bureau is, and what it has published in English. */
export const EnglishHomePage = ({ frame, posts }: FrameProps & PostsProps) => {
  const { site } = frame
  const name = site.nameEn || site.name
  const about = englishUrl(informationUrl('about'))
  return (
    <Shell
      frame={frame}
      path={englishUrl(homeUrl())}
      meta={{ title: name, column: columnOf('Home', '首页'), description: site.introductionEn }}
    >
      <h1 className="b-hidden">{name}</h1>
      <div className="b-front b-pillar">
        <Block title="Latest" level="h2">
          <PostLines posts={posts} />
        </Block>
        <div>
          {site.introductionEn ? (
            <Block title="About us" href={about} more="More">
              <div className="b-text">
                <Paragraphs text={site.introductionEn} />
              </div>
            </Block>
          ) : null}
          <Contact frame={frame} />
        </div>
      </div>
    </Shell>
  )
}

const Contact = ({ frame: { site } }: FrameProps) => (
  <Block title="Contact">
    <Facts
      className="b-facts"
      facts={[
        { name: 'Address', value: site.addressEn },
        { name: 'Postcode', value: site.postcode },
        { name: 'Telephone', value: site.phone },
        {
          name: 'E-mail',
          value: site.email ? <a href={`mailto:${site.email}`}>{site.email}</a> : null,
        },
      ]}
    />
  </Block>
)

/** About the bureau, in English. */
export const EnglishAboutPage = ({ frame }: FrameProps) => {
  const { site } = frame
  return (
    <Shell
      frame={frame}
      path={englishUrl(informationUrl('about'))}
      crumb="About us"
      meta={{ title: 'About us', column: columnOf('About us', '概况信息') }}
    >
      <header className="b-page-head">
        <h1>About us</h1>
      </header>
      {site.introductionEn ? (
        <div className="b-text b-sheet">
          <Paragraphs text={site.introductionEn} />
        </div>
      ) : null}
      <Contact frame={frame} />
    </Shell>
  )
}

type DepartmentsProps = FrameProps & { departments: DepartmentView[] }

/** The departments that have an English name, by kind. */
export const EnglishDepartmentsPage = ({ frame, departments }: DepartmentsProps) => (
  <Shell
    frame={frame}
    path={englishUrl(departmentsUrl())}
    crumb="Departments"
    meta={{ title: 'Departments', column: columnOf('Departments', '机构职能') }}
  >
    <header className="b-page-head">
      <h1>Departments</h1>
    </header>
    <div className="b-grid">
      {keysOf(DEPARTMENT_KINDS).map((kind) => {
        const own = departments.filter((one) => one.kind === kind && one.nameEn)
        return own.length > 0 ? (
          <Block key={kind} title={DEPARTMENT_KINDS[kind].plural}>
            <ul className="b-list">
              {own.map(({ code, nameEn, phone }) => (
                <li key={code}>
                  <span>{nameEn}</span>
                  {phone ? <span className="b-day">{phone}</span> : null}
                </li>
              ))}
            </ul>
          </Block>
        ) : null
      })}
    </div>
  </Shell>
)

type PostProps = FrameProps & { column: ColumnView; post: EnglishPostView; mediaHref: MediaHref }

/** A text in English; its Chinese page holds what goes with it. */
export const EnglishPostPage = ({ frame, column, post, mediaHref }: PostProps) => {
  const { title, summary, body, path, publishedAt, revisedAt, source, files } = post
  const outline = outlineOf(body)
  return (
    <Shell
      frame={frame}
      path={path}
      crumb="Text"
      meta={{ title, column, article: { title, publishedAt, source, description: summary } }}
    >
      <article className="b-post">
        <header className="b-post-head">
          <h1>{title}</h1>
          <p className="b-byline">
            <span>
              Published: <DateTime iso={publishedAt} />
            </span>
            {revisedAt ? (
              <span>
                Updated: <DateTime iso={revisedAt} />
              </span>
            ) : null}
          </p>
        </header>
        <div className="b-post-body">
          {body ? (
            <RichBody
              body={body}
              outline={outline}
              files={files}
              mediaHref={mediaHref}
              domain={frame.site.domain}
              isEnglish
            />
          ) : null}
          <p className="b-note">
            This text is a translation; the <a href={chineseUrl(path) ?? homeUrl()}>Chinese text</a>{' '}
            is authoritative.
          </p>
        </div>
      </article>
    </Shell>
  )
}

type WithdrawnProps = FrameProps & { column: ColumnView; path: string; publishedAt: string }

/** What stays at the English address of a withdrawn post. */
export const EnglishWithdrawnPage = ({ frame, column, path, publishedAt }: WithdrawnProps) => {
  const title = 'This page has been withdrawn'
  const article = { title, publishedAt, source: frame.site.name }
  return (
    <Shell
      frame={frame}
      path={path}
      crumb="Withdrawn"
      meta={{ title, column, noindex: true, article }}
    >
      <article className="b-post b-notice">
        <h1>{title}</h1>
        <p>
          It was published on <Day iso={publishedAt} />. The{' '}
          <a href={chineseUrl(path) ?? homeUrl()}>notice in Chinese</a> gives the reason.
        </p>
      </article>
    </Shell>
  )
}
