import { sealData } from 'iron-session'
import { describe, expect, test } from 'vitest'
import { sha256 } from '#server/crypto/keys.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { NAME, withCookie, tokenOf } from '#tests/server/callers/cookies-steps.ts'

describe('the session cookie', () => {
  test('S1 holds only the session id and a random secret, and the database holds only the secret’s hash', async () => {
    const world = makeWorld()
    const { client, userId, email } = await signUp(world)
    const [id = '', secret = '', ...more] = (await tokenOf(world, client)).split('.')
    expect(more).toEqual([])
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(await rows(world, 'select id, token_hash as hash from sessions')).toEqual([{ id, hash: sha256(secret) }])
    expect(JSON.stringify(await rows(world, 'select * from sessions'))).not.toContain(secret)
    for (const said of [userId, email, id, secret]) expect(client.cookies.get(NAME)).not.toContain(said)
  })

  test('S1 opens only the session its secret was made for', async () => {
    const world = makeWorld()
    const [mine, theirs] = [await signUp(world), await signUp(world)]
    const [[id = '', secret = ''], [otherId = '', otherSecret = '']] = [
      (await tokenOf(world, mine.client)).split('.'),
      (await tokenOf(world, theirs.client)).split('.'),
    ]
    const statusOf = async (token: string) => {
      const cookie = await sealData({ token }, { password: world.keys.session[0].bytes.toString('base64url'), ttl: 0 })
      return (await withCookie(world, cookie).get('/api/session')).status
    }
    expect(await statusOf(`${id}.${secret}`)).toBe(200)
    const none = [
      `${id}.${otherSecret}`,
      `${otherId}.${secret}`,
      `${id}.`,
      `${id}.${sha256(secret)}`,
      `${id}.${secret}.`,
      `.${secret}`,
      id,
      secret,
      '',
      '.',
      '%.%',
      `${id.slice(0, -1)}_.${secret}`,
    ]
    for (const token of none) expect([token, await statusOf(token)]).toEqual([token, 401])
  })

  test('gets a new secret at a confirmation, for the same session', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const [id, secret] = (await tokenOf(world, client)).split('.')
    await confirm(client, authenticator)
    const [sameId, otherSecret] = (await tokenOf(world, client)).split('.')
    expect([sameId === id, otherSecret === secret]).toEqual([true, false])
  })

  test('V3.3.4 is the only place for its token, which no response body contains', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const answers = [
      await signIn(client, authenticator),
      await confirm(client, authenticator),
      await client.get('/api/session'),
      await client.get('/api/sessions'),
      await client.get('/api/account/export'),
    ]
    const [, secret = 'none'] = (await tokenOf(world, client)).split('.')
    for (const { body } of answers) expect(JSON.stringify(body)).not.toMatch(new RegExp(`${secret}|"token"`))
  })

  test('V3.3.5 is smaller than 4096 bytes', async () => {
    const { client } = await signUp(makeWorld())
    expect((client.cookies.get(NAME) ?? '').length).toBeLessThan(1_024)
  })
})
