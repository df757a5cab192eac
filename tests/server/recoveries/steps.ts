import { houseKeep } from '#server/housekeeping.ts'
import type { Authenticator } from '#tests/helpers/authenticator.ts'
import type { Answer, Client } from '#tests/helpers/client.ts'
import { makeAuthenticator, signIn } from '#tests/helpers/people.ts'
import type { TestWorld } from '#tests/helpers/world.ts'
import { type Begun, begun, type CreationOptions } from '#tests/server/passkeys/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { DAY, done, HOUR, type Pass, passMailbox, stranger } from '#tests/server/second-factor/steps.ts'
import type { World } from '#server/world.ts'

export const WAIT = DAY
export const WINDOW = 72 * HOUR
/** How old what was added to an account is when it settles. */
export const SETTLES = 10 * DAY
/** How long what was taken away is kept. */
export const KEPT = 7 * DAY

type Someone = { email: string }
/** A browser in a recovery, with its pass. */
export type Road = { client: Client; pass: Pass }

/** Proves the mailbox in a new browser. */
export async function knock(world: TestWorld, { email }: Someone, client = stranger(world)): Promise<Road> {
  return { client, pass: await passMailbox(world, client, email) }
}

/** Starts the wait. Its letters are sent at once, which starts the clock. */
export async function startWait(world: TestWorld, someone: Someone): Promise<Road> {
  const road = await knock(world, someone)
  done(await road.client.post('/api/recovery/start', { ceremony: road.pass.ceremony }))
  await houseKeep(world)
  return road
}

/** Starts the wait, waits, and proves the mailbox again at the moment it is ready. */
export async function becomeReady(world: TestWorld, someone: Someone): Promise<Road> {
  const { client } = await startWait(world, someone)
  world.turnClock(WAIT)
  await houseKeep(world)
  return knock(world, someone, client)
}

/** Asks for the options for the new passkey. */
export function askOptions({ client, pass }: Road): Promise<Answer> {
  return client.post('/api/recovery/options', { ceremony: pass.ceremony })
}

export type LastStep = Begun<CreationOptions> & { client: Client; authenticator: Authenticator }

/** Everything up to the new passkey's own step. */
export async function readyToFinish(world: TestWorld, road: Road): Promise<LastStep> {
  return {
    ...begun<CreationOptions>(await askOptions(road)),
    client: road.client,
    authenticator: makeAuthenticator(world),
  }
}

/** Makes the new passkey and sends it. */
export function finish({ client, ceremony, options, authenticator }: LastStep): Promise<Answer> {
  client.passkeys = authenticator
  return client.post('/api/recovery/finish', { ceremony, credential: authenticator.create(options) })
}

/** Completes a whole recovery. The browser is signed in at the end. */
export async function recover(world: TestWorld, someone: Someone): Promise<LastStep & { codes: string[] }> {
  const step = await readyToFinish(world, await becomeReady(world, someone))
  return { ...step, codes: done(await finish(step)).body.backupCodes as string[] }
}

/** Signs in with a passkey that was taken away, and takes the account back. */
export async function takeBack(client: Client, authenticator: Authenticator): Promise<Answer> {
  const { ceremony } = (await signIn(client, authenticator)).body
  return client.post('/api/take-back', { ceremony })
}

/** The states of a person's recoveries, oldest first. */
export async function states(world: World, userId: string): Promise<string[]> {
  return (
    await rows<{ state: string }>(
      world,
      'select state from recoveries where user_id = ? order by requested_at, id',
      userId,
    )
  ).map(({ state }) => state)
}
