import BetterSqlite from 'better-sqlite3'
import { TransactionOverError, type Tx, type Value } from '#db/engine/database.ts'
import type { SqliteWorker } from '#db/engine/sqlite/worker.ts'
import { hideParametersFromPlanner } from '#db/engine/sqlite/connection.ts'

/** Statements may run while it is open. `failed` is set when one of them failed. */
export type Scope = { open: boolean; failed?: boolean }

export type Statements = Pick<Tx, 'get' | 'all' | 'run'>

export function statements(prepare: (sql: string) => BetterSqlite.Statement, scope: Scope): Statements {
  function usable(sql: string): BetterSqlite.Statement {
    requireOpen(scope)
    return prepare(sql)
  }

  function noted<T>(run: () => T): T {
    try {
      return run()
    } catch (fault) {
      scope.failed = true
      throw fault
    }
  }

  return {
    // The caller names the type of its rows. It can only be asserted here, where rows are read.
    get: async <T>(sql: string, ...values: Value[]) => noted(() => usable(sql).get(...values)) as T | undefined,
    all: async <T>(sql: string, ...values: Value[]) => noted(() => usable(sql).all(...values)) as T[],
    run: async (sql: string, ...values: Value[]) => noted(() => usable(sql).run(...values)).changes,
  }
}

export function statementsInWorker(worker: SqliteWorker, scope: Scope): Statements {
  const ask = async (what: 'get' | 'all' | 'run', sql: string, values: Value[]) => {
    requireOpen(scope)
    return worker.ask({ what, sql: hideParametersFromPlanner(sql), values }).catch((fault: unknown) => {
      scope.failed = true
      throw fault
    })
  }
  return {
    // As in `statements`, the types can only be asserted here.
    get: async <T>(sql: string, ...values: Value[]) => (await ask('get', sql, values)) as T | undefined,
    all: async <T>(sql: string, ...values: Value[]) => (await ask('all', sql, values)) as T[],
    run: async (sql: string, ...values: Value[]) => (await ask('run', sql, values)) as number,
  }
}

function requireOpen(scope: Scope): void {
  if (!scope.open) throw new TransactionOverError()
}
