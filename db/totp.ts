import type { Reader, Tx } from '#db/engine/database.ts'

/**
 * `secret` is encrypted. `lastStep` is the newest 30-second step that was accepted. An app that is suspended since
 * `suspendedAt` lets nobody in.
 */
export type Totp = { userId: string; secret: string; lastStep: number; createdAt: number; suspendedAt: number | null }

const COLUMNS =
  'user_id as "userId", secret, last_step as "lastStep", created_at as "createdAt", suspended_at as "suspendedAt"'

export function find(reader: Reader, userId: string): Promise<Totp | undefined> {
  return reader.get(`select ${COLUMNS} from totp where user_id = ?`, userId)
}

/**
 * Sets a person's secret, and replaces an older one, suspended or not. Marks the step of the code that enabled it as
 * spent.
 */
export function put(
  tx: Tx,
  { userId, secret, step }: { userId: string; secret: string; step: number },
): Promise<number> {
  return tx.run(
    `insert into totp (user_id, secret, last_step, created_at) values (?, ?, ?, ?)
     on conflict (user_id) do update set secret = excluded.secret, last_step = excluded.last_step, created_at = excluded.created_at,
       suspended_at = null`,
    userId,
    secret,
    step,
    tx.now,
  )
}

/**
 * Spends a step. Returns false if it is not newer than every spent one, if the secret was replaced, or if the app is
 * suspended.
 */
export async function spendStep(
  tx: Tx,
  { userId, step, sealedAs }: { userId: string; step: number; sealedAs: string },
): Promise<boolean> {
  return (
    (await tx.run(
      'update totp set last_step = ? where user_id = ? and secret = ? and last_step < ? and suspended_at is null',
      step,
      userId,
      sealedAs,
      step,
    )) === 1
  )
}

/** Replaces the encrypted form of the same secret. */
export function reseal(
  tx: Tx,
  { userId, secret, sealedAs }: { userId: string; secret: string; sealedAs: string },
): Promise<number> {
  return tx.run('update totp set secret = ? where user_id = ? and secret = ?', secret, userId, sealedAs)
}

/** Removes the authenticator app if it was bound at a time or later. */
export function removeSince(tx: Tx, { userId, since }: { userId: string; since: number }): Promise<number> {
  return tx.run('delete from totp where user_id = ? and created_at >= ?', userId, since)
}

/** Suspends the authenticator app. Returns false if there is none or if it is suspended already. */
export async function suspend(tx: Tx, userId: string): Promise<boolean> {
  return (
    (await tx.run('update totp set suspended_at = ? where user_id = ? and suspended_at is null', tx.now, userId)) === 1
  )
}

/** Ends the suspension of the authenticator app. Returns false if it was not suspended. */
export async function revive(tx: Tx, userId: string): Promise<boolean> {
  return (
    (await tx.run('update totp set suspended_at = null where user_id = ? and suspended_at is not null', userId)) === 1
  )
}

/** Returns an authenticator app that was taken away, from the row of this table that was kept of it. */
export function fromKept(kept: string): Totp | undefined {
  // `retire` wrote it.
  const [row] = JSON.parse(kept) as {
    user_id: string
    secret: string
    last_step: number
    created_at: number
    suspended_at: number | null
  }[]
  return (
    row && {
      userId: row.user_id,
      secret: row.secret,
      lastStep: row.last_step,
      createdAt: row.created_at,
      suspendedAt: row.suspended_at,
    }
  )
}
