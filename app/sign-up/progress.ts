import type { CreationOptions } from '#app/_ui/passkeys/passkey-ceremony.ts'

/** How far a sign-up in this tab has come, with what the next step needs. */
export type Progress =
  | { step: 'address'; email: string; notice?: string }
  | { step: 'code'; email: string; ceremony: string }
  | { step: 'passkey'; email: string; ceremony: string; options: CreationOptions }
  | { step: 'done'; email: string }

export const STEP_NAMES = ['address', 'code', 'passkey'] as const
export const STEP_OF: Record<Progress['step'], number> = { address: 0, code: 1, passkey: 2, done: 3 }

const KEY = 'latchkey.sign-up'
/** As long as the server keeps a mailbox code (milliseconds). */
const LIFETIME = 10 * 60_000

/** Keeps the code step in this tab: phones drop a page while its owner reads mail in another app. Any other step forgets it. */
export function keepProgress(progress: Progress): void {
  try {
    if (progress.step === 'code')
      sessionStorage.setItem(KEY, JSON.stringify({ ...progress, until: Date.now() + LIFETIME }))
    else sessionStorage.removeItem(KEY)
  } catch {
    // A browser without storage starts anew after a reload; nothing else is lost.
  }
}

/** The code step this tab was in before it was reloaded. */
export function keptProgress(): Progress | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return isKept(kept) && kept.until > Date.now()
      ? { step: 'code', email: kept.email, ceremony: kept.ceremony }
      : undefined
  } catch {
    return undefined
  }
}

function isKept(value: unknown): value is { email: string; ceremony: string; until: number } {
  return typeof value === 'object' && value !== null && 'email' in value && 'ceremony' in value && 'until' in value
}
