import * as appRoles from '#db/app-roles.ts'
import type { Tx } from '#db/engine/database.ts'
import { tellRule } from '#server/admin/access.ts'
import { contentOf, requireRoom } from '#server/admin/acts.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { recordAct } from '#server/admin/audit.ts'
import { type Hands, handsOf } from '#server/admin/hands.ts'
import { onInstance } from '#server/admin/on-instance.ts'
import { textsIn } from '#server/decisions/facts.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

export const MOST_ROLES = 200
/** How many roles may follow each other by including. */
export const DEEPEST = 5

/** A role in an app: what it permits, and the roles of the same app that it includes. */
export type ShownAppRole = { app: string; key: string; name: string; permissions: string[]; includes: string[] }

/** Returns the roles of every app. */
export async function listAppRoles(world: World, admin: Admin): Promise<{ roles: ShownAppRole[] }> {
  requirePermission(admin, 'read:access')
  return { roles: (await world.db.read(appRoles.list)).map(shownAppRole) }
}

/** A row as the role that administrators wrote. */
export function shownAppRole({ permissions, includes, ...rest }: appRoles.AppRole): ShownAppRole {
  return { ...rest, permissions: textsIn(permissions), includes: textsIn(includes) }
}

/**
 * Creates a role in an app, or changes it. Refuses with `conflict` roles that include each other in a circle or more than
 * five deep, an included role that does not exist, and more than 200 roles; and as `onInstance` does.
 */
export async function putAppRole(world: World, admin: Admin, role: ShownAppRole): Promise<void> {
  const { app, key, name, permissions, includes } = role
  const touch = { act: 'put_app_role', target: contentOf(app, key, name, permissions, includes) } as const
  await onInstance(world, admin, { permission: 'change:access', touch }, async (tx) => {
    // No other administrator writes roles at the same time, so what is read here stays true.
    const others = (await appRoles.listOfApp(tx, app)).filter((other) => other.key !== key)
    requireRoom(others.length, MOST_ROLES)
    requireNoCircle([...others.map(shownAppRole), role])
    await writeAppRole(tx, role, handsOf(admin))
  })
}

/** The step of creating or changing a role, for administrators and for the operator, after `requireNoCircle`. */
export async function writeAppRole(tx: Tx, role: ShownAppRole, hands: Hands): Promise<void> {
  const { app, key, name, permissions, includes } = role
  const lists = { permissions: JSON.stringify(permissions), includes: JSON.stringify(includes) }
  await appRoles.put(tx, { app, key, name, ...lists })
  await recordAct(tx, hands.witness, {
    act: 'app_role_put',
    target: key,
    details: { app, name, permissions, includes },
  })
  await tellRule(tx, hands, { rule: 'role', name, app })
}

/** Refuses with `conflict` roles of one app that include each other in a circle or too deep, or an unknown one. */
function requireNoCircle(roles: ShownAppRole[]): void {
  const includes = new Map(roles.map((role) => [role.key, role.includes]))
  for (const { key } of roles) {
    const fault = faultOfIncludes(includes, key)
    if (fault === 'roleUnknown') throw new AppError('conflict', { reason: fault })
    if (fault) throw new AppError('conflict', { reason: fault, numbers: { most: DEEPEST } })
  }
}

type IncludesFault = 'roleUnknown' | 'rolesTooDeep'

/** Returns what is wrong with what a role includes, by the keys of all roles of its app. A circle is deeper than any depth. */
export function faultOfIncludes(includes: Map<string, string[]>, key: string): IncludesFault | undefined {
  // One step deeper at a time, each role once, so that many that include many take no longer.
  let reached = new Set([key])
  for (let depth = 1; reached.size > 0; depth += 1) {
    if ([...reached].some((each) => !includes.has(each))) return 'roleUnknown'
    if (depth > DEEPEST) return 'rolesTooDeep'
    reached = new Set([...reached].flatMap((each) => includes.get(each) ?? []))
  }
  return undefined
}

/**
 * Removes a role: whoever had it loses it. Refuses with `conflict` while another role includes it, with `not_found`, and as
 * `onInstance` does.
 */
export async function removeAppRole(
  world: World,
  admin: Admin,
  { app, key }: { app: string; key: string },
): Promise<void> {
  const touch = { act: 'remove_app_role', target: `${app} ${key}` } as const
  await onInstance(world, admin, { permission: 'change:access', touch }, async (tx) => {
    const roles = await appRoles.listOfApp(tx, app)
    if (roles.some(({ includes }) => textsIn(includes).includes(key)))
      throw new AppError('conflict', { reason: 'roleIncluded' })
    await dropAppRole(tx, { app, key }, handsOf(admin))
  })
}

/** The step of removing a role that no other one includes, for administrators and for the operator. Refuses with `not_found`. */
export async function dropAppRole(tx: Tx, { app, key }: { app: string; key: string }, hands: Hands): Promise<void> {
  if (!(await appRoles.remove(tx, { app, key }))) throw new AppError('not_found')
  await recordAct(tx, hands.witness, { act: 'app_role_removed', target: key, details: { app } })
  await tellRule(tx, hands, { rule: 'role', name: key, app })
}
