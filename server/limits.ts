import * as limits from '#db/limits.ts'
import { AppError } from '#server/errors.ts'
import { hmac } from '#server/keys.ts'
import type { World } from '#server/world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Limit = { most: number; window: number; perIp?: true }

/** How often, within how many milliseconds. Only those per IP are lifted by `LIMIT_SCALE`. */
const LIMITS = {
  'sign-up': { most: 10, window: HOUR, perIp: true },
  codes: { most: 30, window: HOUR, perIp: true },
  'sign-in': { most: 60, window: MINUTE, perIp: true },
  requests: { most: 300, window: MINUTE, perIp: true },
  'code-tries': { most: 5, window: HOUR },
  'code-letters-here': { most: 3, window: HOUR },
  'code-letters-hour': { most: 10, window: HOUR },
  'code-letters-day': { most: 20, window: DAY },
} satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS

/**
 * Counts one try under each of these limits, before the work, and refuses with `too_many_attempts` past the strictest. Counts are
 * kept in the database under keyed hashes, so neither a restart, a new cookie nor parallel requests reset them.
 */
export async function countTry(world: World, subjects: Partial<Record<LimitName, string>>): Promise<void> {
  // Object.entries forgets which keys it was given.
  const asked = Object.entries(subjects) as [LimitName, string][]
  const waits = await world.db.transaction((tx) => Promise.all(asked.map(async ([name, subject]) => {
    const { window } = LIMITS[name]
    const key = hmac(world.keys.limit, `${name} ${subject}`).toString('base64url')
    const { count, resetsAt } = await limits.count(tx, { key, window })
    return count > mostOf(world, name) ? resetsAt - tx.now : 0
  })), { durable: false })

  const wait = Math.max(...waits)
  if (wait > 0) throw new AppError('too_many_attempts', { retryAfter: Math.ceil(wait / 1_000) })
}

/** The three limits on letters that carry a code: per address and IP, and per address over all flows. */
export function codeLetterLimits(canonical: string, ip: string): Partial<Record<LimitName, string>> {
  const mailbox = canonical.replace(/\+[^@]*(?=@)/, '')
  return {
    'code-letters-here': `${mailbox} ${ipGroup(ip)}`,
    'code-letters-hour': mailbox,
    'code-letters-day': mailbox,
  }
}

/** Whom an IP's limit is about: one IPv4 address, or one IPv6 network (/64), which a single subscriber commands whole. */
export function ipGroup(ip: string): string {
  if (!ip.includes(':')) return ip
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped?.[1]) return mapped[1]
  const [head = '', tail] = ip.toLowerCase().split('%')[0]?.split('::') ?? []
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')
}

/** How many tries a limit grants in this world. */
export function mostOf(world: World, name: LimitName): number {
  const limit: Limit = LIMITS[name]
  return limit.perIp ? limit.most * world.config.limitScale : limit.most
}
