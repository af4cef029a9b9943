import { Presets, SingleBar } from 'cli-progress'

/** Where progress goes: a terminal gets a bar, a file or a pipe gets lines. */
type Out = NodeJS.WritableStream & { isTTY?: boolean }
export type Progress = { tick: (count?: number) => void; done: () => void }
type State = { label: string; total: number; value: number; seconds: number; unit: string }

/** A terminal's line must not wrap; a log must not fill. */
const LINES = 10

/** 7 -> 7 秒, 95 -> 1 分 35 秒, 3700 -> 1 小时 1 分 */
export const spanText = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds))
  if (whole < 60) return `${whole} 秒`
  if (whole < 3600) return `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`
  return `${Math.floor(whole / 3600)} 小时 ${Math.floor((whole % 3600) / 60)} 分`
}

const rateText = (rate: number) => (rate >= 10 ? Math.round(rate) : Math.round(rate * 10) / 10)

/** `导入 45/147 31% 12 件/秒 剩余 9 秒`; without a rate before the first piece is done. */
export const progressText = ({ label, total, value, seconds, unit }: State): string => {
  const percent = total > 0 ? Math.floor((value / total) * 100) : 100
  const counted = `${label} ${value}/${total} ${percent}%`
  if (value === 0 || seconds <= 0) return counted
  const rate = value / seconds
  const speed = `${counted} ${rateText(rate)} ${unit}/秒`
  return value < total
    ? `${speed} 剩余 ${spanText((total - value) / rate)}`
    : `${speed} 用时 ${spanText(seconds)}`
}

type Shown = Omit<State, 'value' | 'seconds'> & { out: Out; secondsNow: () => number }

const bar = ({ label, total, unit, out, secondsNow }: Shown): Progress => {
  const shades = Presets.shades_classic
  const single = new SingleBar(
    {
      stream: out,
      // Its own signal handler would swallow the first Ctrl+C.
      gracefulExit: false,
      hideCursor: false,
      format: (_options, { progress: share, value }) => {
        const full = Math.round(share * 20)
        const drawn =
          shades.barCompleteChar.repeat(full) + shades.barIncompleteChar.repeat(20 - full)
        return `${drawn} ${progressText({ label, total, value, seconds: secondsNow(), unit })}`
      },
    },
    shades,
  )
  single.start(total, 0)
  return { tick: (count = 1) => single.increment(count), done: () => single.stop() }
}

const lines = ({ label, total, unit, out, secondsNow }: Shown): Progress => {
  let value = 0
  let written = -1
  const write = () => {
    if (written === value) return
    written = value
    out.write(`${progressText({ label, total, value, seconds: secondsNow(), unit })}\n`)
  }
  const step = Math.max(1, Math.ceil(total / LINES))
  write()
  return {
    tick: (count = 1) => {
      const before = Math.floor(value / step)
      value += count
      if (Math.floor(value / step) > before || value >= total) write()
    },
    done: write,
  }
}

/**
 * Shows how far a long command is, how fast it goes and how long it will take.
 * @param total how many pieces there are
 * @param out where to; a terminal gets one bar that is redrawn, anything else at most a dozen lines
 * @param clock milliseconds, for tests
 * @returns `tick` for each piece done, `done` at the end, also of a run that broke off
 */
export const progress = ({
  label,
  total,
  unit = '件',
  out = process.stderr,
  clock = Date.now,
}: {
  label: string
  total: number
  unit?: string
  out?: Out
  clock?: () => number
}): Progress => {
  const start = clock()
  const shown = { label, total, unit, out, secondsNow: () => (clock() - start) / 1000 }
  return out.isTTY ? bar(shown) : lines(shown)
}
