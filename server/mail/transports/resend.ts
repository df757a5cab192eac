import { Resend } from 'resend'
import { MailFault, type MailFaultKind, type MailTransport } from '#server/mail-transport.ts'
import { headersOf, senderOf, withoutAddresses } from '#server/mail/transports/parts.ts'

/** `timeout` in milliseconds, for the whole exchange. */
export type ResendSettings = { apiKey: string; baseUrl: string; from: string; timeout?: number }

/** What the client answers, without what each method is for. */
type Answer = Pick<Awaited<ReturnType<Resend['emails']['send']>>, 'error' | 'headers'>

const UNTRIED = 'This provider cannot be tried without sending: run `latchkey mail test`'

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
      if (answer.data) return `accepted as ${String(answer.data.id)}`
      if (answer.error?.name === 'invalid_idempotent_request') return 'accepted before'
      if (signal.aborted) throw new MailFault(`Resend did not answer within ${timeout / 1_000} s`)
      throw faultOf(answer, 'did not accept the letter')
    },
    async verify() {
      const answer = await client.domains.list()
      if (answer.data) return domainWords(answer.data, senderOf(from).domain)
      if (answer.error?.name === 'restricted_api_key') return 'Resend accepts the key, which may only send'
      // Another server with the same API need not have this part of it.
      const { statusCode }: { statusCode?: unknown } = answer.error ?? {}
      if (statusCode === 404 || statusCode === 405) return UNTRIED
      throw faultOf(answer, 'cannot be used')
    },
  }
}

/**
 * Returns the fault of an answer. The client never throws. Its answer holds the error, without a status if the response
 * was missing or unreadable.
 */
function faultOf({ error, headers }: Answer, what: string): MailFault {
  // The client passes the provider's answer on without checking it, so the types are unknown.
  const { statusCode, name, message }: { statusCode?: unknown; name?: unknown; message?: unknown } = error ?? {}
  const status = typeof statusCode === 'number' ? statusCode : undefined
  const cause = [status, name, message].filter((part) => typeof part === 'number' || typeof part === 'string').join(' ')
  return new MailFault(`Resend ${what}: ${withoutAddresses(cause)}`, {
    kind: kindOf({ status, name, message }),
    retryAfter: secondsIn(headers?.['retry-after'], headers?.date),
  })
}

type Domains = NonNullable<Awaited<ReturnType<Resend['domains']['list']>>['data']>

/** Says whether the domain of the sender is verified. Refuses one that Resend names as not verified. */
function domainWords({ data }: Domains, domain: string): string {
  // The client passes the answer on without checking it.
  const known = Array.isArray(data)
    ? data.find(({ name }) => domain === name || domain.endsWith(`.${name}`))
    : undefined
  if (!known) return `Resend accepts the key, and does not list the domain ${domain} of MAIL_FROM`
  if (known.status !== 'verified')
    throw new MailFault(`Resend accepts the key, but has not verified ${known.name}: its state is ${known.status}`, {
      kind: 'configuration',
    })
  return `Resend accepts the key, and has verified ${known.name}`
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
