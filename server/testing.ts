import type { Visitor } from '#server/actor.ts'
import { AppError } from '#server/errors.ts'
import { deliverAllDue, houseKeep } from '#server/housekeeping.ts'
import { listLetters, type ShownLetter } from '#server/mail/outbox/list.ts'
import type { World } from '#server/world.ts'

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
  await deliverAllDue(world)
  world.advanceClock(advance * 1_000)
  await houseKeep(world)
  return { now: world.now() }
}

/** Delivers the letters that are due, and returns those of the embedded mailbox, newest first. */
export async function readMailbox(
  world: World,
  _visitor: Visitor,
  { to }: { to?: string },
): Promise<{ letters: ShownLetter[] }> {
  await deliverAllDue(world)
  return { letters: await listLetters(world, { to }) }
}
