import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { z } from 'zod'
import { isLoopback } from '#server/config/loopback.ts'

/** How the connection to a mail server is encrypted: from the start, by STARTTLS before anything else, or not at all. */
const SMTP_TLS = ['implicit', 'starttls', 'none'] as const

/** The ports that the ways have by custom (RFC 8314 §3.3, RFC 6409 §3.1, RFC 5321 §4.5.4.2). */
const PORTS = { implicit: 465, starttls: 587, none: 25 }

/** A mail server that takes letters. `auth` is undefined only where `SMTP_AUTH` says that there is none. */
export type SmtpConfig = {
  host: string
  port: number
  tls: (typeof SMTP_TLS)[number]
  auth: { user: string; password: string } | undefined
  /** The authority of its certificate, as PEM, if the system does not know it. */
  ca: string | undefined
  /** The name in its certificate. */
  serverName: string
}

/** The settings of a mail server. As with every setting, `SMTP_PASSWORD_FILE` and `SMTP_CA_FILE` name files instead. */
export const SMTP_SETTINGS = {
  SMTP_HOST: z
    .string()
    .refine(
      (text) => isIP(text) > 0 || /^[A-Za-z0-9._-]+$/.test(text),
      'must be the host name or the IP address of the mail server; its port is SMTP_PORT',
    )
    .optional()
    .meta({
      description: 'The mail server that letters are sent through, instead of Resend.',
      unit: 'host name or IP address',
      fallback: 'none',
    }),
  SMTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be a port number')
    .optional()
    .meta({
      description: 'The port of the mail server.',
      unit: 'port number',
      fallback: '465 with `implicit`, 587 with `starttls`, 25 with `none`',
    }),
  SMTP_TLS: z.enum(SMTP_TLS, 'must be implicit (encrypted from the start), starttls, or none').optional().meta({
    description:
      'How the connection is encrypted: from the start, by STARTTLS, without which nothing is sent, or not at all. It is never guessed.',
    unit: '`implicit`, `starttls` or `none`',
    fallback: 'none; required with `SMTP_HOST`',
  }),
  SMTP_AUTH: z.enum(['login', 'none'], 'must be login or none').default('login').meta({
    description: 'Whether the mail server asks for a user and a password.',
    unit: '`login` or `none`',
  }),
  SMTP_USER: z.string().min(1).optional().meta({
    description: 'The user at the mail server.',
    unit: 'text',
    fallback: 'none; required with `SMTP_HOST` unless `SMTP_AUTH` is `none`',
  }),
  SMTP_PASSWORD: z.string().min(1).optional().meta({
    description: 'The password of that user.',
    unit: 'text',
    fallback: 'none; required with `SMTP_USER`',
  }),
  SMTP_CA: z.string().refine(isCertificate, 'must be a certificate in PEM form').optional().meta({
    description: 'The authority that signed the certificate of the mail server, if it is your own.',
    unit: 'certificate in PEM form',
    fallback: 'the authorities that Node knows',
  }),
  SMTP_SERVER_NAME: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/, 'must be a host name')
    .optional()
    .meta({
      description: 'The name in the certificate of the mail server.',
      unit: 'host name',
      fallback: '`SMTP_HOST`',
    }),
}

type Values = z.output<z.ZodObject<typeof SMTP_SETTINGS>>

/** Returns the mail server that the settings name. Without a host there is none. */
export function smtpOf(values: Values): SmtpConfig | undefined {
  const { SMTP_HOST: host, SMTP_TLS: tls, SMTP_USER: user, SMTP_PASSWORD: password } = values
  if (host === undefined || tls === undefined) return undefined
  const hasAuth = values.SMTP_AUTH === 'login' && user !== undefined && password !== undefined
  return {
    host,
    port: values.SMTP_PORT ?? PORTS[tls],
    tls,
    auth: hasAuth ? { user, password } : undefined,
    ca: values.SMTP_CA,
    serverName: values.SMTP_SERVER_NAME ?? host,
  }
}

/** Returns what is wrong with these settings together. */
export function smtpFaults(values: Values): string[] {
  const { SMTP_HOST, SMTP_TLS, SMTP_AUTH, SMTP_USER, SMTP_PASSWORD, SMTP_PORT, SMTP_CA, SMTP_SERVER_NAME } = values
  if (SMTP_HOST === undefined) {
    const others = { SMTP_PORT, SMTP_TLS, SMTP_USER, SMTP_PASSWORD, SMTP_CA, SMTP_SERVER_NAME }
    const [without] = Object.entries(others).find(([, value]) => value !== undefined) ?? []
    return without === undefined ? [] : [`${without} is set without SMTP_HOST: name the mail server, or remove it`]
  }
  const faults: string[] = []
  if (SMTP_TLS === undefined) faults.push('SMTP_TLS is missing: say implicit (port 465), starttls (port 587) or none')
  if (SMTP_AUTH === 'none') {
    if (SMTP_USER !== undefined || SMTP_PASSWORD !== undefined)
      faults.push('SMTP_AUTH is none, and there is a user or a password: remove them, or set SMTP_AUTH to login')
  } else {
    if (SMTP_USER === undefined)
      faults.push('SMTP_USER is missing: name the user at the mail server, or set SMTP_AUTH to none')
    if (SMTP_PASSWORD === undefined)
      faults.push('SMTP_PASSWORD is missing: set it, or SMTP_PASSWORD_FILE, or set SMTP_AUTH to none')
    if (SMTP_TLS === 'none' && SMTP_HOST !== 'localhost' && !isLoopback(SMTP_HOST))
      faults.push('SMTP_TLS is none, so the password would be readable on its way: use implicit or starttls')
  }
  return faults
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined
  } catch {
    return false
  }
}
