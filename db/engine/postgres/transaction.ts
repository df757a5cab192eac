import type { AsyncLocalStorage } from 'node:async_hooks'
import type { PoolClient, QueryResult } from 'pg'
import { DatabaseUnavailableError, FailedStatementError, OutcomeUnknownError, type Tx } from '#db/engine/database.ts'
import {
  asFailedCommit,
  asFailedWithCommit,
  asUnavailable,
  isStalePlan,
  unavailable,
} from '#db/engine/postgres/faults.ts'
import { type Prepared, type Scope, preparedOf, statements } from '#db/engine/postgres/statements.ts'

/** The sources of a transaction's `now` (epoch milliseconds) and of its new ids. */
export type Sources = { now: () => number; newId: (now: number) => string }

type Asked = { durable: boolean; atOnce: boolean; person: string | undefined }

const LOCK = preparedOf('select 1 from users where id = ? for update')
const BEGIN = { text: 'begin' }
const BEGIN_UNFLUSHED = { text: 'begin; set local synchronous_commit to off' }

/**
 * Runs `work` in one transaction on this connection, and gives the connection back. The driver sends statements without
 * waiting for the answers to earlier ones, so `begin` travels with the first statement, or with the lock of the person.
 */
export async function runTransaction<T>(
  client: PoolClient,
  { work, asked, sources, inside, isBroken }: Running<T>,
): Promise<T> {
  const { durable, atOnce, person } = asked
  const scope = { open: true }
  const send = (statement: Partial<Prepared> & { text: string }, values?: unknown[]): Promise<QueryResult> =>
    client.query({ ...statement, values }).catch((fault: unknown) => {
      throw asUnavailable(fault)
    })
  let isUsable = true
  try {
    const begun = send(durable ? BEGIN : BEGIN_UNFLUSHED)
    // A transaction that cannot begin fails at its first statement too, which is told.
    begun.catch(() => undefined)
    // What follows the lock is later than all that others did with this person.
    if (person !== undefined) await send(LOCK, [person])
    const now = sources.now()
    const people = new Set(person === undefined ? [] : [person])
    const tx = { ...statements(send, scope), people, now, newId: () => sources.newId(now) }
    const working = inside.run(scope, () => work(tx))
    if (!atOnce) await working
    scope.open = false
    if (isBroken(client)) throw unavailable(new Error('The connection broke before the commit.'))
    const [result] = await Promise.all([working, begun, commit(client)])
    return result
  } catch (reason) {
    scope.open = false
    // The commit travelled with the statements. Whether a counter was kept does not matter.
    const fault = atOnce && durable ? asFailedWithCommit(reason) : reason
    isUsable = await rollBack(client, fault)
    throw fault
  } finally {
    client.release(!isUsable)
  }
}

type Running<T> = {
  work: (tx: Tx) => Promise<T>
  asked: Asked
  sources: Sources
  /** The transaction that the running code is inside of. */
  inside: AsyncLocalStorage<Scope>
  /** Returns whether a connection is known to have broken: what is sent now reaches nobody. */
  isBroken: (client: PoolClient) => boolean
}

/** Rejects with `OutcomeUnknownError` if the answer to the commit was lost. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit').catch((fault: unknown) => {
    throw asFailedCommit(fault)
  })
  if (command !== 'COMMIT') throw new FailedStatementError()
}

/** Returns whether the connection can be used again. The server rolls back what a closed connection leaves behind. */
async function rollBack(client: PoolClient, fault: unknown): Promise<boolean> {
  const isLost = fault instanceof DatabaseUnavailableError || fault instanceof OutcomeUnknownError
  if (isLost || isStalePlan(fault)) return false
  return client.query('rollback').then(
    () => true,
    () => false,
  )
}
