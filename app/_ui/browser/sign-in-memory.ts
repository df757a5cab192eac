import { forget, remember, remembered } from '#app/_ui/browser/browser-memory.ts'

const LAST = 'latchkey.last-way'
const OFFER = 'latchkey.passkey-offer'
/** Where it is kept that the keyboard shortcuts are off. */
export const SHORTCUTS = 'latchkey.shortcuts'

/** A way to sign in that this browser can remember. */
export type LastWay = 'passkey' | 'password'

/** Keeps how somebody signed in here last: one word, and nothing of an account. */
export function rememberWay(way: LastWay): void {
  remember(LAST, way)
}

/** How somebody signed in with this browser last, if it is known. */
export function lastWay(): LastWay | undefined {
  const kept = remembered(LAST)
  return kept === 'passkey' || kept === 'password' ? kept : undefined
}

/** From now on this browser does not offer to create a passkey here: there is one, or the person wants none. */
export function endPasskeyOffer(): void {
  remember(OFFER, 'over')
}

/** Tells whether that offer is over. */
export function isPasskeyOfferOver(): boolean {
  return remembered(OFFER) !== undefined
}

/**
 * Holds them, and whether shortcuts are off, while the answer to a sign-out clears what the site stored: they are there to be read
 * after it. Returns what puts them back.
 */
export function holdSignIns(): () => void {
  const held = [LAST, OFFER, SHORTCUTS].map((key) => [key, remembered(key)] as const)
  return () => {
    for (const [key, word] of held) if (word !== undefined) remember(key, word)
  }
}

/** Forgets both, because the account goes. */
export function forgetSignIns(): void {
  forget(LAST, OFFER)
}
