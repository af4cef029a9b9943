import type { OutlineEntry } from './outline'

/** The table of contents of a long text; a native disclosure, open at first. */
export const Contents = ({ entries }: { entries: OutlineEntry[] }) => {
  const top = Math.min(...entries.map(({ level }) => level))
  return (
    <nav className="b-contents" aria-label="目录">
      <details open>
        <summary>目录</summary>
        <ol>
          {entries.map(({ id, text, level }) => (
            <li key={id} className={`b-level-${Math.min(level - top, 2)}`}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}
