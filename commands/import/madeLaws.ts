/** Laws made for tests: any length, in the form of the real files. */

const SIGNS = '零一二三四五六七八九'
const UNITS = ['', '十', '百', '千']

/** 1 -> 一, 10 -> 十, 21 -> 二十一, 105 -> 一百零五; up to 9999. */
export const inChinese = (value: number): string => {
  const digits = [...String(value)].map(Number)
  const written = digits
    .map((digit, index) =>
      digit === 0 ? '零' : `${SIGNS[digit]}${UNITS[digits.length - 1 - index]}`,
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
  return written.replace(/^一十/, '十')
}

export type MadeLaw = {
  title?: string
  date?: string
  articles?: number
  perChapter?: number
  mark?: string
  lineBreak?: string
}

const articleLines = (number: number) => [
  `第${inChinese(number)}条 为了规范第${number}项工作，根据有关法律，制定本条，具体要求如下：`,
  `（一）第${number}项工作应当依法公开；`,
  `（二）第${number}项工作应当接受监督。`,
  `第${number}项工作的具体办法由主管部门规定。`,
]

/** A law as Markdown: title, issuing line, mark, chapters, each article with two items and a following paragraph. */
export const madeLaw = ({
  title = '中华人民共和国检验检测示范法',
  date = '2021-04-29',
  articles = 12,
  perChapter = 5,
  mark = '<!-- INFO END -->',
  lineBreak = '\n',
}: MadeLaw = {}): string => {
  const [year, month, day] = date.split('-').map(Number)
  const lines = [
    `# ${title}`,
    `${year}年${month}月${day}日 第十三届全国人民代表大会常务委员会第二十八次会议通过`,
    mark,
  ]
  for (let number = 1; number <= articles; number += 1) {
    if ((number - 1) % perChapter === 0) {
      lines.push(`## 第${inChinese(Math.ceil(number / perChapter))}章 示范规定`)
    }
    lines.push(...articleLines(number))
  }
  return lines.filter((line) => line !== '').join(lineBreak + lineBreak)
}

let table: Map<string, number[]> | undefined

const gbkTable = () => {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail))
      if (sign.length === 1 && sign !== '\ufffd') codes.set(sign, [lead, trail])
    }
  }
  return codes
}

/** The bytes of a text in GBK, which Node can read but not write. */
export const inGbk = (text: string): Uint8Array => {
  table ??= gbkTable()
  const codes = table
  return Uint8Array.from(
    [...text].flatMap((sign) => {
      if (sign < '\u0080') return [sign.charCodeAt(0)]
      const code = codes.get(sign)
      if (!code) throw new Error(`not in GBK: ${sign}`)
      return code
    }),
  )
}
