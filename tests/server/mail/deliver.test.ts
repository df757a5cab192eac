import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Row } from '#db/engine/database.ts'
import { mailboxCode } from '#server/mail/mailbox-code.ts'
import { deliverDue } from '#server/mail/outbox/deliver.ts'
import { enqueue } from '#server/mail/outbox/enqueue.ts'
import { waitAfter } from '#server/mail/outbox/refused.ts'
import type { World } from '#server/world.ts'
import { everythingStored } from '#tests/server/passkeys/rows.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { makeProvider, type Provider, refuse, refuseRecipient } from '#tests/server/mail/provider.ts'
import { scene } from '#tests/server/mail/samples.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

let provider: Provider
let world: TestWorld
beforeEach(async () => {
  provider = await makeProvider()
  world = makeWorld(provider.environment)
})

/** Puts code letters into the outbox, each to its own mailbox, and returns their ids. */
function enqueueCodes(count: number): Promise<string[]> {
  return world.db.transaction(async (tx) => {
    const ids: string[] = []
    for (let n = 1; n <= count; n += 1)
      ids.push(await enqueue(tx, { address: `person${n}@example.org`, language: 'en' }, 'sign-up-code', scene))
    return ids
  })
}

async function deliverAll(from: World = world): Promise<void> {
  while ((await deliverDue(from)) > 0);
}

const rows = (sql: string): Promise<Row[]> => world.db.read((reader) => reader.all(sql))

describe('a letter', () => {
  test('is sent once and then marked as done', async () => {
    const [id = ''] = await enqueueCodes(1)
    expect(await deliverDue(world)).toBe(1)
    world.turnClock(72 * HOUR)
    expect(await deliverDue(world)).toBe(0)
    expect(provider.requests).toHaveLength(1)
    expect(provider.sent.get(id)).toMatchObject({
      to: 'person1@example.org',
      text: expect.stringContaining(mailboxCode(world.keys, id)),
    })
  })

  test('that cannot be rendered waits without delaying the others', async () => {
    const [broken = '', ...others] = await enqueueCodes(3)
    await world.db.transaction((tx) => tx.run("update outbox set letter = 'no-such-letter' where id = ?", broken))
    expect(await deliverDue(world)).toBe(2)
    expect([...provider.sent.keys()].sort()).toEqual(others.sort())
    expect(await rows('select id, attempts from outbox where accepted_at is null and given_up_at is null')).toEqual([
      { id: broken, attempts: 1 },
    ])
  })
})

describe('V16.5.2 while the provider is down', () => {
  test('no letter is lost, and each is delivered once when it is back', async () => {
    const ids = await enqueueCodes(45)
    await provider.down()
    for (let tries = 0; tries < 12; tries += 1) {
      await deliverAll()
      world.turnClock(30 * SECOND)
    }
    expect(provider.sent.size).toBe(0)
    expect(
      await rows('select count(*) as waiting from outbox where accepted_at is null and given_up_at is null'),
    ).toEqual([{ waiting: 45 }])

    await provider.up()
    world.turnClock(HOUR)
    await deliverAll()
    expect([...provider.sent.keys()].sort()).toEqual(ids.sort())
    expect(provider.requests).toHaveLength(45)
  })

  test('a letter is retried after 5 s, then after twice the time, up to an hour, to the millisecond', async () => {
    await enqueueCodes(1)
    provider.behave((_request, response) => refuse(response, 500, 'internal_server_error'))
    const waits = [5, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600, 3_600]
    await deliverDue(world)
    for (const [index, wait] of waits.entries()) {
      expect(waitAfter(index + 1)).toBe(wait * SECOND)
      world.turnClock(wait * SECOND - 1)
      await deliverDue(world)
      expect(provider.requests).toHaveLength(index + 1)
      world.turnClock(1)
      await deliverDue(world)
      expect(provider.requests).toHaveLength(index + 2)
    }
    expect(new Set(provider.requests.map(({ key, body }) => `${key} ${body}`)).size).toBe(1)
  })

  test('a letter is given up after about three days, with a log entry', async () => {
    const [id] = await enqueueCodes(1)
    const began = world.now()
    provider.behave((_request, response) => refuse(response, 503, 'service_unavailable'))
    while ((await rows('select id from outbox where given_up_at is null')).length > 0) {
      await deliverDue(world)
      world.turnClock(HOUR)
    }
    expect(provider.requests).toHaveLength(80)
    expect(
      Array.from({ length: 79 }, (_, index) => waitAfter(index + 1)).reduce((sum, wait) => sum + wait, 0) / (24 * HOUR),
    ).toBeCloseTo(3, 0)
    expect(world.now() - began).toBeGreaterThan(72 * HOUR)

    const entry: unknown = JSON.parse(world.logged.at(-1) ?? '')
    expect(entry).toMatchObject({
      level: 'error',
      message: 'A letter was given up',
      id,
      letter: 'sign-up-code',
      attempts: 80,
    })
  })
})

test('V16.3.4 a letter whose recipient is refused is given up at once and logged, without delaying the others', async () => {
  const [refused = '', ...others] = await enqueueCodes(3)
  provider.behave(({ key }, response) => {
    if (key === refused) refuseRecipient(response)
  })
  await deliverAll()
  world.turnClock(HOUR)
  await deliverAll()

  expect([...provider.sent.keys()].sort()).toEqual(others.sort())
  expect(provider.requests).toHaveLength(3)
  expect(await rows('select id from outbox where given_up_at is not null')).toEqual([{ id: refused }])
  expect(world.logged.map((line): unknown => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 'error', message: 'A letter was given up', id: refused }),
  ])
})

test('fault B9 a mistake of the operator gives no letter up, and the log has an error', async () => {
  const ids = await enqueueCodes(3)
  provider.behave((_request, response) => refuse(response, 422, 'invalid_from_address'))
  await deliverAll()
  expect(world.logged.map((line): unknown => JSON.parse(line))).toEqual(
    ids.map(() => expect.objectContaining({ level: 'error', message: 'A letter has to wait' })),
  )
  provider.behave()
  world.turnClock(HOUR)
  await deliverAll()
  expect([...provider.sent.keys()].sort()).toEqual(ids.sort())
})

describe('a crash after the provider accepted a letter and before we stored that', () => {
  test('leaves the letter until its lease expires, then sends it again with the same key', async () => {
    const [id = ''] = await enqueueCodes(1)
    provider.behave(() => world.db.close())
    await expect(deliverDue(world)).rejects.toThrow('The database is closed.')
    provider.behave()

    const restarted = world.restart()
    world.turnClock(2 * MINUTE - 1)
    expect(await deliverDue(restarted)).toBe(0)
    world.turnClock(1)
    expect(await deliverDue(restarted)).toBe(1)
    expect(provider.requests.map(({ key }) => key)).toEqual([id, id])
    expect(provider.requests[1]?.body).toBe(provider.requests[0]?.body)
    expect(provider.sent.size).toBe(1)
    world.turnClock(HOUR)
    expect(await deliverDue(restarted)).toBe(0)
  })

  test('loses no notice that was added to the gathered ones since', async () => {
    const notice = (letter: 'passkey-added' | 'totp-on', count: number, from: World) =>
      from.db.transaction(async (tx) => {
        for (let n = 1; n <= count; n += 1)
          await enqueue(tx, { address: 'ada@example.org', language: 'en' }, letter, { ...scene, name: 'A key' })
      })
    await notice('passkey-added', 17, world)
    await deliverAll()
    world.turnClock(15 * MINUTE)
    provider.behave(() => world.db.close())
    await expect(deliverDue(world)).rejects.toThrow('The database is closed.')
    provider.behave()

    const restarted = world.restart()
    await notice('totp-on', 2, restarted)
    world.turnClock(15 * MINUTE)
    await deliverAll(restarted)
    expect([...provider.sent.values()].at(-1)?.text).toContain('Authenticator app turned on')
  })
})

test('three processes that deliver at once send no letter twice', async () => {
  const ids = await enqueueCodes(90)
  provider.behave(() => pause(20))
  const at = Date.now() + 1_500
  const ended = await Promise.all([1, 2, 3].map(() => startChild(at)))

  expect(ended.map(({ err }) => err)).toEqual(['', '', ''])
  expect(ended.reduce((sum, { out }) => sum + Number(out), 0)).toBe(90)
  expect(provider.requests.map(({ key }) => key).sort()).toEqual(ids.sort())
})

/** A real process that delivers the due letters from a moment on, and prints how many. */
async function startChild(at: number): Promise<{ out: string; err: string }> {
  const environment = { NODE_ENV: 'test' as const, ...(await world.environment()), ...provider.environment }
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'deliver-child.ts'), String(world.now()), String(at)],
    { env: environment },
  )
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { out, err }
}

test('X8 V16.2.5 the log and the database files hold no code, and the log holds no recipient', async () => {
  const ids = await enqueueCodes(30)
  provider.behave(({ to }, response) => {
    if (to === 'person1@example.org') refuse(response, 500, 'internal_server_error')
    if (to === 'person2@example.org') refuseRecipient(response)
  })
  await deliverAll()

  const stored = (await everythingStored(world)).toString('latin1')
  expect(world.logged).toHaveLength(2)
  expect(stored).toContain('person1@example.org')
  for (const id of ids) {
    // The checksums of the migrations contain six digits in a row too.
    const code = new RegExp(`(?<![\\da-f])${mailboxCode(world.keys, id)}(?![\\da-f])`)
    for (const place of [stored, ...world.logged]) expect(place).not.toMatch(code)
  }
  expect(world.logged.join()).not.toContain('@example.org')
})
