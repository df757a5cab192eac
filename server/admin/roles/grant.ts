import type { Tx } from '#db/engine/database.ts'
import * as grants from '#db/grants.ts'
import type { Person } from '#db/people.ts'
import * as recoveries from '#db/recoveries.ts'
import { requireFuture } from '#server/admin/acts.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct } from '#server/admin/audit.ts'
import { type Hands, handsOf } from '#server/admin/hands.ts'
import { onPerson } from '#server/admin/on-person.ts'
import { tellPerson } from '#server/admin/tell.ts'
import { tellOwners } from '#server/mail/outbox/tell-owners.ts'
import { touchingWays } from '#server/custody/ways.ts'
import { AppError } from '#server/errors.ts'
import { outranks, type OwnRole, rankOf } from '#server/roles/own-roles.ts'
import { requireOwnerLeft } from '#server/roles/owners.ts'
import type { World } from '#server/world.ts'

type Granted = { role: OwnRole; until?: number }

/**
 * Gives a role to a person. Refuses with `outranked` a role that is not below the administrator’s, but for owners; with
 * `not_ready` an account that could be lost or taken too easily; and as `onPerson` does.
 */
export async function grantRole(
  world: World,
  admin: Admin,
  { id, ...granted }: Granted & { id: string },
): Promise<void> {
  const touch = { act: 'grant_role', target: `${granted.role} ${id}` } as const
  await onPerson(world, admin, id, { permission: 'grant:roles', touch }, (tx, { person, ownRank }) => {
    if (!outranks(ownRank, rankOf([granted.role]))) throw new AppError('outranked')
    return grant(tx, person, granted, handsOf(admin))
  })
}

/** The step of giving a role, for administrators, for the operator and for the first owner. `act`: as the audit calls it. */
export async function grant(
  tx: Tx,
  person: Person,
  { role, until }: Granted,
  { witness, by }: Hands,
  act: 'role_granted' | 'first_owner_made' = 'role_granted',
): Promise<void> {
  const { id, email } = person
  requireFuture(tx, until)
  if (until !== undefined && role === 'owner') throw new AppError('invalid_input', { reason: 'ownerForGood' })
  await requireReady(tx, id)
  await grants.put(tx, { userId: id, role, until: until ?? null })
  await recordAct(tx, witness, { act, target: id, details: { role, until } })
  await tellPerson(tx, id, 'role_granted', {
    details: { ...by, role, until },
    letter: { act: 'role_granted', ...by, role, until },
  })
  await tellOwners(tx, id, { change: 'granted', address: email, role })
}

/**
 * Refuses with `not_ready` an account without a passkey, without a second way in, or while a recovery of it is under way.
 * Whoever administers must not be locked out by one lost device, nor replaced by one mailbox.
 */
async function requireReady(tx: Tx, userId: string): Promise<void> {
  const [ways, recovery] = await Promise.all([
    touchingWays(tx, userId, tx.now),
    recoveries.findFirstLive(tx, userId, tx.now),
  ])
  if (!ways.some(({ kind }) => kind === 'passkey') || ways.length < 2)
    throw new AppError('not_ready', { reason: 'twoWaysIn' })
  if (recovery) throw new AppError('not_ready', { reason: 'recoveryUnderWay' })
}

/** Takes a role from a person. Refuses with `not_found` if they do not have it, with `last_owner`, and as `onPerson` does. */
export async function removeRole(
  world: World,
  admin: Admin,
  { id, role }: { id: string; role: OwnRole },
): Promise<void> {
  const touch = { act: 'remove_role', target: `${role} ${id}` } as const
  await onPerson(world, admin, id, { permission: 'grant:roles', touch }, (tx, { person }) =>
    remove(tx, person, role, handsOf(admin)),
  )
}

/** The step of taking a role, for administrators and for the operator. */
export async function remove(tx: Tx, { id, email }: Person, role: OwnRole, { witness, by }: Hands): Promise<void> {
  if (!(await grants.remove(tx, { userId: id, role }))) throw new AppError('not_found')
  if (role === 'owner') await requireOwnerLeft(tx)
  await recordAct(tx, witness, { act: 'role_removed', target: id, details: { role } })
  await tellPerson(tx, id, 'role_removed', { details: { ...by, role }, letter: { act: 'role_removed', ...by, role } })
  await tellOwners(tx, id, { change: 'removed', address: email, role })
}
