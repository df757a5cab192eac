import { createApi } from '#server/http/api.ts'
import type { World } from '#server/world.ts'
import type { Authenticator } from '#tests/helpers/authenticator.ts'
import { faultsOfAnswer } from '#tests/helpers/document.ts'

/** A JSON answer as a test reads it. */
export type Answer = {
  status: number
  headers: Headers
  body: Record<string, unknown> & { code?: string }
  /** The bytes of an answer that is a file. */
  file?: Buffer
}

/** A browser without pages: sends what a browser sends, keeps its cookies, and throws on an answer that the document does not list. */
export type Client = {
  cookies: Map<string, string>
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  get: (path: string) => Promise<Answer>
  post: (path: string, body?: unknown) => Promise<Answer>
  patch: (path: string, body: unknown) => Promise<Answer>
  put: (path: string, body?: unknown) => Promise<Answer>
  delete: (path: string) => Promise<Answer>
  /** Another browser that holds copies of the same cookies, and no passkeys. */
  copy: () => Client
  /**
   * The passkeys of the person in front of this browser. Like our pages, it uses one when the server wants a touch for
   * an act, and sends the request again.
   */
  passkeys?: Authenticator
}

type Body = string | Uint8Array<ArrayBuffer> | undefined
type Who = { ip?: string; userAgent?: string; cookies?: Map<string, string> }

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'

/** A new browser that talks to the API of a world, without a socket. */
export function makeClient(world: World, { ip = '203.0.113.7', ...who }: Who = {}): Client {
  const api = createApi(world)
  return makeBrowser(world.config.origin, async (url, init) => api.request(url, init, { ip }), who)
}

/** A new browser on the pages of an origin, with a function that sends its requests there. */
export function makeBrowser(
  origin: string,
  bring: (url: string, init: { method: string; headers: Headers; body: Body }) => Promise<Response>,
  { userAgent = CHROME, cookies = new Map() }: Omit<Who, 'ip'> = {},
): Client {
  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = new Headers({ origin, 'user-agent': userAgent, ...(cookie && { cookie }), ...headers })
    if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json')
    const asIs = body === undefined || typeof body === 'string' || body instanceof Uint8Array
    // Whoever sends bytes has them in memory that nobody else shares.
    const raw = asIs ? (body as Body) : JSON.stringify(body)
    if (raw !== undefined) sent.set('content-length', String(Buffer.byteLength(raw)))
    const response = await bring(`${origin}${path}`, { method, headers: sent, body: raw })
    keepCookies(cookies, response.headers.getSetCookie())
    const bytes = Buffer.from(await response.arrayBuffer())
    const answer = bytes.toString()
    const faults = faultsOfAnswer({ method, path, status: response.status, headers: response.headers, text: answer })
    if (faults.length > 0)
      throw new Error(
        `${method} ${path} answers what the document does not say: ${faults.join('; ')}\n${response.status} ${answer.slice(0, 1_000)}`,
      )
    // A test reads what the API really answered; each asserts the shape it needs.
    return {
      status: response.status,
      headers: response.headers,
      ...(response.headers.get('content-type')?.startsWith('image/')
        ? { body: {}, file: bytes }
        : { body: answer ? (JSON.parse(answer) as Answer['body']) : {} }),
    }
  }

  async function act(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await send(method, path, body)
    if (answer.body.code !== 'touch_required' || !client.passkeys) return answer
    return (await touch(client, client.passkeys, answer)) ? send(method, path, body) : answer
  }

  const client: Client = {
    cookies,
    send,
    get: (path) => send('GET', path),
    post: (path, body = {}) => act('POST', path, body),
    patch: (path, body) => act('PATCH', path, body),
    put: (path, body = {}) => act('PUT', path, body),
    delete: (path) => act('DELETE', path),
    copy: () => makeBrowser(origin, bring, { userAgent, cookies: new Map(cookies) }),
  }
  return client
}

/** Uses a passkey for the act that an answer asks it for. Returns false if the account has none that may. */
async function touch(client: Client, passkeys: Authenticator, { body: { act, target } }: Answer): Promise<boolean> {
  const begun = await client.send('POST', '/api/confirmation/options', { act, target })
  if (!begun.body.options) return false
  const credential = passkeys.get(begun.body.options as never)
  const { ceremony } = begun.body
  return (await client.send('POST', '/api/confirmation', { ceremony, credential })).status === 204
}

function keepCookies(jar: Map<string, string>, setCookies: string[]): void {
  for (const line of setCookies) {
    const [pair = '', ...attributes] = line.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    if (attributes.some((attribute) => /max-age=0$/i.test(attribute.trim()))) jar.delete(name)
    else jar.set(name, pair.slice(pair.indexOf('=') + 1))
  }
}

/** The statuses of some answers, the lowest first. */
export function statusesOf(answers: Answer[]): number[] {
  return answers.map(({ status }) => status).toSorted((a, b) => a - b)
}
