import type { Tx } from '#db/engine/database.ts'
import type { EventKind } from '#server/audit/record.ts'
import { record } from '#server/audit/record.ts'
import type { Letters } from '#server/mail/letter-types.ts'
import { notify } from '#server/mail/outbox/enqueue.ts'

/** Who acted, as the person sees it: an administrator with their name, if they have one, or the operator. */
export type By = { by: 'admin' | 'operator'; admin?: string }

export function byAdmin({ name }: { name: string }): By {
  return { by: 'admin', ...(name !== '' && { admin: name }) }
}

type Told = Omit<Letters['administered'], 'at' | 'ip' | 'userAgent'>

/** Records an act of an administrator in the activity of the person it was done to, and tells every address of theirs. */
export async function tellPerson(
  tx: Tx,
  userId: string,
  kind: EventKind,
  { details, letter }: { details: Record<string, unknown>; letter: Told },
): Promise<void> {
  // Where the administrator was is nothing for the person’s activity.
  await record(tx, { userId, ip: '', userAgent: '', browser: '' }, kind, details)
  await notify(tx, userId, 'administered', { at: tx.now, ip: '', userAgent: '', ...letter })
}
