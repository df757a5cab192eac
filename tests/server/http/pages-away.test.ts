import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type Database, DatabaseUnavailableError } from '#db/engine/database.ts'
import { noteAway, tellAway } from '#server/http/pages/away.ts'
import { makeWorld } from '#tests/helpers/world.ts'

const away = Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })

test('a page that fails because the database is unavailable is told with 503 and Retry-After', async () => {
  const { db } = makeWorld()
  const answers = await ask(noteAway(db), async (database, response) => {
    await database
      .read(() => Promise.reject(new DatabaseUnavailableError(away)))
      .catch(() => response.writeHead(500, { 'x-page': '1' }).end())
  })
  expect(answers).toEqual({ status: 503, retryAfter: '5', page: '1' })
})

test('also one whose status is set before, and one that writes', async () => {
  const { db } = makeWorld()
  const answers = await ask(noteAway(db), async (database, response) => {
    response.statusCode = 500
    await database.transaction(() => Promise.reject(new DatabaseUnavailableError(away))).catch(() => response.end())
  })
  expect(answers).toEqual({ status: 503, retryAfter: '5', page: null })
})

test('a page that fails otherwise stays a fault, and one that is made all the same stays a page', async () => {
  const { db } = makeWorld()
  const fault = await ask(noteAway(db), async (database, response) => {
    await database.read(() => Promise.reject(new Error('ours'))).catch(() => response.writeHead(500).end())
  })
  expect(fault).toEqual({ status: 500, retryAfter: null, page: null })
  const page = await ask(noteAway(db), async (database, response) => {
    await database.read(() => Promise.reject(new DatabaseUnavailableError(away))).catch(() => response.end())
  })
  expect(page).toEqual({ status: 200, retryAfter: null, page: null })
})

test('two pages at once do not tell each other’s faults', async () => {
  const { db } = makeWorld()
  const database = noteAway(db)
  const unavailable = ask(database, async (it, response) => {
    await it.read(() => Promise.reject(new DatabaseUnavailableError(away))).catch(() => response.writeHead(500).end())
  })
  const faulty = ask(database, async (_it, response) => void response.writeHead(500).end())
  expect((await unavailable).status).toBe(503)
  expect((await faulty).status).toBe(500)
})

type Render = (database: Database, response: Parameters<RequestListener>[1]) => Promise<unknown>

async function ask(database: Database, render: Render) {
  const server = createServer((request, response) => {
    void tellAway((_request, answer) => render(database, answer))(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  // A server that listens on a port has an address of this shape.
  const { port } = server.address() as AddressInfo
  const { status, headers } = await fetch(`http://127.0.0.1:${port}/`)
  return { status, retryAfter: headers.get('retry-after'), page: headers.get('x-page') }
}
