import type { GenerationProgress } from '../generator/full'
import { type Progress, progress } from './progress'

/** The progress of a generation, drawn from the first news on. */
export const generationBar = () => {
  let bar: Progress | undefined
  let shown = 0
  let all = 0
  const show = ({ done, total }: GenerationProgress) => {
    bar ??= progress({ label: '生成网页', total, unit: '页' })
    all = total
    bar.tick(Math.max(0, done - shown))
    shown = Math.max(shown, done)
  }
  return {
    show,
    finish: () => {
      if (bar) show({ done: all, total: all })
      bar?.done()
    },
  }
}
