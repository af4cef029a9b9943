import { describe, expect, it } from 'vitest'
import { safeFileName, variantUrl } from '../urls'
import { areAll, variantName, variantsOf } from './variants'

const widthsOf = (width: number | null, height: number | null, mimeType = 'image/jpeg') =>
  variantsOf({ width, height, mimeType })
    .filter(({ format }) => format === 'webp')
    .map((variant) => variant.width)

describe('the variants of an upload', () => {
  it.each([
    [6000, 4000, [480, 960, 1600]],
    [1600, 900, [480, 960, 1600]],
    [1200, 800, [480, 960, 1200]],
    [1000, 800, [480, 1000]],
    [960, 640, [480, 960]],
    [500, 900, [500]],
    [480, 320, [480]],
    [479, 320, []],
    [16_320, 12_240, [480, 960, 1600]],
    [20_000, 20_000, []],
    [null, 800, []],
    [800, null, []],
  ])('of %s × %s are %j wide, never wider than it is', (width, height, widths) => {
    expect(widthsOf(width, height)).toEqual(widths)
  })

  it.each(['image/gif', 'image/svg+xml', 'application/pdf', ''])('of %s are none', (mimeType) => {
    expect(widthsOf(1200, 800, mimeType)).toEqual([])
  })

  it('come in both formats, the smaller files first', () => {
    const formats = variantsOf({ mimeType: 'image/png', width: 500, height: 500 })
    expect(formats.map(({ format }) => format)).toEqual(['avif', 'webp'])
  })

  it('are made anew when others are wanted than were made', () => {
    const wanted = variantsOf({ mimeType: 'image/png', width: 1200, height: 800 })
    expect(areAll({ made: wanted, wanted })).toBe(true)
    expect(areAll({ made: wanted.slice(1), wanted })).toBe(false)
    const [first, ...rest] = wanted
    expect(areAll({ made: first ? [{ ...first, width: 640 }, ...rest] : [], wanted })).toBe(false)
  })

  it('have names that no upload has', () => {
    const variant = { width: 480, format: 'webp' } as const
    expect(safeFileName(variantName(variant))).not.toBe(variantName(variant))
    expect(variantUrl({ sha256: 'ab'.repeat(32), ...variant })).toBe(
      '/media/abababababababab/~480.webp',
    )
  })
})
