import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { createAuthenticator } from '#tests/helpers/authenticator.ts'
import { type Arena, withArena } from '../arena.ts'
import { PASSWORD } from '../people.ts'
import type { Scale } from '../scale.ts'
import { expectThat, newTally, type Tally } from '../tally.ts'

/** How long one attacker goes on, how many requests are under way, and how long others may wait for it. */
const [LONG_MS, SHORT_MS] = [40_000, 2_000]
const AT_ONCE = 8
const MOST_WAIT_MS = 50
const MOST_MEMORY_MB = 300

/** One request of an attacker, made again and again. */
type Shot = () => Promise<{ status: number }>

/** What one attacker within the limits of one IP can ask for again and again, and what must not stall for it. */
const STALLS: Record<string, (arena: Arena) => Promise<Shot>> = {
  'S1 large attestations': registerLarge,
  'S2 exports of a long activity': exportOften,
  'S4 pages':
    async ({ target }) =>
    async () => {
      // With a query it is rendered anew each time.
      const answer = await fetch(`${target.origin}/sign-in?next=%2Faccount`)
      await answer.text()
      return answer
    },
  'S6 wrong passwords': async ({ stranger }) => {
    let number = 0
    return () => stranger().post('/api/sign-in/password', { email: `who${++number}@example.org`, password: PASSWORD })
  },
  'S7 sessions without end': signInOften,
}

/** One attacker, within the limits of one IP, keeps nobody else waiting and does not fill the memory. */
export async function stallIt({ full }: Scale): Promise<Tally> {
  const tally = newTally('stalls')
  for (const [name, prepare] of Object.entries(STALLS))
    await withArena(
      tally,
      async (arena) => {
        const shoot = await prepare(arena)
        const health = watchHealth(arena)
        const statuses = await goOn(shoot, full ? LONG_MS : SHORT_MS).finally(() => health.stop())
        const waits = await health.waits
        const p99 = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? Infinity
        const memory = memoryOf(arena)
        const refused = statuses.filter((status) => status >= 400).length
        tally.refused += refused
        tally.accepted += statuses.length - refused
        expectThat(tally, statuses.length > 0 && statuses.every((status) => status < 500), `${name}: an answer of 5xx`)
        expectThat(tally, p99 < MOST_WAIT_MS, `${name}: one health check in a hundred takes ${Math.round(p99)} ms`)
        expectThat(tally, memory < MOST_MEMORY_MB, `${name}: ${memory} MB of memory`)
        tally.notes.push(
          `${name}: ${statuses.length} requests, ${refused} of them refused; health p99 ${p99.toFixed(1)} ms, ${memory} MB`,
        )
      },
      { environment: { LIMIT_SCALE: '1' } },
    )
  return tally
}

/** Repeats a request, several at once, for a while. */
async function goOn(shoot: Shot, forMs: number): Promise<number[]> {
  const statuses: number[] = []
  const end = performance.now() + forMs
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() < end) {
        const { status } = await shoot()
        statuses.push(status)
        // A refused attacker does not make the machine busy by asking again at once.
        if (status === 429) await pause(20)
      }
    }),
  )
  return statuses
}

function watchHealth({ target }: Arena): { stop: () => void; waits: Promise<number[]> } {
  const reader = new Worker(new URL('../health-reader.mjs', import.meta.url), {
    workerData: { url: `${target.origin}/api/health` },
  })
  return {
    stop: () => reader.postMessage('stop'),
    // The reader posts its list once.
    waits: once(reader, 'message').then(([waits]) => waits as number[]),
  }
}

/** The resident memory of the server's process, in megabytes. */
function memoryOf({ target }: Arena): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(target.pid)], { encoding: 'utf8' })
  return Math.round(Number(kilobytes) / 1_024)
}

/** The same ceremony again and again, with an attestation object of 55 KB. */
async function registerLarge({ stranger, target }: Arena): Promise<Shot> {
  const client = stranger()
  const email = 'large@example.org'
  const { ceremony } = (await client.post('/api/sign-up', { email })).body
  const { letters } = (await client.get(`/api/testing/mailbox?to=${email}`)).body as { letters: { code: string }[] }
  const confirmed = (await client.post('/api/sign-up/code', { ceremony, code: letters[0]?.code })).body
  const credential = createAuthenticator({ origin: target.origin }).create(confirmed.options as never)
  const keys = Array.from({ length: 8_500 }, (_, key) => Buffer.from([0x19, key >> 8, key & 0xff, 0xf6]))
  const large = Buffer.concat([Buffer.from([0xb9, 8_500 >> 8, 8_500 & 0xff]), ...keys]).toString('base64url')
  const body = {
    ceremony: confirmed.ceremony,
    credential: { ...credential, response: { ...credential.response, attestationObject: large } },
  }
  return () => client.copy().post('/api/sign-up/passkey', body)
}

async function exportOften(arena: Arena): Promise<Shot> {
  const { client } = await arena.person()
  // Renaming writes an event each time.
  for (let number = 0; number < 200; number += 1) await client.patch('/api/account', { name: `Name ${number}` })
  return () => client.copy().get('/api/account/export')
}

async function signInOften(arena: Arena): Promise<Shot> {
  const { authenticator } = await arena.person()
  return async () => {
    const client = arena.stranger()
    const { ceremony, options } = (await client.post('/api/sign-in/options')).body
    if (!options) return { status: 429 }
    return client.post('/api/sign-in', { ceremony, credential: authenticator.get(options as never) })
  }
}
