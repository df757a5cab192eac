import { createHash } from 'node:crypto'
import type { CopiedRow } from '#db/engine/copying.ts'

/** What is compared of a table on both sides: how many rows it has, and SHA-256 over all of them in their order. */
export type Digest = { rows: number; hash: string }

/** Takes rows in the order of the table's key. However they are split, the same rows have the same digest. */
export function makeDigest(): { add: (rows: CopiedRow[]) => void; end: () => Digest } {
  const hash = createHash('sha256')
  let count = 0
  return {
    add(rows) {
      count += rows.length
      hash.update(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    },
    end: () => ({ rows: count, hash: hash.digest('base64url') }),
  }
}
