import { METHODS, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test, vi } from 'vitest'
import { freePort, makeFolder, run, type Running } from '#tests/process/server.ts'

const SECRET = 'q1vRzLx8nG3bY7mTfW0cKdJ5sA9hEuPoZiXl2B4tVwM'
const PUBLIC = {
  ORIGIN: 'https://id.example.com',
  LISTEN: '127.0.0.1',
  SECRET,
  RESEND_API_KEY: 're_key',
  RESEND_BASE_URL: 'http://127.0.0.1:9',
  MAIL_FROM: 'id@example.com',
}

const PATHS = [
  '/api/testing',
  '/api/testing/',
  '/api/testing/mailbox',
  '/api/testing/mailbox?to=ada%40example.org',
  '/api/testing/clock',
  '/api//testing/clock',
  '/api/testing/nothing',
]
/** Node answers CONNECT by hanging up, before our code runs. */
const VERBS = METHODS.filter((method) => method !== 'CONNECT')

test.each([
  ['as it comes', {}],
  ['with TESTING=0', { TESTING: '0' }],
  ['at a public origin', PUBLIC],
])('a production build serves no testing route, by any method: %s', async (_name, environment) => {
  const { port, host, origin } = await start(environment)
  const answers = await Promise.all(
    PATHS.flatMap((path) =>
      VERBS.map(async (method) => `${method} ${path} ${await statusOf({ port, host, origin, path, method })}`),
    ),
  )
  expect(answers).toEqual(PATHS.flatMap((path) => VERBS.map((method) => `${method} ${path} 404`)))
  // The same requests find the routes that exist.
  expect(await statusOf({ port, host, origin, path: '/api/health', method: 'GET' })).toBe(200)
  expect(await statusOf({ port, host, origin, path: '/api/sign-in/options', method: 'POST' })).toBe(200)
})

test('testing mode answers the same requests', async () => {
  const { port, host, origin } = await start({ TESTING: '1' })
  expect(await statusOf({ port, host, origin, path: '/api/testing/mailbox?to=ada%40example.org', method: 'GET' })).toBe(
    200,
  )
  expect(await statusOf({ port, host, origin, path: '/api/testing/clock', method: 'POST' })).toBe(200)
})

test.each(['1', 'true'])(
  'a server with a public origin does not start in testing mode: TESTING=%s',
  async (TESTING) => {
    const { ended, said } = run('scripts/start.mjs', {
      ...PUBLIC,
      TESTING,
      PORT: String(await freePort()),
      DATA_DIR: makeFolder(),
    })
    expect(await ended).toBe(1)
    expect(said()).toBe('The configuration has a fault:\n  - TESTING is allowed only if the origin is localhost\n')
  },
)

async function start(environment: Record<string, string>): Promise<{ port: number; host: string; origin: string }> {
  const port = await freePort()
  const origin = environment.ORIGIN ?? `http://localhost:${port}`
  const running = run('scripts/start.mjs', {
    ORIGIN: origin,
    PORT: String(port),
    DATA_DIR: makeFolder(),
    ...environment,
  })
  await vi.waitFor(() => announced(running, origin), { timeout: 20_000, interval: 50 })
  return { port, host: new URL(origin).host, origin }
}

function announced({ child, said }: Running, origin: string): void {
  if (!said().includes(`Latchkey is at ${origin}`)) throw new Error(`Not there yet (${child.exitCode}):\n${said()}`)
}

type Question = { port: number; host: string; origin: string; path: string; method: string }

/** Sends the request as our own pages would, with the origin's own host. */
function statusOf({ port, host, origin, path, method }: Question): Promise<number | undefined> {
  const body =
    method === 'POST' || method === 'PUT' || method === 'PATCH'
      ? path.includes('clock')
        ? '{"advance":86400}'
        : '{}'
      : ''
  const headers = {
    host,
    origin,
    ...(body && { 'content-type': 'application/json', 'content-length': String(body.length) }),
  }
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method, headers, setHost: false, agent: false },
      (response) => {
        text(response).then(() => resolve(response.statusCode), reject)
      },
    )
    outgoing.once('error', reject).end(body)
  })
}
