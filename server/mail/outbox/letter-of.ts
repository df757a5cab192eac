import type { OutboxRow } from '#db/outbox.ts'
import type { Letter } from '#server/mail/letter-types.ts'

/** Parses a row into the letter that `enqueue` inserted. */
export function letterOf({ id, recipient, language, letter, params }: OutboxRow): Letter {
  // `enqueue` accepts a letter's name only with its own params.
  return { id, to: recipient, language, letter, params: JSON.parse(params) } as Letter
}
