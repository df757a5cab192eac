import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Address } from '#db/engine/postgres/address.ts'
import { type Brand, brandOf } from '#server/brand/settings.ts'
import { Environment } from '#server/config/settings.ts'
import { signUpOf, type SignUpRule } from '#server/config/sign-up.ts'
import { type SmtpConfig, smtpOf } from '#server/config/smtp.ts'
import { contradictions } from '#server/config/contradictions.ts'

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
  /** The PostgreSQL that is used instead of the embedded database. */
  database: DatabaseConfig | undefined
  /** How many instances share the database. */
  instances: number
  dataDir: string
  mail: { resend: { apiKey: string; baseUrl: string } | undefined; smtp: SmtpConfig | undefined; from: string }
  trustedProxies: number
  /** Who may sign up; undefined if administrators set it. */
  signUp: SignUpRule | undefined
  session: { idle: number; max: number }
  recoveryDelay: number
  /** How long events are kept; undefined for as long as the account. */
  eventsKept: number | undefined
  /** The operator’s time zone, like `Europe/Berlin`. */
  timeZone: string
  limitScale: number
  testing: boolean
}

/** Where the PostgreSQL is, how many connections for transactions one instance opens, and the longest wait (milliseconds). */
export type DatabaseConfig = { address: Address; connections: number; timeout: number }

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
    database: values.DATABASE_URL && {
      address: values.DATABASE_URL,
      connections: values.DATABASE_CONNECTIONS,
      timeout: values.DATABASE_TIMEOUT,
    },
    instances: values.INSTANCES,
    dataDir: values.DATA_DIR,
    mail: {
      resend: values.RESEND_API_KEY ? { apiKey: values.RESEND_API_KEY, baseUrl: values.RESEND_BASE_URL } : undefined,
      smtp: smtpOf(values),
      from: values.MAIL_FROM ?? `${values.RP_NAME.replace(/[^\p{L}\p{N} .-]/gu, '')} <latchkey@localhost>`,
    },
    trustedProxies: values.TRUSTED_PROXIES,
    signUp: signUpOf(values),
    session: { idle: values.SESSION_IDLE, max: values.SESSION_MAX },
    recoveryDelay: values.RECOVERY_DELAY,
    eventsKept: values.EVENTS_KEPT,
    timeZone: values.TIME_ZONE,
    limitScale: values.LIMIT_SCALE,
    testing: values.TESTING,
  }
}
