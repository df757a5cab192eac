import { houseKeep } from '#server/housekeeping.ts'
import { type Answer, type Client, makeClient } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import type { TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, MINUTE, stranger } from '#tests/server/second-factor/steps.ts'

export const HALF_HOUR = 30 * MINUTE

/** The answer to a request for a code. */
export type Begun = { ceremony: string; digits: 6 | 12; sentAt?: number }

export async function ask(client: Client, email: string, path = '/api/recovery'): Promise<Begun> {
  return done(await client.post(path, { email })).body as Begun
}

/** What twelve networks of a stranger send on a day: sign-ups for twenty tags, and recoveries, past every budget. */
export async function flood(world: TestWorld, email: string): Promise<void> {
  const networks = Array.from({ length: 12 }, (_, place) => `192.0.2.${place}`)
  for (let count = 0; count < 20; count += 1) {
    const client = makeClient(world, { ip: networks[count % 12] })
    await client.post('/api/sign-up', { email: email.replace('@', `+${count}@`) })
    done(await client.post('/api/recovery', { email }))
    done(await client.post('/api/recovery', { email: email.replace('@', `+${count}@`) }))
  }
}

/** A recovery code past the budget of strangers, asked for by a stranger. */
export async function askPastBudget(
  world: TestWorld,
  email: string,
  path?: string,
): Promise<{ client: Client; begun: Begun }> {
  for (let count = 0; count < 20; count += 1) {
    const client = stranger(world)
    const begun = await ask(client, email, path)
    if (begun.digits === 12) return { client, begun }
  }
  throw new Error('No request was past the budget.')
}

/** The newest code that has left to an address. */
export async function codeThatLeft(world: TestWorld, email: string, letter = 'recovery-code'): Promise<string> {
  await houseKeep(world)
  const [newest] = await rows<{ id: string }>(
    world,
    'select id from outbox where recipient = ? and letter = ? and accepted_at is not null order by accepted_at desc, seq desc',
    email,
    letter,
  )
  return (await lettersTo(world, email)).find(({ id }) => id === newest?.id)?.code ?? 'none'
}

export function enter(client: Client, { ceremony }: Begun, code: string): Promise<Answer> {
  return client.post('/api/recovery/code', { ceremony, code })
}

/** Turns the clock to when the letter leaves. */
export function untilSent(world: TestWorld, { sentAt = 0 }: Begun): void {
  world.turnClock(sentAt - world.now())
}
