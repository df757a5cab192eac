import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActor } from '#app/_web/actor.ts'
import { ownRoles } from '#app/_web/own.ts'
import { type Admin, requireAdmin, requirePermission } from '#server/admin/admin.ts'
import { listActs } from '#server/admin/audit.ts'
import { readKeys } from '#server/admin/keys.ts'
import { readMail } from '#server/admin/mail/read.ts'
import { readOverview } from '#server/admin/overview.ts'
import { listPeople } from '#server/admin/people/list.ts'
import { readPerson } from '#server/admin/people/read.ts'
import { AppError } from '#server/errors.ts'
import { type Permission, permissionsOf } from '#server/roles/own-roles.ts'
import { theWorld, type World } from '#server/world.ts'

export type { Admin } from '#server/admin/admin.ts'
export type { AdminAct, Named, ShownAct } from '#server/admin/audit.ts'
export type { ShownKeys } from '#server/admin/keys.ts'
export type { QueuedLetter, ShownMail } from '#server/admin/mail/read.ts'
export type { Overview } from '#server/admin/overview.ts'
export type { ListedPerson } from '#server/admin/people/list.ts'
export type { ShownPerson } from '#server/admin/people/read.ts'
export type { OwnRole, Permission } from '#server/roles/own-roles.ts'

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

type UseCase<Input extends unknown[], Result> = (world: World, admin: Admin, ...input: Input) => Promise<Result>

/** What pages read for an administrator whom `adminDoor` let in. What is not there has no page. */
export const readPeople = administered(listPeople)
export const readOnePerson = administered(readPerson)
export const readAtAGlance = administered(readOverview)
export const readLetters = administered(readMail)
export const readSecrets = administered(readKeys)
export const readActs = administered(listActs)

/** A use-case as pages read it: what it does not find has no page. */
export function administered<Input extends unknown[], Result>(useCase: UseCase<Input, Result>) {
  return async (admin: Admin, ...input: Input): Promise<Result> => {
    try {
      return await useCase(theWorld(), admin, ...input)
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') notFound()
      throw error
    }
  }
}
