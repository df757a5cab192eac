import type { Tx } from '#db/engine/database.ts'
import * as joinedLetters from '#db/joined-letters.ts'
import { hmac } from '#server/crypto/keys.ts'
import { AppError } from '#server/errors.ts'
import { countIn } from '#server/limits.ts'
import { type CodeFlow, mailboxOf } from '#server/mail/codes/budget.ts'
import type { World } from '#server/world.ts'

/** One letter that requests share leaves to an address at most this often, in milliseconds. */
export const JOINED_EVERY_MS = 30 * 60_000

/** The flows that write to addresses of accounts only. */
const TO_ACCOUNTS = new Set<CodeFlow>(['recovery', 'removal', 'rehearsal'])

/**
 * Joins the next shared letter to an address. It leaves at once, or half an hour after the last one. Each address has a
 * letter of its own, because a provider may deliver `ada+1@` and `ada@` to two people. Addresses with a tag could fill a
 * mailbox in this way, so new letters to them are limited with `too_many_attempts`; not in flows that write to addresses
 * of accounts only.
 */
export async function joinLetter(
  tx: Tx,
  rules: Pick<World, 'config' | 'keys'>,
  { flow, canonical }: { flow: CodeFlow; canonical: string },
): Promise<joinedLetters.JoinedLetter> {
  const key = hmac(rules.keys.limit, `joined ${flow} ${canonical}`).toString('base64url')
  const { isNew, ...letter } = await joinedLetters.join(tx, { key, gap: JOINED_EVERY_MS })
  const mailbox = mailboxOf(canonical)
  if (isNew && !TO_ACCOUNTS.has(flow) && mailbox !== canonical) {
    const wait = await countIn(tx, rules, { 'tagged-letters': `${flow} ${mailbox}` })
    if (wait > 0) throw new AppError('too_many_attempts', { retryAfter: Math.ceil(wait / 1_000) })
  }
  return letter
}
