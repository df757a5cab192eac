import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActor } from '#app/_web/actor.ts'
import { ownRoles } from '#app/_web/own.ts'
import { type Admin, requireAdmin, requirePermission } from '#server/admin/admin.ts'
import { AppError } from '#server/errors.ts'
import { type Permission, permissionsOf } from '#server/roles/own-roles.ts'
import { theWorld } from '#server/world.ts'

export type { Admin } from '#server/admin/admin.ts'
export type { Permission } from '#server/roles/own-roles.ts'

/** Why administration is closed to somebody who has a role. */
export type WhyClosed = 'passkeyOnly' | 'confirmation' | 'noPermission'

type Door = { admin: Admin; closed?: never } | { admin?: never; closed: WhyClosed }

/** What whoever is signed in may do in administration. Without a role there is no such page. */
export async function adminPermissions(): Promise<Permission[]> {
  const roles = await ownRoles()
  if (roles.length === 0) notFound()
  return permissionsOf(roles)
}

/** Who administers, or why this page is closed. Anybody without a session is sent to sign-in, and without a role there is no page. */
export async function adminDoor(permission: Permission): Promise<Door> {
  const door = await openDoor()
  if (!door.admin) return door
  return refusedBy(() => requirePermission(door.admin, permission)) ? { closed: 'noPermission' } : door
}

const openDoor = cache(async (): Promise<Door> => {
  const actor = await requireActor()
  try {
    return { admin: await requireAdmin(theWorld(), actor) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'not_found') notFound()
    return { closed: error.code === 'forbidden' ? 'passkeyOnly' : 'confirmation' }
  }
})

function refusedBy(rule: () => void): boolean {
  try {
    rule()
    return false
  } catch (error) {
    if (error instanceof AppError) return true
    throw error
  }
}
