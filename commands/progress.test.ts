import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { progress, progressText, spanText } from './progress'

const outOf = ({ isTTY }: { isTTY: boolean }) => {
  const stream = new PassThrough()
  let text = ''
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return { out: Object.assign(stream, { isTTY }), read: () => text }
}

it.each([
  [0, '0 秒'],
  [6.2, '7 秒'],
  [95, '1 分 35 秒'],
  [3700, '1 小时 1 分'],
])('words %d seconds as %s', (seconds, words) => {
  expect(spanText(seconds)).toBe(words)
})

describe('the line', () => {
  const at = (value: number, seconds: number) =>
    progressText({ label: '导入', total: 100, value, seconds, unit: '件' })

  it('shows count, share, rate and what is left', () => {
    expect(at(25, 2)).toBe('导入 25/100 25% 13 件/秒 剩余 6 秒')
    expect(at(1, 4)).toBe('导入 1/100 1% 0.3 件/秒 剩余 6 分 36 秒')
  })

  it('shows how long it took at the end', () => {
    expect(at(100, 8)).toBe('导入 100/100 100% 13 件/秒 用时 8 秒')
  })

  it('shows no rate before there is one', () => {
    expect(at(0, 3)).toBe('导入 0/100 0%')
    expect(progressText({ label: '导入', total: 0, value: 0, seconds: 0, unit: '件' })).toBe(
      '导入 0/0 100%',
    )
  })
})

describe('without a terminal', () => {
  it('writes at most a dozen lines, the last one at the end', () => {
    const { out, read } = outOf({ isTTY: false })
    let now = 0
    const shown = progress({ label: '导入', total: 147, out, clock: () => now })
    for (let count = 0; count < 147; count += 1) {
      now += 10
      shown.tick()
    }
    shown.done()
    const lines = read().trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(12)
    expect(lines[0]).toBe('导入 0/147 0%')
    expect(lines.at(-1)).toBe('导入 147/147 100% 100 件/秒 用时 2 秒')
  })

  it('says where it stopped when it broke off, once', () => {
    const { out, read } = outOf({ isTTY: false })
    const shown = progress({ label: '导入', total: 100, out, clock: () => 0 })
    shown.tick(7)
    shown.done()
    shown.done()
    expect(read()).toBe('导入 0/100 0%\n导入 7/100 7%\n')
  })

  it('ends at once when there is nothing to do', () => {
    const { out, read } = outOf({ isTTY: false })
    progress({ label: '导入', total: 0, out }).done()
    expect(read()).toBe('导入 0/0 100%\n')
  })
})

it('draws one bar on a terminal and leaves it full', () => {
  const { out, read } = outOf({ isTTY: true })
  const signals = process.listenerCount('SIGINT')
  const shown = progress({ label: '导入', total: 4, out })
  expect(process.listenerCount('SIGINT')).toBe(signals)
  shown.tick(4)
  shown.done()
  expect(read()).toContain('导入 4/4 100%')
  expect(read()).toContain('█'.repeat(20))
})
