import { headers } from 'next/headers'
import { HERE_HEADER } from '#server/callers/identify.ts'
import { listLetters } from '#server/mail/outbox/list.ts'
import { theWorld } from '#server/world.ts'

export type { ShownLetter } from '#server/mail/outbox/list.ts'

/** Tells whether this visitor may read letters: they stay on this server, and the request comes from this machine. */
export async function mayReadLetters(): Promise<boolean> {
  return theWorld().transport.name === 'mailbox' && (await headers()).has(HERE_HEADER)
}

/** The letters this server keeps instead of sending, newest first. */
export function keptLetters(to: string | undefined) {
  return listLetters(theWorld(), { to })
}
