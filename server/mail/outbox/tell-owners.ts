import type { Tx } from '#db/engine/database.ts'
import * as grants from '#db/grants.ts'
import type { LetterName, Letters } from '#server/mail/letter-types.ts'
import { notify } from '#server/mail/outbox/enqueue.ts'
import type { OwnRole } from '#server/roles/own-roles.ts'

/** How many people with one role get a letter. */
const MOST_HOLDERS = 50

/** Tells the owners that the roles of a person have changed. The person themselves is told otherwise. */
export async function tellOwners(
  tx: Tx,
  userId: string,
  change: { change: 'granted' | 'removed' | 'suspended' | 'confirmed'; address: string; role?: OwnRole },
): Promise<void> {
  await tellHolders(tx, ['owner'], 'roles-changed', { at: tx.now, ip: '', userAgent: '', ...change }, userId)
}

/** Sends a letter to everybody with one of these roles who can use it, but for one. */
export async function tellHolders<Name extends LetterName>(
  tx: Tx,
  roles: OwnRole[],
  letter: Name,
  params: Letters[Name],
  except?: string,
): Promise<void> {
  const lists = await Promise.all(
    roles.map((role) => grants.listHolders(tx, { role, now: tx.now, most: MOST_HOLDERS })),
  )
  for (const holder of new Set(lists.flat())) if (holder !== except) await notify(tx, holder, letter, params)
}
