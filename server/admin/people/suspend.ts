import * as people from '#db/people.ts'
import * as sessions from '#db/sessions.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct, witnessOf } from '#server/admin/audit.ts'
import { onPerson } from '#server/admin/on-person.ts'
import { byAdmin, tellPerson } from '#server/admin/tell.ts'
import { AppError } from '#server/errors.ts'
import { requireOwnerLeft } from '#server/roles/owners.ts'
import type { World } from '#server/world.ts'

/**
 * Suspends a person, until a time (epoch milliseconds) or until somebody ends it: ends their sessions, and they can neither
 * sign in nor recover the account. A planned deletion waits. Refuses with `conflict` if they are suspended, with
 * `last_owner`, and as `onPerson` does.
 */
export async function suspendPerson(
  world: World,
  admin: Admin,
  { id, reason, until }: { id: string; reason: string; until?: number },
): Promise<void> {
  const allowed = { permission: 'suspend:people', touch: { act: 'suspend_person', target: id } } as const
  await onPerson(world, admin, id, allowed, async (tx, { roles }) => {
    if (until !== undefined && until <= tx.now) throw new AppError('invalid_input', { reason: 'untilIsPast' })
    if (!(await people.suspend(tx, { id, until: until ?? null }))) throw new AppError('conflict')
    if (roles.includes('owner')) await requireOwnerLeft(tx)
    const ended = await sessions.removeAll(tx, id)
    const details = { until, sessions: ended }
    await recordAct(tx, witnessOf(admin), { act: 'person_suspended', target: id, reason, details })
    const told = { ...byAdmin(admin), reason, until }
    await tellPerson(tx, id, 'suspended', { details: told, letter: { act: 'suspended', ...told } })
  })
}

/** Ends the suspension of a person. Refuses with `conflict` if there is none, and as `onPerson` does. */
export async function unsuspendPerson(world: World, admin: Admin, { id }: { id: string }): Promise<void> {
  const allowed = { permission: 'suspend:people', touch: { act: 'unsuspend_person', target: id } } as const
  await onPerson(world, admin, id, allowed, async (tx) => {
    if (!(await people.unsuspend(tx, id))) throw new AppError('conflict')
    await recordAct(tx, witnessOf(admin), { act: 'person_unsuspended', target: id })
    const by = byAdmin(admin)
    await tellPerson(tx, id, 'unsuspended', { details: by, letter: { act: 'unsuspended', ...by } })
  })
}
