import { steadyNumber } from '../steady'

/** Parts of the flat drawings, on a canvas of 1200 by 800; each gives a piece of SVG. No letters anywhere: fonts differ. */
export const CANVAS = { width: 1200, height: 800 } as const

type At = { x: number; y: number; scale?: number }

const PAINT = ['#c0563f', '#d99a3c', '#3f7d9e', '#4b8a68', '#7a5c8e', '#b8b3a5', '#2f5d73'] as const

export const rect = (x: number, y: number, width: number, height: number, fill: string, rx = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${rx}" fill="${fill}"/>`
export const circle = (x: number, y: number, radius: number, fill: string, opacity = 1) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" opacity="${opacity}"/>`
export const path = (d: string, fill: string, opacity = 1) =>
  `<path d="${d}" fill="${fill}" opacity="${opacity}"/>`
export const line = (d: string, stroke: string, width = 4) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`

const placed = ({ x, y, scale = 1 }: At, content: string) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${content}</g>`

/** `count` pieces, each made from its index. */
export const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('')

export type Light = 'morning' | 'day' | 'evening' | 'grey'
const SKIES: Record<Light, [string, string, string]> = {
  morning: ['#f7d9b8', '#fbeedd', '#fff6e6'],
  day: ['#9fcbe0', '#e3f1f4', '#fffdf2'],
  evening: ['#5b7a9b', '#efb489', '#ffe2b0'],
  grey: ['#b9c6cd', '#e6eaec', '#f6f6f2'],
}

export const sky = (light: Light, seed: string) => {
  const [top, bottom, sun] = SKIES[light]
  const clouds = times(4, (index) => {
    const x = 1200 * steadyNumber(`${seed} cloud ${index}`)
    const y = 70 + 190 * steadyNumber(`${seed} cloud height ${index}`)
    return placed(
      { x, y, scale: 0.7 + 0.6 * steadyNumber(`${seed} cloud size ${index}`) },
      `<g fill="#fff" opacity="0.75">${ellipse(0, 0, 80, 22, '#fff')}${ellipse(40, -16, 46, 24, '#fff')}${ellipse(-30, -12, 40, 20, '#fff')}</g>`,
    )
  })
  return `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="0.8" stop-color="${bottom}"/></linearGradient></defs>${rect(0, 0, 1200, 800, 'url(#sky)')}${circle(200 + 800 * steadyNumber(`${seed} sun`), 190, 62, sun, 0.95)}${clouds}`
}

export const hills = (
  y: number,
  seed: string,
  colours: readonly string[] = ['#9db7a4', '#7fa08c'],
) =>
  colours
    .map((colour, layer) => {
      const top = (index: number) =>
        y - 130 + layer * 45 + 90 * steadyNumber(`${seed} hill ${layer} ${index}`)
      const ridge = Array.from(
        { length: 6 },
        (_, index) =>
          `Q${index * 240 + 120} ${top(index)} ${index * 240 + 240} ${y - 20 + layer * 12}`,
      ).join(' ')
      return path(`M0 ${y} ${ridge} L1440 800 L0 800 Z`, colour)
    })
    .join('')

export const sea = (y: number, colour = '#3d7f96') =>
  rect(0, y, 1200, 800 - y, colour) +
  times(7, (row) =>
    line(
      Array.from({ length: 9 }, (_, wave) => {
        const x = wave * 150 - (row % 2) * 60
        const top = y + 26 + row * 38
        return `M${x} ${top} q25 -12 50 0 t50 0`
      }).join(' '),
      '#ffffff30',
      4,
    ),
  )

export const ground = (y: number, colour = '#c9c3b3') =>
  rect(0, y, 1200, 800 - y, colour) + rect(0, y, 1200, 8, '#00000018')

export const containers = ({
  x,
  y,
  columns,
  rows,
  seed,
}: At & { columns: number; rows: number; seed: string }) =>
  times(columns * rows, (index) => {
    const column = index % columns
    const row = Math.floor(index / columns)
    if (row > 0 && steadyNumber(`${seed} height ${column}`) * rows < row - 0.5) return ''
    const colour =
      PAINT[Math.floor(PAINT.length * steadyNumber(`${seed} box ${index}`))] ?? PAINT[0]
    const left = x + column * 124
    const top = y - (row + 1) * 58
    const ribs = times(7, (rib) => rect(left + 10 + rib * 15, top + 8, 5, 40, '#00000022'))
    return rect(left, top, 120, 55, colour, 2) + ribs
  })

export const crane = (at: At, colour = '#b5533c') =>
  placed(
    at,
    rect(-60, -340, 16, 340, colour) +
      rect(60, -340, 16, 340, colour) +
      rect(-60, -200, 136, 12, colour) +
      line('M-52 -10 L68 -195 M68 -10 L-52 -195', colour, 7) +
      rect(-240, -352, 460, 18, colour) +
      line('M8 -470 L-230 -350 M8 -470 L210 -350 M8 -470 L8 -350', colour, 6) +
      rect(20, -334, 44, 36, '#e9e4d6', 4) +
      line('M-150 -334 L-150 -200 M-130 -334 L-130 -200', '#444b50', 3) +
      rect(-185, -200, 90, 42, '#3f7d9e', 2),
  )

export const ship = (at: At, hull = '#2c4a5e') =>
  placed(
    at,
    path('M-330 0 L330 0 L285 86 L-280 86 Z', hull) +
      path('M-305 52 L303 52 L285 86 L-280 86 Z', '#a8463a') +
      rect(190, -130, 96, 130, '#f2efe6', 3) +
      times(4, (row) => rect(202, -118 + row * 28, 72, 12, '#5a7f94', 2)) +
      rect(222, -176, 22, 48, '#d99a3c') +
      containers({ x: -260, y: 0, columns: 3, rows: 3, seed: `ship ${at.x} ${hull}` }),
  )

export const truck = (at: At, colour = '#3f7d9e') =>
  placed(
    at,
    rect(-190, -120, 260, 100, colour, 4) +
      times(9, (rib) => rect(-176 + rib * 28, -110, 6, 80, '#00000020')) +
      path('M78 -20 L78 -96 L136 -96 L166 -56 L166 -20 Z', '#e8e2d3') +
      path('M92 -84 L130 -84 L150 -56 L92 -56 Z', '#7fb0c6') +
      rect(-196, -22, 366, 14, '#3a4045') +
      [-150, -100, 20, 122]
        .map((x) => circle(x, -4, 26, '#2b3034') + circle(x, -4, 11, '#b8bec2'))
        .join(''),
  )

export const warehouse = (at: At, wall = '#dcd5c4') =>
  placed(
    at,
    path('M-260 -170 L0 -240 L260 -170 Z', '#8a5a49') +
      rect(-250, -170, 500, 170, wall) +
      times(3, (door) => {
        const x = -220 + door * 155
        return (
          rect(x, -120, 125, 120, '#6f8c9b') +
          times(5, (slat) => rect(x, -112 + slat * 23, 125, 3, '#00000022'))
        )
      }),
  )

export const person = (at: At, coat = '#2c4a5e') =>
  placed(
    at,
    path('M-36 0 L-40 -92 Q-36 -122 0 -124 Q36 -122 40 -92 L36 0 Z', coat) +
      circle(0, -152, 27, '#e9c5a1') +
      path('M-28 -158 Q-26 -184 0 -184 Q26 -184 28 -158 Q10 -168 -28 -158 Z', '#2f2a28'),
  )

/** Someone seen from behind. */
export const visitor = (at: At, coat: string) =>
  placed(at, person({ x: 0, y: 0 }, coat) + circle(0, -154, 29, '#2f2a28'))

/** An inspector in uniform with a cap and a board. */
export const inspector = (at: At) =>
  placed(
    at,
    person({ x: 0, y: 0 }, '#23405a') +
      path('M-34 -164 Q-30 -194 0 -194 Q30 -194 34 -164 Z', '#1b3145') +
      rect(-38, -168, 76, 8, '#10202e', 3) +
      rect(-2, -96, 4, 70, '#ffffff55') +
      rect(14, -84, 48, 60, '#f3eee0', 3) +
      times(4, (row) => rect(21, -74 + row * 12, 32, 3, '#8a949a')),
  )

export const tree = (at: At, fruit?: string) =>
  placed(
    at,
    rect(-9, -90, 18, 90, '#7a5a43', 4) +
      circle(0, -150, 78, '#4f8359') +
      circle(-48, -118, 52, '#5c9165') +
      circle(50, -116, 54, '#467750') +
      (fruit
        ? times(14, (index) =>
            circle(
              -80 + 160 * steadyNumber(`fruit ${at.x} ${index}`),
              -205 + 120 * steadyNumber(`fruit ${at.y} ${index} height`),
              9,
              fruit,
            ),
          )
        : ''),
  )

export const flask = (at: At, liquid: string) =>
  placed(
    at,
    path(
      'M-16 -150 L-16 -96 L-62 -8 Q-66 0 -56 0 L56 0 Q66 0 62 -8 L16 -96 L16 -150 Z',
      '#e6f1f3',
      0.9,
    ) +
      path('M-40 -50 L-62 -8 Q-66 0 -56 0 L56 0 Q66 0 62 -8 L40 -50 Z', liquid) +
      rect(-22, -158, 44, 12, '#c9d8dc', 4) +
      circle(-12, -26, 6, '#ffffff88') +
      circle(14, -18, 4, '#ffffff88'),
  )

export const tubes = (at: At) =>
  placed(
    at,
    rect(-110, -60, 220, 14, '#9a7b5f', 3) +
      rect(-110, -10, 220, 14, '#9a7b5f', 3) +
      times(6, (index) => {
        const colour = PAINT[index % PAINT.length] ?? PAINT[0]
        const x = -90 + index * 34
        return rect(x, -120, 18, 120, '#eaf4f5', 9) + rect(x, -60, 18, 60, colour, 9)
      }),
  )

export const microscope = (at: At) =>
  placed(
    at,
    rect(-90, -24, 180, 24, '#2f4858', 8) +
      path('M40 -24 Q110 -130 30 -220 L56 -236 Q160 -120 76 -24 Z', '#3d5c6f') +
      rect(-70, -92, 120, 14, '#26394a', 4) +
      `<g transform="rotate(-22 10 -170)">${rect(-14, -290, 44, 150, '#dfe6e8', 8)}${rect(-6, -320, 28, 36, '#2f4858', 5)}${rect(-4, -142, 24, 40, '#8fa3ad', 4)}</g>` +
      circle(66, -110, 16, '#c9d2d6'),
  )

export const sheet = (at: At, turn = 0) =>
  placed(
    at,
    `<g transform="rotate(${turn})">${rect(-130, -180, 260, 360, '#00000014', 6)}${rect(-136, -188, 260, 360, '#fdfbf4', 6)}${rect(-90, -150, 168, 18, '#b0493c', 3)}${times(9, (row) => rect(-104, -108 + row * 26, row === 8 ? 110 : 196, 7, '#aab3b8', 3))}${circle(62, 118, 38, '#b0493c', 0.16)}<circle cx="62" cy="118" r="38" fill="none" stroke="#b0493c" stroke-width="5" opacity="0.8"/></g>`,
  )

export const animal = (at: At, coat: string) =>
  placed(
    at,
    [-62, -38, 34, 58].map((x) => rect(x, -40, 15, 44, '#4a3f38', 3)).join('') +
      ellipse(0, -78, 96, 52, coat) +
      ellipse(-22, -92, 34, 22, '#ffffff66') +
      ellipse(106, -118, 36, 26, coat) +
      path('M84 -138 L78 -164 L98 -146 Z', coat) +
      circle(116, -124, 4, '#222'),
  )

export const fish = (at: At, colour: string) =>
  placed(
    at,
    path('M-110 0 Q-20 -62 84 -6 L136 -42 L126 0 L136 42 L84 6 Q-20 62 -110 0 Z', colour) +
      path('M-70 -18 Q-52 0 -70 20', '#00000022') +
      circle(-78, -8, 6, '#20303a') +
      line('M-20 -26 q18 26 0 52 M16 -26 q18 26 0 52', '#ffffff44', 4),
  )

export const plane = (at: At) =>
  placed(
    at,
    path(
      'M-330 -20 Q-350 -70 -270 -74 L250 -74 Q330 -66 352 -34 Q330 -6 250 0 L-260 0 Z',
      '#f4f1e8',
    ) +
      path('M-330 -60 L-372 -180 L-316 -180 L-236 -74 Z', '#b5533c') +
      path('M-40 -26 L-190 74 L-130 74 L70 -26 Z', '#c9cfd2') +
      path('M262 -60 Q312 -58 332 -40 L270 -40 Z', '#4f7d95') +
      times(13, (index) => rect(-220 + index * 34, -56, 15, 20, '#4f7d95', 5)),
  )

export const train = (at: At) =>
  placed(
    at,
    rect(-700, 14, 1500, 8, '#6b6f70') +
      times(30, (index) => rect(-690 + index * 50, 22, 22, 12, '#7a5a43')) +
      times(3, (index) => {
        const x = -520 + index * 300
        const colour = PAINT[(index + 2) % PAINT.length] ?? PAINT[0]
        return (
          rect(x, -110, 270, 104, colour, 3) +
          times(9, (rib) => rect(x + 14 + rib * 28, -100, 7, 84, '#00000020')) +
          [50, 220].map((wheel) => circle(x + wheel, 0, 18, '#2b3034')).join('')
        )
      }) +
      path('M400 -6 L400 -130 L560 -130 Q620 -120 640 -60 L640 -6 Z', '#2c4a5e') +
      path('M540 -112 L566 -112 Q600 -104 610 -66 L540 -66 Z', '#a9d0de') +
      rect(400, -46, 240, 12, '#d99a3c') +
      [450, 590].map((x) => circle(x, 0, 20, '#2b3034')).join(''),
  )

export const bridge = (y: number) =>
  rect(0, y, 1200, 20, '#5d6b74') +
  times(5, (index) => {
    const x = index * 260 - 50
    return (
      rect(x + 118, y + 20, 26, 200, '#77858d') +
      line(`M${x} ${y} Q${x + 130} ${y - 180} ${x + 260} ${y}`, '#5d6b74', 11) +
      times(6, (bar) => {
        const t = (bar + 1) / 7
        return line(`M${x + 260 * t} ${y} L${x + 260 * t} ${y - 360 * t * (1 - t)}`, '#5d6b74', 5)
      })
    )
  })

export const room = (wall = '#e9e3d4', floor = '#b89c7d') =>
  rect(0, 0, 1200, 800, wall) +
  rect(0, 600, 1200, 200, floor) +
  times(3, (index) => {
    const x = 110 + index * 360
    return (
      rect(x, 90, 260, 250, '#bcdbe6', 4) +
      rect(x + 126, 90, 8, 250, '#f7f4ec') +
      rect(x, 206, 260, 8, '#f7f4ec')
    )
  })

export const boxes = (at: At, seed: string) =>
  placed(
    at,
    times(9, (index) => {
      const size = 76 + 44 * steadyNumber(`${seed} parcel ${index}`)
      const x = (index % 5) * 118 - 290
      const y = index < 5 ? -size : -size - 96
      return (
        rect(x, y, size, size, index % 2 ? '#c79a63' : '#b98955', 3) +
        rect(x + size * 0.42, y, size * 0.16, size, '#e5cfa6')
      )
    }),
  )

export const silo = (at: At) =>
  placed(
    at,
    path('M-80 -330 Q0 -400 80 -330 Z', '#8f9aa0') +
      rect(-80, -330, 160, 330, '#c9d0d3') +
      times(7, (row) => rect(-80, -296 + row * 46, 160, 6, '#a7b1b6')) +
      line('M86 0 L86 -320', '#7d878c', 6),
  )

export const tank = (at: At) =>
  placed(
    at,
    ellipse(0, -170, 130, 26, '#eceff0') +
      rect(-130, -170, 260, 170, '#d7dcde') +
      line('M-110 0 L110 -160 M90 -160 L120 -160', '#8d979c', 6),
  )

export const building = (at: At) =>
  placed(
    at,
    rect(-330, -360, 660, 360, '#d9d2c2') +
      rect(-350, -380, 700, 26, '#8a5a49') +
      times(40, (index) =>
        rect(-300 + (index % 8) * 78, -330 + Math.floor(index / 8) * 56, 46, 34, '#6f97ab', 2),
      ) +
      rect(-90, -70, 180, 70, '#4f6b7a') +
      rect(-120, -86, 240, 18, '#efe9da') +
      times(5, (step) => rect(-130 - step * 12, -4 + step * 6, 260 + step * 24, 6, '#bdb6a6')),
  )
