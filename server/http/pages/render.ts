import { createServer, get, type IncomingHttpHeaders } from 'node:http'
import { duplexPair } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Answer } from '#server/http/pages/answer.ts'

/** How long a page may take, in milliseconds. */
const LONGEST = 10_000

export type Rendered = { status: number; headers: IncomingHttpHeaders; body: string }

/** Returns what asks for a page inside this process: as HTTP, but over no socket, and with no header but the given ones. */
export function renderer(page: Answer): (path: string, headers: Record<string, string>) => Promise<Rendered> {
  const server = createServer(page)
  return (path, headers) => {
    const [near, far] = duplexPair()
    server.emit('connection', far)
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(LONGEST)
      get({ createConnection: () => near, path, headers: { ...headers, connection: 'close' }, signal }, (answer) => {
        text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }), reject)
      }).once('error', reject)
    })
  }
}
