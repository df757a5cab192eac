import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { blackPng, painted, PNG_HEAD, sendPicture } from '#tests/server/pictures/makers.ts'

const HTML = Buffer.from('<!doctype html><script>alert(1)</script>')
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>')
const png = () => painted().png().toBuffer()
const jpeg = () => painted().jpeg().toBuffer()
const webp = () => painted().webp().toBuffer()
const part = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

const UNUSABLE: [string, string, () => Buffer | Promise<Buffer>][] = [
  ['nothing', 'image/png', () => Buffer.alloc(0)],
  ['a page', 'image/png', () => HTML],
  ['a page behind the head of a PNG', 'image/png', () => Buffer.concat([PNG_HEAD, HTML])],
  ['a page behind the head of a JPEG', 'image/jpeg', () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), HTML])],
  ['a page behind the head of a WebP', 'image/webp', () => Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), HTML])],
  ['an SVG', 'image/png', () => SVG],
  ['an SVG behind the head of a PNG', 'image/png', () => Buffer.concat([PNG_HEAD, SVG])],
  ['a GIF', 'image/png', () => painted().gif().toBuffer()],
  ['a TIFF', 'image/jpeg', () => painted().tiff().toBuffer()],
  ['a PDF', 'image/jpeg', () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
  ['a JPEG as a PNG', 'image/png', jpeg],
  ['a PNG as a WebP', 'image/webp', png],
  ['half a PNG', 'image/png', async () => part(await png())],
  ['half a JPEG', 'image/jpeg', async () => part(await jpeg())],
  ['half a WebP', 'image/webp', async () => part(await webp())],
  ['a PNG with a wrong sum', 'image/png', async () => (await png()).fill(0, 40, 60)],
  ['a PNG of 20,000 × 20,000 pixels', 'image/png', () => blackPng(20_000)],
  ['a PNG with a side of 1,025 pixels', 'image/png', () => painted(1_025, 2).png().toBuffer()],
]

describe('as a picture', () => {
  test.each(UNUSABLE)('%s is refused with a sentence', async (_, type, make) => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const bytes = await make()
    expect(bytes.length).toBeLessThan(256 * 1_024)
    const answer = await leavingAllAsItWas(world, () => sendPicture(client, type, bytes))
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'picture_unusable', title: expect.stringContaining('PNG, JPEG or WebP') },
    })
    expect(await rows(world, 'select version from pictures')).toEqual([])
    expect(world.logged.filter((line) => line.includes('"error"'))).toEqual([])
  })

  test.each([
    'image/svg+xml',
    'image/gif',
    'image/heic',
    'image/*',
    'application/octet-stream',
    'application/json',
    '',
  ])('C2 a body of the type %j is refused, whatever it holds', async (type) => {
    const { client } = await signUp(makeWorld())
    expect(await sendPicture(client, type, await png())).toMatchObject({
      status: 415,
      body: { code: 'unsupported_type', detail: 'Send image/png or image/jpeg or image/webp.' },
    })
  })

  test('L7 256 KB are accepted, and not a byte more, whether their number is declared or not', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    // What follows the end of a JPEG is no part of it.
    const padded = async (length: number) => Buffer.concat([await jpeg()], length)
    expect(await sendPicture(client, 'image/jpeg', await padded(262_144))).toMatchObject({ status: 200 })
    const tooMuch = await padded(262_145)
    expect(await sendPicture(client, 'image/jpeg', tooMuch)).toMatchObject({ status: 413, body: { code: 'too_large' } })
    const headers = { 'content-type': 'image/jpeg', 'transfer-encoding': 'chunked' }
    const chunked = await client.send('PUT', '/api/account/picture', new Uint8Array(tooMuch), headers)
    expect(chunked).toMatchObject({ status: 413 })
  })

  test('what the decoder could read from elsewhere stays unread: its other readers are closed', async () => {
    const { client } = await signUp(makeWorld())
    await sendPicture(client, 'image/png', await png())
    for (const bytes of [SVG, await painted().gif().toBuffer(), await painted().tiff().toBuffer()])
      await expect(sharp(bytes).metadata()).rejects.toThrow('unsupported image format')
    await expect(sharp('docs/phone-app.png').metadata()).rejects.toThrow('unsupported image format')
  })
})
