import { setTimeout as rest } from 'node:timers/promises'
import type { Tx } from '#db/engine/database.ts'
import * as outbox from '#db/outbox.ts'
import { type Letter } from '#server/mail/letter-types.ts'
import { MailFault } from '#server/mail-transport.ts'
import { lettersAtOnce, LONGEST_WISH, setPace } from '#server/mail/outbox/pace.ts'
import { letterIn, type Parcel, parcels } from '#server/mail/outbox/parcel.ts'
import { settleRefused } from '#server/mail/outbox/refused.ts'
import { renderLetter } from '#server/mail/render.ts'
import type { World } from '#server/world.ts'

/**
 * How long a claimed letter is reserved, in milliseconds: longer than any attempt, so that it is never sent twice at
 * once.
 */
export const LEASE = 2 * 60_000
const MOST_FORWARD = 20
/** The pause after each letter, in milliseconds: rendering one blocks the process for about half as long. */
const REST_MS = 5

/** Runs in the transaction that stores that the provider accepted a letter, or that the letter was given up. */
type OnSettled = {
  onSettled: (tx: Tx, letter: Letter, accepted: boolean) => Promise<void>
  /** Returns the id of the person whose account that changes, if it changes one. */
  personOf: (letter: Letter) => Promise<string | undefined>
}
const NOTHING: OnSettled = { onSettled: async () => undefined, personOf: async () => undefined }

/**
 * Sends some of the letters that are due, and returns how many the provider accepted. A failure postpones a letter, and
 * a refusal of its recipient gives it up. When the provider has too many letters, the whole queue rests. All of it is
 * logged.
 */
export async function deliverDue(world: World, options = NOTHING): Promise<number> {
  const most = lettersAtOnce(world)
  if (most === 0) return 0
  const due = await world.db.transaction((tx) => claimDue(tx, most))
  const sending: Promise<PromiseSettledResult<Outcome>[]>[] = []
  for (const parcel of parcels(due)) {
    sending.push(Promise.allSettled([deliver(world, parcel, options)]))
    await rest(REST_MS)
  }
  const sent = (await Promise.all(sending)).flat()
  const broken = sent.find((outcome) => outcome.status === 'rejected')
  if (broken) throw broken.reason
  return keepPace(
    world,
    sent.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])),
  )
}

/** Claims some letters that are due, and all gathered notices of their recipients. */
async function claimDue(tx: Tx, most: number): Promise<outbox.OutboxRow[]> {
  await outbox.bringForward(tx, { most: MOST_FORWARD, longest: LONGEST_WISH })
  const due = await outbox.claim(tx, { most, lease: LEASE })
  const waited = new Set(due.filter(({ gathered }) => gathered === 1).map(({ recipient }) => recipient))
  for (const recipient of waited) due.push(...(await outbox.claimGathered(tx, { recipient, lease: LEASE })))
  return due
}

/** What became of a letter: it was accepted, or why not. */
type Outcome = 'accepted' | MailFault

async function deliver(world: World, parcel: Parcel, { onSettled, personOf }: OnSettled): Promise<Outcome> {
  const letter = letterIn(parcel)
  try {
    await world.transport.send({ ...renderLetter(world, letter), id: letter.id, to: letter.to })
  } catch (error) {
    const fault = error instanceof MailFault ? error : new MailFault(String(error))
    await settleRefused(world, parcel, fault, {
      onGivenUp: (tx, lost) => onSettled(tx, lost, false),
      personOf,
    })
    return fault
  }
  const settle = async (tx: Tx) => {
    for (const { id } of parcel) await outbox.markAccepted(tx, id)
    await onSettled(tx, letter, true)
  }
  await world.db.transaction(settle, { person: await personOf(letter) })
  return 'accepted'
}

/** Lets the queue rest if some letters were too many for the provider. Returns how many were accepted. */
function keepPace(world: World, outcomes: Outcome[]): number {
  const accepted = outcomes.filter((outcome) => outcome === 'accepted').length
  const faults = outcomes.filter((outcome) => outcome !== 'accepted').filter(({ kind }) => kind === 'rate')
  const retryAfter = Math.max(0, ...faults.map((fault) => fault.retryAfter ?? 0))
  const rest = setPace(world, { accepted, refused: faults.length, retryAfter })
  if (faults.length > 0) {
    const facts = { refused: faults.length, rest, fault: faults[0]?.message }
    world.log('warn', 'The mail provider has too many letters', facts)
  }
  return accepted
}
