import { Piscina } from 'piscina'
import type { Judgement, PasswordRefusal } from '#server/passwords/strength.ts'
import type { Asked } from '#server/passwords/thread.ts'

const MINUTE = 60_000

/**
 * The thread that judges passwords. It starts with the first one and ends when there was none for a while: its lists need
 * more memory than all other code, and to load them takes a quarter of a second.
 */
const thread = new Piscina({
  filename: new URL('./thread.ts', import.meta.url).href,
  minThreads: 0,
  maxThreads: 1,
  idleTimeout: MINUTE,
  resourceLimits: { maxYoungGenerationSizeMb: 2 },
})

/** Judges a password as `judgePassword` in `strength.ts` does, without blocking the process. */
export function judge(asked: Asked): Promise<Judgement> {
  return thread.run(asked, { name: 'judge' })
}

/** Returns the reason for refusing a password as `refusalOf` in `strength.ts` does, without blocking the process. */
export function refusalFor(asked: Asked): Promise<PasswordRefusal | undefined> {
  return thread.run(asked, { name: 'refuse' })
}
