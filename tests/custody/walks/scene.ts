import * as emails from '#db/emails.ts'
import * as passkeys from '#db/passkeys.ts'
import { houseKeep } from '#server/housekeeping.ts'
import { createApi } from '#server/http/api.ts'
import {
  at,
  CODE,
  EMAIL,
  EMAILS,
  HOLDER,
  keptOf,
  type Player,
  SESSION,
  type State,
  WAYS,
} from '#tests/custody/model/state.ts'
import type { Game } from '#tests/custody/model/turn.ts'
import type { Authenticator } from '#tests/helpers/authenticator.ts'
import { type Client, makeBrowser } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import type { TestWorld } from '#tests/helpers/world.ts'
import { addEmail, removeEmail } from '#tests/server/emails/steps.ts'
import { SETTLES } from '#tests/server/recoveries/steps.ts'
import { DAY, done, turnOnTotp } from '#tests/server/second-factor/steps.ts'

/** A game of the model as the product sees it: an account, and what its two players hold of it. */
export type Scene = {
  world: TestWorld
  game: Game
  userId: string
  addresses: readonly string[]
  /** The authenticators of each way in. That of the code is an app, with this secret. */
  devices: Authenticator[][]
  secret: string
  /** The browser with the attacker's newest session. */
  thief: Client
  /** Opens a new browser with its own IP address. */
  open: () => Client
  /** The browsers that were opened since they were last closed. */
  opened: Client[]
}

/** Makes the account with which a game starts. */
export async function setScene(world: TestWorld, game: Game, start: State, name: string): Promise<Scene> {
  const opened: Client[] = []
  const open = opener(world, opened)
  const addresses = EMAILS.map((email) => `${email}-${name}@example.com`)
  const [main = '', second = ''] = addresses
  const { client, authenticator: first, userId } = await signUp(world, { email: main, client: open() })
  const devices: Authenticator[][] = WAYS.map(() => [])
  const secret = at(start, CODE) > 0 ? await turnOnTotp(world, client) : ''
  if (at(start, EMAIL + 1) > 0) await addEmail(world, client, second)
  const stolen = WAYS.indexOf('stolenPasskey')
  if (at(start, stolen) > 0) devices[stolen] = [await addDevice(world, client)]
  world.turnClock(SETTLES)

  const home = open()
  home.passkeys = first
  done(await signIn(home, first))
  done(await home.delete('/api/sessions'))
  if (keptOf(at(start, EMAIL + 1), game.ages)) done(await removeEmail(home, second))
  // Whoever has no passkey in the model has lost the one that they signed up with.
  const passkey = at(start, 0)
  if (passkey === game.ages.settled) devices[0] = [first]
  else if (passkey > 0) {
    devices[0] = [await addDevice(world, home)]
    world.turnClock((passkey - 1) * DAY)
  }
  if (at(start, SESSION) === 0) done(await home.delete('/api/session'))
  opened.length = 0
  return { world, game, userId, addresses, devices, secret, thief: home.copy(), open, opened }
}

function opener(world: TestWorld, opened: Client[]): () => Client {
  const api = createApi(world)
  let count = 0
  return () => {
    const ip = `100.64.${++count >> 8}.${count & 255}`
    const client = makeBrowser(world.config.origin, async (url, init) => api.request(url, init, { ip }))
    opened.push(client)
    return client
  }
}

/** Closes the browsers that a player has opened. The owner signs out of them. */
export async function closeBrowsers({ opened }: Scene, player: Player): Promise<void> {
  for (const client of opened.splice(0))
    if (player === 'owner' && client.cookies.size > 0) await client.send('DELETE', '/api/session')
}

/** Does what is due. Of all letters only those about recoveries are sent, because only they change anything. */
export async function keepHouse({ world }: Scene): Promise<void> {
  await world.db.transaction((tx) => tx.run(`delete from outbox where letter not like 'recovery-%'`))
  await houseKeep(world)
}

async function addDevice(world: TestWorld, client: Client): Promise<Authenticator> {
  const device = makeAuthenticator(world)
  done(await addPasskey(client, device))
  return device
}

/** A live passkey of the game, its way in, and what holds it. */
export type Held = { id: string; way: number; device: Authenticator }

/** Returns the live passkeys of a player, or those of one way in, oldest first. */
export async function heldBy(
  { world, userId, devices }: Scene,
  { player, way }: Partial<{ player: Player; way: number }>,
) {
  const live = await world.db.read((reader) => passkeys.list(reader, userId))
  const held = live
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .flatMap(({ id, credentialId }): Held[] => {
      const slot = devices.findIndex((list) => list.some((device) => credentialIdOf(device) === credentialId))
      const device = devices[slot]?.find((one) => credentialIdOf(one) === credentialId)
      return device ? [{ id, way: slot, device }] : []
    })
  return held.filter((one) => (way === undefined || one.way === way) && (!player || HOLDER[one.way] === player))
}

export function credentialIdOf({ passkeys: [passkey] }: Authenticator): string {
  return passkey?.credentialId.toString('base64url') ?? ''
}

/** Returns the id of a live address. */
export async function emailIdOf({ world, userId, addresses }: Scene, email: number): Promise<string | undefined> {
  const live = await world.db.read((reader) => emails.list(reader, userId))
  return live.find(({ address }) => address === addresses[email])?.id
}
