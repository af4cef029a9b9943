import type { Neighbours, TitleLink } from './views'

type ListProps = { id: string; title: string; links: TitleLink[] }

/** A titled list of posts; nothing when there are none. */
export const TitleList = ({ id, title, links }: ListProps) =>
  links.length > 0 ? (
    <section className="b-related" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.path}>
            <a href={link.path}>{link.title}</a>
          </li>
        ))}
      </ul>
    </section>
  ) : null

const Neighbour = ({ word, rel, link }: { word: string; rel: string; link: TitleLink | null }) =>
  link ? (
    <a href={link.path} rel={rel}>
      <span className="b-neighbour-word">{word}</span>
      <span>{link.title}</span>
    </a>
  ) : null

type Props = { related: TitleLink[]; neighbours: Neighbours }

/** Where to read on after a post: texts on like matters, the one before and the one after in the column. */
export const Onward = ({ related, neighbours: { previous, next } }: Props) =>
  related.length > 0 || previous || next ? (
    <div className="b-sheet b-onward">
      <TitleList id="related" title="相关信息" links={related} />
      {previous || next ? (
        <nav className="b-neighbours" aria-label="本栏目上一篇和下一篇">
          <Neighbour word="上一篇" rel="prev" link={previous} />
          <Neighbour word="下一篇" rel="next" link={next} />
        </nav>
      ) : null}
    </div>
  ) : null
