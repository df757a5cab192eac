import { setImmediate as nextTurn } from 'node:timers/promises'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { makeClient, statusesOf } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'
import { blackPng, colourAt, halves, painted, pictureOf, sendPicture } from '#tests/server/pictures/makers.ts'
import { done, eventKinds, HOUR, letterNames } from '#tests/server/second-factor/steps.ts'

const SQUARE = { format: 'webp', width: 256, height: 256 }

describe('a picture', () => {
  test.each<[string, string, () => Promise<Buffer>]>([
    ['a PNG', 'image/png', () => painted().png().toBuffer()],
    ['a JPEG', 'image/jpeg', () => painted().jpeg().toBuffer()],
    ['a WebP', 'image/webp', () => painted().webp().toBuffer()],
    ['a PNG of 16 bits', 'image/png', () => painted().toColourspace('rgb16').png().toBuffer()],
    [
      'a PNG in passes with a palette',
      'image/png',
      () => painted(90, 60).png({ progressive: true, palette: true }).toBuffer(),
    ],
    ['a PNG of one pixel', 'image/png', () => painted(1, 1).png().toBuffer()],
    ['a JPEG for printing', 'image/jpeg', () => painted().toColourspace('cmyk').jpeg().toBuffer()],
    ['a grey JPEG in passes', 'image/jpeg', () => painted().greyscale().jpeg({ progressive: true }).toBuffer()],
    ['a JPEG of 1,024 × 40 pixels', 'image/jpeg', () => painted(1_024, 40).jpeg().toBuffer()],
  ])('from %s becomes a square of 256 pixels', async (_, type, make) => {
    const { client } = await signUp(makeWorld())
    done(await sendPicture(client, type, await make()))
    expect(await sharp(await pictureOf(client)).metadata()).toMatchObject({ ...SQUARE, space: 'srgb' })
  })

  test('is cropped to its middle', async () => {
    const { client } = await signUp(makeWorld())
    done(await sendPicture(client, 'image/png', await halves(800, 200).png().toBuffer()))
    const picture = await pictureOf(client)
    const [left, right] = [await colourAt(picture, 90, 120), await colourAt(picture, 150, 120)]
    expect([left[0], right[2]].every((strength = 0) => strength > 200)).toBe(true)
  })

  test('stands upright, and tells no more where and with what it was taken', async () => {
    const { client } = await signUp(makeWorld())
    const taken = await halves(200, 200)
      .jpeg()
      .withExif({
        IFD0: { Make: 'Secret camera', ImageDescription: 'At home' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
      })
      .withMetadata({ orientation: 6, icc: 'p3' })
      .toBuffer()
    // A quarter turn to the right: what was left is at the top.
    done(await sendPicture(client, 'image/jpeg', taken))
    const picture = await pictureOf(client)
    const [top, bottom] = [await colourAt(picture, 120, 40), await colourAt(picture, 120, 200)]
    expect([top[0], bottom[2]].every((strength = 0) => strength > 200)).toBe(true)
    const { exif, icc, xmp, iptc, orientation } = await sharp(picture).metadata()
    expect([exif, icc, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect(picture.toString('latin1')).not.toMatch(/Secret camera|At home|Exif/)
  })

  test('that moves stands still', async () => {
    const { client } = await signUp(makeWorld())
    const frames = Buffer.concat([Buffer.alloc(64 * 64 * 3, 200), Buffer.alloc(64 * 64 * 3, 20)])
    const moving = await sharp(frames, { raw: { width: 64, height: 128, channels: 3, pageHeight: 64 } })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer()
    expect(await sharp(moving).metadata()).toMatchObject({ pages: 2 })
    done(await sendPicture(client, 'image/webp', moving))
    const picture = await pictureOf(client)
    expect(await sharp(picture).metadata()).toMatchObject(SQUARE)
    expect((await sharp(picture).metadata()).pages).toBeUndefined()
    expect((await colourAt(picture, 100, 100))[0]).toBeGreaterThan(150)
  })

  test('loses what was hidden behind it', async () => {
    const { client } = await signUp(makeWorld())
    const hidden = Buffer.from('<html><script>alert(1)</script>PK\x03\x04')
    done(await sendPicture(client, 'image/jpeg', Buffer.concat([await painted().jpeg().toBuffer(), hidden])))
    expect((await pictureOf(client)).includes('<script>')).toBe(false)
  })

  test('takes the place of the one before, with another version', async () => {
    const world = makeWorld()
    const { client, email, userId } = await signUp(world)
    const first = done(await sendPicture(client, 'image/png', await painted().png().toBuffer()))
    world.turnClock(HOUR)
    const second = done(await sendPicture(client, 'image/png', await painted(90, 90).png().toBuffer()))
    expect(second.body.version).not.toBe(first.body.version)
    expect(await rows(world, 'select version, set_at from pictures')).toEqual([
      { version: second.body.version, set_at: world.now() },
    ])
    done(await client.delete('/api/account/picture'))
    expect(await rows(world, 'select version from pictures')).toEqual([])
    expect(await eventKinds(world, userId)).toEqual([
      'account_created',
      'picture_set',
      'picture_set',
      'picture_removed',
    ])
    expect(await letterNames(world, email)).toEqual(['sign-up-code'])
  })

  test('is refused without a session, and if its session ends meanwhile', async () => {
    const world = makeWorld()
    const bytes = blackPng(1_000)
    expect(await sendPicture(makeClient(world), 'image/png', bytes)).toMatchObject({ status: 401 })
    const { client } = await signUp(world)
    const [sent, ended] = await Promise.all([
      sendPicture(client, 'image/png', bytes),
      client.copy().delete('/api/session'),
    ])
    expect([sent.status, sent.body.code, ended.status]).toEqual([401, 'not_signed_in', 204])
    expect(await rows(world, 'select version from pictures')).toEqual([])
  })
})

test('while a large picture is decoded, other requests are answered', async () => {
  const { client } = await signUp(makeWorld())
  let isOver = false
  const sent = sendPicture(client, 'image/png', blackPng(1_024)).finally(() => (isOver = true))
  let answered = 0
  while (!isOver) {
    // Lets the answer of the decoder in.
    await nextTurn()
    if ((await client.get('/api/session')).status === 200) answered += 1
  }
  expect(await sent).toMatchObject({ status: 200 })
  expect(answered).toBeGreaterThan(10)
})

test('of fifty pictures at once some are stored, one after the other, and the rest is refused', async () => {
  const world = makeWorld()
  const { client, userId } = await signUp(world)
  const bytes = await painted().png().toBuffer()
  const statuses = statusesOf(await atOnce(50, () => sendPicture(client, 'image/png', bytes)))
  const stored = statuses.filter((status) => status === 200).length
  expect([...new Set(statuses)]).toEqual([200, 429])
  expect(stored).toBeLessThanOrEqual(20)
  expect((await eventKinds(world, userId)).filter((kind) => kind === 'picture_set')).toHaveLength(stored)
  expect(await rows(world, 'select user_id from pictures')).toHaveLength(1)
})

test('an account sends twenty pictures an hour, also those that are refused, and removes them as it likes', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  for (let sent = 0; sent < 19; sent += 1)
    expect((await sendPicture(client, 'image/png', Buffer.from('no picture'))).status).toBe(422)
  const bytes = await painted().png().toBuffer()
  expect((await sendPicture(client, 'image/png', bytes)).status).toBe(200)
  expect(await sendPicture(client, 'image/png', bytes)).toMatchObject({ status: 429, body: { retryAfter: 3_600 } })
  expect((await client.delete('/api/account/picture')).status).toBe(204)
  world.turnClock(HOUR)
  expect((await sendPicture(client, 'image/png', bytes)).status).toBe(200)
})
