import { expect, test } from 'vitest'
import { firstBreak } from '#server/audit/chain.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { story } from '#tests/server/audit-steps.ts'

test('V16.3.1 every event is stored in order, and the chain is intact', async () => {
  const {
    exported: { user, events },
  } = await story()
  expect(events.map(({ kind }) => kind)).toEqual([
    'account_created',
    'signed_in',
    'sign_in_failed',
    'confirmed',
    'passkey_added',
    'passkey_renamed',
    'confirmed',
    'passkey_removed',
    'sessions_ended',
    'signed_in',
    'signed_out',
    'account_exported',
  ])
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  expect(firstBreak(user.id, events)).toBeUndefined()
})

test('V16.2.1 every event has its time, place and browser, and its session if it has one', async () => {
  const {
    exported: { events },
  } = await story()
  for (const { at, ip, userAgent, hash } of events) {
    expect(at).toBeGreaterThan(0)
    expect(ip).toMatch(/^\d+\.\d+\.\d+\.\d+$/)
    expect(userAgent).toContain('Chrome')
    expect(hash).toMatch(/^[\w-]{43}$/)
  }
  expect(events.filter(({ sessionId }) => sessionId === null).map(({ kind }) => kind)).toEqual(['sign_in_failed'])
})

test('V16.2.5 no event holds a token, a code, a challenge or an address', async () => {
  const { world, email } = await story()
  const written = JSON.stringify(await rows(world, 'select * from events'))
  const hashes = await rows<{ token_hash: string }>(world, 'select token_hash from sessions')
  expect(written).not.toContain(email)
  for (const { token_hash } of hashes) expect(written).not.toContain(token_hash)
})
