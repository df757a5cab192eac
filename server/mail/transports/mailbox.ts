import type { OutboxRow } from '#db/outbox.ts'
import type { RenderedLetter, MailTransport } from '#server/mail-transport.ts'
import type { Log } from '#server/world.ts'

/**
 * Returns the transport of the embedded mailbox, for localhost only. It accepts every letter; `/mailbox` shows them
 * from the outbox.
 */
export function mailboxTransport(log: Log, read: (row: OutboxRow) => RenderedLetter): MailTransport {
  return {
    name: 'mailbox',
    read,
    async send({ id, subject }) {
      // A subject is the letter's title in fixed words, without the code or the recipient.
      log('info', 'A letter is in the mailbox', { id, subject, place: '/mailbox' })
      return 'kept in the mailbox'
    },
  }
}
