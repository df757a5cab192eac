import { format } from 'node:util'
import type { Log } from '#server/world.ts'

const LEVELS = { log: 'info', info: 'info', debug: 'info', trace: 'info', warn: 'warn', error: 'error' } as const
/** The longest text of one line, in characters: what a library writes may hold what a visitor sent. */
const LONGEST = 4_000

type Method = keyof typeof LEVELS
type Console = Record<Method, (...texts: unknown[]) => void>

/**
 * Makes the console of this process write lines of the log. What Next and other libraries write there can hold text of
 * a visitor, and a line break in it would look like a line of ours.
 */
export function logConsole(target: Console, log: Log): void {
  for (const [method, level] of Object.entries(LEVELS) as [Method, (typeof LEVELS)[Method]][])
    target[method] = (...texts) => {
      const text = format(...texts).slice(0, LONGEST)
      if (level === 'error') log('error', 'A library wrote to the console', { text })
      else log(level, 'A library wrote to the console', { text })
    }
}
