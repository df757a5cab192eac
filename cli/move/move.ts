import { type CopySource, type CopyTarget, EndInUseError, MARKS, type Table } from '#db/engine/copying.ts'
import { readTables } from '#db/engine/sqlite/copy-tables.ts'
import type { Config } from '#server/config/config.ts'
import type { Keys } from '#server/crypto/keys.ts'
import { refuseChangedRelyingParty } from '#server/kept-files.ts'
import { movedFault } from '#server/moved.ts'
import { copyTables } from '#cli/move/copy.ts'
import { openSource, openTarget, SQLITE_MIGRATIONS } from '#cli/move/ends.ts'
import { rowsFor, rpIdIn, type Whole, wholeOf } from '#cli/move/instance.ts'
import type { Place } from '#cli/move/places.ts'
import { makeProgress } from '#cli/move/progress.ts'
import { MoveError } from '#cli/move/refusal.ts'
import { keysFor, type Proof, proveSecret } from '#cli/move/secret.ts'
import { verifyTables } from '#cli/move/verify.ts'

type Places = { from: Place; to: Place }
/** Where lines go, and the time in milliseconds. */
type Teller = { say: (line: string) => void; now: () => number }

/** What was moved; undefined counts if an earlier run had done all but the last step. */
export type Moved = { proof: Proof; tables: number; rows: number; people: number } | 'finished'

/**
 * Moves a whole installation to the other engine: copies, verifies, keeps, and then marks the source. Refuses with a
 * `MoveError` or a `ConfigError`; the source is as it was then, and the target as empty as it was.
 */
export async function move({ from, to }: Places, config: Pick<Config, 'secrets'>, teller: Teller): Promise<Moved> {
  const tables = readTables(SQLITE_MIGRATIONS)
  const keys = keysFor(from, config)
  const source = await openSource(from, tables)
  try {
    const marks = await source.instance()
    const wasMovedHere = marks.get(MARKS.moved) === to.shown
    if (!wasMovedHere) refuseMoved(from, marks)
    const proof = await proveSecret(from, { source, tables, keys })
    const target = await openTarget(to, tables)
    try {
      if (wasMovedHere) return await finish({ from, to }, target)
      const whole = wholeOf(from, marks)
      await refuseTaken(to, { target, whole })
      return { proof, ...(await moveInto({ from, to }, { source, target, tables, keys, whole }, teller)) }
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

type Work = { source: CopySource; target: CopyTarget; tables: Table[]; keys: Keys; whole: Whole }

async function moveInto(
  { from, to }: Places,
  { source, target, tables, keys, whole }: Work,
  teller: Teller,
): Promise<{ tables: number; rows: number; people: number }> {
  let rows = 0
  for (const table of tables) rows += await source.count(table)
  await target.prepare()
  const copied = await copyTables({ source, target }, tables, makeProgress('Copied', rows, teller))
  await target.setInstance(rowsFor(to, whole, { keys, from: from.shown }))
  teller.say('Making the indexes')
  await target.complete()
  const progress = makeProgress('Verified', rows, teller)
  const { people } = await verifyTables({ source, target }, { tables, copied }, progress)
  if (to.engine === 'sqlite' && whole.rpId !== undefined)
    refuseChangedRelyingParty({ rp: { id: whole.rpId }, dataDir: to.dataDir })
  await target.keep()
  await mark(source, { from, to })
  await target.settle()
  return { tables: tables.length, rows, people }
}

async function mark(source: CopySource, { from, to }: Places): Promise<void> {
  try {
    await source.markMoved(to.shown)
  } catch (error) {
    if (!(error instanceof EndInUseError)) throw error
    throw new MoveError(
      `A Latchkey was started on ${from.shown} meanwhile: stop it and run the same move again, which begins anew`,
    )
  }
}

/** Does the last step of a move that was ended after everything was verified and the source was marked. */
async function finish({ from, to }: Places, target: CopyTarget): Promise<'finished'> {
  if ((await target.instance()).get(MARKS.arriving) !== from.shown)
    refuseMoved(from, new Map([[MARKS.moved, to.shown]]))
  await target.settle()
  return 'finished'
}

function refuseMoved({ shown }: Place, marks: Map<string, string>): void {
  const fault = movedFault(shown, { moved: marks.get(MARKS.moved), arriving: marks.get(MARKS.arriving) })
  if (fault !== undefined) throw new MoveError(fault)
}

/** Refuses a target that is somebody else's. What an unfinished move has left there counts as nothing. */
async function refuseTaken(to: Place, { target, whole }: { target: CopyTarget; whole: Whole }): Promise<void> {
  const instance = await target.instance()
  if (!instance.has(MARKS.arriving) && (await target.hasPeople()))
    throw new MoveError(`${to.shown} has people already: choose an empty database, or a new directory`)
  const kept = to.engine === 'sqlite' ? rpIdIn(to.dataDir) : undefined
  if (kept !== undefined && whole.rpId !== undefined && kept !== whole.rpId)
    throw new MoveError(`${to.shown} is for passkeys of ${kept}, and the source has those of ${whole.rpId}`)
}
