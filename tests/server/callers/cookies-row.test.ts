import { sealData } from 'iron-session'
import { describe, expect, test } from 'vitest'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { NOBODY, NAME, withCookie, tokenOf } from '#tests/server/callers/cookies-steps.ts'

describe('the row decides, not the cookie:', () => {
  test('S3 a seal without an expiry does not open an expired session', async () => {
    const world = makeWorld({ SESSION_IDLE: '1h', SESSION_MAX: '1h' })
    const { client } = await signUp(world)
    const token = await tokenOf(world, client)
    const endless = await sealData({ token }, { password: world.keys.session[0].bytes.toString('base64url'), ttl: 0 })
    world.turnClock(3_600_000 - 1)
    expect(await withCookie(world, endless).get('/api/session')).toMatchObject({ status: 200 })
    world.turnClock(1)
    expect(await withCookie(world, endless).get('/api/session')).toMatchObject(NOBODY)
  })

  test('S4 an altered cookie that can still be read does not open an ended session', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const seal = client.cookies.get(NAME) ?? ''
    const [bare = ''] = seal.split('~')
    const bent = [
      seal,
      bare,
      `${bare}~1`,
      `${bare}~2x`,
      `${bare}~2~2`,
      `${seal} `,
      `"${seal}"`,
      encodeURIComponent(seal),
      seal.toLowerCase(),
    ]
    const live = await Promise.all(
      bent.map(async (value) => (await withCookie(world, value).get('/api/session')).status),
    )
    expect(live[0]).toBe(200)
    await client.delete('/api/session')
    for (const value of bent) expect(await withCookie(world, value).get('/api/session'), value).toMatchObject(NOBODY)
  })
})
