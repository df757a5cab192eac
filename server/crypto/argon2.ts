import { hash, verify } from '@node-rs/argon2'
import { AppError } from '#server/errors.ts'
import type { Key, KeyRing } from '#server/crypto/keys.ts'

/** argon2id with 19 MiB, two passes, one lane (OWASP's recommendation; the library's default algorithm is argon2id). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const CURRENT = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/

const MOST_AT_ONCE = 2
const MOST_WAITING = 16

let running = 0
const waiting: (() => void)[] = []

/**
 * Hashes a secret with argon2id and a pepper, off the main thread: `<key id>$argon2id$…`. At most two at once and sixteen waiting;
 * the surplus is refused with `too_many_attempts`.
 */
export async function hashSecret([pepper]: KeyRing, secret: string): Promise<string> {
  return pepper.id + (await inTurn(() => hash(secret, { ...COST, secret: pepper.bytes })))
}

/** Compares a secret with what `hashSecret` made of it. */
export async function isSecret(peppers: KeyRing, secret: string, hashed: string): Promise<boolean> {
  const { pepper, phc } = partsOf(peppers, hashed)
  // Even without its pepper a hash costs what it costs.
  const matches = await inTurn(() => verify(phc, secret, { secret: (pepper ?? peppers[0]).bytes }))
  return pepper !== undefined && matches
}

/** True if a hash was made with older costs or an older pepper, and should be made again while the secret is at hand. */
export function isOutdated(peppers: KeyRing, hashed: string): boolean {
  const { pepper, phc } = partsOf(peppers, hashed)
  return pepper !== peppers[0] || !CURRENT.test(phc)
}

/** What is compared where there is nothing to compare with, so that it takes as long: the hash of no secret. */
export function decoyHash([pepper]: KeyRing): string {
  return `${pepper.id}$argon2id$v=19$m=19456,t=2,p=1$bGF0Y2hrZXktZGVjb3kh$${'A'.repeat(43)}`
}

function partsOf(peppers: KeyRing, hashed: string): { pepper: Key | undefined; phc: string } {
  const at = hashed.indexOf('$')
  return { pepper: peppers.find(({ id }) => id === hashed.slice(0, at)), phc: hashed.slice(at) }
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new AppError('too_many_attempts', { retryAfter: 1 })
    // Whoever finishes hands over its place, so nobody can take it in between.
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else {
    running += 1
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
