import { Secret, TOTP } from 'otpauth'
import type { Answer, Client } from '#tests/helpers/client.ts'
import type { Person } from '#tests/process/people.ts'
import type { Arena } from './arena.ts'

export const PASSWORD = 'eleven quiet herons mend the loom'
const DAY_SECONDS = 86_400

export type Equipped = Person & { secret: string; codes: string[] }
type Letter = { letter: string; code?: string; link?: string }

/** An honest step that prepares an attack. Throws if it is refused. */
export async function done(answer: Promise<Answer>): Promise<Record<string, string>> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`An honest step was refused: ${status} ${JSON.stringify(body)}`)
  // Honest steps read only texts from their answers.
  return body as Record<string, string>
}

/** Turns the clock by seconds, does the work that is due, and returns the new time. */
export async function turnClock(arena: Arena, seconds: number): Promise<number> {
  return Number((await done(arena.stranger().post('/api/testing/clock', { advance: seconds }))).now)
}

/** A person with an authenticator app, a password and backup codes. Two steps of the app have passed since. */
export async function equipped(arena: Arena): Promise<Equipped> {
  const person = await arena.person()
  const { ceremony, secret = '' } = await done(person.client.post('/api/totp'))
  await done(person.client.post('/api/totp/confirm', { ceremony, code: codeAt(secret, await turnClock(arena, 0)) }))
  await done(person.client.put('/api/password', { password: PASSWORD }))
  // An answer of this shape.
  const { codes } = (await done(person.client.post('/api/backup-codes'))) as unknown as { codes: string[] }
  await turnClock(arena, 60)
  return { ...person, secret, codes }
}

/** The code an authenticator app shows at a moment (epoch milliseconds). */
export function codeAt(secret: string, timestamp: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
}

/** The newest letter to an address, of a kind if one is named. Throws if there is none. */
export async function letterTo(arena: Arena, to: string, kind?: string): Promise<Letter> {
  const { body } = await arena.stranger().get(`/api/testing/mailbox?to=${encodeURIComponent(to)}`)
  const found = (body.letters as Letter[]).find(({ letter }) => kind === undefined || letter === kind)
  if (!found) throw new Error(`No ${kind ?? 'letter'} to ${to}.`)
  return found
}

/** The token in the link of the newest letter of a kind. */
export async function tokenTo(arena: Arena, to: string, kind: string): Promise<string> {
  return (await letterTo(arena, to, kind)).link?.split('/').at(-1) ?? ''
}

/** Proves a mailbox for a recovery and returns the pass. */
export async function passMailbox(arena: Arena, client: Client, email: string): Promise<string> {
  const { ceremony } = await done(client.post('/api/recovery', { email }))
  const { code } = await letterTo(arena, email, 'recovery-code')
  return (await done(client.post('/api/recovery/code', { ceremony, code }))).ceremony ?? ''
}

/** Starts the wait, with its letters sent and its clock running. */
export async function startWait(arena: Arena, client: Client, email: string): Promise<string> {
  const ceremony = await passMailbox(arena, client, email)
  await done(client.post('/api/recovery/start', { ceremony }))
  await turnClock(arena, 1)
  return ceremony
}

/** Waits out the recovery and returns a fresh pass. */
export async function becomeReady(arena: Arena, client: Client, email: string): Promise<string> {
  await startWait(arena, client, email)
  await turnClock(arena, DAY_SECONDS + 1)
  return passMailbox(arena, client, email)
}
