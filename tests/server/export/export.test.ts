import { describe, expect, test } from 'vitest'
import { type ChainedEvent, firstBreak } from '#server/audit/chain.ts'
import { inAccount } from '#server/in-account.ts'
import { record } from '#server/audit/record.ts'
import { createApi } from '#server/http/api.ts'
import { linkToken } from '#server/mail/link-token.ts'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { confirm, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, mailedCode, MINUTE, PASSWORD, signUpEquipped } from '#tests/server/second-factor/steps.ts'
import { startWait } from '#tests/server/recoveries/steps.ts'

const SECOND = 'second@example.com'

type Exported = { events: ChainedEvent[]; letters: { letter: string; to: string }[] }

/** The cookies of a browser, as a header. */
function cookieOf({ cookies }: Client): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

/** The export of an account that has everything. */
async function exported() {
  const world = makeWorld()
  const owner = await signUpEquipped(world)
  await addEmail(world, owner.client, SECOND)
  await owner.client.patch('/api/account', { name: 'Ada Lovelace' })
  await startWait(world, owner)
  const answer = done(await owner.client.get('/api/account/export'))
  return { world, owner, answer, body: answer.body as unknown as Exported }
}

test('an export has everything that is stored about the person', async () => {
  const { world, owner, body } = await exported()
  const [user] = await rows<{ handle: string; created_at: number }>(world, 'select handle, created_at from users')
  expect(body).toMatchObject({
    format: 'latchkey-export-1',
    exportedAt: world.now(),
    user: { id: owner.userId, handle: user?.handle, name: 'Ada Lovelace', language: 'en', createdAt: user?.created_at },
    emails: [
      { address: owner.email, primary: true },
      { address: SECOND, primary: false },
    ],
    passkeys: [{ credentialId: owner.authenticator.passkeys[0]?.credentialId.toString('base64url'), signCount: 0 }],
    totp: { createdAt: expect.any(Number) },
    backupCodes: { remaining: 10, createdAt: expect.any(Number) },
    password: { setAt: expect.any(Number) },
    recoveries: [{ state: 'waiting', startedAt: world.now() }],
    sessions: [{ current: true, way: 'sign_up' }],
    browsers: [{ seenAt: expect.any(Number) }],
    networks: [{ seenAt: expect.any(Number), firstSeenAt: expect.any(Number) }],
  })
  const letters = body.letters.map(({ letter, to }) => `${letter} ${to}`)
  expect(letters).toEqual(
    expect.arrayContaining([`totp-on ${owner.email}`, `email-added ${SECOND}`, `recovery-started ${SECOND}`]),
  )
})

test('its events are the whole chain up to the export itself; they verify, and any change breaks them', async () => {
  const { owner, body } = await exported()
  const { events } = body
  expect([events[0]?.kind, events.at(-1)?.kind]).toEqual(['account_created', 'account_exported'])
  expect(firstBreak(owner.userId, events)).toBeUndefined()
  expect(firstBreak(owner.userId, events.with(2, { ...(events[2] as ChainedEvent), ip: '192.0.2.1' }))).toBe(3)
  expect(firstBreak(owner.userId, events.toSpliced(3, 1))).toBe(4)
  expect(firstBreak('somebody else', events)).toBe(1)
})

test('X8 it holds no secret of the account and is not cached', async () => {
  const { world, owner, answer } = await exported()
  const text = JSON.stringify(answer.body)
  const [kept] = await rows<Record<string, string>>(
    world,
    'select totp.secret, passwords.hash, sessions.token_hash, sessions.browser, public_key from totp, passwords, sessions, passkeys limit 1',
  )
  const recoveries = await rows<{ id: string }>(world, 'select id from recoveries')
  const secrets = [
    owner.secret,
    PASSWORD,
    ...owner.codes.map((code) => code.slice(5)),
    ...Object.values(kept ?? {}),
    ...(await rows<{ hash: string }>(world, 'select hash from backup_codes')).map(({ hash }) => hash),
    ...recoveries.map(({ id }) => linkToken(world.keys, 'cancel', id)),
    ...owner.client.cookies.values(),
  ]
  for (const secret of secrets) expect(text).not.toContain(secret)
  expect(text).not.toContain(`"${await mailedCode(world, owner.email, 'recovery-code')}"`)
  expect(answer.headers.get('cache-control')).toContain('no-store')
})

test('V8.2.2 it holds nothing of another person', async () => {
  const world = makeWorld()
  const [ada, bob] = [await signUp(world), await signUp(world)]
  await bob.client.patch('/api/account', { name: 'Robert' })
  const text = JSON.stringify(done(await ada.client.get('/api/account/export')).body)
  for (const theirs of [
    bob.email,
    bob.userId,
    'Robert',
    bob.authenticator.passkeys[0]?.credentialId.toString('base64url') ?? '',
  ])
    expect(text).not.toContain(theirs)
})

test('§6.3 it is refused without a fresh confirmation or a session', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  world.turnClock(10 * MINUTE + 1)
  expect(await client.get('/api/account/export')).toMatchObject({
    status: 403,
    body: { code: 'confirmation_required' },
  })
  expect(await makeClient(world).get('/api/account/export')).toMatchObject({ status: 401 })
})

describe('fault S2 an export', () => {
  test('of many events is written in many pieces, each of few, and has all of them in order', async () => {
    const world = makeWorld()
    const { client, userId } = await signUp(world)
    await inAccount(world, userId, async (tx) => {
      const witness = { userId, ip: '192.0.2.1', userAgent: 'Chrome', browser: '' }
      for (let n = 0; n < 5_000; n += 1) await record(tx, witness, 'signed_in', { passkey: 'A key' })
    })
    const response = await createApi(world).request('/api/account/export', { headers: { cookie: cookieOf(client) } })
    const pieces: string[] = []
    for await (const piece of response.body ?? []) pieces.push(Buffer.from(piece).toString())
    const { events } = JSON.parse(pieces.join('')) as Exported
    expect(events).toHaveLength(5_002)
    expect(firstBreak(userId, events)).toBeUndefined()
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(pieces.join('').length / 20)
  })

  test('is refused while another one of the account is under way, and not while one of another account is', async () => {
    const world = makeWorld()
    const [ada, bob] = [await signUp(world), await signUp(world)]
    const first = await createApi(world).request('/api/account/export', { headers: { cookie: cookieOf(ada.client) } })
    expect(await ada.client.get('/api/account/export')).toMatchObject({
      status: 429,
      body: { code: 'too_many_attempts', retryAfter: 5 },
    })
    expect(await bob.client.get('/api/account/export')).toMatchObject({ status: 200 })
    await first.text()
    expect(await ada.client.get('/api/account/export')).toMatchObject({ status: 200 })
  })

  test('whose reader has gone keeps the next one waiting for a minute at most', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    await createApi(world).request('/api/account/export', { headers: { cookie: cookieOf(client) } })
    world.turnClock(MINUTE - 1)
    expect(await client.get('/api/account/export')).toMatchObject({ status: 429 })
    world.turnClock(1)
    expect(await client.get('/api/account/export')).toMatchObject({ status: 200 })
  })

  test('fails if its events are deleted meanwhile, because their chain would seem broken', async () => {
    const world = makeWorld()
    const { client, userId } = await signUp(world)
    const response = await createApi(world).request('/api/account/export', { headers: { cookie: cookieOf(client) } })
    await world.db.transaction((tx) => tx.run('delete from events where user_id = ? and seq = 1', userId))
    await expect(response.text()).rejects.toThrow('Events were deleted during their export.')
  })

  test('is refused after five in an hour, and one that is refused counts only with a confirmation', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    for (let n = 0; n < 5; n += 1) expect((await client.get('/api/account/export')).status).toBe(200)
    expect(await client.get('/api/account/export')).toMatchObject({ status: 429, body: { retryAfter: 3_600 } })
    world.turnClock(60 * MINUTE)
    for (let n = 0; n < 6; n += 1) expect((await client.get('/api/account/export')).status).toBe(403)
    await confirm(client, authenticator)
    expect((await client.get('/api/account/export')).status).toBe(200)
  })
})
