import { setTimeout as pause } from 'node:timers/promises'
import { type Arena, pathOf, settle, strike, withArena } from '../arena.ts'
import type { Scale } from '../scale.ts'
import { expectThat, newTally, type Tally } from '../tally.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
/** Reads must not wait for a writer: far less than the time a write waits, far more than a busy machine needs. */
const AT_ONCE_MS = 1_500

/** Another process holds the database's lock: writes wait or return Retry-After, reads and health answer, and nothing is lost. */
export async function lockIt({ engine = 'sqlite' }: Scale): Promise<Tally> {
  const hold = async (arena: Arena) => {
    const { tally, target } = arena
    const { client } = await arena.person()
    const rename = arena.api.endpoints.find(({ method, template }) => method === 'PATCH' && template === '/account')
    if (!rename) throw new Error('There is nothing to write to.')
    const write = (name: string) =>
      strike(arena, {
        label: `while locked, ${name}`,
        endpoint: rename,
        client,
        method: 'PATCH',
        path: pathOf(rename),
        headers: JSON_TYPE,
        body: JSON.stringify({ name }),
        mayBeUnavailable: true,
      })
    const { lock } = target
    if (!lock) throw new Error('There is nothing to lock.')
    let unlock = async () => {}
    try {
      // For a moment: the write waits and succeeds.
      unlock = await lock()
      await settle(arena)
      const waiting = write('for a moment')
      await readsAnswer(arena, client)
      await pause(1_500)
      await unlock()
      expectThat(tally, (await waiting).status === 200, 'a write did not wait for a lock of a moment')
      expectThat(tally, await isCalled(client, 'for a moment'), 'a write that waited is not there')

      // For long: it is refused with Retry-After, and nothing of it is stored.
      unlock = await lock()
      await settle(arena)
      const refused = write('for long')
      await pause(500)
      await readsAnswer(arena, client)
      const { status, headers } = await refused
      expectThat(
        tally,
        status === 503 && Number(headers.get('retry-after')) > 0,
        `a write that could not be done answers ${status}, retry-after ${headers.get('retry-after')}`,
      )
      const crowd = await Promise.all(
        Array.from({ length: 20 }, () => client.patch('/api/account', { name: 'in a crowd' })),
      )
      for (const answer of crowd)
        expectThat(
          tally,
          answer.status === 503 && answer.body.code === 'unavailable',
          `one of a crowd was told ${answer.status} ${answer.body.code}`,
          'faults',
        )
      await readsAnswer(arena, client)
      await unlock()
      expectThat(tally, await isCalled(client, 'for a moment'), 'a refused write is there')

      // Afterwards everything works again.
      await settle(arena)
      expectThat(tally, (await write('free again')).status === 200, 'writes are refused though the lock is gone')
      expectThat(tally, await isCalled(client, 'free again'), 'a write after the lock is not there')
      for (const ill of await arena.eyes.ills()) expectThat(tally, false, ill)
    } finally {
      await unlock()
    }
  }
  return withArena(newTally('database locked'), hold, { engine })
}

type Asking = { get: (path: string) => Promise<{ status: number; body: Record<string, unknown> }> }

async function readsAnswer({ tally }: Arena, client: Asking): Promise<void> {
  for (const path of ['/api/health', '/api/session', '/api/passkeys']) {
    const started = performance.now()
    const { status } = await client.get(path)
    const took = performance.now() - started
    expectThat(
      tally,
      status === 200 && took < AT_ONCE_MS,
      `${path} answers ${status} after ${Math.round(took)} ms while another process writes`,
    )
  }
}

async function isCalled(client: Asking, name: string): Promise<boolean> {
  return ((await client.get('/api/session')).body.user as { name?: string } | undefined)?.name === name
}
