import { Worker } from 'node:worker_threads'
import BetterSqlite from 'better-sqlite3'
import type { Value } from '../database.ts'

const MEMORY = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 }

/** What the other thread can do. Between `begin` and `commit` or `rollback` it is asked for nothing but statements. */
type Asked =
  | { what: 'checkpoint' | 'commit' | 'rollback' }
  | { what: 'begin'; durable: boolean }
  | { what: 'get' | 'all' | 'run'; sql: string; values: Value[] }
type Answer = { answer: unknown } | { fault: { message: string; code: string } }

/** A thread with a connection of its own: while it waits for the disk, this one answers visitors. Made when it is needed first. */
export type Aside = {
  /** Does one thing after the other. Rejects as the driver would throw here, and with anything else once the thread is gone. */
  ask: (asked: Asked) => Promise<unknown>
  /** True if it could not be made, or broke: it is not made again. */
  isGone: () => boolean
  close: () => Promise<void>
}

export function openAside(file: string, pragmas: string[]): Aside {
  const waiting: PromiseWithResolvers<unknown>[] = []
  let thread: Worker | undefined
  let gone: Error | undefined

  function start(): Worker {
    const worker = new Worker(new URL('./worker-thread.mjs', import.meta.url), {
      workerData: { file, pragmas },
      resourceLimits: MEMORY,
    })
    worker.on('message', (answer: Answer) => {
      const asked = waiting.shift()
      if (waiting.length === 0) worker.unref()
      if ('fault' in answer) asked?.reject(new BetterSqlite.SqliteError(answer.fault.message, answer.fault.code))
      else asked?.resolve(answer.answer)
    })
    worker.on('error', (error: Error) => {
      gone = error
      for (const asked of waiting.splice(0)) asked.reject(error)
    })
    return worker
  }

  return {
    ask(asked) {
      if (gone) return Promise.reject(gone)
      thread ??= start()
      thread.ref()
      const answer = Promise.withResolvers<unknown>()
      waiting.push(answer)
      thread.postMessage(asked)
      return answer.promise
    },
    isGone: () => gone !== undefined,
    async close() {
      const ending = thread
      thread = undefined
      if (!ending || gone) return
      ending.ref()
      const over = new Promise((resolve) => ending.once('exit', resolve))
      ending.postMessage({ what: 'close' })
      await over
    },
  }
}
