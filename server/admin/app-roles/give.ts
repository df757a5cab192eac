import * as appRoles from '#db/app-roles.ts'
import type { Reader, Tx } from '#db/engine/database.ts'
import * as groups from '#db/groups.ts'
import { tellAccess, tellRule } from '#server/admin/access.ts'
import { requireFuture } from '#server/admin/acts.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct } from '#server/admin/audit.ts'
import { type Hands, handsOf } from '#server/admin/hands.ts'
import { onInstance } from '#server/admin/on-instance.ts'
import { onPerson } from '#server/admin/on-person.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

type Role = { app: string; key: string }
type ToPerson = Role & { id: string }
type ToGroup = Role & { group: string }
type Until = { until?: number | undefined }

/** Gives a role in an app to a person, until a time (epoch milliseconds). Refuses with `not_found`, and as `onPerson` does. */
export async function giveAppRole(world: World, admin: Admin, given: ToPerson & Until): Promise<void> {
  const { app, key, id } = given
  const touch = { act: 'give_app_role', target: `${app} ${key} ${id}` } as const
  await onPerson(world, admin, id, { permission: 'change:access', touch }, (tx) =>
    giveToPerson(tx, given, handsOf(admin)),
  )
}

/** The step of giving a role to a person, for administrators and for the operator. Refuses with `not_found`. */
export async function giveToPerson(tx: Tx, given: ToPerson & Until, hands: Hands): Promise<void> {
  const { app, key, id, until } = given
  requireFuture(tx, until)
  const name = await nameOf(tx, given)
  await appRoles.putOnPerson(tx, id, { app, key, until: until ?? null })
  await recordAct(tx, hands.witness, { act: 'app_role_given', target: id, details: { app, role: key, until } })
  await tellAccess(tx, hands, { userId: id, change: 'given', access: { what: 'role', name, app }, until })
}

/** Takes a role in an app from a person, who may still have it by a group. Refuses with `not_found`, and as `onPerson` does. */
export async function takeAppRole(world: World, admin: Admin, taken: ToPerson): Promise<void> {
  const { app, key, id } = taken
  const touch = { act: 'take_app_role', target: `${app} ${key} ${id}` } as const
  await onPerson(world, admin, id, { permission: 'change:access', touch }, (tx) =>
    takeFromPerson(tx, taken, handsOf(admin)),
  )
}

/** The step of taking a role from a person, for administrators and for the operator. Refuses with `not_found`. */
export async function takeFromPerson(tx: Tx, taken: ToPerson, hands: Hands): Promise<void> {
  const { app, key, id } = taken
  const name = await nameOf(tx, taken)
  if (!(await appRoles.removeFromPerson(tx, id, { app, key }))) throw new AppError('not_found')
  await recordAct(tx, hands.witness, { act: 'app_role_taken', target: id, details: { app, role: key } })
  await tellAccess(tx, hands, { userId: id, change: 'taken', access: { what: 'role', name, app } })
}

/** Gives a role in an app to everybody in a group. Refuses with `not_found`, and as `onInstance` does. */
export async function giveAppRoleToGroup(world: World, admin: Admin, given: ToGroup & Until): Promise<void> {
  const { app, key, group } = given
  const touch = { act: 'give_app_role', target: `${app} ${key} group ${group}` } as const
  await onInstance(world, admin, { permission: 'change:access', touch }, (tx) => giveToGroup(tx, given, handsOf(admin)))
}

/** The step of giving a role to a group, for administrators and for the operator. Refuses with `not_found`. */
export async function giveToGroup(tx: Tx, given: ToGroup & Until, hands: Hands): Promise<void> {
  const { app, key, group, until } = given
  requireFuture(tx, until)
  const name = await nameOf(tx, given)
  if (!(await groups.find(tx, group))) throw new AppError('not_found')
  await appRoles.putOnGroup(tx, group, { app, key, until: until ?? null })
  await recordAct(tx, hands.witness, { act: 'app_role_given', target: group, details: { app, role: key, until } })
  await tellRule(tx, hands, { rule: 'role', name, app })
}

/** Takes a role in an app from a group. Refuses with `not_found`, and as `onInstance` does. */
export async function takeAppRoleFromGroup(world: World, admin: Admin, taken: ToGroup): Promise<void> {
  const { app, key, group } = taken
  const touch = { act: 'take_app_role', target: `${app} ${key} group ${group}` } as const
  await onInstance(world, admin, { permission: 'change:access', touch }, (tx) =>
    takeFromGroup(tx, taken, handsOf(admin)),
  )
}

/** The step of taking a role from a group, for administrators and for the operator. Refuses with `not_found`. */
export async function takeFromGroup(tx: Tx, { app, key, group }: ToGroup, hands: Hands): Promise<void> {
  if (!(await appRoles.removeFromGroup(tx, group, { app, key }))) throw new AppError('not_found')
  await recordAct(tx, hands.witness, { act: 'app_role_taken', target: group, details: { app, role: key } })
  await tellRule(tx, hands, { rule: 'role', name: key, app })
}

async function nameOf(reader: Reader, { app, key }: Role): Promise<string> {
  const role = await appRoles.find(reader, { app, key })
  if (!role) throw new AppError('not_found')
  return role.name
}
