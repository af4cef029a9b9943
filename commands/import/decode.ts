import type { ProblemCode } from './notes'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
export type Decoded = { text: string; encoding: Encoding } | { problem: ProblemCode }

/** Share of the Chinese pairs that must lie in GB 2312's first level (the 3,755 commonest characters). */
const COMMON_SHARE = 0.8
const OTHER_FORMATS = ['%PDF', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '{\\rtf']

const decode = ({ bytes, encoding }: { bytes: Uint8Array; encoding: Encoding }) => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const byteOrderMark = (bytes: Uint8Array): Encoding | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

const count = ({ text, pattern }: { text: string; pattern: RegExp }) =>
  text.match(pattern)?.length ?? 0

/** UTF-8 with a few spoilt bytes: GB 18030 would read nearly any bytes, and turn it all into other characters. */
const isDamagedUtf8 = (bytes: Uint8Array) => {
  const text = new TextDecoder('utf-8').decode(bytes)
  return count({ text, pattern: /\p{Script=Han}/gu }) > count({ text, pattern: /\ufffd/g })
}

const looksLikeGb = (bytes: Uint8Array) => {
  let common = 0
  let other = 0
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0
    if (lead < 0x81) continue
    const trail = bytes[index + 1] ?? 0
    index += 1
    if (trail >= 0xa1 && lead >= 0xb0 && lead <= 0xd7) common += 1
    else if (trail < 0xa1 || lead < 0xa1 || lead > 0xa9) other += 1
  }
  return common > 0 && common / (common + other) >= COMMON_SHARE
}

const decodeUtf16 = ({ bytes, encoding }: { bytes: Uint8Array; encoding: Encoding }): Decoded => {
  const text = decode({ bytes, encoding })
  return text === undefined ? { problem: 'broken-encoding' } : { text, encoding }
}

const startsAsOtherFormat = (bytes: Uint8Array) => {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  return OTHER_FORMATS.some((format) => start.startsWith(format))
}

/**
 * Turns the bytes of a file into text: UTF-8 with or without byte order mark, UTF-16 with one, GBK and GB 18030.
 * Never throws; bytes that are no text, or whose encoding is uncertain, give a problem rather than wrong characters.
 */
export const decodeText = (bytes: Uint8Array): Decoded => {
  if (bytes.length === 0) return { problem: 'empty' }
  const marked = byteOrderMark(bytes)
  if (marked) return decodeUtf16({ bytes, encoding: marked })
  if (bytes.includes(0) || startsAsOtherFormat(bytes)) return { problem: 'binary' }
  const utf8 = decode({ bytes, encoding: 'utf-8' })
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' }
  if (isDamagedUtf8(bytes)) return { problem: 'broken-encoding' }
  const gb = decode({ bytes, encoding: 'gb18030' })
  if (gb === undefined || !looksLikeGb(bytes)) return { problem: 'unknown-encoding' }
  return { text: gb, encoding: 'gb18030' }
}
