import { houseKeep } from '#server/housekeeping.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { startWait } from '#tests/server/recoveries/steps.ts'
import { DAY, done, signUpWithApp, STEP, stranger } from '#tests/server/second-factor/steps.ts'

/** Every status of an address. All addresses have the same length, so that length makes no difference. */
export const NAMES = [
  'unknown',
  'with a passkey',
  'with a password',
  'recovery pending',
  'recovery ready',
  'to be deleted',
  'added today',
  'a second one',
] as const
export type Name = (typeof NAMES)[number]

export function addressOf(name: Name): string {
  return `address-${NAMES.indexOf(name)}@example.com`
}

/** A hash of a few milliseconds. Where one is missing, the time shows it, even on a loaded machine. */
const TELLING = { memoryCost: 4_096, timeCost: 1, parallelism: 1 }

/** A world with an address of every status except the unknown one. */
export async function everyKind(environment: Record<string, string> = {}): Promise<TestWorld> {
  const world = makeWorld({ LIMIT_SCALE: '100000', ...environment }, {}, TELLING)
  const make = (name: Name) => signUp(world, { email: addressOf(name), client: stranger(world) })
  await signUpWithApp(world, { email: addressOf('with a password'), client: stranger(world) })
  const owner = await make('with a passkey')
  await addEmail(world, owner.client, addressOf('a second one'))
  await startWait(world, await make('recovery ready'))
  world.turnClock(DAY)
  await houseKeep(world)

  await startWait(world, await make('recovery pending'))
  const leaving = await make('to be deleted')
  done(await leaving.client.delete('/api/account'))
  done(await signIn(owner.client, owner.authenticator))
  await addEmail(world, owner.client, addressOf('added today'))
  world.turnClock(STEP)
  return world
}
