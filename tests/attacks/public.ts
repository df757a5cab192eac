import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createAuthenticator } from '#tests/helpers/authenticator.ts'
import { type Client, makeBrowser } from '#tests/helpers/client.ts'
import { openProvider, type Provider } from './mail-provider.ts'
import { done } from './people.ts'
import { withServer } from './server.ts'
import { type Front, openFront } from './tls-front.ts'

const HOST = 'id.latchkey.example'
const PATIENCE_MS = 10_000

/** A server as on the internet: https by a proxy in front, letters by a provider, no testing mode. */
export type PublicServer = { front: Front; provider: Provider; port: number }

/** Runs something against a public server of its own. Only its name is not looked up: it is this machine. */
export async function withPublicServer(work: (server: PublicServer) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-front-'))
  const [front, provider] = [await openFront(HOST, folder), await openProvider()]
  const environment = {
    ...provider.environment,
    ORIGIN: front.origin,
    LISTEN: '127.0.0.1',
    TRUSTED_PROXIES: '1',
    SECRET: randomBytes(32).toString('base64'),
    TESTING: '0',
    LIMIT_SCALE: '1',
  }
  try {
    await withServer(
      async ({ port }) => {
        front.upstream = port
        await work({ front, provider, port })
      },
      { environment },
    )
  } finally {
    front.close()
    await provider.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A browser that connects through the proxy. */
function browsePublicly({ front }: PublicServer): Client {
  return makeBrowser(front.origin, (url, { method, headers, body }) =>
    ask(front, url, method, Object.fromEntries(headers), body),
  )
}

/** Sends a request through the proxy, as a browser that trusts its certificate would. Follows no redirects. */
export function ask(
  front: Front,
  url: string,
  method = 'GET',
  headers: Record<string, string> = {},
  body?: string | Uint8Array,
): Promise<Response> {
  const { pathname, search } = new URL(url)
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: front.port,
        servername: HOST,
        ca: readFileSync(front.certificate),
        agent: false,
        path: pathname + search,
        method,
        headers: { ...headers, host: new URL(front.origin).host },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const said = new Headers()
          for (let at = 0; at + 1 < answer.rawHeaders.length; at += 2)
            said.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '')
          const status = answer.statusCode ?? 0
          resolve(new Response(status === 204 ? null : Buffer.concat(chunks), { status, headers: said }))
        })
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** A person who signed up with a code that the mail provider received. */
export async function signUpPublicly(server: PublicServer, email: string): Promise<Client> {
  const client = browsePublicly(server)
  const authenticator = createAuthenticator({ origin: server.front.origin })
  const begun = await done(client.post('/api/sign-up', { email }))
  const { ceremony, options } = await done(
    client.post('/api/sign-up/code', { ceremony: begun.ceremony, code: await codeTo(server.provider, email) }),
  )
  await done(client.post('/api/sign-up/passkey', { ceremony, credential: authenticator.create(options as never) }))
  return client
}

async function codeTo({ sent }: Provider, email: string): Promise<string> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    const letter = [...sent.values()].find(({ to }) => to === email)
    const code = letter && /\b(\d{6}|\d{4}-\d{4}-\d{4})\b/.exec(letter.text)?.[0]
    if (code) return code.replaceAll('-', '')
    await pause(50)
  }
  throw new Error(`No code came to ${email}.`)
}
