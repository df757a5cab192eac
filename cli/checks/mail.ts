import { type Check, fail, ok, warn } from '#cli/checks/check.ts'
import { MailFault } from '#server/mail-transport.ts'
import { resendTransport } from '#server/mail/transports/resend.ts'
import { smtpTransport } from '#server/mail/transports/smtp.ts'

/** Shorter than the longest time of a check, so that its own words are told. */
const TIMEOUT_MS = 8_000

/** Whether letters can leave: the connection, its encryption, the user and the password. Sends nothing. */
export const mail: Check = {
  name: 'mail',
  async run({ config }) {
    const { resend, smtp, from } = config.mail
    if (!resend && !smtp) return ok(`Letters stay in the mailbox at ${config.origin}/mailbox.`)
    const transport = smtp
      ? smtpTransport({ ...smtp, from, timeout: TIMEOUT_MS })
      : resend && resendTransport({ ...resend, from, timeout: TIMEOUT_MS })
    try {
      return ok(`${(await transport?.verify?.()) ?? 'There is nothing to try'}.`)
    } catch (error) {
      if (!(error instanceof MailFault)) throw error
      return error.kind === 'rate' ? warn(`${error.message}.`) : fail(`${error.message}.`)
    }
  },
}
