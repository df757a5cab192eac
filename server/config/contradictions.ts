import { isIP } from 'node:net'
import { z } from 'zod'
import type { Config } from '#server/config/config.ts'
import { isLoopback } from '#server/config/loopback.ts'
import { Environment } from '#server/config/settings.ts'
import { signUpFaults } from '#server/config/sign-up.ts'
import { smtpFaults } from '#server/config/smtp.ts'

/** Returns the faults of settings that are valid by themselves and not together. */
export function contradictions(config: Config, values: z.output<typeof Environment>): string[] {
  const { RP_ID, MAIL_FROM, SMTP_HOST } = values
  const faults = [...smtpFaults(values), ...signUpFaults(values)]
  const { protocol, hostname } = new URL(config.origin)
  if (protocol !== 'https:' && !config.local)
    faults.push('ORIGIN must be https: passkeys work on http only at http://localhost')
  if (isIP(hostname.replace(/^\[|\]$/g, '')))
    faults.push('ORIGIN must have a host name: browsers create no passkeys for an IP address')
  if (!isSameOrParentDomain(config.rp.id, hostname))
    faults.push(`RP_ID ${RP_ID} is neither ORIGIN's host nor a parent domain of it`)
  if (config.secrets.length === 0 && !config.local)
    faults.push('SECRET is missing: create one with `openssl rand -base64 32`')
  if (config.secrets.length === 0 && config.local && config.database)
    faults.push(
      'SECRET is missing: every instance with this DATABASE_URL needs the same one. Create it with `openssl rand -base64 32`',
    )
  if (config.instances > 1 && !config.database)
    faults.push('INSTANCES is more than 1, and only a DATABASE_URL can be shared: set it, or remove INSTANCES')
  if (!config.mail.resend && SMTP_HOST === undefined && !config.local)
    faults.push('RESEND_API_KEY or SMTP_HOST is missing: the embedded mailbox is for localhost only')
  if (config.mail.resend && SMTP_HOST !== undefined)
    faults.push('RESEND_API_KEY and SMTP_HOST are both set: letters take one road, so remove one')
  if (config.mail.resend && !MAIL_FROM) faults.push('MAIL_FROM is missing: name the sender that Resend has verified')
  if (SMTP_HOST !== undefined && !MAIL_FROM)
    faults.push('MAIL_FROM is missing: name the sender that the mail server allows')
  if (config.testing && !config.local) faults.push('TESTING is allowed only if the origin is localhost')
  if (config.local && !isLoopback(config.hostname))
    faults.push(
      `LISTEN ${config.hostname} would open a server for localhost, with its letters and codes, to the network: remove LISTEN, or set ORIGIN to the https address that people use`,
    )
  if (hostname.endsWith('.')) faults.push('ORIGIN must have no dot at its end: browsers see another origin with it')
  if (config.session.idle > config.session.max) faults.push('SESSION_IDLE must not be longer than SESSION_MAX')
  if (config.relatedOrigins.some((origin) => !origin.startsWith('https:')) && !config.local)
    faults.push('RELATED_ORIGINS must be https')
  return faults
}

/**
 * Refuses public suffixes without a dot ("com"). The browser refuses the longer ones ("co.uk") at the first passkey.
 */
function isSameOrParentDomain(rpId: string, host: string): boolean {
  return rpId === host || (rpId.includes('.') && host.endsWith(`.${rpId}`))
}
