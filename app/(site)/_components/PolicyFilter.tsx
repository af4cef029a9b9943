import { searchUrl } from '../../../collections/urls'
import { VALIDITIES } from '../../../collections/words'
import type { PolicyChoices } from './views'

type SelectProps = {
  name: string
  label: string
  options: { value: string; text: string }[]
}

const Select = ({ name, label, options }: SelectProps) => (
  <p>
    <label htmlFor={`policy-${name}`}>{label}</label>
    <select id={`policy-${name}`} name={name} defaultValue="">
      <option value="">全部</option>
      {options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  </p>
)

const same = (values: string[]) => values.map((value) => ({ value, text: value }))

/** The policy library's own search: a plain form that the search page answers, within this column. */
export const PolicyFilter = ({ path, choices }: { path: string; choices: PolicyChoices }) => (
  <form className="b-policy-filter" action={searchUrl()} method="get" aria-label="政策文件筛选">
    <input type="hidden" name="column" value={path} />
    <p>
      <label htmlFor="policy-q">关键词或者文号</label>
      <input id="policy-q" type="text" name="q" maxLength={100} />
    </p>
    <Select
      name="year"
      label="发布年份"
      options={choices.years.map((year) => ({ value: String(year), text: `${year}年` }))}
    />
    <Select name="topic" label="主题分类" options={same(choices.topics)} />
    <Select name="issuer" label="发文机关" options={same(choices.issuers)} />
    <Select
      name="validity"
      label="有效性"
      options={Object.entries(VALIDITIES).map(([value, { zh }]) => ({ value, text: zh }))}
    />
    <button className="b-button" type="submit">
      筛选
    </button>
  </form>
)
