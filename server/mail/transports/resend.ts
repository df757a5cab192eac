import { Resend } from 'resend'
import { MailFault, type MailTransport } from '#server/mail-transport.ts'

/** `timeout` in milliseconds, for the whole exchange. */
export type ResendSettings = { apiKey: string; baseUrl: string; from: string; timeout?: number }

type Answer = Awaited<ReturnType<Resend['emails']['send']>>

/**
 * Sends letters through Resend (or whatever speaks its API at `baseUrl`). Opens and clicks are tracked per domain there, never
 * per letter: nothing sent from here turns it on.
 */
export function resendTransport({ apiKey, baseUrl, from, timeout = 10_000 }: ResendSettings): MailTransport {
  const client = new Resend(apiKey, { baseUrl: baseUrl.replace(/\/+$/, '') })
  return {
    name: 'resend',
    async send({ id, to, subject, text, html }) {
      const signal = AbortSignal.timeout(timeout)
      const answer = await client.emails.send({ from, to, subject, text, html }, { idempotencyKey: id, signal })
      // The provider has had this letter before, rendered a little differently: it went out.
      if (answer.data || answer.error?.name === 'invalid_idempotent_request') return
      if (signal.aborted) throw new MailFault(`Resend did not answer within ${timeout / 1_000} s`)
      throw faultOf(answer)
    },
  }
}

/** The client never throws: what went wrong is in its answer, without a status when nothing (readable) came back. */
function faultOf({ error, headers }: Answer): MailFault {
  // What the provider answered, whatever it was: its client hands it on unread.
  const { statusCode, name, message }: { statusCode?: unknown; name?: unknown; message?: unknown } = error ?? {}
  const status = typeof statusCode === 'number' ? statusCode : undefined
  const cause = [status, name, message].filter((part) => typeof part === 'number' || typeof part === 'string').join(' ')
  return new MailFault(`Resend did not take the letter: ${withoutAddresses(cause)}`, {
    permanent: isPermanent(status),
    retryAfter: secondsIn(headers?.['retry-after']),
  })
}

/** A letter whose content is refused stays refused. Everything else passes, or an operator can repair it: key, domain, address. */
function isPermanent(status: number | undefined): boolean {
  return status === 400 || status === 413 || status === 422
}

function secondsIn(retryAfter: string | undefined): number | undefined {
  return /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : undefined
}

/** Providers quote addresses in their sentences; our log never does. */
function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'`(),;]+@[^\s<>"'`(),;]+/g, '(an address)').slice(0, 300)
}
