import { isIP } from 'node:net'
import { createTransport } from 'nodemailer'
import type { SmtpConfig } from '#server/config/smtp.ts'
import { MailFault, type MailFaultKind, type MailTransport } from '#server/mail-transport.ts'
import { headersOf, senderOf, withoutAddresses } from '#server/mail/transports/parts.ts'

/** `timeout` in milliseconds, for each wait for the server. */
export type SmtpSettings = SmtpConfig & { from: string; timeout?: number }

/** How many connections to the mail server are kept. */
const CONNECTIONS = 2

/**
 * Returns a transport that sends letters through a mail server (RFC 5321, RFC 6409). A letter is accepted when the server
 * answers its data with 250. With `starttls` nothing is sent before the connection is encrypted (RFC 8314 §3.3).
 */
export function smtpTransport({
  host,
  port,
  tls,
  auth,
  ca,
  serverName,
  from,
  timeout = 30_000,
}: SmtpSettings): MailTransport {
  const sender = senderOf(from)
  const transport = createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    auth: auth && { user: auth.user, pass: auth.password },
    // An address is no name that a server can be asked for (RFC 6066 §3); its certificate is checked for it nevertheless.
    tls: { servername: isIP(serverName) > 0 ? undefined : serverName, minVersion: 'TLSv1.2', ca },
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    name: 'smtp',
    async send({ id, to, subject, text, html }) {
      try {
        const { response } = await transport.sendMail({
          // Addresses as objects, so that no text is read as several addresses.
          from: sender,
          to: { name: '', address: to },
          envelope: { from: sender.address, to: [to] },
          messageId: `<${id}@${sender.domain}>`,
          subject,
          text,
          html,
          headers: headersOf(id, from),
        })
        return withoutAddresses(response)
      } catch (error) {
        throw faultOf(error, 'did not accept the letter')
      }
    },
    async verify() {
      try {
        await transport.verify()
        return `${host}:${port} ${auth ? 'accepts the user and the password' : 'answers, without a user'}`
      } catch (error) {
        throw faultOf(error, 'cannot be used')
      }
    },
  }
}

/** What nodemailer throws: its own code, the server's code and words, and the command that was refused. */
type SmtpError = { code?: unknown; responseCode?: unknown; response?: unknown; command?: unknown; message?: unknown }

function faultOf(error: unknown, what: string): MailFault {
  const { code, responseCode, response, command, message }: SmtpError = Object(error)
  const status = typeof responseCode === 'number' ? responseCode : undefined
  const said = typeof response === 'string' ? response : String(message)
  return new MailFault(`The mail server ${what}: ${withoutAddresses(said)}`, {
    kind: kindOf({ code, status, command, said }),
  })
}

/** Certificates that are not trusted, missing STARTTLS and wrong passwords: the operator can mend them. */
const CONFIGURATION = new Set(['ETLS', 'EAUTH', 'EOAUTH2', 'ECONFIG', 'EPROXY', 'ENOAUTH', 'EREQUIRETLS'])

type Refusal = { code: unknown; status: number | undefined; command: unknown; said: string }

/**
 * Returns whose fault it is. What the server refuses for now (4yz, RFC 5321 §4.2.1) and what breaks on the way ends by
 * itself. A final refusal of the recipient is theirs; every other one would meet all letters.
 */
function kindOf({ code, status, command, said }: Refusal): MailFaultKind {
  if (status !== undefined && status >= 400 && status < 500) return 'passing'
  if (status !== undefined && status >= 500) return command === 'RCPT TO' ? 'recipient' : 'configuration'
  // The library gives the fault of a certificate the code of any fault of a connection.
  return CONFIGURATION.has(String(code)) || /certificate|altnames/i.test(said) ? 'configuration' : 'passing'
}
