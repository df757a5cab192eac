import { randomBytes } from 'node:crypto'
import { sealSession } from '#server/callers/session-cookie.ts'
import type { World } from '#server/world.ts'
import { sessionToken } from '#server/sessions/token.ts'
import { cookieAt } from '#tests/helpers/cookie-names.ts'
import { createAuthenticator, type Passkey } from '#tests/helpers/authenticator.ts'
import { type Browser, expectJson, makeBrowser } from '../driver/browser.ts'
import { connect } from '../driver/connection.ts'
import type { Unit } from '../driver/load.ts'
import { byChance, inTurn } from '../servers/contestant.ts'
import { keys, originOf, signUp } from '../servers/latchkey.ts'
import { KEY, type Person, sampleOf } from './person.ts'

const DAY = 86_400_000
const CONFIRMING = 200
/** The parts of the server's world that the driver has: its keys and the time. */
const SERVER = { keys, now: Date.now, random: randomBytes } as Pick<World, 'keys' | 'now' | 'random'> as World

export const GROWTH_WORKS = [
  'session check',
  'passkey sign-in',
  'sign-up',
  'confirmation',
  'list of passkeys',
  'list of sessions',
  'activity',
] as const
export type GrowthWork = (typeof GROWTH_WORKS)[number]

type Begun = { ceremony: string; options: never }
type Someone = { signedIn: Browser; returning: Browser; passkey: Passkey }

/**
 * Returns the work on one filled server, by people drawn evenly from all of them: readers at random, writers in turns.
 * Throws if anything is refused.
 */
export async function worksOn(
  port: number,
  people: number,
  { sample }: { sample: number },
): Promise<Record<GrowthWork, Unit>> {
  const drawn = await Promise.all(sampleOf(people, sample).map((person) => someoneOf(port, person)))
  const origin = originOf(port)

  const reader = byChance(drawn)
  const reading =
    (what: string, path: string): Unit =>
    async (connection) =>
      void expectJson(await reader().signedIn.get(connection, path), 200, what)
  const signingIn = inTurn(drawn)
  // A confirmation changes the token of a session, so it uses new sessions, not those of the filled database.
  const confirming = inTurn(await signAllIn(port, drawn.slice(0, CONFIRMING)))
  return {
    'session check': reading('A session check', '/api/session'),
    'list of passkeys': reading('A list of passkeys', '/api/passkeys'),
    'list of sessions': reading('A list of sessions', '/api/sessions'),
    activity: reading('The activity', '/api/activity'),
    'passkey sign-in': async (connection) => {
      const { returning, passkey } = signingIn()
      const { ceremony, options } = expectJson<Begun>(
        await returning.post(connection, '/api/sign-in/options', {}),
        200,
        'Sign-in options',
      )
      expectJson(
        await returning.post(connection, '/api/sign-in', {
          ceremony,
          credential: createAuthenticator({ origin }).get(options, { passkey }),
        }),
        200,
        'A sign-in',
      )
    },
    confirmation: async (connection) => {
      const { signedIn, passkey } = confirming()
      const { ceremony, options } = expectJson<Begun>(
        await signedIn.post(connection, '/api/confirmation/options', {}),
        200,
        'Confirmation options',
      )
      const { status, body } = await signedIn.post(connection, '/api/confirmation', {
        ceremony,
        credential: createAuthenticator({ origin }).get(options, { passkey }),
      })
      if (status !== 204) throw new Error(`A confirmation was answered with ${status}: ${body.slice(0, 300)}`)
    },
    'sign-up': async (connection) => void (await signUp(port, connection)),
  }
}

/** Signs each person in, in their own browser and a new session. */
async function signAllIn(port: number, people: Someone[]): Promise<Someone[]> {
  const connection = await connect(port)
  const origin = originOf(port)
  const all: Someone[] = []
  for (const { passkey, returning } of people) {
    const signedIn = makeBrowser(origin, { cookies: new Map(returning.cookies) })
    const { ceremony, options } = expectJson<Begun>(
      await signedIn.post(connection, '/api/sign-in/options', {}),
      200,
      'Sign-in options',
    )
    expectJson(
      await signedIn.post(connection, '/api/sign-in', {
        ceremony,
        credential: createAuthenticator({ origin }).get(options, { passkey }),
      }),
      200,
      'A sign-in',
    )
    all.push({ passkey, returning, signedIn })
  }
  connection.close()
  return all
}

async function someoneOf(port: number, person: Person): Promise<Someone> {
  const [session] = person.sessions
  if (!session) throw new Error('An invented person has no session.')
  const [browserId = ''] = person.browsers
  const { value } = sealSession(SERVER, { token: sessionToken(session.id, session), expiresAt: Date.now() + 30 * DAY })
  const [cookie, browser] = [cookieAt('session', originOf(port)), cookieAt('browser', originOf(port))]
  const known: [string, string] = [browser, browserId]
  return {
    signedIn: makeBrowser(originOf(port), { cookies: new Map([known, [cookie, value]]) }),
    returning: makeBrowser(originOf(port), { cookies: new Map([known]), keeps: (name) => name !== cookie }),
    passkey: passkeyOf(person),
  }
}

function passkeyOf({ credentialIds, handle }: Person): Passkey {
  const [credentialId = Buffer.alloc(0)] = credentialIds
  return {
    ...KEY,
    credentialId,
    algorithm: -7,
    rpId: 'localhost',
    userHandle: Buffer.from(handle, 'base64url'),
    signCount: 0,
    backupEligible: true,
    backupState: true,
  }
}
