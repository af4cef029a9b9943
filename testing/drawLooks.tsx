import type { ReactElement } from 'react'
import { assetAt, assetLinks } from '../app/(site)/_assets'
import { ArchivePage } from '../app/(site)/_components/ArchivePage'
import { ColumnPage } from '../app/(site)/_components/ColumnPage'
import { DepartmentPage, DepartmentsPage } from '../app/(site)/_components/DepartmentPages'
import { EnglishHomePage, EnglishPostPage } from '../app/(site)/_components/EnglishPages'
import {
  DEPARTMENTS,
  DOWNLOADS,
  ENGLISH_POST,
  FORM,
  FRAME,
  GUIDES,
  LAWS,
  lawBody,
  NEWS,
  PHOTO,
  POLICIES,
  post,
  postLink,
  publicHref,
  searchView,
  TOPIC,
} from '../app/(site)/_components/fixtures'
import { HomePage } from '../app/(site)/_components/HomePage'
import { NotFoundPage } from '../app/(site)/_components/NotFoundPage'
import { PostPage } from '../app/(site)/_components/PostPage'
import { SearchPage } from '../app/(site)/_components/SearchPage'
import { SiteMapPage } from '../app/(site)/_components/SiteMapPage'
import { TopicPage } from '../app/(site)/_components/TopicPages'
import type { ColumnView, Frame, PostLink, PostView } from '../app/(site)/_components/views'
import { WithdrawnPage } from '../app/(site)/_components/WithdrawnPage'
import { renderDocument } from '../app/(site)/_render'

/**
 * The program that draws a page of each kind for e2e/everyone-sees-the-same-looks.spec.ts: the same texts and dates whatever
 * the day and the machine. Says them as JSON, with the stylesheet and the script that they load.
 */

const posts = (count: number, some: Partial<PostLink> = {}) =>
  Array.from({ length: count }, (_, index) => postLink(index + 1, some))

const CHOICES = { years: [2026, 2025], topics: ['食品安全'], issuers: ['辽宁出入境检验检疫局'] }

const card = (column: ColumnView) => ({ column, posts: posts(4) })

const pagesIn = (frame: Frame): Record<string, ReactElement> => {
  const column = (ancestors: ColumnView[], links: PostLink[]) => (
    <ColumnPage
      frame={frame}
      ancestors={ancestors}
      posts={links}
      below={[]}
      lastArchive={3}
      single={null}
      choices={ancestors.at(-1)?.listKind === 'policy' ? CHOICES : null}
      mediaHref={publicHref}
    />
  )
  const page = (some: Partial<PostView>) => (
    <PostPage frame={frame} ancestors={[POLICIES, LAWS]} post={post(some)} mediaHref={publicHref} />
  )
  const [first] = DEPARTMENTS
  if (!first) throw new Error('There are departments')
  return {
    home: (
      <HomePage
        frame={frame}
        headlines={[postLink(3, { picture: PHOTO }), ...posts(2)]}
        banners={[postLink(4, { title: '国门生物安全公众开放日', picture: PHOTO })]}
        services={posts(3)}
        topics={[TOPIC]}
        latest={posts(4)}
        pillars={{
          information: [card(POLICIES)],
          service: [card(GUIDES)],
          participation: [],
          news: [card(NEWS)],
        }}
        departments={DEPARTMENTS}
        mediaHref={publicHref}
      />
    ),
    news: page({
      files: [PHOTO, FORM],
      images: [PHOTO.mediaId],
      attachments: [{ title: '申请表', file: FORM }],
    }),
    law: page({ body: lawBody(12) }),
    policy: page({
      policy: {
        indexNumber: '001/2026-00012',
        topic: '食品安全',
        genre: '通知',
        issuer: '辽宁出入境检验检疫局',
        issuedOn: '2026-10-01T00:00:00.000Z',
        effectiveOn: null,
        docNumber: '辽检食〔2026〕12号',
        validity: '有效',
      },
      interpretations: [{ title: '通知解读', path: '/posts/2026/13.html' }],
    }),
    guide: page({
      body: null,
      guide: {
        basis: '《中华人民共和国食品安全法》',
        conditions: '已取得营业执照',
        materials: '申请表、营业执照',
        procedure: '申请、受理、审核、办结',
        place: '大连市中山区长江东路60号',
        hours: '工作日 8:30—11:30',
        phone: '0411-82583501',
      },
    }),
    withdrawn: (
      <WithdrawnPage
        frame={frame}
        ancestors={[NEWS]}
        post={{
          path: '/posts/2026/1.html',
          explanation: '数据有误，现予撤下。',
          withdrawnAt: '2026-10-02T00:00:00.000Z',
        }}
        publishedAt="2026-10-01T00:00:00.000Z"
      />
    ),
    'column-news': column([NEWS], posts(12)),
    'column-policies': column(
      [POLICIES, LAWS],
      posts(4, {
        docNumber: '辽检食〔2026〕12号',
        issuedOn: '2026-10-01T00:00:00.000Z',
        validity: '有效',
      }),
    ),
    'column-guides': column([GUIDES], posts(5)),
    'column-downloads': column(
      [DOWNLOADS],
      posts(3, { attachments: [{ title: '申请表', file: FORM }] }),
    ),
    archive: (
      <ArchivePage
        frame={frame}
        ancestors={[NEWS]}
        posts={posts(6)}
        page={2}
        lastPage={3}
        mediaHref={publicHref}
      />
    ),
    departments: <DepartmentsPage frame={frame} departments={DEPARTMENTS} />,
    department: (
      <DepartmentPage frame={frame} department={first} columns={[NEWS]} posts={posts(3)} />
    ),
    map: <SiteMapPage frame={frame} departments={DEPARTMENTS} topics={[TOPIC]} />,
    topic: (
      <TopicPage
        frame={frame}
        topic={TOPIC}
        posts={posts(6)}
        isMore={false}
        mediaHref={publicHref}
      />
    ),
    'english-home': <EnglishHomePage frame={frame} posts={[ENGLISH_POST]} />,
    'english-post': (
      <EnglishPostPage frame={frame} column={NEWS} post={ENGLISH_POST} mediaHref={publicHref} />
    ),
    'not-found': <NotFoundPage frame={frame} />,
    search: <SearchPage frame={frame} search={searchView({ total: 1 })} />,
  }
}

const main = async () => {
  const assets = await assetLinks()
  const files: Record<string, string> = {}
  for (const url of Object.values(assets)) files[url] = (await assetAt(url))?.content ?? ''
  for (const [name, page] of Object.entries(pagesIn({ ...FRAME, assets }))) {
    files[`/${name}.html`] = await renderDocument(page)
  }
  process.stdout.write(JSON.stringify(files))
}

void main()
