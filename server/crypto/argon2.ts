import { hash, verify } from '@node-rs/argon2'
import { AppError } from '#server/errors.ts'
import type { Key, KeyRing } from '#server/crypto/keys.ts'

/** What one hash costs: memory in KiB, passes and lanes. */
export type HashCost = { memoryCost: number; timeCost: number; parallelism: number }

/** argon2id with 19 MiB, two passes, one lane (OWASP's recommendation; the library's default algorithm is argon2id). */
export const HASH_COST: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The part of the world that hashing needs. */
export type Hashing = { keys: { pepper: KeyRing }; hashCost: HashCost }

const MOST_AT_ONCE = 2
const MOST_WAITING = 16

let running = 0
const waiting: (() => void)[] = []

/**
 * Hashes a secret with argon2id and a pepper, off the main thread: `<key id>$argon2id$…`. At most two at once and sixteen waiting;
 * the surplus is refused with `too_many_attempts`.
 */
export async function hashSecret({ keys, hashCost }: Hashing, secret: string): Promise<string> {
  const [pepper] = keys.pepper
  return pepper.id + (await inTurn(() => hash(secret, { ...hashCost, secret: pepper.bytes })))
}

/** Compares a secret with what `hashSecret` made of it. */
export async function isSecret({ keys }: Hashing, secret: string, hashed: string): Promise<boolean> {
  const peppers = keys.pepper
  const { pepper, phc } = partsOf(peppers, hashed)
  // Even without its pepper a hash costs what it costs.
  const matches = await inTurn(() => verify(phc, secret, { secret: (pepper ?? peppers[0]).bytes }))
  return pepper !== undefined && matches
}

/** True if a hash was made with another cost or an older pepper, and should be made again while the secret is at hand. */
export function isOutdated({ keys, hashCost }: Hashing, hashed: string): boolean {
  const { pepper, phc } = partsOf(keys.pepper, hashed)
  return pepper !== keys.pepper[0] || !phc.startsWith(phcHead(hashCost))
}

/** What is compared where there is nothing to compare with, so that it takes as long: the hash of no secret. */
export function decoyHash({ keys, hashCost }: Hashing): string {
  return `${keys.pepper[0].id}${phcHead(hashCost)}bGF0Y2hrZXktZGVjb3kh$${'A'.repeat(43)}`
}

/** What the text of a hash begins with: algorithm, version and cost. */
function phcHead({ memoryCost, timeCost, parallelism }: HashCost): string {
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`
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
