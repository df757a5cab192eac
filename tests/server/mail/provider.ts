import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

type Request = { key: string; to: string; text: string; body: string }
/** How the provider answers a letter: it accepts it unless this function answers. */
type Behaviour = (request: Request, response: ServerResponse) => void | Promise<void>

export type Provider = {
  /** The settings with which a world sends its letters here. */
  environment: Record<string, string>
  /** Every request, in the order they came. */
  requests: Request[]
  /** The letters that were sent: by idempotency key, each once. */
  sent: Map<string, Request>
  behave: (behaviour?: Behaviour) => void
  down: () => Promise<void>
  up: () => Promise<void>
}

/** A mail provider on a real port with Resend's API: one letter per idempotency key, even if a request comes twice. */
export async function makeProvider(): Promise<Provider> {
  const requests: Request[] = []
  const sent = new Map<string, Request>()
  let behaviour: Behaviour | undefined
  let port = 0

  const server = createServer((incoming, response) => void receive(incoming, response))

  async function receive(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(incoming)
    // The body that our own transport sends.
    const { to, text: content } = JSON.parse(body) as { to: string; text: string }
    const request = { key: String(incoming.headers['idempotency-key']), to, text: content, body }
    requests.push(request)
    await behaviour?.(request, response)
    if (!response.writableEnded && !response.destroyed) take(request, response)
  }

  function take(request: Request, response: ServerResponse): void {
    const before = sent.get(request.key)
    if (before && before.body !== request.body) return refuse(response, 409, 'invalid_idempotent_request')
    sent.set(request.key, request)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `sent-${request.key}` }))
  }

  const up = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const down = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  }
  await up()
  // A server that listens on a port has an address of this shape.
  port = (server.address() as AddressInfo).port
  onTestFinished(async () => {
    if (server.listening) await down()
  })

  const environment = {
    RESEND_API_KEY: 're_key',
    RESEND_BASE_URL: `http://127.0.0.1:${port}`,
    MAIL_FROM: 'Latchkey <id@example.com>',
  }
  return { environment, requests, sent, up, down, behave: (given) => void (behaviour = given) }
}

/** Refuses in the format of Resend. */
export function refuse(
  response: ServerResponse,
  statusCode: number,
  name: string,
  headers: Record<string, string> = {},
  message = `No: ${name}`,
): void {
  response
    .writeHead(statusCode, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify({ statusCode, name, message }))
}

/** Refuses the recipient of a letter for good. */
export function refuseRecipient(response: ServerResponse): void {
  refuse(response, 422, 'validation_error', {}, 'Invalid `to` field.')
}
