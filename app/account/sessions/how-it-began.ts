import type { ShownSession } from '#app/_web/own.ts'

/** How a session was opened; a passkey that is gone has no name any more. */
export function howItBegan({
  way,
  passkey,
}: Pick<ShownSession, 'way' | 'passkey'>): ShownSession['way'] | 'removedPasskey' {
  return way === 'passkey' && !passkey ? 'removedPasskey' : way
}
