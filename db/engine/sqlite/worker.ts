import { Worker } from 'node:worker_threads'
import BetterSqlite from 'better-sqlite3'
import type { Value } from '#db/engine/database.ts'

const MEMORY = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 }

/** The requests to the thread. Between `begin` and `commit` or `rollback` only statements may follow. */
type Asked =
  | { what: 'checkpoint' | 'commit' | 'rollback' }
  | { what: 'begin'; durable: boolean }
  | { what: 'get' | 'all' | 'run'; sql: string; values: Value[] }
type Answer = { answer: unknown } | { fault: { message: string; code: string } }

/**
 * A thread with its own connection. While it waits for the disk, the main thread answers requests. It starts with the
 * first request.
 */
export type SqliteWorker = {
  /**
   * Does one request after the other. Rejects with the driver's error, or with another error if the thread has failed.
   */
  ask: (asked: Asked) => Promise<unknown>
  /** Returns whether the thread could not start or has failed. It is not started again. */
  isGone: () => boolean
  close: () => Promise<void>
}

export function openWorker(file: string, pragmas: string[]): SqliteWorker {
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
