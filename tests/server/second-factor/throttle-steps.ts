import { expect } from 'vitest'
import type { Answer } from '#tests/helpers/client.ts'
import type { TestWorld } from '#tests/helpers/world.ts'
import {
  MINUTE,
  type SecondStep,
  SECOND_STEPS,
  stranger,
  type WithApp,
  wrongCode,
} from '#tests/server/second-factor/steps.ts'

export const PAUSE = 15 * MINUTE

export const JUDGED = { status: 401, body: { code: 'code_wrong' } }

export const NOT_SIGNED_IN = { status: 401, body: { code: 'not_signed_in' } }

export const PAUSED = { status: 429, body: { code: 'too_many_attempts' } }

/** A backup code that nobody has. */
export const WRONG_BACKUP_CODE = '0000-0000-0000-0000-0000'

/** Sends a code from a new browser with a new IP address, in a new sign-in. A wrong app code, unless one is given. */
export async function guess(
  world: TestWorld,
  owner: WithApp,
  {
    at: { path, begin } = SECOND_STEPS['after the password'],
    code = wrongCode(owner.secret, world.now()),
  }: { at?: SecondStep; code?: string } = {},
): Promise<Answer> {
  const client = stranger(world)
  return client.post(path, { ceremony: await begin(world, client, owner), code })
}

/** Types wrong app codes after the password, in rounds of five with a pause after each. */
export async function exhaust(world: TestWorld, owner: WithApp, rounds: number): Promise<void> {
  const { path, begin } = SECOND_STEPS['after the password']
  for (let round = 1; round <= rounds; round += 1) {
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    const code = wrongCode(owner.secret, world.now())
    for (let count = 1; count <= 5; count += 1)
      expect(await client.post(path, { ceremony, code })).toMatchObject(JUDGED)
    world.turnClock(PAUSE)
  }
}

/** Types wrong codes in a session. A wrong app code, unless one is given. */
export async function typeWrong(
  world: TestWorld,
  { client, secret }: Pick<WithApp, 'client' | 'secret'>,
  { times, code = wrongCode(secret, world.now()) }: { times: number; code?: string },
): Promise<void> {
  for (let count = 1; count <= times; count += 1)
    expect(await client.post('/api/confirmation', { code })).toMatchObject(JUDGED)
}
