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
 * Hashes a secret with argon2id and a pepper, off the main thread, and returns `<key id>$argon2id$…`. Two hashes run at
 * once and sixteen wait; any more are refused with `too_many_attempts`.
 */
export async function hashSecret({ keys, hashCost }: Hashing, secret: string): Promise<string> {
  const [pepper] = keys.pepper
  return pepper.id + (await inTurn(() => hash(secret, { ...hashCost, secret: pepper.bytes })))
}

/** Returns whether a secret matches a hash from `hashSecret`. Refuses like it with `too_many_attempts`. */
export async function isSecret({ keys }: Hashing, secret: string, hashed: string): Promise<boolean> {
  const peppers = keys.pepper
  const { pepper, phc } = partsOf(peppers, hashed)
  // A hash with an unknown pepper is verified too, so that it takes as long.
  const matches = await inTurn(() => verify(phc, secret, { secret: (pepper ?? peppers[0]).bytes }))
  return pepper !== undefined && matches
}

/** Returns whether a hash has another cost or an older pepper, so that the secret should be hashed again. */
export function isOutdated({ keys, hashCost }: Hashing, hashed: string): boolean {
  const { pepper, phc } = partsOf(keys.pepper, hashed)
  return pepper !== keys.pepper[0] || !phc.startsWith(phcHead(hashCost))
}

/** Returns a hash that matches no secret. Verifying it takes as long as verifying a stored hash. */
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
    // A finished hash starts the next one itself, so that no other call takes the free place.
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
