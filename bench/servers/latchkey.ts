import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decryptClaims } from '#server/crypto/jwe.ts'
import { deriveKeys } from '#server/crypto/keys.ts'
import { mailboxCode } from '#server/mail/mailbox-code.ts'
import { type Authenticator, createAuthenticator } from '#tests/helpers/authenticator.ts'
import { type Browser, expectJson, makeBrowser } from '../driver/browser.ts'
import { type Connection, connect } from '../driver/connection.ts'
import { repeat, type Unit } from '../driver/load.ts'
import { type Running, startPinned } from '../driver/process.ts'
import { type Contestant, inTurn, type Place, type WorkName } from './contestant.ts'

const ROOT = join(import.meta.dirname, '../..')
const SECRET = 'the-benchmark-secret-that-nobody-else-ever-uses'
export const keys = deriveKeys([SECRET])
const SESSION = /^latchkey-session/

type Person = { browser: Browser; authenticator: Authenticator }
type Begun = { ceremony: string; options: never }

/** Our own production build, as `npm start` runs it, with much higher limits per IP. */
export const latchkey: Contestant = {
  name: 'Latchkey',
  about:
    'production build, `npm start`, `LIMIT_SCALE=100000`; SQLite in WAL, `synchronous=FULL`: nothing is answered before it is on disk; the page is sign-in, which is kept in memory',
  start: ({ port, folder }) => startLatchkey({ port, folder }),
  async prepare(server, count) {
    const people: Person[] = []
    await repeat(server, async (connection) => void people.push(await signUp(server.port, connection)), {
      times: count,
      concurrency: 4,
    })
    return worksOf(server.port, people)
  },
}

/**
 * Starts the production build in this checkout or in another one. Extra options go to Node, for a profile for example,
 * and the environment has settings of its own, of another database for example.
 */
export function startLatchkey({
  port,
  folder,
  options = [],
  root = ROOT,
  environment = {},
}: Place & { options?: string[]; root?: string; environment?: Record<string, string> }): Promise<Running> {
  return startPinned({
    command: [process.execPath, ...options, ...startArguments(root)],
    cwd: root,
    port,
    environment: { ORIGIN: originOf(port), DATA_DIR: folder, SECRET, LIMIT_SCALE: '100000', ...environment },
    probe: '/api/session',
  })
}

/** Returns the arguments that `npm start` gives to Node. */
function startArguments(root: string): string[] {
  // npm reads the same file, so the script exists.
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').slice(1)
}

function worksOf(port: number, people: Person[]): Record<WorkName, Unit> {
  const someone = inTurn(people)
  // A returning person's browser is known, but signed out. It does not keep the new session's cookie.
  const returning = inTurn(
    people.map(({ browser, authenticator }) => ({ authenticator, browser: signedOut(port, browser) })),
  )
  const stranger = makeBrowser(originOf(port))
  let guesses = 0
  return {
    'session check': async (connection) =>
      void expectJson(await someone().browser.get(connection, '/api/session'), 200, 'A session check'),
    'list of passkeys': async (connection) =>
      void expectJson(await someone().browser.get(connection, '/api/passkeys'), 200, 'A list of passkeys'),
    'passkey sign-in': async (connection) => {
      const { browser, authenticator } = returning()
      const { ceremony, options } = expectJson<Begun>(
        await browser.post(connection, '/api/sign-in/options', {}),
        200,
        'Sign-in options',
      )
      expectJson(
        await browser.post(connection, '/api/sign-in', { ceremony, credential: authenticator.get(options) }),
        200,
        'A sign-in',
      )
    },
    'sign-up': async (connection) => void (await signUp(port, connection)),
    page: (connection) => readPage(connection, stranger, '/sign-in'),
    'start page': (connection) => readPage(connection, stranger, '/'),
    'account page': (connection) => readPage(connection, someone().browser, '/account'),
    'password check': async (connection) =>
      void expectJson(
        await someone().browser.post(connection, '/api/password/check', { password: 'seven tin whistles' }),
        200,
        'A password check',
      ),
    'password guess': async (connection) => {
      const { status, body } = await stranger.post(connection, '/api/sign-in/password', {
        email: `nobody${guesses++}@example.com`,
        password: 'not the right password',
      })
      // A flood is refused because the guess is wrong, or because there are too many at once.
      if (status !== 401 && status !== 429)
        throw new Error(`A password guess was answered with ${status}: ${body.slice(0, 300)}`)
    },
  }
}

async function readPage(connection: Connection, browser: Browser, path: string): Promise<void> {
  const { status, body } = await browser.get(connection, path)
  if (status !== 200) throw new Error(`${path} was answered with ${status}: ${body.slice(0, 300)}`)
}

/** Signs a new person up, and returns the cookies of their browser. */
export async function signUpForCookies(port: number): Promise<Map<string, string>> {
  const connection = await connect(port)
  const { browser } = await signUp(port, connection)
  connection.close()
  return browser.cookies
}

/** Signs a new person up with a passkey in a new browser, in three requests: address, code from the letter, passkey. */
export async function signUp(port: number, connection: Connection): Promise<Person> {
  const browser = makeBrowser(originOf(port))
  const authenticator = createAuthenticator({ origin: originOf(port), algorithm: -7 })
  const email = `person-${crypto.randomUUID()}@example.com`
  const begun = expectJson<Begun>(await browser.post(connection, '/api/sign-up', { email }), 202, 'A sign-up')
  const code = codeOf(begun.ceremony)
  const confirmed = expectJson<Begun>(
    await browser.post(connection, '/api/sign-up/code', { ceremony: begun.ceremony, code }),
    200,
    'A code',
  )
  expectJson(
    await browser.post(connection, '/api/sign-up/passkey', {
      ceremony: confirmed.ceremony,
      credential: authenticator.create(confirmed.options),
    }),
    201,
    'A first passkey',
  )
  return { browser, authenticator }
}

/**
 * Returns the code in the letter. It is computed with the server's own secret, so the server has no work with the
 * mailbox.
 */
function codeOf(ceremony: string): string {
  // Our own server created it in the step before.
  const { state } = decryptClaims(keys.ceremony, ceremony) as { state: { letterId: string } }
  return mailboxCode(keys, state.letterId)
}

function signedOut(port: number, { cookies }: Browser): Browser {
  return makeBrowser(originOf(port), {
    cookies: new Map([...cookies].filter(([name]) => !SESSION.test(name))),
    keeps: (name) => !SESSION.test(name),
  })
}

export function originOf(port: number): string {
  return `http://localhost:${port}`
}
