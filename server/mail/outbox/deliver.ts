import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Tx } from '#db/engine/database.ts'
import * as outbox from '#db/outbox.ts'
import { sha256 } from '#server/crypto/keys.ts'
import { type Letter } from '#server/mail/letter-types.ts'
import { MailFault } from '#server/mail-transport.ts'
import { letterOf } from '#server/mail/outbox/letter-of.ts'
import { renderLetter } from '#server/mail/render.ts'
import type { World } from '#server/world.ts'

const MINUTE = 60_000
const BATCH = 20
/** Longer than any try at the provider takes, so that a letter is never in two hands. */
const LEASE = 2 * MINUTE
const FIRST_WAIT = 5_000
const LONGEST_WAIT = 60 * MINUTE
/** A provider's wish beyond this is not believed. */
const LONGEST_WISH = 24 * 60 * MINUTE
/** With the back-off above this is about three days. */
const MOST_ATTEMPTS = 80

type Options = {
  /** Runs in the transaction that notes that the provider accepted a letter. */
  onAccepted?: (tx: Tx, letter: Letter) => Promise<void>
}

/** Sends the letters that are due and returns how many the provider accepted. A fault postpones a letter; none is lost silently. */
export async function deliverDue(world: World, options: Options = {}): Promise<number> {
  const due = await world.db.transaction(claimDue)
  const sending: Promise<PromiseSettledResult<boolean>[]>[] = []
  for (const parcel of parcels(due)) {
    sending.push(Promise.allSettled([deliver(world, parcel, options)]))
    // Writing a letter takes a moment: nobody waits for more than one.
    await nextTurn()
  }
  const sent = (await Promise.all(sending)).flat()
  const broken = sent.find((outcome) => outcome.status === 'rejected')
  if (broken) throw broken.reason
  return sent.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length
}

/** Some letters that are due; of those that wait for each other, all. */
async function claimDue(tx: Tx): Promise<outbox.OutboxRow[]> {
  const due = await outbox.claim(tx, { most: BATCH, lease: LEASE })
  const waited = new Set(due.filter(({ gathered }) => gathered === 1).map(({ recipient }) => recipient))
  for (const recipient of waited) due.push(...(await outbox.claimGathered(tx, { recipient, lease: LEASE })))
  return due
}

/** Rows that leave as one letter. */
type Parcel = [outbox.OutboxRow, ...outbox.OutboxRow[]]

/** Every row by itself, but those that were gathered for one recipient together. */
function parcels(rows: outbox.OutboxRow[]): Parcel[] {
  const gathered = Map.groupBy(
    rows.filter(({ gathered }) => gathered === 1),
    ({ recipient }) => recipient,
  )
  const heaps = [...gathered.values()].map(([first, ...others]): Parcel[] => (first ? [[first, ...others]] : []))
  return [...rows.filter(({ gathered }) => gathered === 0).map((row): Parcel => [row]), ...heaps.flat()]
}

async function deliver(world: World, parcel: Parcel, { onAccepted }: Options): Promise<boolean> {
  const letter = letterIn(parcel)
  try {
    await world.transport.send({ ...renderLetter(world, letter), id: letter.id, to: letter.to })
  } catch (error) {
    await postponeOrGiveUp(world, parcel, error instanceof MailFault ? error : new MailFault(String(error)))
    return false
  }
  await world.db.transaction(async (tx) => {
    for (const { id } of parcel) await outbox.markAccepted(tx, id)
    await onAccepted?.(tx, letter)
  })
  return true
}

/** One row is the letter it says; several are a letter about all of them, whose key no other set of rows has. */
function letterIn([first, ...others]: Parcel): Letter {
  const letter = letterOf(first)
  if (others.length === 0) return letter
  const { at, ip, userAgent } = letter.params
  const notices = [first, ...others].map((row) => ({ letter: letterOf(row).letter, at: row.createdAt }))
  const ids = [first, ...others].map(({ id }) => id).sort()
  return {
    id: sha256(ids.join(' ')),
    to: first.recipient,
    language: letter.language,
    letter: 'several-notices',
    params: { at, ip, userAgent, notices },
  }
}

async function postponeOrGiveUp(world: World, [first, ...others]: Parcel, fault: MailFault): Promise<void> {
  const lost = fault.permanent || first.attempts >= MOST_ATTEMPTS
  const facts = {
    id: first.id,
    letter: first.letter,
    gathered: others.length + 1,
    attempts: first.attempts,
    fault: fault.message,
  }
  world.log(lost ? 'error' : 'warn', lost ? 'A letter was given up' : 'A letter has to wait', facts)
  await world.db.transaction(async (tx) => {
    for (const { id } of [first, ...others]) {
      if (lost) await outbox.giveUp(tx, { id, fault: fault.message })
      else
        await outbox.postpone(tx, {
          id,
          dueAt: tx.now + waitAfter(first.attempts, fault.retryAfter),
          fault: fault.message,
        })
    }
  })
}

/** Doubles from five seconds to an hour; the provider's own wish (seconds) counts when it is longer. */
export function waitAfter(attempts: number, retryAfter = 0): number {
  return Math.max(Math.min(LONGEST_WISH, retryAfter * 1_000), Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1)))
}
