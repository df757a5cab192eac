import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { browse, newestCode } from '#tests/process/people.ts'
import { type Server, startServer } from '#tests/process/server.ts'

type UnderWay = { finish: () => Promise<IncomingMessage> }

/** A request without its last byte: the server has begun with it and cannot answer until `finish` is called. */
async function begin(server: Server, path: string, body: string): Promise<UnderWay> {
  const headers = {
    origin: server.origin,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    expect: '100-continue',
  }
  const outgoing = request(`${server.origin}${path}`, { method: 'POST', headers })
  const answered = new Promise<IncomingMessage>((resolve, reject) =>
    outgoing.once('response', resolve).once('error', reject),
  )
  outgoing.flushHeaders()
  await once(outgoing, 'continue')
  outgoing.write(body.slice(0, -1))
  return {
    finish() {
      outgoing.end(body.slice(-1))
      return answered
    },
  }
}

/** How the process ended, or nothing if it still runs after a time shorter than its grace period for unfinished requests. */
function endOf(server: Server): Promise<unknown> {
  return Promise.race([server.ended, pause(8_000)])
}

const health = (server: Server) =>
  browse(server)
    .get('/api/health')
    .then(
      ({ status }) => status,
      () => 'nobody there',
    )

describe.each(['SIGTERM', 'SIGINT'] as const)('at %s the server', (signal) => {
  test('finishes open requests, accepts no new ones, and leaves intact files and a free port', async () => {
    const server = await startServer()
    // Browsers keep idle connections open, and these must not delay the stop.
    expect(await health(server)).toBe(200)
    const underWay = await begin(server, '/api/sign-up', JSON.stringify({ email: 'ada@example.org' }))

    server.child.kill(signal)
    await expect.poll(() => health(server), { timeout: 5_000 }).toBe('nobody there')
    expect(server.child.exitCode).toBeNull()

    const answer = await underWay.finish()
    expect([answer.statusCode, JSON.parse(await text(answer))]).toEqual([
      202,
      { ceremony: expect.any(String), digits: 6 },
    ])
    expect(await endOf(server)).toBe(0)
    expect(server.said()).toContain('"message":"Stopped"')
    expect(server.said()).not.toContain('"level":"error"')
    expect(
      ['', '-wal', '-shm'].filter((suffix) => existsSync(join(server.dataDir, `latchkey.sqlite${suffix}`))),
    ).toEqual([''])

    const again = await startServer({ dataDir: server.dataDir, port: server.port })
    expect(await newestCode(browse(again), 'ada@example.org')).toMatch(/^\d{6}$/)
  })
})

test('a client that keeps sending requests over one connection does not prevent the stop', async () => {
  const server = await startServer()
  const client = browse(server)
  const answers: number[] = []
  const asking = (async () => {
    for (;;) {
      answers.push((await client.get('/api/health')).status)
    }
  })().catch(() => 'gone')

  await expect.poll(() => answers.length, { timeout: 5_000 }).toBeGreaterThan(10)
  server.child.kill('SIGTERM')
  expect(await endOf(server)).toBe(0)
  expect(await asking).toBe('gone')
  expect([...new Set(answers)]).toEqual([200])
})

test('a second signal has no effect', async () => {
  const server = await startServer()
  const underWay = await begin(server, '/api/sign-up', JSON.stringify({ email: 'ada@example.org' }))
  // Signals at the same moment are merged into one.
  for (let times = 0; times < 3; times += 1) {
    server.child.kill('SIGTERM')
    await pause(50)
  }
  expect((await underWay.finish()).statusCode).toBe(202)
  expect(await endOf(server)).toBe(0)
})
