import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MailFault } from '#server/mail-transport.ts'
import { resendTransport } from '#server/mail/transports/resend.ts'

const LETTER = {
  id: 'letter-1',
  to: 'ada@example.org',
  subject: 'A subject',
  text: 'The text',
  html: '<p>The HTML</p>',
}

type Seen = { method?: string; url?: string; headers: IncomingMessage['headers']; body: unknown }
type Behaviour = (response: ServerResponse, request: IncomingMessage) => void

const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
  }
const refuse = (statusCode: number, name: string, headers?: Record<string, string>) =>
  answer(statusCode, { statusCode, name, message: `No: ${name}` }, headers)

let behaviour: Behaviour
let seen: Seen[]
let baseUrl: string
const server = createServer((request, response) => void receive(request, response))

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  seen.push({
    method: request.method,
    url: request.url,
    headers: request.headers,
    body: JSON.parse(await text(request)),
  })
  behaviour(response, request)
}

beforeEach(async () => {
  seen = []
  behaviour = answer(200, { id: 'resend-1' })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this shape.
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  server.closeAllConnections()
  if (server.listening) await new Promise((resolve) => server.close(resolve))
})

function send(timeout = 2_000): Promise<string> {
  return resendTransport({ apiKey: 're_key', baseUrl, from: 'Latchkey <id@example.com>', timeout }).send(LETTER)
}

async function fault(timeout?: number): Promise<MailFault> {
  const error: unknown = await send(timeout).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof MailFault)) throw new Error(`no MailFault, but ${String(error)}`)
  return error
}

describe('an accepted letter', () => {
  test('arrives complete, with the API key and the sender', async () => {
    await send()
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/emails',
      headers: { authorization: 'Bearer re_key', 'content-type': 'application/json' },
    })
    expect(seen[0]?.body).toEqual({
      from: 'Latchkey <id@example.com>',
      to: LETTER.to,
      subject: LETTER.subject,
      text: LETTER.text,
      html: LETTER.html,
      headers: expect.anything(),
    })
  })

  test('fault U26 says that a program wrote it, and refers to itself, so that it joins no other letter', async () => {
    await send()
    expect(seen[0]?.body).toMatchObject({
      headers: {
        'Auto-Submitted': 'auto-generated',
        References: '<letter-1@example.com>',
        'X-Entity-Ref-ID': 'letter-1',
      },
    })
  })

  test('has its own id as the idempotency key, each time', async () => {
    await send()
    await send()
    expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['letter-1', 'letter-1'])
    expect(seen[0]?.body).toEqual(seen[1]?.body)
  })

  test('is sent to the right URL if the base URL ends in a slash', async () => {
    baseUrl += '/'
    await send()
    expect(seen[0]?.url).toBe('/emails')
  })
})

describe('a letter is retried after', () => {
  test.each([500, 502, 503])('an answer of %i', async (status) => {
    behaviour = refuse(status, 'internal_server_error')
    expect(await fault()).toMatchObject({ kind: 'passing', retryAfter: undefined })
    expect(seen).toHaveLength(1)
  })

  test('a rate limit, at the time the provider names', async () => {
    behaviour = refuse(429, 'rate_limit_exceeded', { 'retry-after': '17' })
    expect(await fault()).toMatchObject({ kind: 'rate', retryAfter: 17 })
  })

  test.each([
    ['Wed, 21 Oct 2026 07:28:09 GMT', 9],
    ['Wed, 21 Oct 2026 07:27:00 GMT', 0],
  ])('a rate limit, at the date the provider names: %s', async (wish, seconds) => {
    behaviour = refuse(429, 'rate_limit_exceeded', { 'retry-after': wish, date: 'Wed, 21 Oct 2026 07:28:00 GMT' })
    expect(await fault()).toMatchObject({ kind: 'rate', retryAfter: seconds })
  })

  test.each(['soon', '-1', '1e9', '2026-10-21T07:28:09Z', 'Wed, 99 Oct 2026 07:28:09 GMT'])(
    'a rate limit with an invalid Retry-After: %s',
    async (wish) => {
      behaviour = refuse(429, 'daily_quota_exceeded', { 'retry-after': wish })
      expect(await fault()).toMatchObject({ kind: 'rate', retryAfter: undefined })
    },
  )

  test.each([
    [401, 'missing_api_key'],
    [401, 'restricted_api_key'],
    [403, 'invalid_api_key'],
    [403, 'validation_error'],
    [400, 'invalid_idempotency_key'],
    [404, 'not_found'],
    [413, 'payload_too_large'],
    [422, 'invalid_from_address'],
    [422, 'missing_required_field'],
    [451, 'security_error'],
  ])('fault B9 a mistake that an operator can mend: %i %s', async (status, name) => {
    behaviour = refuse(status, name)
    expect(await fault()).toMatchObject({ kind: 'configuration' })
  })

  test('fault B9 a refusal of another field than the recipient', async () => {
    behaviour = answer(422, { statusCode: 422, name: 'validation_error', message: 'Invalid `from` field.' })
    expect(await fault()).toMatchObject({ kind: 'configuration' })
  })

  test('fault B9 a page instead of the API, because the base URL is wrong', async () => {
    behaviour = answer(404, '<html>A proxy</html>')
    expect(await fault()).toMatchObject({ kind: 'configuration' })
  })

  test('a conflict, because the same letter is being sent', async () => {
    behaviour = refuse(409, 'concurrent_idempotent_requests')
    expect(await fault()).toMatchObject({ kind: 'passing' })
  })

  test('a timeout, which closes the connection', async () => {
    const hungUp = new Promise<void>((resolve) => {
      behaviour = (_response, request) => request.socket.once('close', resolve)
    })
    expect(await fault(100)).toMatchObject({ kind: 'passing', message: 'Resend did not answer within 0.1 s' })
    await hungUp
  })

  test('an answer that begins and never ends', async () => {
    behaviour = (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":')
    expect(await fault(100)).toMatchObject({ kind: 'passing' })
  })

  test('a closed connection', async () => {
    behaviour = (response) => void response.destroy()
    expect(await fault()).toMatchObject({ kind: 'passing' })
  })

  test('a refused connection', async () => {
    await new Promise((resolve) => server.close(resolve))
    expect(await fault()).toMatchObject({ kind: 'passing' })
  })

  test.each([
    [502, '<html>Bad gateway</html>'],
    [502, 'null'],
    [502, '{}'],
    [200, 'fine'],
  ])('an answer in another format: %i %s', async (status, body) => {
    behaviour = answer(status, body)
    expect(await fault()).toMatchObject({ kind: 'passing' })
  })
})

describe('a letter is given up after', () => {
  test.each([400, 422])('fault B9 a refusal of its recipient: %i', async (statusCode) => {
    behaviour = answer(statusCode, { statusCode, name: 'validation_error', message: 'Invalid `to` field.' })
    expect(await fault()).toMatchObject({
      kind: 'recipient',
      message: `Resend did not accept the letter: ${statusCode} validation_error Invalid \`to\` field.`,
    })
  })
})

test('a letter that the provider already has in a slightly different version counts as sent', async () => {
  behaviour = refuse(409, 'invalid_idempotent_request')
  expect(await send()).toBe('accepted before')
})

test('the error message contains no address', async () => {
  behaviour = answer(422, {
    statusCode: 422,
    name: 'validation_error',
    message: 'Invalid `to` field: "Ada <ada@example.org>"',
  })
  expect((await fault()).message).toBe(
    'Resend did not accept the letter: 422 validation_error Invalid `to` field: "Ada <(an address)>"',
  )
})
