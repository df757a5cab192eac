import { isIPv6 } from 'node:net'
import type { Tx } from '#db/engine/database.ts'
import * as limits from '#db/limits.ts'
import { AppError } from '#server/errors.ts'
import { hmac, type Keys } from '#server/crypto/keys.ts'
import type { World } from '#server/world.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Limit = { most: number; window: number; perIp?: true }

/** The number of tries and the window in milliseconds. `LIMIT_SCALE` multiplies only the limits per IP. */
const LIMITS = {
  'sign-up': { most: 10, window: HOUR, perIp: true },
  codes: { most: 30, window: HOUR, perIp: true },
  'sign-in': { most: 60, window: MINUTE, perIp: true },
  requests: { most: 300, window: MINUTE, perIp: true },
  pages: { most: 150, window: 10 * SECOND, perIp: true },
  'code-tries': { most: 5, window: HOUR },
  'password-tries': { most: 5, window: 15 * MINUTE },
  'password-checks': { most: 60, window: MINUTE },
  'sign-up-letters-here': { most: 3, window: HOUR },
  'sign-up-letters-hour': { most: 10, window: HOUR },
  'sign-up-letters-day': { most: 20, window: DAY },
  'address-letters-here': { most: 3, window: HOUR },
  'address-letters-hour': { most: 10, window: HOUR },
  'address-letters-day': { most: 20, window: DAY },
  'recovery-letters-here': { most: 3, window: HOUR },
  'recovery-letters-hour': { most: 10, window: HOUR },
  'recovery-letters-day': { most: 20, window: DAY },
  'removal-letters-here': { most: 3, window: HOUR },
  'removal-letters-hour': { most: 10, window: HOUR },
  'removal-letters-day': { most: 20, window: DAY },
  'rehearsal-letters-here': { most: 3, window: HOUR },
  'rehearsal-letters-hour': { most: 10, window: HOUR },
  'rehearsal-letters-day': { most: 20, window: DAY },
  'acquainted-letters-hour': { most: 10, window: HOUR },
  'acquainted-letters-day': { most: 20, window: DAY },
  searches: { most: 30, window: MINUTE },
  exports: { most: 5, window: HOUR },
  'test-letters': { most: 5, window: HOUR },
  pictures: { most: 20, window: HOUR },
  'tagged-letters': { most: 2, window: 30 * MINUTE },
} satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS

/**
 * Counts one try under each of these limits, before the work, and refuses with `too_many_attempts` if any of them is
 * exceeded. The database stores the counts under keyed hashes, so a restart, a new cookie or parallel requests do not
 * reset them.
 */
export async function countTry(world: World, subjects: Partial<Record<LimitName, string>>): Promise<void> {
  const wait = await count(world, subjects)
  if (wait > 0) throw new AppError('too_many_attempts', { retryAfter: Math.ceil(wait / 1_000) })
}

/** Counts like `countTry`, but returns whether the try is allowed. For limits whose effect must stay hidden. */
export async function isGranted(world: World, subjects: Partial<Record<LimitName, string>>): Promise<boolean> {
  return (await count(world, subjects)) === 0
}

function count(world: World, subjects: Partial<Record<LimitName, string>>): Promise<number> {
  return world.db.transaction((tx) => countIn(tx, world, subjects), { durable: false, atOnce: true })
}

/** Counts one try and returns the milliseconds until none of these limits is exceeded; 0 if none is. */
export async function countIn(
  tx: Tx,
  rules: Pick<World, 'config' | 'keys'>,
  subjects: Partial<Record<LimitName, string>>,
): Promise<number> {
  // The type of Object.entries loses the keys.
  const asked = Object.entries(subjects) as [LimitName, string][]
  const waits = await Promise.all(
    asked.map(async ([name, subject]) => {
      const { window } = LIMITS[name]
      const { count, resetsAt } = await limits.count(tx, { key: keyOf(rules.keys, name, subject), window })
      return count > mostOf(rules, name) ? resetsAt - tx.now : 0
    }),
  )
  return Math.max(...waits)
}

/**
 * Returns the group of addresses that share a limit: one IPv4 address, or one IPv6 network (/64), because a single
 * subscriber usually controls a whole /64.
 */
export function ipGroup(ip: string): string {
  const [address = ''] = ip.split('%')
  if (!isIPv6(address)) return ip
  const groups = groupsOf(address)
  const isMapped = groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff'
  return isMapped ? groups.slice(6).map(dotted).join('.') : groups.slice(0, 4).join(':')
}

/** Returns the eight groups of an IPv6 address, each without leading zeros. */
function groupsOf(address: string): string[] {
  // The URL parser turns every spelling of an address into one form (RFC 5952).
  const [left = [], right] = new URL(`http://[${address}]`).hostname
    .slice(1, -1)
    .split('::')
    .map((half) => half.split(':').filter(Boolean))
  if (!right) return left
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right]
}

function dotted(group: string): string {
  const bits = Number.parseInt(group, 16)
  return `${bits >> 8}.${bits & 0xff}`
}

/** Deletes the count of a limit, after a successful try. */
export async function forgetTries(tx: Tx, keys: Keys, name: LimitName, subject: string): Promise<void> {
  await limits.remove(tx, keyOf(keys, name, subject))
}

function keyOf({ limit }: Keys, name: LimitName, subject: string): string {
  return hmac(limit, `${name} ${subject}`).toString('base64url')
}

/** Returns the window of a limit, in milliseconds. */
export function windowOf(name: LimitName): number {
  return LIMITS[name].window
}

/** Returns how many tries a limit allows, scaled by the configuration. */
export function mostOf({ config }: Pick<World, 'config'>, name: LimitName): number {
  const limit: Limit = LIMITS[name]
  return limit.perIp ? limit.most * config.limitScale : limit.most
}
