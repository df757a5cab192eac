import type { Tx } from '#db/engine/database.ts'
import * as grants from '#db/grants.ts'
import * as instance from '#db/instance.ts'
import { AppError } from '#server/errors.ts'

/**
 * Lets other transactions that change roles wait until this one is over, so that what it reads of roles and of the audit
 * stays true. Called before those reads.
 */
export async function waitForOtherAdmins(tx: Tx): Promise<void> {
  await instance.put(tx, 'admin_turn', String(tx.now))
}

/**
 * Refuses with `last_owner` if nobody is left who is an owner for good and can sign in. After a change that takes an owner
 * away, in its transaction, after `waitForOtherAdmins`.
 */
export async function requireOwnerLeft(tx: Tx): Promise<void> {
  const [owner] = await grants.listHolders(tx, { role: 'owner', now: tx.now, most: 1 })
  if (owner === undefined) throw new AppError('last_owner')
}

/**
 * Waits like `waitForOtherAdmins` if the person is an owner, and returns whether they are. Before the transaction changes
 * anything, because administrators hold this turn while they change their own sessions.
 */
export async function waitIfOwner(tx: Tx, userId: string): Promise<boolean> {
  const isOwner = (await grants.list(tx, userId)).some(({ role }) => role === 'owner')
  if (isOwner) await waitForOtherAdmins(tx)
  return isOwner
}
