import type { CopySource, CopyTarget, Table } from '#db/engine/copying.ts'
import { type Digest, makeDigest } from '#cli/move/digest.ts'
import type { Progress } from '#cli/move/progress.ts'

/** Copies every row of these tables, and returns the digest of what was read of each. */
export async function copyTables(
  { source, target }: { source: CopySource; target: CopyTarget },
  tables: Table[],
  progress: Progress,
): Promise<Map<string, Digest>> {
  const digests = new Map<string, Digest>()
  for (const table of tables) {
    progress.begin(table.name)
    const digest = makeDigest()
    // One insert is under way while the next rows are read.
    let inserting = Promise.resolve()
    for await (const rows of source.rows(table)) {
      await inserting
      inserting = target.insert(table, rows)
      // It is awaited with the next rows.
      inserting.catch(() => undefined)
      digest.add(rows)
      progress.add(rows.length)
    }
    await inserting
    digests.set(table.name, digest.end())
    progress.end()
  }
  return digests
}
