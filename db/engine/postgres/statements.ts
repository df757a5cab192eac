import { createHash } from 'node:crypto'
import type { QueryResult } from 'pg'
import { TransactionOverError, type Tx, type Value } from '#db/engine/database.ts'

export type Statements = Pick<Tx, 'get' | 'all' | 'run'>

/** Statements may run while it is open. */
export type Scope = { open: boolean }

/** A statement in PostgreSQL's form, which the driver prepares once for each connection. */
export type Prepared = { name: string; text: string }

/** Sends one statement. Rejects with a `DatabaseUnavailableError`, or with the fault that the server reported. */
export type Send = (statement: Prepared, values: Value[]) => Promise<QueryResult>

const prepared = new Map<string, Prepared>()

/** Returns a statement with `$1`, `$2` and so on for `?`. Its name is a digest of its text. */
export function preparedOf(sql: string): Prepared {
  const known = prepared.get(sql)
  if (known) return known
  let places = 0
  const statement = {
    name: createHash('sha256').update(sql).digest('base64url').slice(0, 22),
    text: sql.replaceAll('?', () => `$${++places}`),
  }
  prepared.set(sql, statement)
  return statement
}

export function statements(send: Send, scope: Scope): Statements {
  const ask = (sql: string, values: Value[]) => {
    if (!scope.open) throw new TransactionOverError()
    return send(preparedOf(sql), values)
  }
  return {
    // The caller names the type of its rows. It can only be asserted here, where rows are read.
    get: async <T>(sql: string, ...values: Value[]) => (await ask(sql, values)).rows[0] as T | undefined,
    all: async <T>(sql: string, ...values: Value[]) => (await ask(sql, values)).rows as T[],
    run: async (sql: string, ...values: Value[]) => (await ask(sql, values)).rowCount ?? 0,
  }
}
