import { setTimeout } from 'node:timers/promises'
import { DatabaseError } from 'pg'
import { ask } from './ask.ts'

const START_TIMEOUT_MS = 60_000
const PAUSE_MS = 10

/** What a server that is still starting answers: “the database system is starting up”. */
const STARTING = '57P03'

/** Waits until the server answers a statement. Throws if it ends first, takes a minute, or refuses the password. */
export async function untilReady(url: string, ended: Promise<unknown>): Promise<void> {
  let end: { how: unknown } | undefined
  void ended.then((how) => (end = { how }))
  const latest = Date.now() + START_TIMEOUT_MS
  for (;;) {
    const failure = await ask(url, 'select 1').then(
      () => undefined,
      (error: unknown) => error,
    )
    if (failure === undefined) return
    if (end) throw new Error(`PostgreSQL ended with ${String(end.how)}.`)
    if (Date.now() > latest || !isStarting(failure)) throw failure
    await setTimeout(PAUSE_MS)
  }
}

function isStarting(failure: unknown): boolean {
  if (failure instanceof DatabaseError) return failure.code === STARTING
  return failure instanceof Error && 'code' in failure && ['ECONNREFUSED', 'ECONNRESET'].includes(String(failure.code))
}
