import { listLetters } from '#server/mail/outbox/list.ts'
import { theWorld } from '#server/world.ts'

export type { ShownLetter } from '#server/mail/outbox/list.ts'

/** The letters this server keeps instead of sending, newest first. */
export function keptLetters(to: string | undefined) {
  return listLetters(theWorld(), { to })
}
