import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWorld } from '#tests/helpers/world.ts'
import { serve } from '#tests/server/http/front-steps.ts'

test.each([
  '/_next/image',
  '/_next/image/',
  '/_next/image?url=%2Ffoo%0A{"at":"2026-11-28"}&w=64&q=75',
  '//_next//image?url=/foo',
  '/_NEXT/Image?url=/foo',
  '/%5Fnext%2Fimage?url=/foo',
])('V16.4.1 the optimizer for pictures, which writes to the console, is not reached: %s', async (path) => {
  const world = makeWorld()
  const { ask, asked } = await serve(world)
  expect((await ask(path)).status).toBe(404)
  expect([asked, world.logged]).toEqual([[], []])
  await ask('/_next/static/chunk.js')
  await ask('/_next/images')
  expect(asked).toHaveLength(2)
})

test('it is also off in the configuration of the pages', () => {
  const config = readFileSync(join(import.meta.dirname, '../../../next.config.mjs'), 'utf8')
  expect(config).toContain('images: { unoptimized: true }')
})
