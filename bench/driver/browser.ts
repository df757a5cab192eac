import type { Connection, Reply } from './connection.ts'

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'

/** The headers and cookies of a browser, which can use any connection. */
export type Browser = {
  cookies: Map<string, string>
  get: (connection: Connection, path: string) => Promise<Reply>
  post: (connection: Connection, path: string, body: unknown) => Promise<Reply>
}

/** Returns a browser on the pages of an origin. `keeps` selects the cookies that it stores; the default is all. */
export function makeBrowser(
  origin: string,
  {
    cookies = new Map(),
    keeps = () => true,
  }: { cookies?: Map<string, string>; keeps?: (name: string) => boolean } = {},
): Browser {
  const fixed = `user-agent: ${CHROME}\r\naccept: */*\r\naccept-language: en\r\n`
  let line = cookieLine(cookies)

  async function send(connection: Connection, method: string, path: string, body?: unknown): Promise<Reply> {
    const headers =
      method === 'GET' ? `${fixed}${line}` : `${fixed}origin: ${origin}\r\nsec-fetch-site: same-origin\r\n${line}`
    const reply = await connection.send(method, path, headers, body === undefined ? undefined : JSON.stringify(body))
    if (reply.cookies.length > 0) {
      for (const cookie of reply.cookies) keep(cookies, cookie, keeps)
      line = cookieLine(cookies)
    }
    return reply
  }

  return {
    cookies,
    get: (connection, path) => send(connection, 'GET', path),
    post: (connection, path, body) => send(connection, 'POST', path, body),
  }
}

/** Returns the JSON of an answer with this status. Throws with the body of any other answer. */
export function expectJson<T>(reply: Reply, status: number, what: string): T {
  if (reply.status !== status)
    throw new Error(`${what} was answered with ${reply.status} instead of ${status}: ${reply.body.slice(0, 300)}`)
  // Each piece of work names the type that it expects from the server under test.
  return JSON.parse(reply.body) as T
}

function keep(cookies: Map<string, string>, line: string, keeps: (name: string) => boolean): void {
  const [pair = '', ...attributes] = line.split(';')
  const name = pair.slice(0, pair.indexOf('='))
  if (attributes.some((attribute) => /max-age=0$/i.test(attribute.trim()))) cookies.delete(name)
  else if (keeps(name)) cookies.set(name, pair.slice(pair.indexOf('=') + 1))
}

function cookieLine(cookies: Map<string, string>): string {
  return cookies.size === 0 ? '' : `cookie: ${[...cookies].map(([name, value]) => `${name}=${value}`).join('; ')}\r\n`
}
