import type { ReactNode } from 'react'
import { Footer } from './Footer'
import { Header } from './Header'
import { metaTags, type PageMeta } from './metaTags'
import type { Frame } from './views'

type Props = {
  frame: Frame
  meta: PageMeta
  children: ReactNode
  banner?: string
  /** The search page has a form of its own. */
  withoutSearch?: boolean
}

/** A whole document: head with the obligatory meta tags, header, the given middle, footer. */
export const Page = ({ frame, meta, children, banner, withoutSearch }: Props) => {
  const { site, assets } = frame
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{meta.title === site.name ? site.name : `${meta.title} - ${site.name}`}</title>
        {metaTags({ site, meta }).map(({ name, content }) => (
          <meta key={name} name={name} content={content} />
        ))}
        {meta.path ? <link rel="canonical" href={site.origin + meta.path} /> : null}
        <link rel="stylesheet" href={assets.stylesheet} />
        <link rel="icon" type="image/svg+xml" href={assets.icon} />
        {meta.feed ? (
          <link
            rel="alternate"
            type="application/atom+xml"
            title={meta.feed.title}
            href={meta.feed.href}
          />
        ) : null}
      </head>
      <body className="b-body">
        <a className="b-skip" href="#main">
          跳到正文
        </a>
        {banner ? (
          <p className="b-banner" role="status">
            {banner}
          </p>
        ) : null}
        <Header frame={frame} withoutSearch={withoutSearch} />
        <main className="b-main" id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer site={site} />
      </body>
    </html>
  )
}
