import type { ReactNode } from 'react'
import { EnglishFooter, EnglishHeader } from './EnglishFrame'
import { Footer } from './Footer'
import { Header } from './Header'
import { ICON } from './Mark'
import { alternatesOf, metaTags, openGraph, type PageMeta } from './metaTags'
import { type StructuredData, structuredText } from './structuredData'
import type { Frame } from './views'

type Props = {
  frame: Frame
  meta: PageMeta
  /** What the page says of itself to search engines. */
  data?: StructuredData[]
  children: ReactNode
  /** Says that the page is not public; it is then shown without script, within the back office. */
  banner?: string
  /** The search page has a form of its own. */
  withoutSearch?: boolean
}

const WORDS = {
  zh: { language: 'zh-CN', skip: '跳到正文', top: '回到顶部' },
  en: { language: 'en', skip: 'Skip to content', top: 'Back to top' },
} as const

/** A whole document: head with the obligatory meta tags, header, the given middle, footer. */
export const Page = ({ frame, meta, data = [], children, banner, withoutSearch }: Props) => {
  const { site, assets } = frame
  const { chinese } = meta
  const words = chinese ? WORDS.en : WORDS.zh
  const siteName = (chinese && site.nameEn) || site.name
  return (
    <html lang={words.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{meta.title === siteName ? siteName : `${meta.title} - ${siteName}`}</title>
        {metaTags({ site, meta }).map(({ name, content }) => (
          <meta key={name} name={name} content={content} />
        ))}
        {openGraph({ site, meta }).map(({ property, content }) => (
          <meta key={property} property={property} content={content} />
        ))}
        {meta.path ? <link rel="canonical" href={site.origin + meta.path} /> : null}
        {alternatesOf(meta).map(({ language, path }) => (
          <link key={language} rel="alternate" hrefLang={language} href={site.origin + path} />
        ))}
        <link rel="stylesheet" href={assets.stylesheet} />
        {banner ? null : (
          <>
            <script src={assets.script} />
            <link rel="icon" href={ICON} />
          </>
        )}
        {meta.feed ? (
          <link
            rel="alternate"
            type="application/atom+xml"
            title={meta.feed.title}
            href={meta.feed.href}
          />
        ) : null}
        {data.length > 0 ? (
          <script type="application/ld+json">{structuredText(data)}</script>
        ) : null}
      </head>
      <body className="b-body" id="top">
        <a className="b-skip" href="#main">
          {words.skip}
        </a>
        {banner ? (
          <p className="b-banner" role="status">
            {banner}
          </p>
        ) : null}
        {chinese ? (
          <EnglishHeader site={site} chinese={chinese} />
        ) : (
          <Header
            frame={frame}
            withoutSearch={withoutSearch}
            pillar={meta.column?.pillar}
            english={site.nameEn ? meta.english : undefined}
          />
        )}
        <main className="b-main" id="main" tabIndex={-1}>
          {children}
          <p className="b-wrap b-top">
            <a href="#top">{words.top}</a>
          </p>
        </main>
        {chinese ? <EnglishFooter site={site} /> : <Footer site={site} />}
      </body>
    </html>
  )
}
