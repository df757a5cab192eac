import type { Tx } from '#db/engine/database.ts'
import * as people from '#db/people.ts'
import * as recoveries from '#db/recoveries.ts'
import * as retired from '#db/retired.ts'
import * as sessions from '#db/sessions.ts'
import { requireFuture } from '#server/admin/acts.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct } from '#server/admin/audit.ts'
import { type Hands, handsOf } from '#server/admin/hands.ts'
import { onPerson } from '#server/admin/on-person.ts'
import { tellPerson } from '#server/admin/tell.ts'
import { KEPT_FOR } from '#server/custody/retire.ts'
import { AppError } from '#server/errors.ts'
import type { OwnRole } from '#server/roles/own-roles.ts'
import { requireOwnerLeft } from '#server/roles/owners.ts'
import type { World } from '#server/world.ts'

type Suspension = { reason: string; until?: number | undefined }

/** When a suspension ends that only somebody ends (epoch milliseconds): no clock of ours gets there. */
const NEVER = Date.UTC(9999, 0)

/**
 * Suspends a person, until a time (epoch milliseconds) or until somebody ends it: ends their sessions, and they can neither
 * sign in nor recover the account. What their owner could not stop meanwhile does not go on: recoveries are cancelled, and a
 * planned deletion and the days for which removed ways in are kept wait. Refuses with `conflict` if they are suspended, with
 * `last_owner`, and as `onPerson` does.
 */
export async function suspendPerson(
  world: World,
  admin: Admin,
  { id, ...why }: Suspension & { id: string },
): Promise<void> {
  const allowed = { permission: 'suspend:people', touch: { act: 'suspend_person', target: id } } as const
  await onPerson(world, admin, id, allowed, (tx, { roles }) => suspend(tx, { id, roles }, why, handsOf(admin)))
}

/** The step of suspending a person, for administrators and for the operator. */
export async function suspend(
  tx: Tx,
  { id, roles }: { id: string; roles: OwnRole[] },
  { reason, until }: Suspension,
  { witness, by }: Hands,
): Promise<void> {
  requireFuture(tx, until)
  if (!(await people.suspend(tx, { id, until: until ?? null }))) throw new AppError('conflict')
  if (roles.includes('owner')) await requireOwnerLeft(tx)
  const ended = await sessions.removeAll(tx, id)
  const cancelled = await recoveries.cancelAll(tx, id)
  await retired.postpone(tx, { userId: id, after: tx.now - KEPT_FOR, by: (until ?? NEVER) - tx.now })
  const details = { until, sessions: ended, recoveries: cancelled }
  await recordAct(tx, witness, { act: 'person_suspended', target: id, reason, details })
  const told = { ...by, reason, until }
  await tellPerson(tx, id, 'suspended', { details: told, letter: { act: 'suspended', ...told } })
}

/** Ends the suspension of a person. Refuses with `conflict` if there is none, and as `onPerson` does. */
export async function unsuspendPerson(world: World, admin: Admin, { id }: { id: string }): Promise<void> {
  const allowed = { permission: 'suspend:people', touch: { act: 'unsuspend_person', target: id } } as const
  await onPerson(world, admin, id, allowed, (tx, { person }) => unsuspend(tx, person, handsOf(admin)))
}

/** The step of ending a suspension, for administrators and for the operator. */
export async function unsuspend(
  tx: Tx,
  { id, suspendedUntil }: Pick<people.Person, 'id' | 'suspendedUntil'>,
  { witness, by }: Hands,
): Promise<void> {
  if (!(await people.unsuspend(tx, id))) throw new AppError('conflict')
  const end = suspendedUntil ?? NEVER
  await retired.postpone(tx, { userId: id, after: end - KEPT_FOR, by: tx.now - end })
  await recordAct(tx, witness, { act: 'person_unsuspended', target: id })
  await tellPerson(tx, id, 'unsuspended', { details: by, letter: { act: 'unsuspended', ...by } })
}
