import type { Reader, Tx } from '#db/engine/database.ts'
import { NEVER, type OutboxRow } from '#db/outbox.ts'

/** Counts at most `most` letters that wait, and those of them that were refused before. */
export async function countWaiting(reader: Reader, most: number): Promise<{ waiting: number; failing: number }> {
  const row = await reader.get<{ waiting: number; failing: number | null }>(
    `select count(*) as waiting, sum(case when fault is null then 0 else 1 end) as failing
     from (select fault from outbox where urgent in (0, 1) and due_at > ? and due_at < ${NEVER}
             and accepted_at is null and given_up_at is null limit ?) as counted`,
    0,
    most,
  )
  return { waiting: row?.waiting ?? 0, failing: Number(row?.failing ?? 0) }
}

/** Counts at most `most` letters that were inserted after a time and given up. */
export async function countGivenUp(reader: Reader, { since, most }: { since: number; most: number }): Promise<number> {
  const row = await reader.get<{ letters: number }>(
    'select count(*) as letters from (select 1 from outbox where created_at > ? and given_up_at is not null limit ?) as counted',
    since,
    most,
  )
  return row?.letters ?? 0
}

/** A letter without what it says. */
export type QueuedLetter = Pick<
  OutboxRow,
  'id' | 'recipient' | 'letter' | 'createdAt' | 'dueAt' | 'attempts' | 'fault' | 'givenUpAt'
>

const QUEUED = `id, recipient, letter, created_at as "createdAt", due_at as "dueAt", attempts, fault, given_up_at as "givenUpAt"`

/** Returns letters that wait, without what they say: those that somebody waits for at a page, or the others, the first ones due first. */
export function listWaiting(
  reader: Reader,
  { urgent, most }: { urgent: 0 | 1; most: number },
): Promise<QueuedLetter[]> {
  return reader.all(
    `select ${QUEUED} from outbox where urgent = ? and due_at < ${NEVER} and accepted_at is null and given_up_at is null
     order by due_at limit ?`,
    urgent,
    most,
  )
}

/** Returns letters that were inserted after a time and given up, the newest first, without what they say. */
export function listGivenUp(reader: Reader, { since, most }: { since: number; most: number }): Promise<QueuedLetter[]> {
  return reader.all(
    `select ${QUEUED} from outbox where created_at > ? and given_up_at is not null order by created_at desc limit ?`,
    since,
    most,
  )
}

/**
 * Makes at most `most` letters due that were refused before and wait for longer than a lease (milliseconds), and returns how
 * many. One that is being sent has a lease, and stays.
 */
export function retryRefused(tx: Tx, { lease, most }: { lease: number; most: number }): Promise<number> {
  return tx.run(
    `update outbox set due_at = ? where id in
       (select id from outbox where urgent in (0, 1) and due_at > ? and due_at < ${NEVER} and fault is not null
          and accepted_at is null and given_up_at is null limit ?)
       and accepted_at is null and given_up_at is null`,
    tx.now,
    tx.now + lease,
    most,
  )
}
