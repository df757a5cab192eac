import { expect, test } from 'vitest'
import { type ChainedEvent, firstBreak } from '#server/audit/chain.ts'
import { linkToken } from '#server/mail/link-token.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, mailedCode, MINUTE, PASSWORD, signUpEquipped } from '#tests/server/second-factor/steps.ts'
import { startWait } from '#tests/server/recoveries/steps.ts'

const SECOND = 'second@example.com'

type Exported = { events: ChainedEvent[]; letters: { letter: string; to: string }[] }

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
    networks: [{ seenAt: expect.any(Number) }],
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
