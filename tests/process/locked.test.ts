import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { Answer, Client } from '#tests/helpers/client.ts'
import { signIn } from '#tests/helpers/people.ts'
import { browse, type Person, signUpAt } from '#tests/process/people.ts'
import { type Server, startServer } from '#tests/process/server.ts'

/** Another process that writes into this server's database. */
function openElsewhere({ dataDir }: Server): BetterSqlite.Database {
  const other = new BetterSqlite(join(dataDir, 'latchkey.sqlite'))
  onTestFinished(() => void other.close())
  return other
}

async function signUpMany(server: Server, count: number): Promise<Person[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => signUpAt(server, `person${index}@example.org`)))
}

/** Sends requests that need no write for this long (milliseconds), and returns the longest wait. */
async function readFor(ms: number, server: Server, { client }: Person): Promise<number> {
  let longest = 0
  for (const began = performance.now(); performance.now() - began < ms; await pause(50)) {
    for (const path of ['/api/health', '/api/session']) {
      const asked = performance.now()
      expect((await client.get(path)).status).toBe(200)
      longest = Math.max(longest, performance.now() - asked)
    }
  }
  expect(server.said()).not.toContain('A request failed')
  return longest
}

const sessionsIn = (other: BetterSqlite.Database) =>
  Number(other.prepare('select count(*) from sessions').pluck().get())

test('V2.3.3 while another process writes for two seconds, sign-ins wait, reads answer, and no write is lost', async () => {
  const server = await startServer()
  const people = await signUpMany(server, 12)
  const other = openElsewhere(server)
  const before = sessionsIn(other)

  other.exec('begin immediate')
  const browsers: Client[] = people.map(() => browse(server))
  let answered = 0
  const signingIn = Promise.all(
    people.map(async ({ authenticator }, index) => {
      const answer = await signIn(browsers[index] as Client, authenticator)
      answered += 1
      return answer
    }),
  )
  expect(await readFor(2_000, server, people[0] as Person)).toBeLessThan(1_500)
  expect(answered).toBe(0)
  other.exec('commit')

  for (const { status } of await signingIn) expect(status).toBe(200)
  for (const browser of browsers) expect((await browser.get('/api/session')).status).toBe(200)
  expect(sessionsIn(other)).toBe(before + 12)
})

test('V2.3.3 V16.5.3 while the database stays locked, sign-ins get Retry-After and store nothing, and later they work again', async () => {
  const server = await startServer()
  const people = await signUpMany(server, 6)
  const other = openElsewhere(server)
  const before = sessionsIn(other)

  other.exec('begin immediate')
  const signingIn: Promise<Answer>[] = people.map(({ authenticator }) => signIn(browse(server), authenticator))
  expect(await readFor(4_000, server, people[0] as Person)).toBeLessThan(1_500)
  for (const { status, body, headers } of await Promise.all(signingIn)) {
    expect({ status, code: body.code, retryAfter: Number(headers.get('retry-after')) }).toEqual({
      status: 503,
      code: 'unavailable',
      retryAfter: expect.any(Number),
    })
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  }
  other.exec('commit')

  expect(sessionsIn(other)).toBe(before)
  for (const { authenticator } of people) expect((await signIn(browse(server), authenticator)).status).toBe(200)
  expect(sessionsIn(other)).toBe(before + 6)
  expect(server.said()).toContain('The database could not be used')
})
