import type { Progress } from '#app/recover/progress.ts'

const KEY = 'latchkey.recover'
const MINUTE = 60_000

/** For how long a step is worth coming back to, in milliseconds. As long as the server keeps its ceremony; a wait, until it closes. */
const WORTH: Partial<Record<Progress['step'], number>> = {
  code: 10 * MINUTE,
  second: 15 * MINUTE,
  explain: 15 * MINUTE,
  ready: 15 * MINUTE,
  waiting: 35 * 24 * 60 * MINUTE,
}

/** Keeps the step in this tab: phones drop a page while its owner reads mail in another app, and a wait is long. */
export function keepProgress(progress: Progress): void {
  try {
    const worth = WORTH[progress.step]
    if (worth === undefined) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, JSON.stringify({ progress, until: Date.now() + worth }))
  } catch {
    // A browser without storage starts anew after a reload; nothing else is lost.
  }
}

/** The step this tab was in before it was reloaded. */
export function keptProgress(): Progress | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return isKept(kept) && kept.until > Date.now() ? kept.progress : undefined
  } catch {
    return undefined
  }
}

/** Only this file writes there: what has the two parts is what was kept. */
function isKept(value: unknown): value is { progress: Progress; until: number } {
  return typeof value === 'object' && value !== null && 'progress' in value && 'until' in value
}
