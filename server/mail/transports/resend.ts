import { Resend } from 'resend'
import { MailFault, type MailFaultKind, type MailTransport } from '#server/mail-transport.ts'

/** `timeout` in milliseconds, for the whole exchange. */
export type ResendSettings = { apiKey: string; baseUrl: string; from: string; timeout?: number }

type Answer = Awaited<ReturnType<Resend['emails']['send']>>

/**
 * Returns a transport that sends letters through Resend, or through another server with its API at `baseUrl`. Resend
 * tracks opens and clicks by a setting of the domain; no request from here turns that on.
 */
export function resendTransport({ apiKey, baseUrl, from, timeout = 10_000 }: ResendSettings): MailTransport {
  const client = new Resend(apiKey, { baseUrl: baseUrl.replace(/\/+$/, '') })
  return {
    name: 'resend',
    async send({ id, to, subject, text, html }) {
      const signal = AbortSignal.timeout(timeout)
      const answer = await client.emails.send(
        { from, to, subject, text, html, headers: headersOf(id, from) },
        { idempotencyKey: id, signal },
      )
      // The provider already accepted a letter with this id and slightly different content, so the letter was sent.
      if (answer.data || answer.error?.name === 'invalid_idempotent_request') return
      if (signal.aborted) throw new MailFault(`Resend did not answer within ${timeout / 1_000} s`)
      throw faultOf(answer)
    },
  }
}

/**
 * Returns the headers of a letter. It was written by a program, so that no program answers it (RFC 3834 §5). Its
 * reference is its own (RFC 5322 §3.6.4), so that letters with the same subject do not fold into one thread, where the
 * newest code is easily missed.
 */
function headersOf(id: string, from: string): Record<string, string> {
  const domain = from.replace(/^.*@|>.*$/g, '')
  return { 'Auto-Submitted': 'auto-generated', References: `<${id}@${domain}>`, 'X-Entity-Ref-ID': id }
}

/**
 * Returns the fault of an answer. The client never throws. Its answer holds the error, without a status if the response
 * was missing or unreadable.
 */
function faultOf({ error, headers }: Answer): MailFault {
  // The client passes the provider's answer on without checking it, so the types are unknown.
  const { statusCode, name, message }: { statusCode?: unknown; name?: unknown; message?: unknown } = error ?? {}
  const status = typeof statusCode === 'number' ? statusCode : undefined
  const cause = [status, name, message].filter((part) => typeof part === 'number' || typeof part === 'string').join(' ')
  return new MailFault(`Resend did not accept the letter: ${withoutAddresses(cause)}`, {
    kind: kindOf({ status, name, message }),
    retryAfter: secondsIn(headers?.['retry-after'], headers?.date),
  })
}

/** What a provider answers while it works, so trying again is enough. */
const PASSING = new Set([408, 409, 425])

/**
 * Returns whose fault it is. Only a refusal of the field `to` is one of the recipient. Every other refusal of a request
 * (key, domain, sender, parameters, an address of the API that does not exist) would meet all letters.
 */
function kindOf({ status = 0, name, message }: { status?: number; name: unknown; message: unknown }): MailFaultKind {
  if (status === 429) return 'rate'
  if (status < 400 || status >= 500 || PASSING.has(status)) return 'passing'
  const isOfField = name === 'validation_error' && (status === 400 || status === 422)
  return isOfField && /[`'"]to[`'"]/.test(String(message)) ? 'recipient' : 'configuration'
}

/** The preferred form of a date in HTTP (RFC 9110 §5.6.7). */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** Reads a Retry-After: seconds, or a date, which counts from the date of the answer, so that no clock has to be right. */
function secondsIn(retryAfter = '', date = ''): number | undefined {
  if (/^\d{1,6}$/.test(retryAfter)) return Number(retryAfter)
  if (!HTTP_DATE.test(retryAfter) || !HTTP_DATE.test(date)) return undefined
  const seconds = (Date.parse(retryAfter) - Date.parse(date)) / 1_000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}

/** Removes addresses from a provider's message, because our log never holds one. */
function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'`(),;]+@[^\s<>"'`(),;]+/g, '(an address)').slice(0, 300)
}
