import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Server, shareServer, startServer } from '#tests/process/server.ts'

/** Sends this over a socket and returns the answer once the server has closed it. Fails if it never does. */
function exchange({ port }: Server, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const timer = setTimeout(() => reject(new Error('The socket was left open.')), 20_000)
    let said = ''
    socket.on('data', (chunk) => (said += String(chunk)))
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(said)
    })
    socket.write([...lines, '', ''].join('\r\n'))
  })
}

const shared = shareServer()

const UPGRADE = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
]

test('V13.4.2 a request for another protocol keeps no socket open and does not delay the stop of the server', async () => {
  const server = await startServer()
  for (const path of ['/_next/webpack-hmr', '/sign-in', '/api/session', '/_next/image']) {
    for (const host of [`localhost:${server.port}`, 'evil.example'])
      expect(await exchange(server, [`GET ${path} HTTP/1.1`, `Host: ${host}`, ...UPGRADE])).toBe('')
    // Next listens for upgrades from its first page on.
    await (await fetch(`${server.origin}/sign-in`)).text()
  }
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})

test('the server keeps a connection open for longer than a proxy does', async () => {
  const server = shared()
  for (const path of ['/api/health', '/sign-in']) {
    const answer = await fetch(`${server.origin}${path}`)
    await answer.text()
    expect(Number(/timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60)
  }
})

test.each(['TRACE', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PROPFIND', 'QUERY'])(
  'X3 V4.1.4 V13.4.4 a page refuses %s',
  async (method) => {
    const server = shared()
    const answer = await exchange(server, [
      `${method} /sign-in HTTP/1.1`,
      `Host: localhost:${server.port}`,
      'Next-Action: 00deadbeef',
      'Connection: close',
    ])
    expect(answer).toMatch(/^HTTP\/1\.1 405 /)
    expect(answer.toLowerCase()).toContain('\r\nallow: get, head\r\n')
    expect(answer).toContain('"code":"method_not_allowed"')
    expect(server.said()).not.toContain('Error')
  },
)

test.each(['/recover/cancel/x.css', '/recover/cancel/a.json', '/account/passkeys/x.css', '/nowhere/x.html'])(
  'V3.4.3 %s has a content security policy, although it looks like a file',
  async (path) => {
    const server = shared()
    const answer = await fetch(`${server.origin}${path}`, { redirect: 'manual' })
    const sentAway = answer.status === 307 && answer.headers.get('location') !== null
    expect(sentAway || (answer.headers.get('content-security-policy') ?? '').includes("'strict-dynamic'")).toBe(true)
  },
)

test.each([
  ['of a stated length', ['Content-Length: 500'], '{"email":"a'],
  ['in chunks', ['Transfer-Encoding: chunked'], '5\r\n{"ema\r\n'],
  ['in malformed chunks', ['Transfer-Encoding: chunked'], 'zz\r\n'],
])('a client that hangs up in the middle of a body %s causes no fault', async (_, headers, begun) => {
  const server = shared()
  const own = [`Host: localhost:${server.port}`, `Origin: ${server.origin}`, 'Content-Type: application/json']
  for (const line of ['POST /api/sign-up HTTP/1.1', 'DELETE /api/session HTTP/1.1']) {
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write([line, ...own, ...headers, '', begun].join('\r\n'))
    await pause(200)
    socket.destroy()
  }
  await pause(300)
  expect((await fetch(`${server.origin}/api/health`)).status).toBe(200)
  expect(server.said()).not.toContain('"level":"error"')
  expect(server.said()).not.toContain('    at ')
})

test.each([
  ['ours first', (own: string) => [own, 'evil.example']],
  ['ours last', (own: string) => ['evil.example', own]],
  ['ours twice', (own: string) => [own, own]],
])('fault B8 a request that names two hosts is refused: %s', async (_, hosts) => {
  const server = shared()
  for (const path of ['/sign-in', '/api/session', '/api/health']) {
    const lines = hosts(`localhost:${server.port}`).map((host) => `Host: ${host}`)
    expect(await exchange(server, [`GET ${path} HTTP/1.1`, ...lines, 'Connection: close'])).toMatch(/^HTTP\/1\.1 400 /)
  }
})

test.each([
  '/recover/cancel/%E0%A4%A',
  '/recover/cancel/%c0%af',
  '/recover/cancel/%',
  '/_global-error',
  '/%5fglobal-error',
])('fault B6 %s is a page that does not exist, not a fault', async (path) => {
  const server = shared()
  const answer = await exchange(server, [`GET ${path} HTTP/1.1`, `Host: localhost:${server.port}`, 'Connection: close'])
  expect(answer).toMatch(/^HTTP\/1\.1 404 /)
  expect(answer).toMatch(/\r\ncontent-type: text\/html/i)
  expect(server.said()).not.toContain('"level":"error"')
})

test.each(['/account/', '//sign-in', '/recover\\cancel'])(
  'fault B6 V3.4.3 the redirect from %s to its other spelling has a content security policy',
  async (path) => {
    const lines = [`GET ${path} HTTP/1.1`, `Host: localhost:${shared().port}`, 'Connection: close']
    const answer = await exchange(shared(), lines)
    expect(answer).toMatch(/^HTTP\/1\.1 308 /)
    expect(answer).toMatch(/\r\ncontent-security-policy: default-src '/i)
  },
)

test('V3.4.3 a page has one content security policy, its own', async () => {
  const answer = await fetch(`${shared().origin}/sign-in`)
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'self'; (?!.*default-src)/)
})

test.each([
  ['that is no text', '%'],
  ['of another shape', encodeURIComponent('["",{"children":["__PAGE__",{}]},null,null,true]')],
  ['that is too large', 'x'.repeat(9_000)],
])('fault B6 a state of our pages %s is ignored, and no fault', async (_, state) => {
  const headers = { rsc: '1', 'next-router-state-tree': state }
  // Next sends the reader on, to an address that names what its headers hold.
  const answer = await fetch(`${shared().origin}/sign-in`, { headers })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/x-component'])
  expect(await answer.text()).toContain('Sign in')
  expect(shared().said()).not.toContain('"level":"error"')
})
