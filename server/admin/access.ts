import type { Tx } from '#db/engine/database.ts'
import type { Hands } from '#server/admin/hands.ts'
import { record } from '#server/audit/record.ts'
import type { Letters } from '#server/mail/letter-types.ts'
import { tellHolders } from '#server/mail/outbox/tell-owners.ts'
import { notify } from '#server/mail/outbox/enqueue.ts'

/** Something that lets a person do more: a group, or a role in an app. */
export type Access = { what: 'group' | 'role'; name: string; app?: string }

/** Tells a person that they were given or lost access. */
export async function tellAccess(
  tx: Tx,
  { by }: Hands,
  { userId, change, access, until }: { userId: string; change: 'given' | 'taken'; access: Access; until?: number },
): Promise<void> {
  const kind = change === 'given' ? 'access_given' : 'access_taken'
  // Where the administrator was is nothing for the person’s activity.
  await record(tx, { userId, ip: '', userAgent: '', browser: '' }, kind, { ...by, ...access, until })
  await notify(tx, userId, 'access-changed', { at: tx.now, ip: '', userAgent: '', ...by, change, access, until })
}

/** Tells the owners, but for the one who acts, that a rule of access was made, changed or removed. */
export async function tellRule(
  tx: Tx,
  { witness: { actor, ip, userAgent }, by }: Hands,
  rule: Pick<Letters['access-rule-changed'], 'rule' | 'name' | 'app'>,
): Promise<void> {
  await tellHolders(tx, ['owner'], 'access-rule-changed', { at: tx.now, ip, userAgent, ...by, ...rule }, actor)
}
