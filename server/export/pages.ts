import * as events from '#db/events.ts'
import * as outbox from '#db/outbox.ts'
import type { ChainedEvent } from '#server/audit/chain.ts'
import { chainedEvent } from '#server/audit/chain.ts'
import type { World } from '#server/world.ts'

/** How many rows are read at once, so that other requests do not wait long. */
const PAGE = 200

export type ExportedLetter = { letter: string; to: string; at: number; acceptedAt: number | null }

/** Returns the letters to each of these addresses, newest first, in pages. */
export async function* letterPages(world: World, addresses: string[]): AsyncGenerator<ExportedLetter[]> {
  for (const recipient of addresses) {
    let before: outbox.LetterPlace | undefined = { seq: Number.MAX_SAFE_INTEGER, id: '' }
    while (before !== undefined) {
      const input = { recipient, before, most: PAGE }
      const rows: Awaited<ReturnType<typeof outbox.listBefore>> = await world.db.read((reader) =>
        outbox.listBefore(reader, input),
      )
      yield rows.map(({ letter, createdAt, acceptedAt, ...row }) => ({
        letter,
        to: row.recipient,
        at: createdAt,
        acceptedAt,
      }))
      before = rows.at(-1)
    }
  }
}

type Span = { after: number; last: number; done: () => void }

/**
 * Returns a person's events after one number up to another, oldest first, in pages, and calls `done` when the last one was
 * read or the reader has gone. Fails if an event is missing, because it was deleted since: the chain would seem broken.
 */
export async function* eventPages(
  world: World,
  userId: string,
  { after, last, done }: Span,
): AsyncGenerator<ChainedEvent[]> {
  try {
    for (let seq = after; seq < last; ) {
      const input = { userId, after: seq, most: Math.min(PAGE, last - seq) }
      const rows = await world.db.read((reader) => events.listAfter(reader, input))
      if (rows[0]?.seq !== seq + 1) throw new Error('Events were deleted during their export.')
      yield rows.map(chainedEvent)
      seq += rows.length
    }
  } finally {
    done()
  }
}
