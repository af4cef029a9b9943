import { shanghaiDateTime } from '../../../collections/dates'
import { publishPort, type SiteHealth } from '../../../workflow/publishPort'
import { overdueForms } from '../../../workflow/resume'
import type { Reader } from '../forms'
import { Refresh } from '../parts/Refresh'
import type { Speaker } from '../speaker'
import { Panel } from './Panel'

type Props = { reader: Reader; speaker: Speaker; now: Date }

type Found = SiteHealth['incidents'][number]['found']
type Words = { zh: string; en: string }

/** What was found, and what the watcher did about it. */
const FOUND = {
  changed: {
    found: { zh: '被改动或者删除', en: 'changed or deleted' },
    mended: { zh: '已自动恢复', en: 'restored' },
  },
  added: {
    found: { zh: '被擅自添加', en: 'added' },
    mended: { zh: '已自动清除', en: 'removed' },
  },
  link: {
    found: { zh: '被改指他处', en: 'pointed elsewhere' },
    mended: { zh: '已自动改回', en: 'pointed back' },
  },
} as const satisfies Record<Found, { found: Words; mended: Words }>

const Bar = ({ label, done, total }: { label: string; done: number; total: number }) => (
  <label className="ba-progress">
    <span>
      {label} {done} / {total}
    </span>
    <progress value={done} max={Math.max(1, total)} />
  </label>
)

const Runs = ({ health, say }: { health: SiteHealth; say: Speaker['say'] }) => (
  <>
    {health.generation ? (
      <Bar label={say('正在重新生成全站', 'Generating the whole site')} {...health.generation} />
    ) : null}
    {health.fanOut ? (
      <Bar
        label={say('栏目、部门或者设置有变动，正在更新网页', 'Updating pages after a change')}
        {...health.fanOut}
      />
    ) : null}
    {health.generation || health.fanOut ? <Refresh everyMs={3_000} /> : null}
  </>
)

const Incidents = ({
  incidents,
  words: { say, nameOf },
}: {
  incidents: SiteHealth['incidents']
  words: Speaker
}) => (
  <ul className="ba-lines">
    {incidents.map(({ at, file, found, error }) => (
      <li key={`${at}-${file}`} className="ba-line">
        <div className="ba-line__text">
          <p className="ba-line__note">
            <code>{file}</code> {nameOf(FOUND[found].found)}
            {error
              ? say('，未能处理：', ', could not be put right: ') + error
              : say('，', ', ') + nameOf(FOUND[found].mended) + say('。', '.')}
          </p>
          <p className="ba-line__facts">{shanghaiDateTime(at)}</p>
        </div>
      </li>
    ))}
  </ul>
)

/** 网站运行: alarms and long runs, for the Office, the Information Centre and the auditor (第八条(二)). */
export const Site = async ({ reader, speaker, now }: Props) => {
  const { say } = speaker
  const health = publishPort().health()
  const overdue = await overdueForms({ payload: reader.payload, now })
  if (!health) return null
  const { generation, fanOut, retrying, incidents } = health
  const isQuiet = !generation && !fanOut && retrying === 0 && incidents.length === 0
  return (
    <Panel
      id="ba-site"
      title={say('网站运行', 'The site')}
      empty={say('网页文件与发布记录一致，没有告警。', 'All files are as they should be.')}
      isEmpty={isQuiet && overdue === 0}
    >
      {overdue > 0 ? (
        <p className="ba-alarm" role="alert">
          {say(
            `有 ${overdue} 件定时发布的信息超过预定时间两分钟仍未发布，请检查。`,
            `${overdue} posts are more than two minutes late.`,
          )}
        </p>
      ) : null}
      {retrying > 0 ? (
        <p className="ba-alarm" role="alert">
          {say(
            `有 ${retrying} 条信息的网页未能生成，系统正在重试。`,
            `${retrying} posts could not be written; the system goes on trying.`,
          )}
        </p>
      ) : null}
      <Runs health={health} say={say} />
      <Incidents incidents={incidents} words={speaker} />
    </Panel>
  )
}
