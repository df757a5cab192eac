import type { OutboxRow } from '#db/outbox.ts'

/** A letter ready to be sent. `code` (its digits only) and `link` are also in the text; tests read them from here. */
export type RenderedLetter = { subject: string; text: string; html: string; code?: string; link?: string }

/**
 * A mail provider. `send` resolves with the provider’s own words when it has accepted the letter, and rejects with a
 * `MailFault` otherwise.
 */
export type MailTransport = {
  name: 'resend' | 'smtp' | 'mailbox'
  /** @param id the idempotency key, so that a letter sent twice arrives once: the outbox row's id, or one made from several */
  send: (letter: { id: string; to: string } & RenderedLetter) => Promise<string>
  /**
   * Tries the way to the provider and the credentials, and sends nothing. Resolves with a sentence, which says so if the
   * provider cannot be tried this way. Rejects with a `MailFault`. The mailbox has nothing to try.
   */
  verify?: () => Promise<string>
  /** Renders a stored letter for the embedded mailbox. Pages use this, because Next's bundle has no `react-dom/server`. */
  read?: (row: OutboxRow) => RenderedLetter
}

/**
 * Why a letter was not accepted. A fault of its recipient is final, and the operator can mend one of the configuration.
 * `rate` means that there were too many letters, whichever they were. Any other fault ends by itself.
 */
export type MailFaultKind = 'recipient' | 'configuration' | 'rate' | 'passing'

/** Says that a letter was not accepted. `retryAfter` (seconds) comes from the provider. */
export class MailFault extends Error {
  readonly kind: MailFaultKind
  readonly retryAfter: number | undefined

  constructor(message: string, { kind = 'passing', retryAfter }: { kind?: MailFaultKind; retryAfter?: number } = {}) {
    super(message)
    this.name = 'MailFault'
    this.kind = kind
    this.retryAfter = retryAfter
  }
}
