import { Secret, TOTP } from 'otpauth'
import type { CodeLetterName } from '#server/mail/letter-types.ts'
import { mailboxCode } from '#server/mail/mailbox-code.ts'
import { type Answer, type Client, makeClient } from '#tests/helpers/client.ts'
import { type Person, signUp } from '#tests/helpers/people.ts'
import type { TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import type { World } from '#server/world.ts'

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const STEP = 30 * SECOND

export const PASSWORD = 'seven tin whistles'

/** A person with an authenticator app and a password in addition to the passkey. */
export type WithApp = Person & { secret: string }
/** The same with backup codes. */
export type Equipped = WithApp & { codes: string[] }

type Options = Parameters<typeof signUp>[1]

/** Signs up a person with an authenticator app and a password. The clock stands two steps after the app was turned on. */
export async function signUpWithApp(world: TestWorld, options?: Options): Promise<WithApp> {
  const person = await signUp(world, options)
  const secret = await turnOnTotp(world, person.client)
  done(await person.client.put('/api/password', { password: PASSWORD }))
  world.turnClock(2 * STEP)
  return { ...person, secret }
}

/** Signs up a person with everything an account can have. */
export async function signUpEquipped(world: TestWorld, options?: Options): Promise<Equipped> {
  const person = await signUpWithApp(world, options)
  return { ...person, codes: await makeCodes(person.client) }
}

/** Turns an authenticator app on, or replaces it, and returns its secret. Uses the code of this moment. */
export async function turnOnTotp(world: World, client: Client): Promise<string> {
  const { ceremony, secret } = done(await client.post('/api/totp')).body as { ceremony: string; secret: string }
  done(await client.post('/api/totp/confirm', { ceremony, code: codeAt(secret, world.now()) }))
  return secret
}

export async function makeCodes(client: Client): Promise<string[]> {
  return done(await client.post('/api/backup-codes')).body.codes as string[]
}

/** The code an authenticator app shows at a moment (epoch milliseconds). */
export function codeAt(secret: string, timestamp: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
}

/** A code that the app shows at none of the accepted moments. */
export function wrongCode(secret: string, now: number): string {
  const right = [-1, 0, 1].map((step) => codeAt(secret, now + step * STEP))
  return ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code)) ?? ''
}

/** One of the two ways to the second step: its first step, and the endpoint for the code. */
export type SecondStep = {
  path: string
  way: string
  begin: (world: TestWorld, client: Client, person: { email: string }) => Promise<string>
}

/** Both ways in that end with a code, by name. */
export const SECOND_STEPS: Record<'after the password' | 'after the mailbox', SecondStep> = {
  'after the password': {
    path: '/api/sign-in/second-step',
    way: 'password',
    begin: (_world, client, { email }) => passPassword(client, email),
  },
  'after the mailbox': {
    path: '/api/recovery/second-step',
    way: 'mailbox_code',
    begin: async (world, client, { email }) => (await passMailbox(world, client, email)).ceremony,
  },
}

/** Sends the right password, and returns the ceremony for the second step. */
export async function passPassword(client: Client, email: string, password = PASSWORD): Promise<string> {
  return done(await client.post('/api/sign-in/password', { email, password })).body.ceremony as string
}

export type Pass = { ceremony: string; state: string; ways: string[]; readyAt?: number; closesAt?: number }

/** Proves a mailbox for a recovery, and returns the pass with the available ways. */
export async function passMailbox(world: World, client: Client, email: string): Promise<Pass> {
  const begun = done(await client.post('/api/recovery', { email }))
  const code = await mailedCode(world, email, 'recovery-code')
  return done(await client.post('/api/recovery/code', { ceremony: begun.body.ceremony, code })).body as Pass
}

/** The code in the newest letter of a kind, as its reader would type it. */
export async function mailedCode(world: World, to: string, letter: CodeLetterName): Promise<string> {
  const [newest] = await rows<{ id: string; params: string }>(
    world,
    'select id, params from outbox where recipient = ? and letter = ? order by seq desc limit 1',
    to,
    letter,
  )
  if (!newest) throw new Error(`No ${letter} to ${to}.`)
  return mailboxCode(world.keys, newest.id, newest.params.includes('"long":true') ? 12 : 6)
}

/** The letters to a person, oldest first. */
export async function letterNames(world: World, to: string): Promise<string[]> {
  return (await rows<{ letter: string }>(world, 'select letter from outbox where recipient = ? order by seq', to)).map(
    ({ letter }) => letter,
  )
}

/** Signs in with password and code, in a browser of its own unless one is given. */
export async function signInByPassword(
  world: TestWorld,
  person: WithApp,
  { client = stranger(world), code }: { client?: Client; code?: string } = {},
): Promise<{ client: Client; answer: Answer }> {
  const ceremony = await passPassword(client, person.email)
  const answer = await client.post('/api/sign-in/second-step', {
    ceremony,
    code: code ?? codeAt(person.secret, world.now()),
  })
  return { client, answer }
}

let strangers = 0

/** A new browser with its own IP address, so that limits per IP do not apply to it. */
export function stranger(world: World): Client {
  strangers += 1
  return makeClient(world, { ip: `100.64.${strangers >> 8}.${strangers & 255}` })
}

/** The answer to a preparing step of a test. Throws if it was refused. */
export function done(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`A step was refused: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer
}

/** How many failures of a kind a person's events count. */
export async function countFailures(world: World, userId: string, kind: string): Promise<number> {
  const found = await rows<{ details: string }>(
    world,
    'select details from events where user_id = ? and kind = ?',
    userId,
    kind,
  )
  const counts = found.map(({ details }) => (JSON.parse(details) as { count?: number }).count ?? 1)
  return counts.reduce((sum, count) => sum + count, 0)
}

/** The kinds of a person's events, oldest first. */
export async function eventKinds(world: World, userId: string): Promise<string[]> {
  return (await rows<{ kind: string }>(world, 'select kind from events where user_id = ? order by seq', userId)).map(
    ({ kind }) => kind,
  )
}

/** Runs something right before one of the next transactions (the first is 1). */
export function beforeTransaction(
  { db }: TestWorld,
  number: number,
  happens: (transaction: TestWorld['db']['transaction']) => Promise<unknown>,
): void {
  const { transaction } = db
  let begun = 0
  db.transaction = async (...work) => {
    begun += 1
    if (begun === number) await happens(transaction)
    return transaction(...work)
  }
}
