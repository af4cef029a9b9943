import { encode } from 'uqr'

/** Any mask can be read; trying all eight for the prettiest takes ten times as long. */
const MASK = 2
/** Signs of light around the code, which readers need. */
const BORDER = 4

/** The dark cells of a code as one path, a stroke for each run of a row. Pure. */
export const qrPath = (rows: boolean[][]): string =>
  rows
    .flatMap((row, y) => {
      let end = 0
      return [
        ...row
          .map((isDark) => (isDark ? '1' : '0'))
          .join('')
          .matchAll(/1+/g),
      ].map(({ 0: run, index }, count) => {
        const move = count === 0 ? `M${index} ${y}` : `m${index - end} 0`
        end = index + run.length
        return `${move}h${run.length}`
      })
    })
    .join('')

const QrCode = ({ text }: { text: string }) => {
  const { size, data } = encode(text, { border: 0, maskPattern: MASK })
  const all = size + 2 * BORDER
  return (
    <svg
      className="b-qr"
      viewBox={`${-BORDER} ${-BORDER - 0.5} ${all} ${all}`}
      role="img"
      aria-label="本页网址的二维码"
    >
      <path stroke="#000" d={qrPath(data)} />
    </svg>
  )
}

/** The address of a page, as text and for the camera of a phone. On paper it says where the text is from. */
export const Share = ({ address }: { address: string }) => (
  <section className="b-share" id="share">
    <h2>分享本页</h2>
    <p>
      本页网址：<span className="b-address">{address}</span>
    </p>
    <details>
      <summary>显示二维码</summary>
      <QrCode text={address} />
    </details>
  </section>
)
