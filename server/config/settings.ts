import { isIP } from 'node:net'
import { z } from 'zod'
import { BRAND_SETTINGS } from '#server/brand/settings.ts'
import { DATABASE_SETTINGS } from '#server/config/database.ts'
import { DAY, DURATION, duration, isDuration, MINUTE, msIn } from '#server/config/duration.ts'
import { senderFault } from '#server/config/sender.ts'
import { SIGN_UP_SETTINGS } from '#server/config/sign-up.ts'
import { SMTP_SETTINGS } from '#server/config/smtp.ts'

const Origin = z
  .string()
  .refine(isBareOrigin, 'must be a scheme and a host, like https://id.example.com, without a path')

/**
 * Every setting, with the text of its row in docs/configuration.md: `description`, `unit` (the form of a value) and, where the
 * default depends on other settings, `fallback`. `npm run docs` writes that page and .env.example.
 */
export const Environment = z.object({
  ORIGIN: Origin.default('http://localhost:3000').meta({
    description: 'The address at which people reach Latchkey. `https`, or `http` on localhost.',
    unit: 'scheme, host and port; no path',
  }),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number')
    .optional()
    .meta({ description: 'The port to listen on.', unit: 'port number', fallback: 'the port of `ORIGIN`' }),
  LISTEN: z
    .string()
    .refine((text) => isIP(text) > 0, 'must be an IP address of this machine')
    .optional()
    .meta({
      description:
        'The address to listen on. Set `127.0.0.1` when the TLS proxy runs on the same machine. With an `ORIGIN` on localhost only loopback addresses are allowed.',
      unit: 'IP address',
      fallback: '`127.0.0.1` on localhost, else `0.0.0.0`',
    }),
  RP_ID: z.string().optional().meta({
    description:
      'The domain that passkeys belong to: the host of `ORIGIN`, or a parent domain of it. It is stored in the data directory at the first start. Another value is refused later, because no passkey would work.',
    unit: 'domain',
    fallback: 'the host of `ORIGIN`',
  }),
  RP_NAME: z.string().trim().min(1).max(64).default('Latchkey').meta({
    description: 'The name of the product in pages, titles, passkey dialogs and letters.',
    unit: '1 to 64 characters',
  }),
  ...BRAND_SETTINGS,
  SECRET: z
    .string()
    .optional()
    .transform((text) => list(text))
    .refine(
      (all) => all.every(isStrongSecret),
      'must hold secrets of at least 32 random bytes each: create one with `openssl rand -base64 32`',
    )
    .meta({
      description:
        'The secret from which all keys are derived, newest first. Create one with `openssl rand -base64 32`.',
      unit: 'comma list, each of at least 32 random bytes',
      fallback: 'on localhost, created at the first start in `data/secret`; else required',
    }),
  DATA_DIR: z.string().min(1).default('data').meta({
    description: 'The directory of the database, the created secret and the stored `RP_ID`.',
    unit: 'path',
  }),
  ...DATABASE_SETTINGS,
  RESEND_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be a key without spaces and line breaks, as Resend shows it')
    .optional()
    .meta({
      description:
        'The key with which letters are sent through Resend. Without it and without `SMTP_HOST`, letters stay in `/mailbox`, on localhost only.',
      unit: 'text',
      fallback: 'none; this or `SMTP_HOST` is required except on localhost',
    }),
  RESEND_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL, like https://api.resend.com' })
    .default('https://api.resend.com')
    .meta({
      description: 'Another server with the same API as Resend.',
      unit: 'URL',
    }),
  ...SMTP_SETTINGS,
  MAIL_FROM: z
    .string()
    .superRefine((text, context) => {
      const fault = senderFault(text)
      if (fault !== undefined) context.addIssue({ code: 'custom', message: fault })
    })
    .optional()
    .meta({
      description:
        'The sender of letters, which Resend or the mail server must allow: one mailbox. A name with a comma or another sign needs double quotes.',
      unit: '`Name <address>`',
      fallback: 'none; required with `RESEND_API_KEY` and `SMTP_HOST`',
    }),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^\d$/, 'must be the number of proxies in front, 0 to 9')
    .default('0')
    .transform(Number)
    .meta({
      description: 'The number of proxies in front of Latchkey that append to `X-Forwarded-For`.',
      unit: '0 to 9',
    }),
  SESSION_IDLE: duration('7d')
    .refine((ms) => ms >= MINUTE, 'must be at least a minute')
    .meta({ description: 'A session ends after this time without use. At most `SESSION_MAX`.', unit: DURATION }),
  SESSION_MAX: duration('30d')
    .refine((ms) => ms >= MINUTE, 'must be at least a minute')
    .refine((ms) => ms <= 400 * DAY, 'must be at most 400d: browsers keep no cookie longer')
    .meta({ description: 'A session ends after this time in any case, 400 days at most.', unit: DURATION }),
  RECOVERY_DELAY: duration('24h')
    .refine((ms) => ms >= DAY, 'must be at least 24h')
    .meta({
      description: 'The waiting time of a recovery. It can be longer than 24 hours, never shorter.',
      unit: DURATION,
    }),
  EVENTS_KEPT: z
    .string()
    .default('forever')
    .refine((text) => text === 'forever' || isDuration(text), 'must be `forever`, or a number and a unit, like 365d')
    .transform((text) => (text === 'forever' ? undefined : msIn(text)))
    .refine((ms) => ms === undefined || !(ms < 30 * DAY), 'must be at least 30d')
    .meta({
      description:
        'For how long the activity of an account is kept. Older events are deleted, and the rest of the chain can still be verified.',
      unit: '`forever`, or a number and a unit: `s`, `m`, `h` or `d`',
    }),
  ...SIGN_UP_SETTINGS,
  RELATED_ORIGINS: z
    .string()
    .optional()
    .transform((text) => list(text))
    .refine((all) => all.every(isBareOrigin), 'must list origins, like https://example.net')
    .refine((all) => all.length <= 5, 'must list at most five origins')
    .meta({
      description: 'Other origins whose pages may use these passkeys. They are served at `/.well-known/webauthn`.',
      unit: 'comma list of at most five origins',
      fallback: 'none',
    }),
  TIME_ZONE: z.string().refine(isTimeZone, 'must be a time zone, like Europe/Berlin').default('UTC').meta({
    description: 'The zone in which policies read the day of the week and the time of day.',
    unit: 'name of the IANA database',
  }),
  LIMIT_SCALE: z
    .string()
    .regex(/^\d{1,6}$/, 'must be a whole number')
    .default('1')
    .transform(Number)
    .refine((scale) => scale >= 1, 'must be at least 1')
    .meta({
      description: 'Multiplies the limits per IP, for load tests. It does not change the limits per account.',
      unit: '1 to 999999',
    }),
  TESTING: z
    .enum(['0', '1', 'false', 'true'], 'must be 0 or 1')
    .default('0')
    .transform((text) => text === '1' || text === 'true')
    .meta({
      description:
        'Testing mode, on localhost only: every program on this machine can read letters (`GET /api/testing/mailbox?to=`) and move the clock (`POST /api/testing/clock`).',
      unit: '0 or 1',
    }),
})

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)
}

function isBareOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const bare =
    url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  return bare && (url.protocol === 'https:' || url.protocol === 'http:')
}

/**
 * 32 bytes have 43 characters in base64 and 64 in hex. Few different characters mean that the source was not random.
 */
function isStrongSecret(secret: string): boolean {
  return secret.length >= 43 && new Set(secret).size >= 12
}
