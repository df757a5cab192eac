import { describe, expect, test } from 'vitest'
import type { AccountFacts } from '#server/check-up/facts.ts'
import { judgeAccount } from '#server/check-up/rule.ts'
import { addPasskey, makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { wordsIn } from '#server/words/translate.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { makeCodes, turnOnTotp } from '#tests/server/second-factor/steps.ts'
import { BARE, BOUND, COPIED, say, SYNCED } from '#tests/server/check-up/accounts.ts'

const WAIT = /you can get back in only with your mailbox, after a wait of at least 24 hours/

function lossOf(what: 'device' | 'phone' | 'mailbox', facts: Partial<AccountFacts>) {
  return judgeAccount({ ...BARE, ...facts }, say).losses.find((loss) => loss.what === what)
}

describe('losing this device', () => {
  test.each<[string, Partial<AccountFacts>, boolean, RegExp]>([
    ['with one passkey, stored on this device only', {}, false, WAIT],
    ['with no passkey at all', { passkeys: [] }, false, WAIT],
    ['with a synced passkey', { passkeys: [SYNCED] }, true, /your synced passkey “iCloud” on another device/],
    [
      'with two device-bound passkeys',
      { passkeys: [BOUND, BOUND] },
      true,
      /your other passkey, if it is not on the same device/,
    ],
    ['with an authenticator app', { totp: true }, true, /your mailbox and a code from your authenticator app/],
    ['with backup codes', { codesLeft: 1 }, true, /your mailbox and a backup code/],
    ['with a password and no second factor', { password: true }, false, WAIT],
  ])('%s', (_, facts, fine, sentence) => {
    expect(lossOf('device', facts)).toMatchObject({ fine, sentence: expect.stringMatching(sentence) })
  })
})

describe('losing the phone', () => {
  test.each<[string, Partial<AccountFacts>, boolean, RegExp]>([
    ['loses the app', { totp: true }, false, WAIT],
    ['loses passkeys stored on it only', { passkeys: [BOUND, BOUND], totp: true }, false, WAIT],
    ['leaves a synced passkey', { passkeys: [BOUND, SYNCED] }, true, /your synced passkey/],
    ['leaves backup codes', { codesLeft: 10 }, true, /your mailbox and a backup code/],
    [
      'leaves the password, with a backup code',
      { codesLeft: 10, password: true },
      true,
      /your password or mailbox, and a backup code/,
    ],
  ])('%s', (_, facts, fine, sentence) => {
    expect(lossOf('phone', facts)).toMatchObject({ fine, sentence: expect.stringMatching(sentence) })
  })
})

describe('losing the mailbox', () => {
  test.each<[string, Partial<AccountFacts>, boolean, RegExp]>([
    [
      'is never fine with one address',
      {},
      false,
      /sign in with your passkey\. If you then lose your passkeys too, you can’t get back in/,
    ],
    [
      'is fine with two addresses and a passkey',
      { addresses: 2, settledAddresses: 2 },
      true,
      /your passkey\. Your other address/,
    ],
    [
      'names several passkeys, and the password with its code',
      { passkeys: [SYNCED, BOUND], password: true, totp: true, addresses: 2, settledAddresses: 2 },
      true,
      /your passkeys, or with your password and a code/,
    ],
    [
      'fault U9 is not fine with a second address that was just added',
      { addresses: 2 },
      false,
      /It can help you back in when it has been on the account for ten days/,
    ],
    [
      'fault U3 is the end without a passkey',
      { passkeys: [], codesLeft: 10 },
      false,
      /^If you lose your mailbox, you can’t get back in/,
    ],
    [
      'fault U3 leaves the other address, without a passkey',
      { passkeys: [], addresses: 2, settledAddresses: 2 },
      false,
      /only with your other address/,
    ],
    ['fault U5 does not count a passkey that may be copied', { passkeys: [COPIED] }, false, /can’t get back in/],
    [
      'does not name a password without a second factor',
      { password: true, addresses: 2, settledAddresses: 2 },
      true,
      /your passkey\. /,
    ],
  ])('%s', (_, facts, fine, sentence) => {
    expect(lossOf('mailbox', facts)).toMatchObject({ fine, sentence: expect.stringMatching(sentence) })
  })
})

test('fault U3 without a passkey the mailbox comes first', () => {
  const { losses } = judgeAccount({ ...BARE, passkeys: [] }, say)
  expect(losses.map(({ what }) => what)).toEqual(['mailbox', 'phone', 'device'])
})

describe('the suggested next step is the one that helps most, with', () => {
  const GOOD: AccountFacts = { ...BARE, passkeys: [SYNCED, BOUND], totp: true, codesLeft: 10, addresses: 2 }

  test.each<[string, Partial<AccountFacts>, string | undefined, RegExp]>([
    ['no codes', { codesLeft: 0 }, 'backup_codes', /Create backup codes/],
    ['one code', { codesLeft: 1 }, 'backup_codes', /Only one backup code is left/],
    ['two codes', { codesLeft: 2 }, 'backup_codes', /Only 2 backup codes are left/],
    ['three codes', { codesLeft: 3 }, undefined, /^$/],
    [
      'fault U3 no passkey, before anything else',
      { passkeys: [], codesLeft: 0 },
      'passkey',
      /^Add a passkey\. Without one/,
    ],
    ['fault U5 a copied passkey', { passkeys: [SYNCED, COPIED], codesLeft: 0 }, 'copied_passkey', /Remove it/],
    ['fault U5 only a copied passkey', { passkeys: [COPIED] }, 'copied_passkey', /Add another one first/],
    ['one passkey', { passkeys: [SYNCED] }, 'passkey', /second device/],
    ['one address', { addresses: 1 }, 'email', /second e-mail address/],
    ['no app', { totp: false }, 'totp', /Set up an authenticator app/],
    ['a suspended app', { totp: false, totpSuspended: true }, 'totp', /Sign in with a passkey once/],
    ['no codes before one passkey', { codesLeft: 0, passkeys: [BOUND] }, 'backup_codes', /Create/],
    ['one passkey before one address', { passkeys: [BOUND], addresses: 1 }, 'passkey', /Add a passkey/],
    ['one address before no app', { addresses: 1, totp: false }, 'email', /Add a second/],
    ['nothing missing', {}, undefined, /^$/],
  ])('%s', (_, facts, step, sentence) => {
    const { next } = judgeAccount({ ...GOOD, ...facts }, say)
    expect(next?.step).toBe(step)
    expect(next?.sentence ?? '').toMatch(sentence)
  })
})

test('the check-up is in the reader’s language', async () => {
  const { losses, next } = judgeAccount(
    { ...BARE, passkeys: [SYNCED], codesLeft: 1, totp: true },
    wordsIn('de', 'checkUp'),
  )
  expect(losses.map(({ sentence }) => sentence)).toEqual([
    'Wenn Sie dieses Gerät verlieren, können Sie sich weiterhin anmelden: mit Ihrem synchronisierten Passkey „iCloud“ auf einem anderen Gerät, oder mit Ihrem Postfach und einem Code aus Ihrer Authenticator-App, oder mit Ihrem Postfach und einem Backup-Code.',
    'Wenn Sie das Telefon mit Ihrer Authenticator-App verlieren, können Sie sich weiterhin anmelden: mit Ihrem synchronisierten Passkey „iCloud“ auf einem anderen Gerät, oder mit Ihrem Postfach und einem Backup-Code.',
    'Wenn Sie Ihr Postfach verlieren, können Sie sich weiterhin anmelden: mit Ihrem Passkey. Wenn Sie dann auch Ihre Passkeys verlieren, kommen Sie nicht mehr ins Konto. Eine zweite Adresse verhindert das.',
  ])
  expect(next?.sentence).toBe('Nur noch ein Backup-Code ist übrig. Erstellen Sie neue.')
})

test('N20 the check-up reflects what the account has', async () => {
  const world = makeWorld()
  const { client } = await signUp(world, { authenticator: makeAuthenticator(world, { backupEligible: false }) })
  const next = async () => ((await client.get('/api/check-up')).body.next as { step: string } | undefined)?.step
  expect((await client.get('/api/check-up')).body).toMatchObject({
    losses: [
      { what: 'device', fine: false },
      { what: 'phone', fine: false },
      { what: 'mailbox', fine: false },
    ],
    next: { step: 'backup_codes' },
  })
  await makeCodes(client)
  expect(await next()).toBe('passkey')
  await addPasskey(client, makeAuthenticator(world))
  expect(await next()).toBe('email')
  await addEmail(world, client, 'second@example.com')
  expect(await next()).toBe('totp')
  await turnOnTotp(world, client)
  expect((await client.get('/api/check-up')).body).toMatchObject({
    losses: [{ fine: true }, { fine: true }, { fine: true }],
  })
  expect(await next()).toBeUndefined()
  expect(await makeClient(world).get('/api/check-up')).toMatchObject({ status: 401 })
})
