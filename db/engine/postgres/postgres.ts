import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { QueryResult } from 'pg'
import { type Database, DatabaseClosedError, NestedTransactionError } from '#db/engine/database.ts'
import type { Address } from '#db/engine/postgres/address.ts'
import { asFailedRead, isClash, isReadOnly, isStalePlan, unavailable } from '#db/engine/postgres/faults.ts'
import { type Limits, openPools } from '#db/engine/postgres/pools.ts'
import { type Prepared, type Scope, statements } from '#db/engine/postgres/statements.ts'
import { type Sources, runTransaction } from '#db/engine/postgres/transaction.ts'

const ATTEMPTS = 10

/**
 * Opens a PostgreSQL database, or another one that speaks its protocol. Transactions are READ COMMITTED, and one at a
 * time for each person. Connects when it is first asked.
 */
export function openPostgres(address: Address, limits: Limits, sources: Sources): Database {
  const writers = openPools(address, limits, 'write')
  const readers = openPools(address, limits, 'read')
  const inside = new AsyncLocalStorage<Scope>()
  const running = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined

  /** Keeps what is under way, so that `close` can wait for it. */
  function track<T>(work: Promise<T>): Promise<T> {
    running.add(work)
    const forget = () => void running.delete(work)
    work.then(forget, forget)
    return work
  }

  async function read(statement: Prepared, values: unknown[]): Promise<QueryResult> {
    const client = await readers.connect()
    let isUsable = true
    try {
      return await client.query({ ...statement, values })
    } catch (fault) {
      isUsable = !isStalePlan(fault)
      throw asFailedRead(fault)
    } finally {
      client.release(!isUsable)
    }
  }

  return {
    async read(work) {
      if (closing) throw new DatabaseClosedError()
      return track(work(statements((statement, values) => again(() => read(statement, values)), { open: true })))
    },
    async transaction(work, { durable = true, atOnce = false, person } = {}) {
      if (inside.getStore()?.open) throw new NestedTransactionError()
      if (closing) throw new DatabaseClosedError()
      const run = async () =>
        runTransaction(await writers.connect(), {
          work,
          asked: { durable, atOnce, person },
          sources,
          inside,
          isBroken: writers.isBroken,
        })
      return track(
        again(run).catch((fault: unknown) => {
          if (isReadOnly(fault)) writers.moveOn()
          throw fault
        }),
      )
    },
    close() {
      closing ??= Promise.allSettled(running)
        .then(() => Promise.all([writers.end(), readers.end()]))
        .then(() => undefined)
      return closing
    },
  }
}

/** Runs it again after a clash with another transaction, each time after a longer pause. */
async function again<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (fault) {
      if (!isClash(fault)) throw fault
      if (attempt === ATTEMPTS) throw unavailable(fault)
      // Two that clashed wait for different times. The fraction of a millisecond is as good as chance here.
      await pause((performance.now() % 1) * 10 * 2 ** Math.min(attempt, 5))
    }
  }
}
