import { describe, expect, it } from 'vitest'
import { decodeText } from './decode'
import { inGbk, madeLaw } from './madeLaws'

const law = madeLaw()
const utf8 = new TextEncoder().encode(law)

const inUtf16 = ({ text, bigEndian }: { text: string; bigEndian: boolean }) => {
  const bytes = new Uint8Array(text.length * 2 + 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, !bigEndian)
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2 + 2, text.charCodeAt(index), !bigEndian)
  }
  return bytes
}

describe('text in a known encoding is read rightly', () => {
  it('reads UTF-8', () => {
    expect(decodeText(utf8)).toEqual({ text: law, encoding: 'utf-8' })
  })

  it('reads UTF-8 with a byte order mark and drops the mark', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])
    expect(decodeText(bytes)).toEqual({ text: law, encoding: 'utf-8' })
  })

  it('reads UTF-16 of both orders', () => {
    const little = decodeText(inUtf16({ text: law, bigEndian: false }))
    expect(little).toEqual({ text: law, encoding: 'utf-16le' })
    const big = decodeText(inUtf16({ text: law, bigEndian: true }))
    expect(big).toEqual({ text: law, encoding: 'utf-16be' })
  })

  it('reads GBK', () => {
    expect(decodeText(inGbk(law))).toEqual({ text: law, encoding: 'gb18030' })
  })

  it('reads a short GBK text', () => {
    expect(decodeText(inGbk('# 广告法'))).toEqual({ text: '# 广告法', encoding: 'gb18030' })
  })

  it('reads plain ASCII', () => {
    expect(decodeText(new TextEncoder().encode('abc'))).toEqual({ text: 'abc', encoding: 'utf-8' })
  })
})

describe('bytes that are no certain text give a problem, never wrong characters', () => {
  it('says that an empty file is empty', () => {
    expect(decodeText(new Uint8Array())).toEqual({ problem: 'empty' })
  })

  it('knows files of another kind by NUL bytes and by how they begin', () => {
    expect(decodeText(Uint8Array.of(0x23, 0x20, 0, 1))).toEqual({ problem: 'binary' })
    expect(decodeText(new TextEncoder().encode('%PDF-1.7 abc'))).toEqual({ problem: 'binary' })
    expect(decodeText(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1))).toEqual({ problem: 'binary' })
  })

  it('does not take UTF-8 with a spoilt byte for GBK', () => {
    const spoilt = Uint8Array.from(utf8)
    spoilt[60] = 0xff
    expect(decodeText(spoilt)).toEqual({ problem: 'broken-encoding' })
    expect(decodeText(utf8.subarray(0, utf8.length - 1))).toEqual({ problem: 'broken-encoding' })
  })

  it('says that a cut UTF-16 file is damaged', () => {
    const bytes = inUtf16({ text: law, bigEndian: false })
    expect(decodeText(bytes.subarray(0, bytes.length - 1))).toEqual({ problem: 'broken-encoding' })
  })

  it('does not guess at Big5 or Latin letters', () => {
    const big5 = Uint8Array.of(
      0xb2,
      0xc4,
      0xa4,
      0x40,
      0xb1,
      0xf8,
      0xac,
      0xb0,
      0xa4,
      0x46,
      0xab,
      0x4f,
      0xc5,
      0x40,
    )
    expect(decodeText(big5)).toEqual({ problem: 'unknown-encoding' })
    const latin = Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20, 0x63)
    expect(decodeText(latin)).toEqual({ problem: 'unknown-encoding' })
  })
})
