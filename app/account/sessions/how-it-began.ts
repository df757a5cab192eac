import type { ShownSession } from '#app/_web/sessions.ts'

const WORDS: Record<ShownSession['way'], string> = {
  sign_up: 'Opened when the account was made',
  passkey: 'Signed in with a passkey that was removed since',
  password: 'Signed in with your password and a second step',
  mailbox_code: 'Signed in with a code from your mailbox and a second step',
  recovery: 'Opened by a recovery',
}

/** How a session was opened, in a sentence. */
export function howItBegan({ way, passkey }: Pick<ShownSession, 'way' | 'passkey'>): string {
  return way === 'passkey' && passkey ? `Signed in with “${passkey.name}”` : WORDS[way]
}
