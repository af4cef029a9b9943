import sharp from 'sharp'
import { isKeyOf, keysOf } from '../access/keysOf'
import { CANVAS } from './drawing/parts'
import { SCENES, type SceneName } from './drawing/scenes'

/**
 * The demonstration's pictures: flat drawings, made on this machine from code, the same bytes each time (with the same
 * version of sharp). No photograph of a real person or place is needed, and nothing is fetched.
 */
type Format = 'jpeg' | 'png' | 'webp'
type Size = readonly [width: number, height: number]
type PictureDefinition = { alt: string; size: Size; format: Format }

const WIDE = [1080, 720] as const
const LARGE = [1600, 900] as const
const SMALL = [960, 640] as const
const NARROW = [800, 600] as const
const SQUARE = [720, 720] as const

const DEFINITIONS = {
  harbour: { alt: '插图：集装箱船停靠在装有岸桥的码头', size: LARGE, format: 'jpeg' },
  'harbour-evening': { alt: '插图：傍晚的港口，货轮与岸桥', size: WIDE, format: 'jpeg' },
  'container-yard': { alt: '插图：检验检疫人员在集装箱堆场', size: WIDE, format: 'jpeg' },
  'container-check': { alt: '插图：检验检疫人员开箱查验集装箱货物', size: WIDE, format: 'webp' },
  'cold-store': { alt: '插图：检验检疫人员检查冷库中的货物', size: SMALL, format: 'jpeg' },
  laboratory: { alt: '插图：实验台上的显微镜、烧瓶和试管', size: WIDE, format: 'jpeg' },
  'laboratory-staff': { alt: '插图：两名检测人员在实验室工作', size: WIDE, format: 'webp' },
  'insect-sample': { alt: '插图：放大镜下的截获昆虫标本', size: NARROW, format: 'png' },
  'trap-in-orchard': { alt: '插图：挂在果园中的诱捕器', size: WIDE, format: 'jpeg' },
  orchard: { alt: '插图：结满苹果的出口备案果园', size: LARGE, format: 'jpeg' },
  'cherry-packing': { alt: '插图：包装厂工人在流水线旁分拣大樱桃', size: WIDE, format: 'jpeg' },
  'rice-field': { alt: '插图：成熟的出口备案水稻基地', size: SMALL, format: 'webp' },
  'sea-farm': { alt: '插图：近海养殖区的浮筏与作业船', size: WIDE, format: 'jpeg' },
  seafood: { alt: '插图：冰鲜水产品', size: NARROW, format: 'jpeg' },
  pasture: { alt: '插图：牧场中的牛只', size: WIDE, format: 'jpeg' },
  'grain-terminal': { alt: '插图：港口粮食筒仓与运输车辆', size: WIDE, format: 'jpeg' },
  airport: { alt: '插图：停在航站楼旁的客机', size: LARGE, format: 'jpeg' },
  railway: { alt: '插图：行驶中的国际货运班列', size: WIDE, format: 'jpeg' },
  'river-bridge': { alt: '插图：傍晚江面上的口岸大桥', size: LARGE, format: 'jpeg' },
  'border-gate': { alt: '插图：货车驶过公路口岸查验通道', size: WIDE, format: 'jpeg' },
  warehouse: { alt: '插图：监管仓库与待检车辆', size: SMALL, format: 'jpeg' },
  parcels: { alt: '插图：检验检疫人员查验传送带上的包裹', size: WIDE, format: 'webp' },
  'oil-terminal': { alt: '插图：原油码头的储罐与油轮', size: WIDE, format: 'jpeg' },
  documents: { alt: '插图：桌面上的文件和钢笔', size: NARROW, format: 'png' },
  meeting: { alt: '插图：会议室中正在召开会议', size: WIDE, format: 'jpeg' },
  training: { alt: '插图：培训课堂', size: WIDE, format: 'jpeg' },
  'service-hall': { alt: '插图：政务服务大厅的办事窗口', size: WIDE, format: 'webp' },
  headquarters: { alt: '插图：办公楼外景', size: SQUARE, format: 'jpeg' },
} as const satisfies Record<SceneName, PictureDefinition>

export type PictureName = keyof typeof DEFINITIONS
export const PICTURE_NAMES = keysOf(DEFINITIONS)
export const isPictureName = (name: unknown): name is PictureName => isKeyOf(DEFINITIONS, name)

const ENDINGS: Record<Format, { ending: string; mimeType: string }> = {
  jpeg: { ending: 'jpg', mimeType: 'image/jpeg' },
  png: { ending: 'png', mimeType: 'image/png' },
  webp: { ending: 'webp', mimeType: 'image/webp' },
}

export type SeedPicture = {
  name: PictureName
  filename: string
  mimeType: string
  alt: string
  width: number
  height: number
}

/** What is known of a picture without drawing it. */
export const pictureOf = (name: PictureName): SeedPicture => {
  const { alt, size, format } = DEFINITIONS[name]
  const { ending, mimeType } = ENDINGS[format]
  return { name, filename: `${name}.${ending}`, mimeType, alt, width: size[0], height: size[1] }
}

/** Draws the picture and gives the bytes of its file. */
export const drawPicture = async (name: PictureName): Promise<Buffer> => {
  const { size, format } = DEFINITIONS[name]
  const [width, height] = size
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${CANVAS.width} ${CANVAS.height}" preserveAspectRatio="xMidYMid slice">${SCENES[name]()}</svg>`
  const image = sharp(Buffer.from(svg)).flatten({ background: '#ffffff' })
  if (format === 'png') return image.png({ palette: true, effort: 2 }).toBuffer()
  if (format === 'webp') return image.webp({ quality: 80, effort: 2 }).toBuffer()
  return image.jpeg({ quality: 82 }).toBuffer()
}
