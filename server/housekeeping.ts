import { setTimeout as rest } from 'node:timers/promises'
import * as browsers from '#db/browsers.ts'
import * as events from '#db/events.ts'
import * as invitations from '#db/invitations.ts'
import * as joinedLetters from '#db/joined-letters.ts'
import * as limits from '#db/limits.ts'
import * as networks from '#db/networks.ts'
import * as outbox from '#db/outbox.ts'
import * as retired from '#db/retired.ts'
import * as sessions from '#db/sessions.ts'
import * as spent from '#db/spent.ts'
import type { Tx } from '#db/engine/database.ts'
import { cutOldEvents } from '#server/audit/cut.ts'
import { KEPT_FOR } from '#server/custody/retire.ts'
import { deliverDue } from '#server/mail/outbox/deliver.ts'
import { restLeft } from '#server/mail/outbox/pace.ts'
import type { Letter } from '#server/mail/letter-types.ts'
import { personOfClock, startClockWith } from '#server/recoveries/start.ts'
import { JOINED_EVERY_MS } from '#server/mail/codes/join.ts'
import { advanceRecoveries } from '#server/recoveries/advance.ts'
import { NETWORKS_KEPT_MS } from '#server/sessions/networks.ts'
import { writeSeen } from '#server/sessions/seen.ts'
import { deleteDueAccounts } from '#server/users/delete.ts'
import type { World } from '#server/world.ts'

const MAIL_EVERY_MS = 500
const WRITE_SEEN_EVERY_MS = 1_000
const ADVANCE_EVERY_MS = 5_000
const SWEEP_EVERY_MS = 60_000
/**
 * How many rows a sweep deletes in one transaction, and its pause between two, so that requests do not wait long for
 * it.
 */
const SWEEP_BATCH = 5
const SWEEP_REST_MS = 10
/** How many events of one person a sweep deletes in one transaction. */
const EVENTS_BATCH = 50
/** An invitation is shown for this long after its end. */
const INVITATIONS_KEPT_MS = 30 * 86_400_000
const LETTERS_KEPT_MS = 30 * 86_400_000
/** A browser that was not used for a year is new again. */
const BROWSERS_KEPT_MS = 365 * 86_400_000

/**
 * Does everything that is due now: stores last uses, advances recoveries, deletes accounts, delivers letters, sweeps.
 */
export async function houseKeep(world: World): Promise<void> {
  await writeSeen(world)
  await advance(world)
  await deliverAllDue(world)
  await sweep(world)
}

/** Starts housekeeping at once. The returned function stops it and waits for the runs that are under way. */
export function startHousekeeping(world: World): () => Promise<void> {
  const stops = [
    every(world, () => Math.min(MAIL_EVERY_MS, restLeft(world) || MAIL_EVERY_MS), deliverAllDue),
    every(world, () => WRITE_SEEN_EVERY_MS, writeSeen),
    every(world, () => ADVANCE_EVERY_MS, advance),
    every(world, () => SWEEP_EVERY_MS, sweep),
  ]
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
    await writeSeen(world).catch((error: unknown) => sayFailed(world, error))
  }
}

async function advance(world: World): Promise<void> {
  await advanceRecoveries(world)
  await deleteDueAccounts(world)
}

/** The delivery that is under way in a world, or the last one. */
const deliveries = new WeakMap<World, Promise<void>>()

/** Delivers the letters that are due, after a delivery that is under way: then each of them was tried. */
export async function deliverAllDue(world: World, isOver = () => false): Promise<void> {
  const onSettled = (tx: Tx, letter: Letter, accepted: boolean) => startClockWith(tx, world.config, letter, accepted)
  const personOf = (letter: Letter) => personOfClock(world, letter)
  const delivery = (deliveries.get(world) ?? Promise.resolve()).then(async () => {
    while (!isOver() && (await deliverDue(world, { onSettled, personOf })) > 0);
  })
  deliveries.set(
    world,
    delivery.catch(() => undefined),
  )
  await delivery
}

/** Deletes what has expired: spent ceremonies, limits, sessions, browsers, networks, old letters, old events. */
async function sweep(world: World, isOver = () => false): Promise<void> {
  const lettersBefore = world.now() - LETTERS_KEPT_MS
  const browsersBefore = world.now() - BROWSERS_KEPT_MS
  const networksBefore = world.now() - NETWORKS_KEPT_MS
  const joinedBefore = world.now() - JOINED_EVERY_MS
  const sweeps: ((tx: Tx) => Promise<number>)[] = [
    (tx) => spent.removeExpired(tx, SWEEP_BATCH),
    (tx) => limits.removeExpired(tx, SWEEP_BATCH),
    (tx) => sessions.removeExpired(tx, SWEEP_BATCH),
    (tx) => browsers.removeOld(tx, { before: browsersBefore, most: SWEEP_BATCH }),
    (tx) => networks.removeOld(tx, { before: networksBefore, most: SWEEP_BATCH }),
    (tx) => joinedLetters.removeOld(tx, { before: joinedBefore, most: SWEEP_BATCH }),
    (tx) => retired.removeOld(tx, { before: world.now() - KEPT_FOR, most: SWEEP_BATCH }),
    (tx) => invitations.removeOld(tx, { before: world.now() - INVITATIONS_KEPT_MS, most: SWEEP_BATCH }),
    (tx) => outbox.removeDecoys(tx, SWEEP_BATCH),
    (tx) => outbox.removeOld(tx, { before: lettersBefore, most: SWEEP_BATCH }),
  ]
  for (const removeSome of sweeps) {
    while (!isOver() && (await world.db.transaction(removeSome, { durable: false, background: true })) === SWEEP_BATCH)
      await rest(SWEEP_REST_MS)
  }
  await sweepEvents(world, isOver)
}

/** Deletes events that are older than the configuration keeps them, one person after the other. */
async function sweepEvents(world: World, isOver: () => boolean): Promise<void> {
  const { eventsKept } = world.config
  if (eventsKept === undefined) return
  const before = world.now() - eventsKept
  while (!isOver()) {
    const oldest = await world.db.read((reader) => events.findOldest(reader, before))
    if (!oldest) return
    const cutSome = (tx: Tx) => cutOldEvents(tx, { ...oldest, before, most: EVENTS_BATCH })
    await world.db.transaction(cutSome, { durable: false, background: true, person: oldest.userId })
    await rest(SWEEP_REST_MS)
  }
}

/**
 * Runs a job now and again after each pause (milliseconds), never twice at once. A job that fails is logged and runs
 * again. The returned function stops it and waits for a run that is under way.
 */
function every(
  world: World,
  pause: () => number,
  job: (world: World, isOver: () => boolean) => Promise<void>,
): () => Promise<void> {
  let stopped = false
  let wake = () => {}
  const run = async () => {
    await world.refreshClock?.()
    await job(world, () => stopped)
  }
  const done = (async () => {
    while (!stopped) {
      await run().catch((error: unknown) => sayFailed(world, error))
      if (stopped) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause())
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()
  return () => {
    stopped = true
    wake()
    return done
  }
}

function sayFailed(world: World, error: unknown): void {
  world.log('error', 'Housekeeping failed', { error: String(error) })
}
