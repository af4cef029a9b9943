import type { ReactNode } from 'react'
import {
  columnUrl,
  departmentsUrl,
  homeUrl,
  searchUrl,
  siteMapPageUrl,
} from '../../../collections/urls'
import { Breadcrumb } from './Breadcrumb'
import { Page } from './Page'
import { SearchForm } from './SearchForm'
import { Day } from './Time'
import type { ChoiceView, FacetView, Frame, PieceView, ResultView, SearchView } from './views'

const NAME = '站内搜索'
const FIRST_CHOICES = 8

const Marked = ({ pieces }: { pieces: PieceView[] }) => (
  <>
    {pieces.map(({ text, isMarked }, index) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
      isMarked ? <mark key={index}>{text}</mark> : text,
    )}
  </>
)

const Result = ({ result }: { result: ResultView }) => (
  <li>
    <h2>
      <a href={result.path}>
        <Marked pieces={result.title} />
      </a>
    </h2>
    <p>
      <Marked pieces={result.excerpt} />
    </p>
    <p className="b-search-note">
      <Day iso={result.publishedAt} />
      {result.column ? <a href={columnUrl(result.column.path)}>{result.column.name}</a> : null}
      {result.department ? <span>{result.department}</span> : null}
      {result.docNumber ? <span>{result.docNumber}</span> : null}
    </p>
  </li>
)

const Choice = ({ choice: { name, count, href, isChosen } }: { choice: ChoiceView }) => (
  <li>
    <a href={href} aria-current={isChosen ? 'true' : undefined}>
      {name}（{count}）
    </a>
  </li>
)

const Facet = ({ facet: { name, allHref, choices } }: { facet: FacetView }) => {
  const isChosen = choices.some((choice) => choice.isChosen)
  return (
    <section className="b-search-facet" aria-label={`按${name}筛选`}>
      <h2>{name}</h2>
      <ul className="b-search-choices">
        <li>
          <a href={allHref} aria-current={isChosen ? undefined : 'true'}>
            全部
          </a>
        </li>
        {choices.slice(0, FIRST_CHOICES).map((choice) => (
          <Choice key={choice.name} choice={choice} />
        ))}
      </ul>
      {choices.length > FIRST_CHOICES ? (
        <details>
          <summary>更多{name}</summary>
          <ul className="b-search-choices">
            {choices.slice(FIRST_CHOICES).map((choice) => (
              <Choice key={choice.name} choice={choice} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

const Notices = ({ search }: { search: SearchView }) => (
  <>
    {search.isCut ? <p className="b-note">检索词过长，已按“{search.typed}”检索。</p> : null}
    {search.isUnfinished ? (
      <p className="b-note">检索数据正在更新，结果可能不全，请稍后再试。</p>
    ) : null}
    {search.parted.length > 0 && search.total > 0 ? (
      <p className="b-note">
        没有信息完整包含“{search.typed}”，以下信息包含：{search.parted.join('、')}。
      </p>
    ) : null}
    {search.total > search.mostShown ? (
      <p className="b-note">仅显示前{search.mostShown}条，请增加检索词或者使用筛选缩小范围。</p>
    ) : null}
    {search.areCountsPartial ? (
      <p className="b-note">筛选项中的数字按最新的{search.mostCounted}条结果统计。</p>
    ) : null}
  </>
)

const totalText = ({ typed, total, isMore }: SearchView) => {
  const found = isMore ? `超过${total}条` : `${total}条`
  return typed === '' ? `共有${found}信息` : `找到${found}相关信息`
}

/** Nothing was found: what the visitor can do instead. */
const Help = ({ search }: { search: SearchView }) => (
  <div className="b-search-help">
    {search.unfiltered ? (
      <p>
        在所选范围内没有找到，
        <a href={search.unfiltered.href}>取消筛选可看到{search.unfiltered.total}条相关信息</a>。
      </p>
    ) : null}
    {search.suggestions.length > 0 ? (
      <p>
        您可以试试：
        {search.suggestions.map(({ name, href }) => (
          <a key={href} href={href}>
            {name}
          </a>
        ))}
      </p>
    ) : null}
    <p>建议您：</p>
    <ul>
      <li>检查检索词是否有错别字；</li>
      <li>减少检索词，或者换用更常见的说法；</li>
      <li>多个检索词之间用空格隔开，例如“进口食品 备案”；</li>
      <li>
        通过<a href={siteMapPageUrl()}>网站地图</a>、<a href={departmentsUrl()}>机构设置</a>或者
        <a href={homeUrl()}>首页</a>的栏目查找。
      </li>
    </ul>
  </div>
)

const PAGES_NEARBY = 2

const Pager = ({ search: { page, lastPage, pageHref } }: { search: SearchView }) => {
  const first = Math.max(1, page - PAGES_NEARBY)
  const last = Math.min(lastPage, page + PAGES_NEARBY)
  const nearby = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return lastPage > 1 ? (
    <nav className="b-pager" aria-label="结果页">
      {page > 1 ? (
        <a href={pageHref(page - 1)} rel="prev">
          上一页
        </a>
      ) : null}
      {nearby.map((number) =>
        number === page ? (
          <span key={number} aria-current="page">
            第{number}页
          </span>
        ) : (
          <a key={number} href={pageHref(number)} aria-label={`第${number}页`}>
            {number}
          </a>
        ),
      )}
      {page < lastPage ? (
        <a href={pageHref(page + 1)} rel="next">
          下一页
        </a>
      ) : null}
    </nav>
  ) : null
}

const Lacking = ({ lacks }: { lacks: 'query' | 'words' }) => (
  <p className="b-empty">
    {lacks === 'query'
      ? '请输入检索词。可以输入标题或者正文中的词语，也可以输入发文字号、索引号；多个检索词之间用空格隔开。'
      : '检索词中没有可以检索的文字，请输入汉字、字母或者数字。'}
  </p>
)

const Outcome = ({ search }: { search: SearchView }) => (
  <>
    <div className="b-search-head">
      <p role="status">{search.total > 0 ? totalText(search) : '没有找到相关信息'}</p>
      {search.total > 0 ? (
        <ul className="b-search-choices" aria-label="排序">
          {search.orders.map(({ name, href, isChosen }) => (
            <li key={href}>
              <a href={href} aria-current={isChosen ? 'true' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
    {search.facets.length > 0 ? (
      <details
        className="b-search-filters"
        open={search.unfiltered !== null || search.typed === ''}
      >
        <summary>筛选结果</summary>
        {search.facets.map((facet) => (
          <Facet key={facet.name} facet={facet} />
        ))}
      </details>
    ) : null}
    {search.total > 0 ? (
      <ol className="b-search-results">
        {search.results.map((result) => (
          <Result key={result.path} result={result} />
        ))}
      </ol>
    ) : (
      <Help search={search} />
    )}
    <Pager search={search} />
  </>
)

type FrameProps = { frame: Frame; title: string; children: ReactNode }

const SearchFrame = ({ frame, title, children }: FrameProps) => (
  <Page frame={frame} meta={{ title, path: null, noindex: true }} withoutSearch>
    <div className="b-wrap b-search-page">
      <Breadcrumb crumbs={[{ name: NAME }]} />
      <header className="b-page-head">
        <h1>{NAME}</h1>
      </header>
      {children}
    </div>
  </Page>
)

/** 站内搜索: the form and, for a query, what was found. */
export const SearchPage = ({ frame, search }: { frame: Frame; search: SearchView }) => (
  <SearchFrame frame={frame} title={search.typed ? `${search.typed} - ${NAME}` : NAME}>
    <SearchForm
      id="query"
      className="b-search-main"
      typed={search.typed}
      order={search.orders.find(({ isChosen }) => isChosen)?.value}
    />
    <Notices search={search} />
    {search.lacks ? <Lacking lacks={search.lacks} /> : <Outcome search={search} />}
  </SearchFrame>
)

/** What is shown while the index can't be read. */
export const SearchUnavailablePage = ({ frame, typed }: { frame: Frame; typed: string }) => (
  <SearchFrame frame={frame} title={NAME}>
    <SearchForm id="query" className="b-search-main" typed={typed} />
    <p className="b-empty">
      搜索服务暂时不可用，请稍后<a href={searchUrl({ q: typed })}>再试一次</a>，或者通过
      <a href={siteMapPageUrl()}>网站地图</a>查找。
    </p>
  </SearchFrame>
)
