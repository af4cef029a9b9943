import {
  animal,
  boxes,
  bridge,
  building,
  circle,
  containers,
  crane,
  ellipse,
  fish,
  flask,
  ground,
  hills,
  inspector,
  line,
  microscope,
  path,
  person,
  plane,
  rect,
  room,
  sea,
  sheet,
  ship,
  silo,
  sky,
  tank,
  times,
  train,
  tree,
  truck,
  tubes,
  visitor,
  warehouse,
} from './parts'

/** The scenes, by the name that the texts use. Pure: each gives the inside of an SVG of 1200 by 800. */
export const SCENES = {
  harbour: () =>
    sky('day', 'harbour') +
    hills(470, 'harbour') +
    sea(470) +
    ship({ x: 470, y: 500, scale: 1.1 }) +
    ground(690) +
    crane({ x: 900, y: 700, scale: 1.15 }) +
    containers({ x: 30, y: 700, columns: 4, rows: 2, seed: 'harbour' }),
  'harbour-evening': () =>
    sky('evening', 'evening') +
    sea(500, '#37617d') +
    ship({ x: 760, y: 520, scale: 1.2 }, '#3a2f40') +
    ground(710, '#8b8377') +
    crane({ x: 260, y: 720, scale: 1.2 }, '#3b3f4d') +
    crane({ x: 480, y: 720, scale: 0.9 }, '#4c5060'),
  'container-yard': () =>
    sky('grey', 'yard') +
    ground(560) +
    containers({ x: 40, y: 600, columns: 9, rows: 5, seed: 'yard' }) +
    truck({ x: 420, y: 740, scale: 1.1 }) +
    inspector({ x: 880, y: 760, scale: 1.2 }),
  'container-check': () =>
    sky('morning', 'check') +
    ground(600) +
    rect(120, 190, 620, 440, '#3f7d9e') +
    rect(160, 230, 540, 400, '#23323c') +
    times(4, (row) =>
      times(6, (box) => rect(180 + box * 84, 290 + row * 84, 78, 78, '#bd9260', 2)),
    ) +
    rect(100, 190, 40, 440, '#34687f') +
    rect(720, 190, 40, 440, '#34687f') +
    inspector({ x: 860, y: 740, scale: 1.7 }) +
    person({ x: 1020, y: 740, scale: 1.6 }, '#c77f35'),
  'cold-store': () =>
    rect(0, 0, 1200, 800, '#d8e8ee') +
    times(3, (shelf) => rect(60, 230 + shelf * 170, 780, 14, '#7890a0')) +
    times(24, (box) =>
      rect(
        80 + (box % 8) * 94,
        150 + Math.floor(box / 8) * 170,
        82,
        80,
        box % 3 ? '#f5f7f6' : '#a6c6d4',
        3,
      ),
    ) +
    rect(0, 700, 1200, 100, '#b3c6ce') +
    inspector({ x: 980, y: 740, scale: 1.8 }) +
    times(18, (flake) => circle((flake * 197) % 1180, (flake * 131) % 640, 4, '#ffffff')),
  laboratory: () =>
    room('#eef3f2', '#c4ccce') +
    rect(0, 560, 1200, 36, '#f7f8f7') +
    rect(0, 596, 1200, 204, '#9fb2ba') +
    microscope({ x: 250, y: 560, scale: 1.15 }) +
    flask({ x: 520, y: 560 }, '#4b8a68') +
    flask({ x: 670, y: 560, scale: 0.8 }, '#d99a3c') +
    tubes({ x: 900, y: 556, scale: 1.2 }),
  'laboratory-staff': () =>
    room('#e7eef0', '#aebcc2') +
    person({ x: 360, y: 640, scale: 2 }, '#f5f7f7') +
    person({ x: 800, y: 640, scale: 2 }, '#f5f7f7') +
    rect(0, 600, 1200, 200, '#8ba3ad') +
    rect(0, 588, 1200, 24, '#f4f5f4') +
    flask({ x: 160, y: 590, scale: 0.9 }, '#3f7d9e') +
    microscope({ x: 580, y: 590, scale: 0.95 }) +
    tubes({ x: 1030, y: 588 }),
  'insect-sample': () =>
    rect(0, 0, 1200, 800, '#ecebe2') +
    circle(560, 400, 320, '#ffffff') +
    circle(560, 400, 296, '#dce9e4') +
    ellipse(560, 430, 90, 150, '#6b4a2f') +
    circle(560, 262, 52, '#4b3421') +
    line('M560 300 L560 570', '#3a2717', 6) +
    line('M480 370 L390 320 M480 430 L372 430 M484 500 L400 556', '#3a2717', 12) +
    line('M640 370 L730 320 M640 430 L748 430 M636 500 L720 556', '#3a2717', 12) +
    line('M540 220 Q500 150 440 150 M580 220 Q620 150 680 150', '#3a2717', 9) +
    path('M800 620 L850 570 L1090 760 L1040 800 Z', '#5d6b74'),
  'trap-in-orchard': () =>
    sky('day', 'trap') +
    hills(520, 'trap') +
    ground(560, '#8fae74') +
    tree({ x: 240, y: 680, scale: 1.6 }) +
    tree({ x: 1000, y: 660, scale: 1.4 }) +
    line('M560 0 L560 250', '#6b5a44', 7) +
    path('M430 330 L560 240 L690 330 L690 460 L430 460 Z', '#e3c24f') +
    rect(430, 460, 260, 16, '#b9982f') +
    times(5, (spot) => circle(470 + spot * 44, 400 + (spot % 2) * 26, 7, '#5b4a2a')),
  orchard: () =>
    sky('morning', 'orchard') +
    hills(480, 'orchard') +
    ground(500, '#a5bd7f') +
    times(4, (row) => tree({ x: 160 + row * 300, y: 600, scale: 0.9 }, '#c0392f')) +
    times(3, (row) => tree({ x: 240 + row * 370, y: 770, scale: 1.4 }, '#c0392f')),
  'cherry-packing': () =>
    room('#f0e9dc', '#b8b0a0') +
    rect(0, 520, 1200, 60, '#7f8d94') +
    times(6, (crate) => {
      const x = 40 + crate * 196
      return (
        times(14, (cherry) =>
          circle(x + 18 + (cherry % 7) * 22, 452 + Math.floor(cherry / 7) * 20, 15, '#a3202c'),
        ) + rect(x, 466, 168, 58, '#c79a63', 4)
      )
    }) +
    person({ x: 320, y: 520, scale: 1.5 }, '#dfeef0') +
    person({ x: 820, y: 520, scale: 1.5 }, '#dfeef0') +
    rect(0, 520, 1200, 60, '#7f8d94') +
    times(24, (roll) => circle(25 + roll * 50, 550, 16, '#aab4b9')),
  'rice-field': () =>
    sky('day', 'rice') +
    hills(430, 'rice') +
    rect(0, 430, 1200, 370, '#c9b458') +
    times(14, (row) =>
      line(`M${600 + (row - 7) * 16} 430 L${600 + (row - 7) * 220} 800`, '#a8923e', 5),
    ) +
    person({ x: 860, y: 700, scale: 1.1 }, '#4b8a68'),
  'sea-farm': () =>
    sky('morning', 'farm') +
    hills(400, 'farm', ['#8fa9b5']) +
    sea(400, '#4f93a4') +
    times(
      5,
      (row) =>
        times(10, (float) =>
          circle(60 + float * 122 + row * 18, 470 + row * 66, 12 + row * 2, '#e5e2d2'),
        ) + line(`M0 ${472 + row * 66} L1200 ${472 + row * 66}`, '#ffffff66', 3),
    ) +
    path('M760 620 L1060 620 L1010 690 L810 690 Z', '#7a4a36') +
    person({ x: 900, y: 620, scale: 0.9 }, '#d99a3c'),
  seafood: () =>
    rect(0, 0, 1200, 800, '#dce9ec') +
    rect(80, 120, 1040, 560, '#f4f8f8', 24) +
    times(80, (ice) => circle(120 + ((ice * 83) % 960), 160 + ((ice * 59) % 480), 22, '#ffffff')) +
    fish({ x: 360, y: 260, scale: 1.4 }, '#7d98a6') +
    fish({ x: 800, y: 300, scale: 1.5 }, '#c98d74') +
    fish({ x: 440, y: 470, scale: 1.6 }, '#5f8393') +
    fish({ x: 860, y: 530, scale: 1.3 }, '#8aa3ad'),
  pasture: () =>
    sky('day', 'pasture') +
    hills(480, 'pasture') +
    ground(500, '#9dbb78') +
    animal({ x: 280, y: 640, scale: 1.3 }, '#6d4a36') +
    animal({ x: 640, y: 590 }, '#efe9dd') +
    animal({ x: 900, y: 700, scale: 1.5 }, '#2f2a28') +
    times(13, (post) => rect(post * 100, 500, 10, 70, '#8b6a4d')) +
    rect(0, 520, 1200, 8, '#8b6a4d'),
  'grain-terminal': () =>
    sky('grey', 'grain') +
    ground(620) +
    times(5, (index) => silo({ x: 180 + index * 185, y: 630, scale: 1.05 })) +
    rect(90, 210, 940, 26, '#77858d') +
    truck({ x: 620, y: 750, scale: 1.2 }, '#c79a3c'),
  airport: () =>
    sky('day', 'airport') +
    hills(470, 'airport', ['#a9bcc2']) +
    rect(0, 380, 430, 130, '#cfd8dc') +
    times(10, (window) => rect(14 + window * 42, 400, 32, 60, '#7fa6b8')) +
    ground(510, '#a9adae') +
    rect(0, 650, 1200, 10, '#f1efe4') +
    plane({ x: 640, y: 600, scale: 1.25 }),
  railway: () =>
    sky('morning', 'railway') +
    hills(520, 'railway') +
    ground(560, '#b3a78f') +
    train({ x: 560, y: 660, scale: 1.1 }),
  'river-bridge': () =>
    sky('evening', 'bridge') +
    hills(460, 'bridge', ['#8794a0']) +
    sea(520, '#55788c') +
    bridge(450) +
    truck({ x: 560, y: 446, scale: 0.45 }),
  'border-gate': () =>
    sky('day', 'gate') +
    ground(560) +
    rect(60, 170, 1080, 70, '#2c4a5e', 6) +
    [110, 560, 1020].map((x) => rect(x, 240, 60, 340, '#dcd5c4')).join('') +
    rect(620, 520, 380, 18, '#c0563f', 6) +
    times(5, (stripe) => rect(650 + stripe * 76, 520, 36, 18, '#f4f1e8')) +
    truck({ x: 360, y: 700, scale: 1.3 }, '#4b8a68') +
    inspector({ x: 780, y: 740, scale: 1.4 }),
  warehouse: () =>
    sky('grey', 'warehouse') +
    ground(580) +
    warehouse({ x: 360, y: 600, scale: 1.2 }) +
    warehouse({ x: 930, y: 600, scale: 1.1 }, '#cfd6d3') +
    truck({ x: 520, y: 730, scale: 1.2 }, '#b5533c'),
  parcels: () =>
    room('#ebe5d8', '#a9a294') +
    rect(60, 560, 1080, 40, '#55636b') +
    times(20, (roll) => circle(86 + roll * 54, 600, 14, '#8a969c')) +
    boxes({ x: 420, y: 560, scale: 1.1 }, 'parcels') +
    inspector({ x: 980, y: 720, scale: 1.8 }),
  'oil-terminal': () =>
    sky('day', 'oil') +
    sea(480) +
    ship({ x: 820, y: 500, scale: 0.9 }, '#5a3a36') +
    ground(620, '#bdb7a8') +
    [160, 480, 800].map((x) => tank({ x, y: 720, scale: 1.1 })).join('') +
    line('M0 740 L1200 740 M0 760 L1200 760', '#77858d', 8),
  documents: () =>
    rect(0, 0, 1200, 800, '#8b6b52') +
    times(6, (plank) => rect(0, plank * 140, 1200, 4, '#7a5c46')) +
    sheet({ x: 360, y: 400, scale: 1.5 }, -8) +
    sheet({ x: 760, y: 420, scale: 1.5 }, 6) +
    `<g transform="rotate(38 1020 420)">${rect(1000, 200, 26, 360, '#23405a', 10)}${path('M1000 560 L1026 560 L1013 610 Z', '#d9c08a')}</g>`,
  meeting: () =>
    room() +
    times(5, (seat) =>
      person({ x: 240 + seat * 180, y: 560, scale: 1.35 }, seat % 2 ? '#2c4a5e' : '#4a5560'),
    ) +
    path('M120 520 L1080 520 L1180 680 L20 680 Z', '#7a523a') +
    times(5, (seat) => rect(196 + seat * 180, 556, 88, 30, '#f7f4ea', 3)),
  training: () =>
    rect(0, 0, 1200, 800, '#e6e0d2') +
    rect(240, 70, 720, 330, '#f8f8f4', 6) +
    rect(290, 130, 300, 22, '#3f7d9e', 4) +
    times(5, (row) => rect(290, 190 + row * 34, 420 - row * 34, 12, '#b6c0c4', 4)) +
    times(4, (bar) => rect(760 + bar * 44, 330 - bar * 46, 30, 40 + bar * 46, '#d99a3c', 2)) +
    person({ x: 130, y: 520, scale: 1.5 }, '#23405a') +
    times(12, (seat) =>
      visitor(
        { x: 150 + (seat % 6) * 180, y: seat < 6 ? 690 : 830, scale: 1.15 },
        seat % 3 ? '#5b6a72' : '#7a5c6e',
      ),
    ),
  'service-hall': () =>
    room('#efeae0', '#c9c2b4') +
    rect(0, 440, 1200, 180, '#3f6d85') +
    rect(0, 428, 1200, 18, '#f4f1e8') +
    times(4, (desk) => person({ x: 180 + desk * 280, y: 430, scale: 1.1 }, '#23405a')) +
    rect(0, 440, 1200, 180, '#3f6d85') +
    times(3, (guest) => visitor({ x: 320 + guest * 280, y: 760, scale: 1.5 }, '#9a6a52')),
  headquarters: () =>
    sky('day', 'headquarters') +
    hills(560, 'headquarters') +
    ground(620, '#c7c9bd') +
    building({ x: 600, y: 640 }) +
    tree({ x: 250, y: 690, scale: 1 }) +
    tree({ x: 965, y: 690, scale: 1.1 }),
} as const

export type SceneName = keyof typeof SCENES
