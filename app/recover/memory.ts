import { tabMemory } from '#app/_ui/browser/tab-memory.ts'
import type { Progress } from '#app/recover/progress.ts'

const MINUTE = 60_000

/** Each step for as long as the server keeps its ceremony; a wait, until it closes. */
export const MEMORY = tabMemory<Progress>('latchkey.recover', {
  code: 10 * MINUTE,
  second: 15 * MINUTE,
  explain: 15 * MINUTE,
  ready: 15 * MINUTE,
  waiting: 35 * 24 * 60 * MINUTE,
})
