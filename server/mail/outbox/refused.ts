import type { Tx } from '#db/engine/database.ts'
import * as outbox from '#db/outbox.ts'
import type { MailFault } from '#server/mail-transport.ts'
import type { Letter } from '#server/mail/letter-types.ts'
import { letterOf } from '#server/mail/outbox/letter-of.ts'
import { LONGEST_WISH } from '#server/mail/outbox/pace.ts'
import type { Parcel } from '#server/mail/outbox/parcel.ts'
import type { World } from '#server/world.ts'

const FIRST_WAIT = 5_000
const LONGEST_WAIT = 3_600_000
/** With the waits above, about three days. */
const MOST_ATTEMPTS = 80
/** A letter that is still too many for the provider after this time, in milliseconds, is given up. */
const LONGEST_LIFE = 72 * 3_600_000

type OnGivenUp = {
  onGivenUp: (tx: Tx, letter: Letter) => Promise<void>
  personOf: (letter: Letter) => Promise<string | undefined>
}

/** Stores that letters were not accepted: they are given up, wait for the next attempt, or are due again at once if the whole queue rests. */
export async function settleRefused(
  world: World,
  [first, ...others]: Parcel,
  fault: MailFault,
  { onGivenUp, personOf }: OnGivenUp,
): Promise<void> {
  const lost = isLost(first, fault, world.now())
  const facts = {
    id: first.id,
    letter: first.letter,
    gathered: others.length + 1,
    attempts: first.attempts,
    fault: fault.message,
  }
  if (lost) world.log('error', 'A letter was given up', facts)
  else if (fault.kind !== 'rate')
    world.log(fault.kind === 'configuration' ? 'error' : 'warn', 'A letter has to wait', facts)

  const settle = async (tx: Tx) => {
    for (const { id } of [first, ...others]) {
      const dueAt = tx.now + waitAfter(first.attempts, fault.retryAfter)
      if (lost) await outbox.giveUp(tx, { id, fault: fault.message })
      else if (fault.kind === 'rate') await outbox.putBack(tx, { id, fault: fault.message })
      else await outbox.postpone(tx, { id, dueAt, fault: fault.message })
    }
    if (lost) await onGivenUp(tx, letterOf(first))
  }
  await world.db.transaction(settle, { person: lost ? await personOf(letterOf(first)) : undefined })
}

function isLost({ attempts, createdAt }: outbox.OutboxRow, { kind }: MailFault, now: number): boolean {
  if (kind === 'recipient') return true
  return kind === 'rate' ? now - createdAt >= LONGEST_LIFE : attempts >= MOST_ATTEMPTS
}

/**
 * Returns the wait before the next attempt in milliseconds. It doubles from five seconds to an hour. A longer
 * `retryAfter` (seconds) of the provider counts, up to a day.
 */
export function waitAfter(attempts: number, retryAfter = 0): number {
  return Math.max(Math.min(LONGEST_WISH, retryAfter * 1_000), Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1)))
}
