import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'

/** How many transactions share one commit at most, so that the first of them does not wait for ever. */
const MOST = 32
const BUSY_PAUSE_MS = 20

/** What transactions are made of, on one connection. */
export type Steps = {
  /** What writers have to wait for before the next one begins, if there is something. */
  room: () => Promise<void> | undefined
  begin: (durable: boolean) => void
  /** True if it could not begin because somebody else is writing: it is worth asking again. */
  isBusy: (reason: unknown) => boolean
  commit: () => void
  rollback: () => void
  /** Marks a place inside the open transaction; `release` keeps what was done since, `undo` takes it back. */
  mark: () => void
  release: () => void
  undo: () => void
  /** False when the database has ended the transaction by itself, as it does when the disk is full. */
  isOpen: () => boolean
}

/** One transaction that was asked for. */
export type Member = {
  durable: boolean
  /** It begins and ends by itself, somewhere else, and shares its commit with nobody. */
  alone?: boolean
  /** How long it waits while somebody else writes, in milliseconds of `performance.now()`. It asks once at least. */
  until: number
  /** Does its work. Rejects when it is to be taken back. */
  run: () => Promise<void>
  /** Answers whoever asked: it is on disk. */
  done: () => void
  /** Answers whoever asked: nothing of it is left. */
  failed: (reason: unknown) => void
}

export type Queue = { add: (member: Member) => void; empty: () => Promise<void> }

/**
 * Runs transactions one after the other, in the order they were asked for, and lets those that wait at the same time share one
 * commit, and with it one flush of the disk. Each stands alone before it: what fails is taken back by itself. Nobody is answered
 * before the commit they share, and when that fails, it fails for all of them.
 */
export function groupCommits(steps: Steps): Queue {
  const waiting: Member[] = []
  let running: Promise<void> | undefined

  async function runAll(): Promise<void> {
    while (waiting.length > 0) {
      // What is asked for in the same turn of the event loop goes together, and whoever needs no transaction gets a turn between.
      await nextTurn()
      await steps.room()
      if (waiting[0]?.alone) await runAlone(waiting)
      else await runGroup(steps, waiting)
    }
    running = undefined
  }

  return {
    add(member) {
      waiting.push(member)
      running ??= runAll()
    },
    async empty() {
      await running
    },
  }
}

/** A transaction that has begun, and why nothing of it will be left, if so. */
type Outcome = { member: Member; fault?: { reason: unknown } }

/** Runs the one that waits longest, if it needs nobody. */
async function runAlone(waiting: Member[]): Promise<void> {
  const member = waiting.shift()
  await member?.run().then(member.done, member.failed)
}

async function runGroup(steps: Steps, waiting: Member[]): Promise<void> {
  const group: Outcome[] = []
  try {
    const durable = await begin(steps, waiting)
    if (durable === undefined) return
    do await runNext(steps, waiting, group)
    while (steps.isOpen() && group.length < MOST && waiting[0] && !waiting[0].alone && (durable || !waiting[0].durable))
    if (group.some(({ fault }) => !fault)) steps.commit()
  } catch (reason) {
    if (group.length === 0) group.push(...waiting.splice(0, MOST).map((member) => ({ member })))
    for (const outcome of group) outcome.fault ??= { reason }
    rollBackQuietly(steps)
  }
  for (const { member, fault } of group) {
    if (fault) member.failed(fault.reason)
    else member.done()
  }
}

/**
 * Begins as soon as nobody else writes, and tells whether what follows will be flushed. It waits without holding the process up; who
 * has waited too long meanwhile is told, in the order they asked. Nothing if nobody is left.
 */
async function begin(steps: Steps, waiting: Member[]): Promise<boolean | undefined> {
  while (waiting[0] && !waiting[0].alone) {
    // One that must be on disk takes all of its group there.
    const durable = waiting.slice(0, MOST).some((member) => member.durable)
    try {
      steps.begin(durable)
      return durable
    } catch (reason) {
      if (!steps.isBusy(reason)) throw reason
      while (waiting[0] && waiting[0].until <= performance.now()) waiting.shift()?.failed(reason)
      await pause(BUSY_PAUSE_MS)
    }
  }
  return undefined
}

/** Runs the one that waits longest. Throws if the open transaction is lost, and with it everyone's who shares it. */
async function runNext(steps: Steps, waiting: Member[], group: Outcome[]): Promise<void> {
  const member = waiting.shift()
  if (!member) return
  const outcome: Outcome = { member }
  group.push(outcome)
  // The first needs no mark: as long as it is alone, taking it back is taking back everything.
  const isFirst = group.length === 1
  if (!isFirst) steps.mark()
  try {
    await member.run()
    if (!isFirst) steps.release()
  } catch (reason) {
    outcome.fault = { reason }
    if (!steps.isOpen()) throw reason
    if (isFirst) steps.rollback()
    else steps.undo()
  }
}

/** What matters is the fault that led here. */
function rollBackQuietly(steps: Steps): void {
  try {
    if (steps.isOpen()) steps.rollback()
  } catch {}
}
