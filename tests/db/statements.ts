import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Tx, Value } from '#db/engine/database.ts'

export const DB = join(import.meta.dirname, '../../db')
/** The files of `db/`, each of one table. */
export const FILES = readdirSync(DB).filter((name) => name.endsWith('.ts'))

/** What `db/retired.ts` keeps: each kind is a table of its own. */
const KINDS = ['passkey', 'totp', 'backup_codes', 'password', 'email']

/** Stands for any argument of a function of `db/`: every property of it but `kind` is the same proxy again, or missing. */
function anything(missing: boolean, kind: string): unknown {
  const it: unknown = new Proxy(() => undefined, {
    get(_, name) {
      if (name === Symbol.toPrimitive) return () => 1
      if (name === 'kind') return kind
      // It is no promise.
      if (name === 'then') return undefined
      if (name === Symbol.iterator)
        return function* () {
          yield it
        }
      return missing ? undefined : it
    },
  })
  return it
}

/** The statements that one function sends, for all results they could have. */
export async function statementsOf(work: (...input: unknown[]) => unknown): Promise<Map<string, Value[]>> {
  const sent = new Map<string, Value[]>()
  const send =
    <T>(answer: T) =>
    async (sql: string, ...values: unknown[]) => {
      sent.set(
        sql.replace(/\s+/g, ' '),
        values.map((value) => (typeof value === 'number' ? value : 'x')),
      )
      return answer
    }
  for (const kind of KINDS) {
    for (const missing of [false, true]) {
      for (const changed of [0, 1]) {
        const row = { transports: '[]', count: 1, kind, kept: '[{ "user_id": "x" }]' }
        // A transaction that only records statements: it promises no shape of rows.
        const tx = {
          now: 1,
          people: new Set(),
          newId: () => 'id',
          get: send(changed ? row : undefined),
          all: send(changed ? [row] : []),
          run: send(changed),
        } as unknown as Tx
        const input = anything(missing, kind)
        await (async () => work(tx, input, input))().catch(() => undefined)
      }
    }
  }
  return sent
}

/** The statements of all functions of one file, with values of the types they take. */
export async function statementsIn(name: string): Promise<Map<string, Value[]>> {
  const functions = Object.values((await import(join(DB, name))) as Record<string, unknown>)
  const sent = await Promise.all(functions.map((work) => statementsOf(work as never)))
  return new Map(sent.flatMap((statements) => [...statements]))
}
