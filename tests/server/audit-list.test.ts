import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type ChainedEvent } from '#server/audit/chain.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { story } from '#tests/server/audit-steps.ts'

const SCRIPT = join(import.meta.dirname, '../../cli/latchkey.mjs')

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

describe('latchkey verify-activity', () => {
  function verify(contents: unknown) {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-export-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const file = join(folder, 'export.json')
    writeFileSync(file, JSON.stringify(contents))
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, 'verify-activity', file], {
      encoding: 'utf8',
    })
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
    expect(verify({ ...exported, events })).toMatchObject({ status: 1, stdout: expect.stringContaining('event 3') })
  })

  test('accepts an export whose oldest events the server has deleted, and says how many', async () => {
    const { exported } = await story()
    const { events } = exported
    const cut = { seq: 2, hash: events[1]?.hash }
    expect(verify({ ...exported, eventsCut: cut, events: events.slice(2) })).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^The first 2 events are not in it[^]*Intact: /),
    })
    for (const wrong of [events.slice(1), events.slice(3), events])
      expect(verify({ ...exported, eventsCut: cut, events: wrong })).toMatchObject({ status: 1 })
    expect(verify({ ...exported, events: events.slice(2) })).toMatchObject({ status: 1 })
  })

  test('prints its usage without a file', () => {
    expect(spawnSync(process.execPath, [SCRIPT, 'verify-activity']).status).toBe(2)
  })
})
