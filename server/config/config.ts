import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { z } from 'zod'
import { type Brand, BRAND_SETTINGS, brandOf } from '#server/brand/settings.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const UNITS: Record<string, number> = { s: 1_000, m: MINUTE, h: HOUR, d: DAY }
const DURATION = 'number and unit: `s`, `m`, `h` or `d`'

/** Everything that an operator can set, checked. Durations are milliseconds. */
export type Config = {
  origin: string
  /**
   * Whether the origin's host is localhost. Then letters may stay here, a secret may be created here, and cookies have
   * no `Secure`.
   */
  local: boolean
  port: number
  /** The address that the server listens on. The default is loopback if the origin is localhost, else every address. */
  hostname: string
  rp: { id: string; name: string }
  brand: Brand
  /** Other origins whose pages may use this relying party's passkeys (WebAuthn L3 §5.11). */
  relatedOrigins: string[]
  /** Newest first. If empty, `boot.ts` creates one and stores it in the data directory (localhost only). */
  secrets: string[]
  dataDir: string
  mail: { resend: { apiKey: string; baseUrl: string } | undefined; from: string }
  trustedProxies: number
  session: { idle: number; max: number }
  recoveryDelay: number
  limitScale: number
  testing: boolean
}

/** All faults of a configuration. Each names its variable. */
export class ConfigError extends Error {
  readonly faults: string[]

  constructor(faults: string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    )
    this.name = 'ConfigError'
    this.faults = faults
  }
}

const duration = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .refine((text) => /^\d{1,6}[smhd]$/.test(text), 'must be a number and a unit, like 30m, 12h or 7d')
    .transform((text) => Number(text.slice(0, -1)) * (UNITS[text.slice(-1)] ?? Number.NaN))

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
      description: 'The address to listen on. Set `127.0.0.1` when the TLS proxy runs on the same machine.',
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
  RESEND_API_KEY: z.string().min(1).optional().meta({
    description:
      'The key with which letters are sent through Resend. Without it, letters stay in `/mailbox`, on localhost only.',
    unit: 'text',
    fallback: 'none; required except on localhost',
  }),
  RESEND_BASE_URL: z.url('must be a URL').default('https://api.resend.com').meta({
    description: 'Another server with the same API as Resend.',
    unit: 'URL',
  }),
  MAIL_FROM: z
    .string()
    .min(3)
    .refine((text) => !/[\r\n]/.test(text), 'must be one line')
    .optional()
    .meta({
      description: 'The sender of letters, which Resend must have verified.',
      unit: '`Name <address>`',
      fallback: 'none; required with `RESEND_API_KEY`',
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
    .meta({ description: 'A session ends after this time in any case.', unit: DURATION }),
  RECOVERY_DELAY: duration('24h')
    .refine((ms) => ms >= DAY, 'must be at least 24h')
    .meta({
      description: 'The waiting time of a recovery. It can be longer than 24 hours, never shorter.',
      unit: DURATION,
    }),
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
        'Testing mode, on localhost only: everyone who reaches the server can read letters (`GET /api/testing/mailbox?to=`) and move the clock (`POST /api/testing/clock`).',
      unit: '0 or 1',
    }),
})

/**
 * Returns the checked configuration. Throws a `ConfigError` with all faults. Each variable can also be set as a file,
 * `<NAME>_FILE`.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const faults: string[] = []
  const given = withFiles(environment, faults)
  const issues = Environment.safeParse(given).error?.issues ?? []
  faults.push(...issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))

  // A faulty variable counts as not set, so that contradictions between the others are reported in the same run.
  const faulty = Object.keys(Environment.shape).filter((name) =>
    faults.some((fault) => fault.startsWith(`${name} `) || fault.startsWith(`${name}_FILE `)),
  )
  const values = Environment.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !faulty.includes(name))))
  const config = configOf(values)
  faults.push(...contradictions(config, values).filter((fault) => !faulty.some((name) => fault.includes(name))))
  if (faults.length > 0) throw new ConfigError(faults)
  return config
}

function withFiles(
  environment: Record<string, string | undefined>,
  faults: string[],
): Record<string, string | undefined> {
  const values: Record<string, string | undefined> = {}
  for (const name of Object.keys(Environment.shape)) {
    const file = environment[`${name}_FILE`]
    values[name] = environment[name] || undefined
    if (!file) continue
    if (values[name]) faults.push(`${name} and ${name}_FILE are both set: keep one`)
    try {
      values[name] = readFileSync(file, 'utf8').trim()
      if (!values[name]) faults.push(`${name}_FILE names a file that is empty`)
    } catch {
      faults.push(`${name}_FILE names a file that cannot be read`)
    }
  }
  return values
}

function configOf(values: z.output<typeof Environment>): Config {
  const url = new URL(values.ORIGIN)
  const local = url.hostname === 'localhost'
  return {
    origin: url.origin,
    local,
    port: values.PORT ?? Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    hostname: values.LISTEN ?? (local ? '127.0.0.1' : '0.0.0.0'),
    rp: { id: values.RP_ID ?? url.hostname, name: values.RP_NAME },
    brand: brandOf(values),
    relatedOrigins: values.RELATED_ORIGINS.map((origin) => new URL(origin).origin).filter(
      (origin) => origin !== url.origin,
    ),
    secrets: values.SECRET,
    dataDir: values.DATA_DIR,
    mail: {
      resend: values.RESEND_API_KEY ? { apiKey: values.RESEND_API_KEY, baseUrl: values.RESEND_BASE_URL } : undefined,
      from: values.MAIL_FROM ?? `${values.RP_NAME.replace(/[^\p{L}\p{N} .-]/gu, '')} <latchkey@localhost>`,
    },
    trustedProxies: values.TRUSTED_PROXIES,
    session: { idle: values.SESSION_IDLE, max: values.SESSION_MAX },
    recoveryDelay: values.RECOVERY_DELAY,
    limitScale: values.LIMIT_SCALE,
    testing: values.TESTING,
  }
}

function contradictions(config: Config, { RP_ID, MAIL_FROM }: z.output<typeof Environment>): string[] {
  const faults: string[] = []
  const { protocol, hostname } = new URL(config.origin)
  if (protocol !== 'https:' && !config.local)
    faults.push('ORIGIN must be https: passkeys work on http only at http://localhost')
  if (isIP(hostname.replace(/^\[|\]$/g, '')))
    faults.push('ORIGIN must have a host name: browsers create no passkeys for an IP address')
  if (!isSameOrParentDomain(config.rp.id, hostname))
    faults.push(`RP_ID ${RP_ID} is neither ORIGIN's host nor a parent domain of it`)
  if (config.secrets.length === 0 && !config.local)
    faults.push('SECRET is missing: create one with `openssl rand -base64 32`')
  if (!config.mail.resend && !config.local)
    faults.push('RESEND_API_KEY is missing: the embedded mailbox is for localhost only')
  if (config.mail.resend && !MAIL_FROM) faults.push('MAIL_FROM is missing: name the sender that Resend has verified')
  if (config.testing && !config.local) faults.push('TESTING is allowed only if the origin is localhost')
  if (config.session.idle > config.session.max) faults.push('SESSION_IDLE must not be longer than SESSION_MAX')
  if (config.relatedOrigins.some((origin) => !origin.startsWith('https:')) && !config.local)
    faults.push('RELATED_ORIGINS must be https')
  return faults
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
 * Refuses public suffixes without a dot ("com"). The browser refuses the longer ones ("co.uk") at the first passkey.
 */
function isSameOrParentDomain(rpId: string, host: string): boolean {
  return rpId === host || (rpId.includes('.') && host.endsWith(`.${rpId}`))
}

/**
 * 32 bytes have 43 characters in base64 and 64 in hex. Few different characters mean that the source was not random.
 */
function isStrongSecret(secret: string): boolean {
  return secret.length >= 43 && new Set(secret).size >= 12
}
