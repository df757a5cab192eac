import type { CopiedRow, CopyEnd, Table } from '#db/engine/copying.ts'
import { type ChainCut, type ChainedEvent, CHAIN_START, firstBreak } from '#server/audit/chain.ts'
import { MoveError } from '#cli/move/refusal.ts'

/** Verifies the chain of events of each person, who is read as a whole before the next one. */
export type Chains = {
  /** Takes the next events. Throws a `MoveError` that names the first one that is missing, out of order or changed. */
  add: (rows: CopiedRow[]) => Promise<void>
  /** Returns how many people have events. */
  people: () => number
}

const COLUMNS = ['user_id', 'seq', 'at', 'kind', 'session_id', 'ip', 'user_agent', 'details', 'hash'] as const

/** `table` is the table of events. The cuts are asked of the same end. */
export function makeChains(table: Table, end: Pick<CopyEnd, 'cuts'>): Chains {
  const places = COLUMNS.map((column) => table.columns.findIndex(({ name }) => name === column))
  let [person, people] = ['', 0]
  let last: ChainCut = { seq: 0, hash: CHAIN_START }
  return {
    async add(rows) {
      const groups = groupsOf(rows, places)
      const cuts = await end.cuts([...new Set(groups.map(([id]) => id))])
      for (const [id, events] of groups) {
        if (id !== person) {
          last = cuts.get(id) ?? { seq: 0, hash: CHAIN_START }
          people += 1
        }
        person = id
        const broken = firstBreak(id, events, last)
        if (broken !== undefined)
          throw new MoveError(`The activity of the person ${id} is broken at event ${broken}, so it was not moved`)
        last = events.at(-1) ?? last
      }
    },
    people: () => people,
  }
}

/** Returns the events of each person among these rows, in their order. */
function groupsOf(rows: CopiedRow[], places: number[]): [string, ChainedEvent[]][] {
  const groups: [string, ChainedEvent[]][] = []
  for (const row of rows) {
    const [userId, seq, at, kind, sessionId, ip, userAgent, details, hash] = places.map((place) => row[place] ?? null)
    const event = {
      seq: Number(seq),
      at: Number(at),
      kind: String(kind),
      sessionId: sessionId ?? null,
      ip: String(ip),
      userAgent: String(userAgent),
      // `record` wrote it.
      details: JSON.parse(String(details)) as Record<string, unknown>,
      hash: String(hash),
    }
    const group = groups.at(-1)
    if (group && group[0] === userId) group[1].push(event)
    else groups.push([String(userId), [event]])
  }
  return groups
}
