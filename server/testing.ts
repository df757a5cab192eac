import { setTimeout as rest } from 'node:timers/promises'
import * as outbox from '#db/outbox.ts'
import type { Visitor } from '#server/actor.ts'
import { AppError } from '#server/errors.ts'
import { deliverAllDue, houseKeep } from '#server/housekeeping.ts'
import { LEASE } from '#server/mail/outbox/deliver.ts'
import { listLetters, type ShownLetter } from '#server/mail/outbox/list.ts'
import type { World } from '#server/world.ts'

/** How long letters that another instance sends are waited for, and how often they are looked for, in milliseconds. */
const [PATIENCE, LOOK_EVERY] = [2_000, 10]

/**
 * Turns the clock by some seconds, does everything that is due then, and returns the new time (epoch milliseconds).
 * Letters that are due before are delivered first, because what they start counts from their delivery. Refuses with
 * `not_found` outside testing mode.
 */
export async function advanceClock(
  world: World,
  _visitor: Visitor,
  { advance }: { advance: number },
): Promise<{ now: number }> {
  if (!world.advanceClock) throw new AppError('not_found')
  await deliverEverywhere(world)
  await world.advanceClock(advance * 1_000)
  await houseKeep(world)
  return { now: world.now() }
}

/** Delivers the letters that are due, and returns those of the embedded mailbox, newest first. */
export async function readMailbox(
  world: World,
  _visitor: Visitor,
  { to }: { to?: string },
): Promise<{ letters: ShownLetter[] }> {
  await deliverEverywhere(world, to)
  return { letters: await listLetters(world, { to }) }
}

/**
 * Delivers the letters that are due, and waits for those that another instance is sending, to one recipient or to all. An
 * instance that was killed sends none of those that it had claimed, so the wait has an end.
 */
async function deliverEverywhere(world: World, to?: string): Promise<void> {
  await deliverAllDue(world)
  if (world.config.instances === 1) return
  const mailbox = to?.trim().toLowerCase()
  for (let waited = 0; waited < PATIENCE; waited += LOOK_EVERY) {
    const claimed = await world.db.read((reader) => outbox.listClaimed(reader, { now: world.now(), lease: LEASE }))
    if (!claimed.some((one) => mailbox === undefined || one === mailbox)) return
    await rest(LOOK_EVERY)
  }
}
