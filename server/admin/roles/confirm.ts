import type { Tx } from '#db/engine/database.ts'
import * as people from '#db/people.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct } from '#server/admin/audit.ts'
import { type Hands, handsOf } from '#server/admin/hands.ts'
import { onPerson } from '#server/admin/on-person.ts'
import { tellPerson } from '#server/admin/tell.ts'
import { tellOwners } from '#server/mail/outbox/tell-owners.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

/**
 * Lets the roles of a person count again who has recovered their account with a mailbox. Refuses with `conflict` if they do
 * count, and as `onPerson` does.
 */
export async function confirmRolesOf(world: World, admin: Admin, { id }: { id: string }): Promise<void> {
  const allowed = { permission: 'confirm:roles', touch: { act: 'confirm_roles', target: id } } as const
  await onPerson(world, admin, id, allowed, (tx, { person }) => confirmRoles(tx, person, handsOf(admin)))
}

/** The step of confirming roles, for owners and for the operator. */
export async function confirmRoles(tx: Tx, { id, email }: people.Person, { witness, by }: Hands): Promise<void> {
  if (!(await people.confirmRoles(tx, id))) throw new AppError('conflict')
  await recordAct(tx, witness, { act: 'roles_confirmed', target: id })
  await tellPerson(tx, id, 'roles_confirmed', { details: { ...by }, letter: { act: 'roles_confirmed', ...by } })
  await tellOwners(tx, id, { change: 'confirmed', address: email })
}
