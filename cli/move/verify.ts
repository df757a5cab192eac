import type { CopySource, CopyTarget, Table } from '#db/engine/copying.ts'
import { makeChains } from '#cli/move/chains.ts'
import { type Digest, makeDigest } from '#cli/move/digest.ts'
import type { Progress } from '#cli/move/progress.ts'
import { MoveError } from '#cli/move/refusal.ts'

type Ends = { source: CopySource; target: CopyTarget }

/**
 * Compares every table on both sides, and verifies the chain of events of every person. The source is locked, so the
 * digests of what was copied are still those of its rows; it is counted again. Returns how many people have events. Throws
 * a `MoveError` at the first difference.
 */
export async function verifyTables(
  { source, target }: Ends,
  { tables, copied }: { tables: Table[]; copied: Map<string, Digest> },
  progress: Progress,
): Promise<{ people: number }> {
  let people = 0
  for (const table of tables) {
    progress.begin(table.name)
    const digest = makeDigest()
    const chains = table.name === 'events' ? makeChains(table, target) : undefined
    for await (const rows of target.rows(table)) {
      digest.add(rows)
      await chains?.add(rows)
      progress.add(rows.length)
    }
    people += chains?.people() ?? 0
    progress.end()
    compare(table.name, { before: copied.get(table.name), after: digest.end(), counted: await source.count(table) })
  }
  return { people }
}

function compare(
  name: string,
  { before, after, counted }: { before: Digest | undefined; after: Digest; counted: number },
): void {
  if (before?.rows !== after.rows || counted !== after.rows)
    throw new MoveError(`The table ${name} has ${counted} rows in the source and ${after.rows} in the target`)
  if (before.hash !== after.hash)
    throw new MoveError(`The table ${name} has other rows in the target than in the source`)
}
