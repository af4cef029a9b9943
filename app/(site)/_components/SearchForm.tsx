import { searchUrl } from '../../../collections/urls'

const LONGEST_QUERY = 100

type Props = { id: string; typed?: string; order?: string; className: string }

/** A plain form that needs no script. `id` tells the form of the header and that of the search page apart. */
export const SearchForm = ({ id, typed = '', order, className }: Props) => (
  <search className={className}>
    <form className="b-search" action={searchUrl()} method="get">
      <label className="b-search-label" htmlFor={id}>
        站内搜索
      </label>
      <input
        id={id}
        className="b-search-input"
        type="search"
        name="q"
        defaultValue={typed}
        maxLength={LONGEST_QUERY}
        placeholder="关键词、发文字号、索引号"
      />
      {order ? <input type="hidden" name="order" value={order} /> : null}
      <button className="b-search-button" type="submit">
        搜索
      </button>
    </form>
  </search>
)
