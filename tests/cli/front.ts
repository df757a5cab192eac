import { readFileSync } from 'node:fs'
import { createServer as createHttp, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { ROOT } from '#tests/helpers/process.ts'

const TLS = join(ROOT, 'tests/postgres/tls')
/** With it a process trusts the certificate of a front. */
export const TRUSTING = { NODE_EXTRA_CA_CERTS: join(TLS, 'authority.pem') }

type Answering = (request: IncomingMessage, response: ServerResponse) => void

/** Starts a server on a free port that answers like this, with TLS for `localhost` if it is asked for. Returns its port. */
export async function startFront(answer: Answering, tls = false): Promise<number> {
  const [key, cert] = ['server.key', 'server.pem'].map((name) => readFileSync(join(TLS, name)))
  const server = tls ? createHttps({ key, cert }, answer) : createHttp(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // A server that listens on a port has an address of this shape.
  return (server.address() as AddressInfo).port
}

/** Answers as a proxy before a port of this machine, which passes these headers on in addition. */
export function passTo(port: number, headers: Record<string, string> = {}): Answering {
  return (incoming, response) => {
    const passed = { ...incoming.headers, ...headers }
    const inner = request({ host: '127.0.0.1', port, path: incoming.url, headers: passed }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    inner.on('error', () => response.writeHead(502).end())
    inner.end()
  }
}

/** Answers as Latchkey does to the probes of `latchkey check`, with these headers in addition. */
export function asLatchkey(headers: Record<string, string> = {}): Answering {
  return (incoming, response) => {
    const isHealth = incoming.url === '/api/health'
    response.writeHead(isHealth ? 200 : 401, { 'content-type': 'application/json', ...headers })
    response.end(isHealth ? '{"status":"ok"}' : '{"code":"session_required"}')
  }
}
