import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { confirm, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { painted, pictureOf, sendPicture } from '#tests/server/pictures/makers.ts'
import { done, HOUR } from '#tests/server/second-factor/steps.ts'

const NOT_FOUND = { status: 404, body: { code: 'not_found' } }

async function withPicture() {
  const world = makeWorld()
  const owner = await signUp(world)
  const { body } = done(await sendPicture(owner.client, 'image/png', await painted().png().toBuffer()))
  return { world, owner, version: String(body.version) }
}

describe('one’s own picture', () => {
  test('may be kept for a year at the address with its version, and not at the one without', async () => {
    const { owner, version } = await withPicture()
    const kept = await owner.client.get(`/api/account/picture?v=${version}`)
    expect(Object.fromEntries(kept.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cross-origin-resource-policy': 'same-origin',
    })
    const fresh = await owner.client.get('/api/account/picture')
    expect(fresh.headers.get('cache-control')).toBe('private, no-store')
    expect(fresh.file?.equals(kept.file ?? Buffer.alloc(0))).toBe(true)
  })

  test('is not found with the version of another one, and once it is removed', async () => {
    const { owner, version } = await withPicture()
    const { client } = owner
    done(await sendPicture(client, 'image/png', await painted(80, 80).png().toBuffer()))
    expect(await client.get(`/api/account/picture?v=${version}`)).toMatchObject(NOT_FOUND)
    done(await client.delete('/api/account/picture'))
    expect(await client.get('/api/account/picture')).toMatchObject(NOT_FOUND)
    expect(await client.delete('/api/account/picture')).toMatchObject(NOT_FOUND)
  })

  test.each(['x', 'A'.repeat(23), '../../etc/passwd', "' or 1=1"])('is refused with the version %j', async (v) => {
    const { owner } = await withPicture()
    expect(await owner.client.get(`/api/account/picture?v=${encodeURIComponent(v)}`)).toMatchObject({ status: 400 })
  })

  test('X1 is nobody else’s: another person and a visitor do not get it', async () => {
    const { world, version } = await withPicture()
    const { client: other } = await signUp(world)
    for (const path of ['/api/account/picture', `/api/account/picture?v=${version}`]) {
      expect(await other.get(path)).toMatchObject(NOT_FOUND)
      expect(await makeClient(world).get(path)).toMatchObject({ status: 401 })
    }
    expect(await other.delete('/api/account/picture')).toMatchObject(NOT_FOUND)
  })

  test('is in the export, as it is served', async () => {
    const { world, owner } = await withPicture()
    const served = await pictureOf(owner.client)
    world.turnClock(HOUR)
    done(await confirm(owner.client, owner.authenticator))
    const { body } = done(await owner.client.get('/api/account/export'))
    expect(body.picture).toEqual({
      type: 'image/webp',
      setAt: world.now() - HOUR,
      data: served.toString('base64'),
    })
  })
})
