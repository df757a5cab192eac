import type { Config } from '#server/config/config.ts'
import type { Answer } from '#cli/ask.ts'

/** What a check found, in a sentence: for `warn` and `fail` it says what is wrong and what to do. */
export type Finding = { state: 'ok' | 'warn' | 'fail'; sentence: string }

/** One thing that is looked at. It changes nothing. */
export type Check = { name: string; run: (about: About) => Promise<Finding> }

/** What the checks look at. `health` and `api` are answers of ORIGIN over the network, asked for once. */
export type About = {
  config: Config
  health: Promise<Answer>
  api: Promise<Answer>
  /** Epoch milliseconds. */
  now: () => number
}

export const ok = (sentence: string): Finding => ({ state: 'ok', sentence })
export const warn = (sentence: string): Finding => ({ state: 'warn', sentence })
export const fail = (sentence: string): Finding => ({ state: 'fail', sentence })
