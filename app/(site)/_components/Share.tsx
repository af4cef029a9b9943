import { encode } from 'uqr'

/** Any mask can be read; trying all eight for the prettiest takes ten times as long. */
const MASK = 2
/** Signs of light around the code, which readers need. */
const BORDER = 4

/** The dark cells of a code as one path, a stroke for each run of a row. Pure; plain loops, as every post is drawn. */
export const qrPath = (rows: boolean[][]): string => {
  let path = ''
  rows.forEach((row, y) => {
    let end = -1
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue
      const start = x
      while (row[x]) x += 1
      path += `${end < 0 ? `M${start} ${y}` : `m${start - end} 0`}h${x - start}`
      end = x
    }
  })
  return path
}

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
