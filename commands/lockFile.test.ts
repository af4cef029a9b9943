import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'

const LOCK = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
})

/** The places where Node looks for a package that another one needs, nearest first. */
const placesOf = ({ from, name }: { from: string; name: string }) => {
  const parents = from.split('/node_modules/')
  const nested = parents.map((_, index) =>
    parents.slice(0, parents.length - index).join('/node_modules/'),
  )
  return [...nested.map((parent) => `${parent}/node_modules/${name}`), `node_modules/${name}`]
}

it('names the packages of every platform, or `npm ci` refuses on all of them', () => {
  const { packages } = LOCK.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter(
      (name) => !placesOf({ from, name }).some((place) => place in packages),
    ),
  )
  expect(missing).toEqual([])
})
