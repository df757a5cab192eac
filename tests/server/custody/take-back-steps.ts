import type { Authenticator } from '#tests/helpers/authenticator.ts'
import type { Client } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { done, type Equipped, makeCodes, signUpEquipped, turnOnTotp } from '#tests/server/second-factor/steps.ts'
import { type LastStep, recover, SETTLES } from '#tests/server/recoveries/steps.ts'

export const [OTHER, YOUNG, PLANTED] = ['other@example.com', 'young@example.com', 'planted@evil.example']

export const OVER = { status: 410, body: { code: 'ceremony_over' } }

export type Robbed = {
  world: TestWorld
  /** Has a settled passkey, app, password and backup codes, and two settled addresses. */
  owner: Equipped
  /** A passkey of the owner that had not settled when the account was recovered. */
  young: Authenticator
  thief: LastStep
  /** When the recovery was completed. */
  at: number
}

/** A mailbox thief has completed a recovery through another address of the account. Its app may be suspended before. */
export async function robbed({ suspended = false } = {}): Promise<Robbed> {
  const world = makeWorld({ LIMIT_SCALE: '10' })
  const owner = await signUpEquipped(world)
  await addEmail(world, owner.client, OTHER)
  world.turnClock(SETTLES)
  done(await signIn(owner.client, owner.authenticator))
  const young = makeAuthenticator(world)
  done(await addPasskey(owner.client, young, 'Young one'))
  await addEmail(world, owner.client, YOUNG)
  if (suspended) await world.db.transaction((tx) => tx.run('update totp set suspended_at = ?', tx.now))
  const thief = await recover(world, { email: OTHER })
  const at = world.now()
  world.turnClock(1)
  return { world, owner, young, thief, at }
}

/** The thief adds one of each to the account, and returns what opens it. */
export async function settleIn({
  world,
  thief: { client },
}: Robbed): Promise<{ backdoor: Authenticator; secret: string; codes: string[] }> {
  const backdoor = makeAuthenticator(world)
  done(await addPasskey(client, backdoor))
  await addEmail(world, client, PLANTED)
  const secret = await turnOnTotp(world, client)
  done(await client.put('/api/password', { password: 'nine silver bells' }))
  return { backdoor, secret, codes: await codesOf(client) }
}

/** Makes backup codes where there are none. */
async function codesOf(client: Client): Promise<string[]> {
  const { remaining } = done(await client.get('/api/backup-codes')).body
  return remaining === 0 ? makeCodes(client) : []
}

/** Signs in with a passkey that was taken away, and returns the ceremony that takes the account back. */
export async function askBack(client: Client, authenticator: Authenticator): Promise<string> {
  const answer = await signIn(client, authenticator)
  if (answer.body.code !== 'way_retired') throw new Error(`Not retired: ${JSON.stringify(answer.body)}`)
  return answer.body.ceremony as string
}
