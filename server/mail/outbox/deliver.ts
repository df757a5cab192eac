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
/**
 * How long a claimed letter is reserved, in milliseconds: longer than any attempt, so that it is never sent twice at
 * once.
 */
const LEASE = 2 * MINUTE
const FIRST_WAIT = 5_000
const LONGEST_WAIT = 60 * MINUTE
/** The longest wait that a provider can ask for, in milliseconds. */
const LONGEST_WISH = 24 * 60 * MINUTE
/** With the waits above, about three days. */
const MOST_ATTEMPTS = 80

type Options = {
  /** Runs in the transaction that stores that the provider accepted a letter, or that the letter was given up. */
  onSettled?: (tx: Tx, letter: Letter, accepted: boolean) => Promise<void>
}

/**
 * Sends some of the letters that are due, and returns how many the provider accepted. A failure postpones a letter, and
 * a refusal of its recipient gives it up. Both are logged.
 */
export async function deliverDue(world: World, options: Options = {}): Promise<number> {
  const due = await world.db.transaction(claimDue)
  const sending: Promise<PromiseSettledResult<boolean>[]>[] = []
  for (const parcel of parcels(due)) {
    sending.push(Promise.allSettled([deliver(world, parcel, options)]))
    // Rendering a letter blocks the process, so other work gets a turn after each one.
    await nextTurn()
  }
  const sent = (await Promise.all(sending)).flat()
  const broken = sent.find((outcome) => outcome.status === 'rejected')
  if (broken) throw broken.reason
  return sent.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length
}

/** Claims some letters that are due, and all gathered notices of their recipients. */
async function claimDue(tx: Tx): Promise<outbox.OutboxRow[]> {
  await outbox.bringForward(tx, { most: BATCH, longest: LONGEST_WISH })
  const due = await outbox.claim(tx, { most: BATCH, lease: LEASE })
  const waited = new Set(due.filter(({ gathered }) => gathered === 1).map(({ recipient }) => recipient))
  for (const recipient of waited) due.push(...(await outbox.claimGathered(tx, { recipient, lease: LEASE })))
  return due
}

/** Rows that are sent as one letter. */
type Parcel = [outbox.OutboxRow, ...outbox.OutboxRow[]]

/** Groups the rows: gathered notices by recipient, every other row by itself. */
function parcels(rows: outbox.OutboxRow[]): Parcel[] {
  const gathered = Map.groupBy(
    rows.filter(({ gathered }) => gathered === 1),
    ({ recipient }) => recipient,
  )
  const heaps = [...gathered.values()].map(([first, ...others]): Parcel[] => (first ? [[first, ...others]] : []))
  return [...rows.filter(({ gathered }) => gathered === 0).map((row): Parcel => [row]), ...heaps.flat()]
}

async function deliver(world: World, parcel: Parcel, { onSettled }: Options): Promise<boolean> {
  const letter = letterIn(parcel)
  try {
    await world.transport.send({ ...renderLetter(world, letter), id: letter.id, to: letter.to })
  } catch (error) {
    await postponeOrGiveUp(world, parcel, error instanceof MailFault ? error : new MailFault(String(error)), onSettled)
    return false
  }
  await world.db.transaction(async (tx) => {
    for (const { id } of parcel) await outbox.markAccepted(tx, id)
    await onSettled?.(tx, letter, true)
  })
  return true
}

/**
 * Returns the letter of one row, or one letter about several rows. The id of the latter is a hash of all their ids, so
 * it is a unique idempotency key.
 */
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

async function postponeOrGiveUp(
  world: World,
  [first, ...others]: Parcel,
  fault: MailFault,
  onSettled: Options['onSettled'],
): Promise<void> {
  const lost = fault.kind === 'recipient' || first.attempts >= MOST_ATTEMPTS
  const facts = {
    id: first.id,
    letter: first.letter,
    gathered: others.length + 1,
    attempts: first.attempts,
    fault: fault.message,
  }
  if (lost) world.log('error', 'A letter was given up', facts)
  else world.log(fault.kind === 'configuration' ? 'error' : 'warn', 'A letter has to wait', facts)
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
    if (lost) await onSettled?.(tx, letterOf(first), false)
  })
}

/**
 * Returns the wait before the next attempt in milliseconds. It doubles from five seconds to an hour. A longer
 * `retryAfter` (seconds) of the provider counts, up to a day.
 */
export function waitAfter(attempts: number, retryAfter = 0): number {
  return Math.max(Math.min(LONGEST_WISH, retryAfter * 1_000), Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1)))
}
