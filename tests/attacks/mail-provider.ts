import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { text } from 'node:stream/consumers'

type Request = { key: string; to: string; text: string }
/** How the provider answers a letter; `take` is the correct way. */
export type Manner = (take: () => void, response: ServerResponse, request: Request) => void | Promise<void>

export type Provider = {
  environment: Record<string, string>
  requests: Request[]
  /** The letters that were sent: by idempotency key, each once. */
  sent: Map<string, Request>
  behave: (manner: Manner) => void
  close: () => Promise<void>
}

export const MANNERS: Record<string, Manner> = {
  honest: (take) => take(),
  slow: async (take) => {
    await pause(2_000)
    take()
  },
  'failing with 500': (_take, response) => refuse(response, 500, 'internal_server_error'),
  'too busy': (_take, response) => refuse(response, 429, 'rate_limit_exceeded', { 'retry-after': '1' }),
  'hanging up': (_take, response) => void response.destroy(),
  'hanging up after it took the letter': (take, response) => {
    // It takes the letter, and the answer is lost.
    response.writeHead = (() => ({ end: () => response.destroy() })) as unknown as typeof response.writeHead
    take()
  },
  'answering twice': (take, response) => {
    take()
    response.socket?.write(
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 13\r\n\r\n{"id":"twice"}',
    )
  },
  'answering garbage': (_take, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end('<html>'),
  'answering an empty page': (_take, response) => void response.writeHead(502).end(),
}

/** A mail provider on this machine with Resend's API: one letter per idempotency key, even if a request comes twice. */
export async function openProvider(): Promise<Provider> {
  const requests: Request[] = []
  const sent = new Map<string, Request>()
  let manner: Manner = (take) => take()
  const receive = async (incoming: IncomingMessage, response: ServerResponse) => {
    const { to, text: content } = JSON.parse(await text(incoming)) as { to: string; text: string }
    const request = { key: String(incoming.headers['idempotency-key']), to: String(to), text: content }
    requests.push(request)
    const take = () => {
      sent.set(request.key, request)
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `sent-${request.key}` }))
    }
    await manner(take, response, request)
  }
  const server = createServer((incoming, response) => void receive(incoming, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this shape.
  const { port } = server.address() as AddressInfo
  return {
    environment: {
      RESEND_API_KEY: 're_attack',
      RESEND_BASE_URL: `http://127.0.0.1:${port}`,
      MAIL_FROM: 'Latchkey <id@example.com>',
    },
    requests,
    sent,
    behave: (given) => void (manner = given),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function refuse(
  response: ServerResponse,
  statusCode: number,
  name: string,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(statusCode, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify({ statusCode, name, message: `No: ${name}` }))
}
