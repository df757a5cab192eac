import { fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENVIRONMENT } from './account.ts'
import type { Order, Report } from './keeper.ts'

const SHOWN = 2_000

/** A program that a keeper started: its process, and how it ended: its exit code, a signal, or null with its keeper. */
export type Life = { pid: number; ended: Promise<number | NodeJS.Signals | null>; isOver: () => boolean }

/** The keeper of one folder, see `keeper.ts`. It runs one program at a time. */
export type Keeper = {
  folder: string
  start: (order: Order) => Promise<Life>
  /** Ends the program and the keeper, and removes the folder. */
  stop: () => Promise<void>
  /** The end of what its programs printed. */
  said: () => string
}

/** Starts a keeper for this folder. What it and its programs print is in `log` there. */
export function startKeeper(folder: string): Keeper {
  const path = join(folder, 'log')
  const log = openSync(path, 'a')
  const child = fork(join(import.meta.dirname, 'keeper.ts'), [folder], {
    // Ctrl-C in a terminal reaches the tests alone, and their end reaches the keeper.
    detached: true,
    execArgv: [],
    env: ENVIRONMENT,
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  const gone = once(child, 'exit')

  return {
    folder,
    said: () => readFileSync(path, 'utf8').slice(-SHOWN),
    async start(order) {
      const started = Promise.withResolvers<number | undefined>()
      const end = Promise.withResolvers<number | NodeJS.Signals | null>()
      let over = false
      child.on('message', function hear(report: Report) {
        if ('pid' in report) return started.resolve(report.pid)
        child.off('message', hear)
        over = true
        end.resolve(report.ended)
      })
      void gone.then(() => {
        started.resolve(undefined)
        end.resolve(null)
      })
      child.send(order)
      const pid = await started.promise
      if (pid === undefined) throw new Error(`${order.program} does not start.`)
      return { pid, ended: end.promise, isOver: () => over }
    },
    async stop() {
      if (child.connected) child.disconnect()
      await gone
    },
  }
}
