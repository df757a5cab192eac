import sharp from 'sharp'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { touchIconOf } from '#server/brand/install.ts'
import { readConfig } from '#server/config/config.ts'
import { installAnswers } from '#server/http/install.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'

function makeMark(content: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'mark'), content)
  return join(folder, 'mark')
}

function manifestOf(environment: Record<string, string>): Record<string, unknown> {
  const { body, headers } = installAnswers(readConfig(environment)).get('/manifest.webmanifest')?.() ?? {}
  expect(headers).toMatchObject({ 'content-type': 'application/manifest+json', 'x-content-type-options': 'nosniff' })
  return JSON.parse(String(body)) as Record<string, unknown>
}

test('the manifest has the operator’s name, and an installed app begins at the account', () => {
  expect(manifestOf({ RP_NAME: 'Acme' })).toMatchObject({
    name: 'Acme',
    start_url: '/account',
    display: 'standalone',
    theme_color: '#f5f9f7',
    background_color: '#f5f9f7',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  })
})

test.each([
  ['/apple-touch-icon.png', 180],
  ['/icon-192.png', 192],
  ['/icon-512.png', 512],
])('our own mark is drawn in the accent, as a whole PNG without transparent parts: %s', async (path, side) => {
  const answer = installAnswers(readConfig({ ACCENT: '#1d4ed8' })).get(path)?.()
  expect(answer?.headers['content-type']).toBe('image/png')
  const { data, info } = await sharp(answer?.body, { failOn: 'warning' }).raw().toBuffer({ resolveWithObject: true })
  expect(info).toMatchObject({ width: side, height: side, channels: 3 })
  const pixel = (x: number, y: number) => {
    const at = (Math.floor(y * side) * side + Math.floor(x * side)) * 3
    return `#${data.subarray(at, at + 3).toString('hex')}`
  }
  for (const corner of [0, 0.999]) expect(pixel(corner, corner)).toBe('#1d4ed8')
  // In the middle of the stem, in the hole of the ring, and beside the mark.
  expect([pixel(12 / 32, 20 / 32), pixel(12 / 32, 10.2 / 32), pixel(0.8, 0.2)]).toEqual([
    readConfig({ ACCENT: '#1d4ed8' }).brand.accent.light.on,
    '#1d4ed8',
    '#1d4ed8',
  ])
})

test('the mark of an operator is the icon as it is, and on an iPhone only as a PNG', async () => {
  const png = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#888' } })
    .png()
    .toBuffer()
  const [drawn, drawing] = [{ MARK: makeMark(png) }, { MARK: makeMark(SVG) }]
  expect(manifestOf(drawn).icons).toEqual([
    { src: expect.stringMatching(/^\/brand\/[\da-f]{16}\/mark\.png$/), sizes: '256x256', type: 'image/png' },
  ])
  expect(manifestOf(drawing).icons).toEqual([
    { src: expect.stringMatching(/mark\.svg$/), sizes: 'any', type: 'image/svg+xml' },
  ])
  expect(touchIconOf(readConfig(drawn).brand)).toMatch(/mark\.png$/)
  expect(touchIconOf(readConfig(drawing).brand)).toBeUndefined()
  expect(touchIconOf(readConfig({}).brand)).toBe('/apple-touch-icon.png')
  expect([...installAnswers(readConfig(drawing)).keys()]).toEqual(['/manifest.webmanifest'])
})

test('a mark that is cut off before its size is an icon of any size', () => {
  const start = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  expect(manifestOf({ MARK: makeMark(start) }).icons).toMatchObject([{ sizes: 'any' }])
})
