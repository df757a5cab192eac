import { describe, expect, test } from 'vitest'
import type { AccountFacts } from '#server/check-up/facts.ts'
import type { Lost, Way } from '#server/check-up/remaining.ts'
import { judgeAccount } from '#server/check-up/rule.ts'
import { addPasskey, confirm, makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { startWait, WAIT, WINDOW } from '#tests/server/recoveries/steps.ts'
import { done, makeCodes, turnOnTotp } from '#tests/server/second-factor/steps.ts'
import { BARE, BOUND, COPIED, say, SYNCED } from '#tests/server/check-up/accounts.ts'

const FULL: AccountFacts = {
  ...BARE,
  passkeys: [SYNCED, BOUND],
  totp: true,
  codesLeft: 10,
  password: true,
  addresses: 2,
  settledAddresses: 2,
}

function remaining(what: Lost, facts: AccountFacts): Way[] | undefined {
  return judgeAccount(facts, say).losses.find((loss) => loss.what === what)?.ways
}

describe('what remains', () => {
  test.each<[string, AccountFacts, Record<Lost, Way[]>]>([
    ['of one passkey on this device', BARE, { device: ['wait'], phone: ['wait'], mailbox: ['passkey'] }],
    [
      'of two passkeys that are not synced',
      { ...BARE, passkeys: [BOUND, BOUND] },
      { device: ['passkey', 'wait'], phone: ['wait'], mailbox: ['passkey'] },
    ],
    [
      'of a synced passkey',
      { ...BARE, passkeys: [SYNCED] },
      { device: ['synced_passkey', 'wait'], phone: ['synced_passkey', 'wait'], mailbox: ['synced_passkey'] },
    ],
    ['without a passkey', { ...BARE, passkeys: [] }, { device: ['wait'], phone: ['wait'], mailbox: [] }],
    [
      'of a passkey that may be copied',
      { ...BARE, passkeys: [COPIED] },
      { device: ['wait'], phone: ['wait'], mailbox: [] },
    ],
    [
      'of an app and codes, which need the mailbox',
      { ...BARE, totp: true, codesLeft: 10 },
      { device: ['app', 'codes', 'wait'], phone: ['codes', 'wait'], mailbox: ['passkey'] },
    ],
    [
      'of a suspended app',
      { ...BARE, totpSuspended: true },
      { device: ['wait'], phone: ['wait'], mailbox: ['passkey'] },
    ],
    ['of a password alone', { ...BARE, password: true }, { device: ['wait'], phone: ['wait'], mailbox: ['passkey'] }],
    [
      'of a password with an app',
      { ...BARE, password: true, totp: true },
      { device: ['app', 'password', 'wait'], phone: ['wait'], mailbox: ['passkey', 'app', 'password'] },
    ],
    [
      'of a young second address',
      { ...BARE, addresses: 2 },
      { device: ['wait'], phone: ['wait'], mailbox: ['passkey'] },
    ],
    [
      'of a settled second address',
      { ...BARE, addresses: 2, settledAddresses: 2 },
      { device: ['wait'], phone: ['wait'], mailbox: ['passkey', 'wait'] },
    ],
    [
      'of everything',
      FULL,
      {
        device: ['synced_passkey', 'app', 'codes', 'password', 'wait'],
        phone: ['synced_passkey', 'codes', 'password', 'wait'],
        mailbox: ['synced_passkey', 'passkey', 'app', 'codes', 'password', 'wait'],
      },
    ],
  ])('%s', (_, facts, expected) => {
    for (const what of ['device', 'phone', 'mailbox'] as const)
      expect(remaining(what, facts), what).toEqual(expected[what])
  })
})

/** Every account that the rule can tell apart. */
const EVERY: AccountFacts[] = [
  [],
  [BOUND],
  [SYNCED],
  [COPIED],
  [BOUND, BOUND],
  [SYNCED, BOUND],
  [SYNCED, COPIED],
].flatMap((passkeys) =>
  [0, 1, 2, 3].flatMap((codesLeft) =>
    [
      [1, 1],
      [2, 1],
      [2, 2],
    ].flatMap(([addresses = 1, settledAddresses = 1]) =>
      ['off', 'on', 'suspended'].flatMap((app) =>
        [false, true].flatMap((password) =>
          [false, true].map((recovering) => ({
            passkeys,
            codesLeft,
            addresses,
            settledAddresses,
            totp: app === 'on',
            totpSuspended: app === 'suspended',
            password,
            recovering,
          })),
        ),
      ),
    ),
  ),
)

describe('for every account', () => {
  test('what is called fine leaves a way that needs no wait, and only what the account has', () => {
    for (const facts of EVERY) {
      const { losses, ways } = judgeAccount(facts, say)
      for (const loss of losses) {
        expect(ways, JSON.stringify(facts)).toEqual(expect.arrayContaining(loss.ways))
        const atOnce = loss.ways.some((way) => way !== 'wait')
        // Losing the mailbox is fine only with another one, although the passkey signs in meanwhile.
        const expected = loss.what === 'mailbox' ? atOnce && loss.ways.includes('wait') : atOnce
        expect(loss.fine, `${loss.what} of ${JSON.stringify(facts)}`).toBe(expected)
      }
    }
  })

  test('the four steps are done exactly when there is no next step, unless a passkey may be copied', () => {
    for (const facts of EVERY) {
      const { steps, next, complete } = judgeAccount(facts, say)
      const done = steps.every((step) => step.done)
      const copied = facts.passkeys.some((passkey) => passkey.copied)
      expect(next === undefined, JSON.stringify(facts)).toBe(done && !copied)
      expect(complete, JSON.stringify(facts)).toBe(done && !copied && !facts.recovering)
    }
  })

  test('the next step is one that is not done', () => {
    for (const facts of EVERY) {
      const { steps, next } = judgeAccount(facts, say)
      if (!next || next.step === 'copied_passkey') continue
      expect(steps.find(({ step }) => step === next.step)?.done, JSON.stringify(facts)).toBe(false)
    }
  })
})

describe('an account', () => {
  test('with a new address counts the step, but not yet the way', async () => {
    const world = makeWorld()
    const authenticator = makeAuthenticator(world, { backupEligible: false })
    const { client } = await signUp(world, { authenticator })
    const read = async () => (await client.get('/api/check-up')).body
    world.turnClock(24 * 3_600_000)
    done(await confirm(client, authenticator))
    await addEmail(world, client, 'second@example.com')
    expect(await read()).toMatchObject({
      losses: [{}, {}, { what: 'mailbox', ways: ['passkey'], fine: false }],
      steps: expect.arrayContaining([{ step: 'email', done: true }]),
    })
  })

  test('is complete with all four, and not while somebody recovers it', async () => {
    const world = makeWorld()
    const person = await signUp(world)
    const { client } = person
    const complete = async () => (await client.get('/api/check-up')).body.complete
    await makeCodes(client)
    await addPasskey(client, makeAuthenticator(world))
    await addEmail(world, client, 'second@example.com')
    expect(await complete()).toBe(false)
    await turnOnTotp(world, client)
    expect(await complete()).toBe(true)
    await startWait(world, person)
    expect(await complete()).toBe(false)
    world.turnClock(WAIT + WINDOW + 1)
    expect(await complete()).toBe(true)
  })
})
