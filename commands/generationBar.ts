import { type Progress, progress } from './progress'

const GENERATION = { label: '生成网页', unit: '页' }
export const INDEXING = { label: '建立索引', unit: '篇' }

/** The progress of work that the server does, drawn from the first news on. */
export const generationBar = ({ label, unit }: { label: string; unit: string } = GENERATION) => {
  let bar: Progress | undefined
  let shown = 0
  let all = 0
  const show = ({ done, total }: { done: number; total: number }) => {
    bar ??= progress({ label, total, unit })
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
