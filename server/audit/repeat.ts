import type { Tx } from '#db/engine/database.ts'
import * as events from '#db/events.ts'
import { CHAIN_START, chainHash } from '#server/audit/chain.ts'
import { chainedEvent } from '#server/audit/chain.ts'
import type { EventKind, Witness } from '#server/audit/record.ts'

const MINUTE = 60_000
/** How many of the newest events are searched for an earlier failure of the same kind. */
const MOST_BACK = 10
/** What strangers can cause as often as the limit of their IP allows. */
const FAILURES = new Set<string>([
  'sign_in_failed',
  'confirmation_failed',
  'code_wrong',
  'password_wrong',
] satisfies EventKind[])

type Details = Record<string, unknown>

export function isFailure(kind: EventKind): boolean {
  return FAILURES.has(kind)
}

/**
 * Counts a failure in the event of an earlier one of the same kind, IP and session within a minute, and hashes that event
 * and the failures after it again. Returns false if there is none. Only failures at the end of the chain change, so an
 * event that an export contains never does: the export is an event after it.
 */
export async function countRepeated(tx: Tx, witness: Witness, kind: EventKind, details: Details): Promise<boolean> {
  const { userId, ip, sessionId = null } = witness
  const newest = await events.list(tx, { userId, before: Number.MAX_SAFE_INTEGER, most: MOST_BACK + 1 })
  const cut = await events.findCut(tx, userId)
  const others = newest.findIndex(({ kind, at }) => !FAILURES.has(kind) || at > tx.now || tx.now - at >= MINUTE)
  const failures = newest.slice(0, others < 0 ? MOST_BACK : Math.min(MOST_BACK, others))
  const found = failures.findIndex((event) => event.kind === kind && event.ip === ip && event.sessionId === sessionId)
  if (found < 0) return false

  let before = newest[found + 1]?.hash ?? cut?.hash ?? CHAIN_START
  for (const [index, row] of failures
    .slice(0, found + 1)
    .toReversed()
    .entries()) {
    const event = chainedEvent(row)
    if (index === 0) event.details = counted(event.details, details)
    event.hash = chainHash(before, userId, event)
    await events.update(tx, { ...row, details: JSON.stringify(event.details), hash: event.hash })
    before = event.hash
  }
  return true
}

/** Returns what both failures have in common, and how many there were. */
function counted({ count, ...earlier }: Details, details: Details): Details {
  const common = Object.entries(earlier).filter(([name, value]) => details[name] === value)
  return { ...Object.fromEntries(common), count: (typeof count === 'number' ? count : 1) + 1 }
}
