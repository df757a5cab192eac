import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

const IP = '192.0.2.77'
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) Curious/7.7'
const EMAIL = 'nobody.there@example.org'

/** The tables that docs/security.md describes as holding nothing personal. */
const TABLES = ['spent', 'limits', 'joined_letters'] as const

test('tables without personal data hold no IP, browser or address of anybody who tried something', async () => {
  const world = makeWorld({ LIMIT_SCALE: '1000' })
  const visitor = makeClient(world, { ip: IP, userAgent: BROWSER })
  const { authenticator } = await signUp(world, { email: 'ada@example.org', client: visitor })
  await signIn(visitor, authenticator)
  for (const email of [EMAIL, 'ada@example.org']) {
    await visitor.post('/api/sign-in/password', { email, password: 'not the one at all' })
    for (let count = 0; count < 12; count += 1) await visitor.post('/api/recovery', { email })
    for (let count = 0; count < 12; count += 1) await visitor.post('/api/sign-up', { email })
  }
  for (const table of TABLES) {
    const kept = JSON.stringify(await rows(world, `select * from ${table}`))
    expect([table, kept.length > 2]).toEqual([table, true])
    for (const secret of [IP, BROWSER, 'Curious', EMAIL, 'example.org', 'password_wrong'])
      expect([table, secret, kept.includes(secret)]).toEqual([table, secret, false])
  }
})
