import * as appRoles from '#db/app-roles.ts'
import { contentOf, requireRoom, tellRule } from '#server/admin/access.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { recordAct, witnessOf } from '#server/admin/audit.ts'
import { onInstance } from '#server/admin/on-instance.ts'
import { textsIn } from '#server/decisions/facts.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

const MOST_ROLES = 200
/** How many roles may follow each other by including. */
const DEEPEST = 5

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
    await appRoles.put(tx, {
      app,
      key,
      name,
      permissions: JSON.stringify(permissions),
      includes: JSON.stringify(includes),
    })
    const details = { app, name, permissions, includes }
    await recordAct(tx, witnessOf(admin), { act: 'app_role_put', target: key, details })
    await tellRule(tx, admin, { rule: 'role', name, app })
  })
}

function requireNoCircle(roles: ShownAppRole[]): void {
  const includes = new Map(roles.map((role) => [role.key, role.includes]))
  for (const { key } of roles) requireShallow(includes, key, 1)
}

/** A circle is deeper than any depth. */
function requireShallow(includes: Map<string, string[]>, key: string, depth: number): void {
  const next = includes.get(key)
  if (!next) throw new AppError('conflict', { reason: 'roleUnknown' })
  if (depth > DEEPEST) throw new AppError('conflict', { reason: 'rolesTooDeep', numbers: { most: DEEPEST } })
  for (const included of next) requireShallow(includes, included, depth + 1)
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
    if (!(await appRoles.remove(tx, { app, key }))) throw new AppError('not_found')
    await recordAct(tx, witnessOf(admin), { act: 'app_role_removed', target: key, details: { app } })
    await tellRule(tx, admin, { rule: 'role', name: key, app })
  })
}
