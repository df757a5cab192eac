import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { CHAIN_START, type ChainedEvent, chainHash, firstBreak } from '#server/audit/chain.ts'
import { flippedBit } from '#tests/helpers/authenticator/hostile/signatures.ts'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { addPasskey, confirm, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'

type Export = { user: { id: string }; events: ChainedEvent[] }

const SCRIPT = join(import.meta.dirname, '../../scripts/verify-activity.mjs')

/** A person with every event that passkey sign-in can cause. */
async function story() {
  const world = makeWorld()
  const person = await signUp(world)
  const { client, authenticator } = person
  const other = makeClient(world, { ip: '192.0.2.9' })
  world.turnClock(60_000)
  await signIn(other, authenticator)
  await signIn(makeClient(world), authenticator, { signature: flippedBit })
  await confirm(client, authenticator)
  const added = await addPasskey(client, makeAuthenticator(world), 'Second “key” \u2028 <b>')
  const { id } = added.body.passkey as { id: string }
  await client.patch(`/api/passkeys/${id}`, { name: 'Ключ 🔑' })
  await client.delete(`/api/passkeys/${id}`)
  await client.delete('/api/sessions')
  world.turnClock(-30_000)
  await signIn(other, authenticator)
  await other.delete('/api/session')
  world.turnClock(30_000)
  return { world, ...person, exported: await exportOf(client) }
}

/** The person's export, parsed from JSON as a script would. */
async function exportOf(client: Client): Promise<Export> {
  const { status, body } = await client.get('/api/account/export')
  expect(status).toBe(200)
  return JSON.parse(JSON.stringify(body)) as Export
}

test('V16.3.1 every event is stored in order, and the chain is intact', async () => {
  const {
    exported: { user, events },
  } = await story()
  expect(events.map(({ kind }) => kind)).toEqual([
    'account_created',
    'signed_in',
    'sign_in_failed',
    'confirmed',
    'passkey_added',
    'passkey_renamed',
    'passkey_removed',
    'sessions_ended',
    'signed_in',
    'signed_out',
    'account_exported',
  ])
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  expect(firstBreak(user.id, events)).toBeUndefined()
})

test('V16.2.1 every event has its time, place and browser, and its session if it has one', async () => {
  const {
    exported: { events },
  } = await story()
  for (const { at, ip, userAgent, hash } of events) {
    expect(at).toBeGreaterThan(0)
    expect(ip).toMatch(/^\d+\.\d+\.\d+\.\d+$/)
    expect(userAgent).toContain('Chrome')
    expect(hash).toMatch(/^[\w-]{43}$/)
  }
  expect(events.filter(({ sessionId }) => sessionId === null).map(({ kind }) => kind)).toEqual(['sign_in_failed'])
})

test('V16.2.5 no event holds a token, a code, a challenge or an address', async () => {
  const { world, email } = await story()
  const written = JSON.stringify(await rows(world, 'select * from events'))
  const hashes = await rows<{ token_hash: string }>(world, 'select token_hash from sessions')
  expect(written).not.toContain(email)
  for (const { token_hash } of hashes) expect(written).not.toContain(token_hash)
})

describe('a chain of events', () => {
  const CHANGES: [string, (event: ChainedEvent) => ChainedEvent][] = [
    ['its kind', (event) => ({ ...event, kind: 'signed_out_' })],
    ['its time', (event) => ({ ...event, at: event.at + 1 })],
    ['its place', (event) => ({ ...event, ip: '127.0.0.1' })],
    ['its browser', (event) => ({ ...event, userAgent: `${event.userAgent} ` })],
    ['its session', (event) => ({ ...event, sessionId: event.sessionId === null ? 'A'.repeat(22) : null })],
    ['its details', (event) => ({ ...event, details: { ...event.details, more: true } })],
    ['its number', (event) => ({ ...event, seq: event.seq + 1 })],
    ['its hash', (event) => ({ ...event, hash: 'A'.repeat(43) })],
  ]

  test.each(CHANGES)('V16.4.2 breaks at an event that was changed in %s', async (_, change) => {
    const {
      exported: { user, events },
    } = await story()
    for (const index of events.keys()) {
      expect(
        firstBreak(
          user.id,
          events.map((event, at) => (at === index ? change(event) : event)),
        ),
      ).toBe(index + 1)
    }
  })

  test('V16.4.2 breaks at a missing event, except the last one', async () => {
    const {
      exported: { user, events },
    } = await story()
    for (const index of events.slice(0, -1).keys())
      expect(firstBreak(user.id, events.toSpliced(index, 1))).toBe(index + 1)
    expect(firstBreak(user.id, events.slice(0, -1))).toBeUndefined()
  })

  test('breaks where two events were swapped, and where one was inserted', async () => {
    const {
      exported: { user, events },
    } = await story()
    for (const index of events.slice(1).keys()) {
      const [swapped, repeated] = [events.slice(index, index + 2).toReversed(), events.slice(index, index + 1)]
      expect(firstBreak(user.id, events.toSpliced(index, 2, ...swapped))).toBe(index + 1)
      expect(firstBreak(user.id, events.toSpliced(index, 0, ...repeated))).toBe(index + 2)
    }
  })

  test('must begin with the first event, even if the hashes fit', async () => {
    const {
      exported: { user, events },
    } = await story()
    let before = CHAIN_START
    const later = events.map((event) => {
      const hash: string = chainHash(before, user.id, { ...event, seq: event.seq + 1 })
      before = hash
      return { ...event, seq: event.seq + 1, hash }
    })
    expect(firstBreak(user.id, later)).toBe(1)
  })

  test('belongs to one person: with another id it is broken from the start', async () => {
    const { exported } = await story()
    expect(firstBreak('A'.repeat(22), exported.events)).toBe(1)
  })

  test('stays intact when many events happen at once', async () => {
    const world = makeWorld()
    const { client, authenticator, userId } = await signUp(world)
    await atOnce(20, () => signIn(makeClient(world), authenticator))
    const { events } = await exportOf(client)
    expect(events).toHaveLength(22)
    expect(firstBreak(userId, events)).toBeUndefined()
  })
})

describe('GET /api/activity', () => {
  test('returns a person’s own events page by page, newest first', async () => {
    const { world, client, exported } = await story()
    await signUp(world)
    const seen: number[] = []
    let next: number | undefined
    do {
      const { body } = await client.get(`/api/activity?limit=4${next === undefined ? '' : `&before=${next}`}`)
      seen.push(...(body.events as ChainedEvent[]).map(({ seq }) => seq))
      next = body.next as number | undefined
    } while (next !== undefined)
    expect(seen).toEqual(exported.events.map(({ seq }) => seq).toReversed())
  })

  test.each([
    'limit=0',
    'limit=201',
    'limit=x',
    'before=0',
    'before=-1',
    'before=1e99',
    'limit=1.5',
    'before=9007199254740993',
  ])('refuses %s', async (query) => {
    const { client } = await signUp(makeWorld())
    expect(await client.get(`/api/activity?${query}`)).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
  })
})

describe('scripts/verify-activity.mjs', () => {
  function verify(contents: unknown) {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-export-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const file = join(folder, 'export.json')
    writeFileSync(file, JSON.stringify(contents))
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, file], { encoding: 'utf8' })
    return { status, stdout, stderr }
  }

  test('accepts a real export', async () => {
    const { exported } = await story()
    expect(verify(exported)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`${exported.events.length} events`),
    })
  })

  test('names the event that was tampered with', async () => {
    const { exported } = await story()
    const events = exported.events.map((event) =>
      event.kind === 'sign_in_failed' ? { ...event, kind: 'signed_in' } : event,
    )
    expect(verify({ ...exported, events })).toMatchObject({ status: 1, stderr: expect.stringContaining('event 3') })
  })

  test('prints its usage without a file', () => {
    expect(spawnSync(process.execPath, [SCRIPT]).status).toBe(2)
  })
})
