import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { deriveKeys } from '#server/crypto/keys.ts'
import { open, seal } from '#server/totp/seal.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  done,
  eventKinds,
  PASSWORD,
  stranger,
  turnOnTotp,
  wrongCode,
} from '#tests/server/second-factor/steps.ts'

test.each([4, 8, 12, 13, 14, 15])(
  '11.3.3 a sealed secret does not open with the first %i bytes of its tag',
  (length) => {
    const keys = deriveKeys(['Zm9yIHRlc3RzIG9ubHk6IHRoZSBzZWNyZXQgYmVmb3JlIHRoaXM'])
    const sealed = seal(keys.totp, randomBytes, { userId: 'ada', secret: 'JBSWY3DP' })
    const short = sealed.replace(/[^.]+$/, (tag) =>
      Buffer.from(tag, 'base64url').subarray(0, length).toString('base64url'),
    )
    expect(open(keys.totp, { userId: 'ada', sealed: short })).toBeUndefined()
  },
)

test('11.3.4 a secret is sealed with twelve random bytes as nonce, and opening it reports an older key', () => {
  const keys = deriveKeys([
    'Zm9yIHRlc3RzIG9ubHk6IHRoZSBzZWNyZXQgYmVmb3JlIHRoaXM',
    'YW5kIHRoaXMgaXMgdGhlIG9uZSB0aGF0IHNlYWxzIG5vdyEhISE',
  ])
  const asked: number[] = []
  const sealed = seal(keys.totp, (bytes) => (asked.push(bytes), randomBytes(bytes)), {
    userId: 'ada',
    secret: 'JBSWY3DP',
  })
  expect(asked).toEqual([12])
  const [newest, older] = keys.totp
  expect(open(keys.totp, { userId: 'ada', sealed })).toEqual({ secret: 'JBSWY3DP', newest: true })
  if (!older) throw new Error('There is one key only.')
  expect(open([older, newest], { userId: 'ada', sealed })).toEqual({ secret: 'JBSWY3DP', newest: false })
})

test('a wrong code for a new app gets a hint', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  const { ceremony, secret } = done(await client.post('/api/totp')).body as { ceremony: string; secret: string }
  const answer = await client.post('/api/totp/confirm', { ceremony, code: wrongCode(secret, world.now()) })
  expect(answer).toMatchObject({
    status: 401,
    body: { detail: 'That code isn’t right. Wait for the next one in the app and try again.' },
  })
})

test('an app offered at the moment another is turned on may still replace it', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  const offers = [done(await client.post('/api/totp')).body, done(await client.post('/api/totp')).body] as {
    ceremony: string
    secret: string
  }[]
  for (const { ceremony, secret } of offers) {
    expect(await client.post('/api/totp/confirm', { ceremony, code: codeAt(secret, world.now()) })).toMatchObject({
      status: 204,
    })
  }
  expect(await rows(world, `select kind from events where kind like 'totp%' order by seq`)).toEqual([
    { kind: 'totp_on' },
    { kind: 'totp_replaced' },
  ])
})

test('the letters about a removed app state time, rough place and browser, and one is about the password', async () => {
  const world = makeWorld()
  const { client, email, userId } = await signUp(world)
  const { ceremony, secret } = done(await client.post('/api/totp')).body as { ceremony: string; secret: string }
  done(await client.post('/api/totp/confirm', { ceremony, code: codeAt(secret, world.now()) }))
  done(await client.delete('/api/totp'))
  const about = (await lettersTo(world, email)).filter(({ letter }) =>
    ['totp-on', 'totp-off', 'password-removed'].includes(letter),
  )
  // There was no password, so no letter is about one.
  expect(about.map(({ letter }) => letter)).toEqual(['totp-off', 'totp-on'])
  for (const { text } of about)
    expect(text).toMatch(
      /When: Saturday 21 November 2026, 09:00 UTC\nApproximate location: 198\.51\.\d+\.x\nBrowser: Chrome on Linux/,
    )
  expect(await rows(world, 'select kind from events where user_id = ? order by seq', userId)).toEqual([
    { kind: 'account_created' },
    { kind: 'totp_on' },
    { kind: 'confirmed' },
    { kind: 'totp_off' },
  ])
})

test('turning on the first app ends no session, and removing an app removes the password, with events and letters', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  const other = stranger(world)
  done(await signIn(other, owner.authenticator))
  await turnOnTotp(world, owner.client)
  expect(await other.get('/api/session')).toMatchObject({ status: 200 })

  done(await owner.client.put('/api/password', { password: PASSWORD }))
  done(await owner.client.delete('/api/totp'))
  expect((await eventKinds(world, owner.userId)).slice(-5)).toEqual([
    'totp_on',
    'password_set',
    'confirmed',
    'totp_off',
    'password_removed',
  ])
})
