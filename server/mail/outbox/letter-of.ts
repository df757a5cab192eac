import type { OutboxRow } from '#db/outbox.ts'
import type { Letter } from '#server/mail/letter-types.ts'

/** The row as the letter that `enqueue` put there. */
export function letterOf({ id, recipient, language, letter, params }: OutboxRow): Letter {
  // Written by `enqueue`, which accepts only a letter's name with its own params.
  return { id, to: recipient, language, letter, params: JSON.parse(params) } as Letter
}
