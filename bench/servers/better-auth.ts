import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { type Authenticator, createAuthenticator } from '#tests/helpers/authenticator.ts'
import { type Browser, expectJson, makeBrowser } from '../driver/browser.ts'
import type { Connection } from '../driver/connection.ts'
import { repeat, type Unit } from '../driver/load.ts'
import { startPinned } from '../driver/process.ts'
import { type Contestant, inTurn, type WorkName } from './contestant.ts'

export const BETTER_AUTH = join(import.meta.dirname, '../peers/better-auth')
const NEXT = join(BETTER_AUTH, 'node_modules/next/dist/bin/next')
const SECRET = 'the-benchmark-secret-that-nobody-else-ever-uses'
const SESSION = /session/

type Person = { browser: Browser; authenticator: Authenticator }
type Road = (browser: Browser, connection: Connection, email: string) => Promise<void>

/** better-auth as documented: without a cookie cache, accounts with e-mail and password. */
export const betterAuth = makeBetterAuth('better-auth', {
  cookieCache: false,
  road: byPassword,
  about:
    '`next build` and `next start` of the same Next, SQLite in WAL with its default `synchronous=NORMAL`, rate limit off; a sign-up is e-mail and password, then a passkey; the mailbox is not proven',
})

/** The same with its cookie cache, and accounts with a code by mail instead of a password. */
export const betterAuthTuned = makeBetterAuth('better-auth, tuned', {
  cookieCache: true,
  road: byCode,
  about:
    'the same with `cookieCache` on (for five minutes a session is believed without asking the database) and accounts made by its e-mail code plugin (no letter is rendered), then a passkey',
})

function makeBetterAuth(
  name: string,
  { cookieCache, road, about }: { cookieCache: boolean; road: Road; about: string },
): Contestant {
  return {
    name,
    about,
    async start({ port, folder }) {
      const environment = {
        ORIGIN: originOf(port),
        SECRET,
        DATABASE_FILE: join(folder, 'better-auth.sqlite'),
        COOKIE_CACHE: cookieCache ? '1' : '0',
      }
      const migrated = spawnSync(process.execPath, ['migrate.mjs'], {
        cwd: BETTER_AUTH,
        env: { ...process.env, NODE_ENV: 'production', ...environment },
      })
      if (migrated.status !== 0)
        throw new Error(`better-auth could not create its tables:\n${migrated.stderr.toString()}`)
      return startPinned({
        command: [process.execPath, NEXT, 'start', '--hostname', '127.0.0.1', '--port', String(port)],
        cwd: BETTER_AUTH,
        port,
        environment,
        probe: '/api/auth/get-session',
      })
    },
    async prepare(server, count) {
      const people: Person[] = []
      await repeat(server, async (connection) => void people.push(await signUp(server.port, connection, road)), {
        times: count,
        concurrency: 4,
      })
      return worksOf(server.port, people, road)
    },
  }
}

function worksOf(port: number, people: Person[], road: Road): Partial<Record<WorkName, Unit>> {
  const someone = inTurn(people)
  const returning = inTurn(
    people.map(({ authenticator }) => ({
      authenticator,
      browser: makeBrowser(originOf(port), { keeps: (name) => !SESSION.test(name) }),
    })),
  )
  const stranger = makeBrowser(originOf(port))
  let guesses = 0
  return {
    'session check': async (connection) => {
      const session = expectJson<unknown>(
        await someone().browser.get(connection, '/api/auth/get-session'),
        200,
        'A session check',
      )
      if (session === null) throw new Error('A session check found no session.')
    },
    'list of passkeys': async (connection) =>
      void expectJson(
        await someone().browser.get(connection, '/api/auth/passkey/list-user-passkeys'),
        200,
        'A list of passkeys',
      ),
    'passkey sign-in': async (connection) => {
      const { browser, authenticator } = returning()
      const options = expectJson<never>(
        await browser.get(connection, '/api/auth/passkey/generate-authenticate-options'),
        200,
        'Sign-in options',
      )
      expectJson(
        await browser.post(connection, '/api/auth/passkey/verify-authentication', {
          response: authenticator.get(options),
        }),
        200,
        'A sign-in',
      )
    },
    'sign-up': async (connection) => void (await signUp(port, connection, road)),
    'password guess': async (connection) => {
      const { status, body } = await stranger.post(connection, '/api/auth/sign-in/email', {
        email: `nobody${guesses++}@example.com`,
        password: 'not the right password',
      })
      if (status !== 401 && status !== 429)
        throw new Error(`A password guess was answered with ${status}: ${body.slice(0, 300)}`)
    },
  }
}

/** Creates an account in the given way and a passkey for it, and signs in. */
async function signUp(port: number, connection: Connection, road: Road): Promise<Person> {
  const browser = makeBrowser(originOf(port))
  const authenticator = createAuthenticator({ origin: originOf(port), algorithm: -7 })
  await road(browser, connection, `person-${crypto.randomUUID()}@example.com`)
  const options = expectJson<never>(
    await browser.get(connection, '/api/auth/passkey/generate-register-options'),
    200,
    'Passkey options',
  )
  expectJson(
    await browser.post(connection, '/api/auth/passkey/verify-registration', {
      response: authenticator.create(options),
    }),
    200,
    'A first passkey',
  )
  return { browser, authenticator }
}

async function byPassword(browser: Browser, connection: Connection, email: string): Promise<void> {
  expectJson(
    await browser.post(connection, '/api/auth/sign-up/email', {
      email,
      password: 'a long enough password',
      name: 'Person',
    }),
    200,
    'A sign-up',
  )
}

async function byCode(browser: Browser, connection: Connection, email: string): Promise<void> {
  expectJson(
    await browser.post(connection, '/api/auth/email-otp/send-verification-otp', { email, type: 'sign-in' }),
    200,
    'A code',
  )
  // The same function of the address as in the peer's `auth.mjs`.
  const otp = String(createHmac('sha256', SECRET).update(email).digest().readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
  expectJson(await browser.post(connection, '/api/auth/sign-in/email-otp', { email, otp }), 200, 'A sign-up')
}

function originOf(port: number): string {
  return `http://localhost:${port}`
}
