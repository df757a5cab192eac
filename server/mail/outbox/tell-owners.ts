import type { Tx } from '#db/engine/database.ts'
import * as grants from '#db/grants.ts'
import { notify } from '#server/mail/outbox/enqueue.ts'
import type { OwnRole } from '#server/roles/own-roles.ts'

/** How many owners get a letter about a change of roles. */
const MOST_OWNERS = 50

/** Tells the owners that the roles of a person have changed. The person themselves is told otherwise. */
export async function tellOwners(
  tx: Tx,
  userId: string,
  change: { change: 'granted' | 'removed' | 'suspended' | 'confirmed'; address: string; role?: OwnRole },
): Promise<void> {
  const owners = await grants.listHolders(tx, { role: 'owner', now: tx.now, most: MOST_OWNERS })
  for (const owner of owners)
    if (owner !== userId) await notify(tx, owner, 'roles-changed', { at: tx.now, ip: '', userAgent: '', ...change })
}
