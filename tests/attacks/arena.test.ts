import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { DOCUMENT, faultsOfAnswer } from '#tests/helpers/document.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { type Arena, settle, strike } from './arena.ts'
import { openSqliteEyes } from './sqlite-eyes.ts'
import { newTally } from './tally.ts'

/** An arena around a server with a fixed answer, beside a real database with one person in it. */
async function arenaAround(answer: (database: BetterSqlite.Database) => RequestListener): Promise<Arena> {
  const world = makeWorld()
  await signUp(world)
  const database = new BetterSqlite(join(world.config.dataDir, 'latchkey.sqlite'))
  const server = createServer(answer(database))
  const eyes = await openSqliteEyes(world.config.dataDir)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    await eyes.close()
    database.close()
    server.close()
  })
  // A server that listens on a port has an address of this shape.
  const { port } = server.address() as AddressInfo
  const nobody = () => Promise.reject(new Error('nobody lives here'))
  const arena: Arena = {
    target: { origin: `http://localhost:${port}`, port, dataDir: world.config.dataDir },
    api: { endpoints: [], schemas: DOCUMENT.components.schemas, faultsOf: faultsOfAnswer },
    eyes,
    tally: newTally('planted'),
    before: {},
    person: nobody,
    stranger: () => {
      throw new Error('nobody is there')
    },
  }
  await settle(arena)
  return arena
}

const refusing =
  (act: (database: BetterSqlite.Database) => void) =>
  (database: BetterSqlite.Database): RequestListener =>
  (_request, response) => {
    act(database)
    response.writeHead(401, { 'content-type': 'application/problem+json' }).end(
      JSON.stringify({
        type: 'urn:latchkey:problem:not_signed_in',
        title: 'No.',
        status: 401,
        code: 'not_signed_in',
      }),
    )
  }
const ATTACK = { label: 'planted', method: 'GET', path: '/api/session', mustRefuse: true }

test('a refusal that changes nothing is counted as clean', async () => {
  const arena = await arenaAround(refusing(() => {}))
  await strike(arena, ATTACK)
  expect(arena.tally).toMatchObject({ cases: 1, refused: 1, changed: 0, unlisted: 0, notes: [] })
})

test.each([
  ["update users set name = 'Mallory'", 'users'],
  ['delete from sessions', 'sessions'],
  ["update passkeys set name = 'mine'", 'passkeys'],
  ["update events set ip = '192.0.2.9'", 'events'],
  ["update outbox set recipient = 'mallory@example.com'", 'outbox'],
])('a refusal that also runs “%s” is counted as a defect', async (sql, table) => {
  const arena = await arenaAround(refusing((database) => void database.prepare(sql).run()))
  await strike(arena, ATTACK)
  expect(arena.tally).toMatchObject({
    cases: 1,
    refused: 1,
    changed: 1,
    notes: [expect.stringContaining(`but ${table}`)],
  })
})

test('a counted attempt is not a change', async () => {
  const arena = await arenaAround(
    refusing(
      (database) => void database.prepare("insert into limits (key, count, resets_at) values ('x', 1, 1)").run(),
    ),
  )
  await strike(arena, ATTACK)
  expect(arena.tally).toMatchObject({ cases: 1, changed: 0 })
})

test('a change made by one case is not counted against the next', async () => {
  const arena = await arenaAround(
    refusing((database) => void database.prepare("update users set name = 'Mallory'").run()),
  )
  await strike(arena, ATTACK)
  await strike(arena, ATTACK)
  expect(arena.tally).toMatchObject({ cases: 2, changed: 1 })
})

test('a crash during a case is counted as a defect, because no answer comes', async () => {
  const arena = await arenaAround(() => (_request, response) => void response.destroy())
  await strike(arena, ATTACK)
  expect(arena.tally).toMatchObject({ cases: 1, lost: 1 })
})

test('a half-created account is counted as a defect', async () => {
  const arena = await arenaAround(refusing((database) => void database.prepare('delete from passkeys').run()))
  expect(await arena.eyes.ills()).toEqual([])
  await strike(arena, ATTACK)
  expect(await arena.eyes.ills()).toEqual(['people without a passkey'])
})
