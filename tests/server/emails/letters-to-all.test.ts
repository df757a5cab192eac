import { grantRoleAsOperator } from '#server/admin/as-operator.ts'
import { APPROVALS, setMode } from '#tests/server/sign-up-modes/steps.ts'
import { endSessionsOfEmail, makeOwner } from '#tests/server/admin/steps.ts'
import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import type { LetterName } from '#server/mail/letter-types.ts'
import type { Client } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail, bringBack, promote, removeEmail } from '#tests/server/emails/steps.ts'
import {
  codeAt,
  DAY,
  done,
  letterNames,
  makeCodes,
  MINUTE,
  passPassword,
  signInByPassword,
  signUpWithApp,
  STEP,
  stranger,
  turnOnTotp,
  type WithApp,
  wrongCode,
} from '#tests/server/second-factor/steps.ts'
import { removedOf, removeForGood } from '#tests/server/removed/removed-steps.ts'
import type { TouchedAct } from '#server/touches.ts'
import { becomeReady, knock, recover, SETTLES, startWait, takeBack } from '#tests/server/recoveries/steps.ts'

const ALL = ['second@example.com', 'third@example.com']

/** The actions, by the letter that every address gets about them. */
const EVENTS: Partial<Record<LetterName, (world: TestWorld, owner: WithApp) => Promise<unknown>>> = {
  'totp-on': (world, { client }) => turnOnTotp(world, client),
  'totp-off': (_world, { client }) => client.delete('/api/totp'),
  'totp-suspended': suspendApp,
  'totp-revived': async (world, owner) => {
    await suspendApp(world, owner)
    await signIn(stranger(world), owner.authenticator)
  },
  'wrong-codes-in-session': (world, owner) => typeWrongCodes(world, owner, 5),
  'session-ended-by-codes': (world, owner) => typeWrongCodes(world, owner, 10),
  'backup-codes-made': (_world, { client }) => client.post('/api/backup-codes'),
  'backup-code-used': async (world, owner) =>
    signInByPassword(world, owner, { code: (await makeCodes(owner.client))[0] }),
  'password-set': (_world, { client }) => client.put('/api/password', { password: 'nine silver bells' }),
  'password-removed': (_world, { client }) => client.delete('/api/password'),
  'suspicious-sign-in': async (world, { email, secret }) => {
    const visitor = stranger(world)
    const ceremony = await passPassword(visitor, email)
    for (let count = 0; count < 5; count += 1)
      await visitor.post('/api/sign-in/second-step', { ceremony, code: wrongCode(secret, world.now()) })
  },
  'borrowed-sign-in': async (world, owner) => {
    const { client, pass } = await knock(world, owner)
    await client.post('/api/recovery/second-step', { ceremony: pass.ceremony, code: codeAt(owner.secret, world.now()) })
  },
  'new-browser': (world, { authenticator }) => signIn(stranger(world), authenticator),
  'passkey-added': (world, { client }) => addPasskey(client, makeAuthenticator(world)),
  'passkey-removed': async (world, { client }) => {
    const { passkey } = done(await addPasskey(client, makeAuthenticator(world))).body as { passkey: { id: string } }
    await client.delete(`/api/passkeys/${passkey.id}`)
  },
  'way-in-brought-back': async (_world, { client }) => {
    await client.delete('/api/password')
    await client.post(`/api/removed/${await firstRemoved(client)}/bring-back`)
  },
  'way-in-removed-for-good': async (world, { client }) => {
    await client.delete('/api/password')
    await removeForGood(world, client, await firstRemoved(client))
  },
  'recovery-started': startWait,
  'recovery-reminder': async (world, owner) => {
    await startWait(world, owner)
    world.turnClock(DAY / 2)
    await houseKeep(world)
  },
  'recovery-ready': becomeReady,
  'recovery-cancelled': async (world, owner) => {
    await startWait(world, owner)
    await owner.client.post('/api/account/recovery/cancel')
  },
  'recovery-completed': recover,
  'email-added': (world, { client }) => addEmail(world, client, 'fourth@example.com'),
  'email-removed': (_world, { client }) => removeEmail(client, 'third@example.com'),
  'email-promoted': (_world, { client }) => promote(client, 'third@example.com'),
  'email-restored': async (world, { client, authenticator }) => {
    world.turnClock(SETTLES)
    await signIn(client, authenticator)
    await removeEmail(client, 'third@example.com')
    await bringBack(client, 'third@example.com')
  },
  'account-taken-back': async (world, owner) => {
    world.turnClock(SETTLES)
    await recover(world, owner)
    await takeBack(stranger(world), owner.authenticator)
  },
  administered: async (world, { email }) => {
    const owner = await makeOwner(world)
    await endSessionsOfEmail(owner, email)
  },
  'sign-up-changed': async (world, { email, client }) => {
    await grantRoleAsOperator(world, { email, role: 'owner' })
    done(await setMode({ client }, 'closed'))
  },
  'sign-up-declined': async (world, { userId }) => {
    const owner = await makeOwner(world)
    await world.db.transaction((tx) => tx.run('update users set awaiting_since = 1 where id = ?', userId))
    done(await owner.client.post(`${APPROVALS}/${userId}/decline`))
  },
  'data-exported': (_world, { client }) => client.get('/api/account/export'),
  'letters-chosen': (_world, { client }) => client.put('/api/account/letters', { quiet: ['totp-revived'] }),
  'account-deletion-started': (_world, { client }) => client.delete('/api/account'),
  'account-deletion-undone': async (world, { client, authenticator }) => {
    await client.delete('/api/account')
    await signIn(stranger(world), authenticator)
  },
  'account-deleted': async (world, { client }) => {
    await client.delete('/api/account')
    world.turnClock(7 * DAY)
    await houseKeep(world)
  },
}

/** Acts of administrators that take nothing away from a person. */
const TAKES_NOTHING = ['invite', 'revoke_invitation', 'approve_person', 'retry_letters'] as const satisfies TouchedAct[]

/** What each act that takes something away is told by: every address that could read before, the leaving one included. */
const TOLD_BY: Record<Exclude<TouchedAct, (typeof TAKES_NOTHING)[number]>, LetterName> = {
  remove_passkey: 'passkey-removed',
  remove_app: 'totp-off',
  remove_password: 'password-removed',
  replace_app: 'totp-on',
  replace_backup_codes: 'backup-codes-made',
  replace_password: 'password-set',
  remove_email: 'email-removed',
  promote_email: 'email-promoted',
  bring_back_email: 'email-restored',
  bring_back_way_in: 'way-in-brought-back',
  remove_for_good: 'way-in-removed-for-good',
  delete_account: 'account-deletion-started',
  cancel_recovery: 'recovery-cancelled',
  suspend_person: 'administered',
  unsuspend_person: 'administered',
  end_sessions_of: 'administered',
  cancel_recovery_of: 'administered',
  grant_role: 'administered',
  remove_role: 'administered',
  confirm_roles: 'administered',
  change_settings: 'sign-up-changed',
  decline_person: 'sign-up-declined',
}

test('custody §2.5 every act that takes something away is told to everybody', () => {
  expect(Object.values(TOLD_BY).filter((letter) => !EVENTS[letter])).toEqual([])
})

async function firstRemoved(client: Client): Promise<string> {
  const [first] = await removedOf(client)
  return first?.id ?? ''
}

/** Types the hundredth wrong code in a row at sign-in. */
async function suspendApp(world: TestWorld, { email, secret }: WithApp): Promise<void> {
  await world.db.transaction((tx) =>
    tx.run(
      `insert into guesses (user_id, kind, in_round, in_a_row, blocked_until) select id, 'totp', 3, 99, 0 from users`,
    ),
  )
  const visitor = stranger(world)
  const ceremony = await passPassword(visitor, email)
  await visitor.post('/api/sign-in/second-step', { ceremony, code: wrongCode(secret, world.now()) })
}

/** Types wrong codes in the owner's session. */
async function typeWrongCodes(world: TestWorld, { client, secret }: WithApp, times: number): Promise<void> {
  for (let count = 1; count <= times; count += 1)
    await client.post('/api/confirmation', { code: wrongCode(secret, world.now()) })
}

test.each(Object.entries(EVENTS))('V6.3.7 N15 every address gets one letter %s', async (letter, act) => {
  const world = makeWorld()
  const owner = await signUpWithApp(world)
  for (const address of ALL) await addEmail(world, owner.client, address)
  world.turnClock(STEP)
  const before = await counts(world, [owner.email, ...ALL], letter)
  await act(world, owner)
  expect(await counts(world, [owner.email, ...ALL], letter)).toEqual(
    before.map((count) => (/^account-deleted|^sign-up-declined/.test(letter) ? 1 : count + 1)),
  )
})

async function counts(world: TestWorld, addresses: string[], letter: string): Promise<number[]> {
  const all = await Promise.all(addresses.map((address) => letterNames(world, address)))
  return all.map((letters) => letters.filter((name) => name === letter).length)
}

describe('no letter', () => {
  test('goes to an address that is not yet proven', async () => {
    const world = makeWorld()
    const { client } = await signUpWithApp(world)
    await client.post('/api/emails', { email: 'fourth@example.com' })
    done(await client.post('/api/backup-codes'))
    expect(await letterNames(world, 'fourth@example.com')).toEqual(['email-code'])
  })

  test('goes to a removed address, except the one about its removal', async () => {
    const world = makeWorld()
    const { client } = await signUpWithApp(world)
    await addEmail(world, client, 'fourth@example.com')
    done(await removeEmail(client, 'fourth@example.com'))
    world.turnClock(MINUTE)
    done(await client.post('/api/backup-codes'))
    expect(await letterNames(world, 'fourth@example.com')).toEqual(['email-code', 'email-added', 'email-removed'])
  })
})
