import * as outbox from '#db/outbox.ts'
import { type Letter, MailFault } from '#server/mail/letters.ts'
import { renderLetter } from '#server/mail/render.ts'
import type { World } from '#server/world.ts'

const MINUTE = 60_000
const BATCH = 20
/** Longer than any try at the provider takes, so that a letter is never in two hands. */
const LEASE = 2 * MINUTE
const FIRST_WAIT = 5_000
const LONGEST_WAIT = 60 * MINUTE
/** With the back-off above this is about three days. */
const MOST_ATTEMPTS = 80

/** Sends the letters that are due, and tells how many the provider took. A fault postpones a letter; it is never lost silently. */
export async function deliverDue(world: World): Promise<number> {
  const due = await world.db.transaction((tx) => outbox.claim(tx, { most: BATCH, lease: LEASE }))
  const accepted = await Promise.all(due.map((row) => deliver(world, row)))
  return accepted.filter(Boolean).length
}

async function deliver(world: World, row: outbox.OutboxRow): Promise<boolean> {
  try {
    const letter = letterOf(row)
    await world.transport.send({ id: row.id, to: row.recipient, ...(await renderLetter(world, letter)) })
  } catch (error) {
    await postponeOrGiveUp(world, row, error instanceof MailFault ? error : new MailFault(String(error)))
    return false
  }
  await world.db.transaction((tx) => outbox.markAccepted(tx, row.id))
  return true
}

async function postponeOrGiveUp(world: World, row: outbox.OutboxRow, fault: MailFault): Promise<void> {
  const lost = fault.permanent || row.attempts >= MOST_ATTEMPTS
  world.log(lost ? 'error' : 'warn', lost ? 'A letter was given up' : 'A letter has to wait', { id: row.id, letter: row.letter, attempts: row.attempts, fault: fault.message })
  await world.db.transaction(async (tx) => {
    if (lost) await outbox.giveUp(tx, { id: row.id, fault: fault.message })
    else await outbox.postpone(tx, { id: row.id, dueAt: tx.now + waitAfter(row.attempts, fault.retryAfter), fault: fault.message })
  })
}

/** Doubles from five seconds to an hour; the provider's own wish (seconds) counts when it is longer. */
export function waitAfter(attempts: number, retryAfter = 0): number {
  return Math.max(retryAfter * 1_000, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1)))
}

/** The row as the letter that `enqueue` put there. */
export function letterOf({ id, recipient, letter, params }: outbox.OutboxRow): Letter {
  // Written by `enqueue`, which accepts only a letter's name with its own params.
  return { id, to: recipient, letter, params: JSON.parse(params) } as Letter
}
