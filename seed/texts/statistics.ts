import { type Day, daysAfter, longDate, monthBefore, monthName } from '../day'
import { steadyNumber } from '../steady'
import type { Entry } from './entry'

/** 数据发布: one month each, all figures out of one steady series, so that totals and rates agree from page to page. */

const GOODS = [
  { name: '机电产品', batches: 11200, value: 16.8 },
  { name: '纺织服装', batches: 6400, value: 5.2 },
  { name: '食品和农产品', batches: 9800, value: 9.6 },
  { name: '矿产品和金属', batches: 2300, value: 14.1 },
  { name: '石油和化工品', batches: 3100, value: 18.7 },
  { name: '其他商品', batches: 4900, value: 4.4 },
] as const

const monthNumber = (month: Day) => month.year * 12 + month.month - 1

const seriesOf = ({ goods, month }: { goods: (typeof GOODS)[number]; month: Day }) => {
  const growth = 1 + 0.004 * (monthNumber(month) - 2024 * 12)
  const season = 1 + 0.06 * Math.sin((month.month / 12) * 2 * Math.PI)
  const chance = 0.94 + 0.12 * steadyNumber(`${goods.name} ${monthNumber(month)}`)
  const factor = growth * season * chance
  return {
    name: goods.name,
    batches: Math.round(goods.batches * factor),
    /** Million US dollars, so that hundredths of 亿 stay whole. */
    value: Math.round(goods.value * factor * 100),
  }
}

export type MonthFigures = {
  rows: { name: string; batches: number; value: number }[]
  batches: number
  value: number
  refused: number
}

/** The figures of a month: by goods, and their sums. */
export const figuresOf = (month: Day): MonthFigures => {
  const rows = GOODS.map((goods) => seriesOf({ goods, month }))
  const batches = rows.reduce((sum, row) => sum + row.batches, 0)
  return {
    rows,
    batches,
    value: rows.reduce((sum, row) => sum + row.value, 0),
    refused: Math.round(batches * (0.004 + 0.002 * steadyNumber(`refused ${monthNumber(month)}`))),
  }
}

const hundredMillion = (value: number) => (value / 100).toFixed(2)

const rateOf = ({ now, before }: { now: number; before: number }) => (now / before - 1) * 100

const changeInWords = (rate: number) => `${rate < 0 ? '下降' : '增长'}${Math.abs(rate).toFixed(1)}%`

const attention = [
  '机电产品出口保持较快增长，新能源汽车零部件、电力设备成为主要拉动力量。',
  '食品和农产品进出口活跃，水产品、水果出口批次明显增加。',
  '大宗资源类商品到港量受船期影响有所波动，检验检疫作业时间继续压缩。',
  '不合格商品主要集中在食品标签、木质包装和消费品安全项目。',
] as const

const statisticsOf = (monthsBefore: number): Entry => ({
  key: `statistics-${monthsBefore}`,
  /** On the 16th of the month after; the youngest of them only when that day has come. */
  when: (today) => daysAfter(monthBefore(today, monthsBefore - (today.date > 16 ? 1 : 0)), 15),
  column: 'statistics',
  author: 'author.clearance',
  write: (day) => {
    const month = monthBefore(day, 1)
    const now = figuresOf(month)
    const lastMonth = figuresOf(monthBefore(month, 1))
    const lastYear = figuresOf(monthBefore(month, 12))
    const name = monthName(month)
    const yearly = rateOf({ now: now.batches, before: lastYear.batches })
    const monthly = rateOf({ now: now.batches, before: lastMonth.batches })
    return {
      title: `${name}辽宁口岸出入境检验检疫业务统计`,
      summary: `${name}共检验检疫进出口货物${now.batches}批、货值${hundredMillion(now.value)}亿美元，批次同比${changeInWords(yearly)}。`,
      body: `据通关业务处统计，${name}辽宁口岸共检验检疫进出口货物${now.batches}批，货值${hundredMillion(now.value)}亿美元；批次同比${changeInWords(yearly)}，环比${changeInWords(monthly)}。检出不合格货物${now.refused}批，不合格率${((now.refused / now.batches) * 100).toFixed(2)}%，均已依法处置。
# 分类情况
| 商品类别 | 批次 | 货值（亿美元） | 占批次比重 |
${now.rows.map((row) => `| ${row.name} | ${row.batches} | ${hundredMillion(row.value)} | ${((row.batches / now.batches) * 100).toFixed(1)}% |`).join('\n')}
| 合计 | ${now.batches} | ${hundredMillion(now.value)} | 100% |
# 主要特点
- ${attention[monthNumber(month) % 4] ?? attention[0]}
- ${attention[(monthNumber(month) + 1) % 4] ?? attention[1]}
# 说明
本期数据截止时间为${longDate(daysAfter(monthBefore(month, -1), 4))}，为初步统计数，年度数据以年报为准。各类占比因四舍五入，合计可能存在微小差异。咨询电话：0411-82583524。`,
      ...(monthsBefore <= 3
        ? {
            attachments: [
              {
                format: 'xlsx' as const,
                title: `${name}检验检疫业务统计表`,
                sheet: '业务统计',
                rows: [
                  ['商品类别', '批次', '货值（亿美元）'],
                  ...now.rows.map((row) => [row.name, row.batches, row.value / 100]),
                  ['合计', now.batches, now.value / 100],
                ],
              },
            ],
          }
        : {}),
    }
  },
})

export const STATISTICS: Entry[] = Array.from({ length: 16 }, (_, index) => statisticsOf(index + 1))
