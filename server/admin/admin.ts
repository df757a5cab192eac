import * as grants from '#db/grants.ts'
import type { Reader } from '#db/engine/database.ts'
import type { Actor } from '#server/actor.ts'
import { AppError } from '#server/errors.ts'
import { allows, isOwnRole, type OwnRole, type Permission } from '#server/roles/own-roles.ts'
import type { World } from '#server/world.ts'

/** A person who signed in with a passkey and has a role. */
export type Admin = Actor & { roles: OwnRole[] }

/** For how long administration can be read after a confirmation, in milliseconds. */
const READABLE_FOR = 60 * 60_000

/**
 * Returns the actor with their roles. Refuses with `not_found` without a role, as if administration did not exist; with
 * `forbidden` in a session that no passkey opened; with `confirmation_required` an hour after the last confirmation.
 */
export async function requireAdmin(world: World, actor: Actor): Promise<Admin> {
  const roles = await readOwnRoles(world, actor)
  if (roles.length === 0) throw new AppError('not_found')
  if (actor.way !== 'passkey' && actor.way !== 'sign_up') throw new AppError('forbidden', { reason: 'passkeyOnly' })
  const age = world.now() - (actor.confirmedAt ?? 0)
  if (age < 0 || age > READABLE_FOR) throw new AppError('confirmation_required')
  return { ...actor, roles }
}

/** Returns the roles of the actor that count now, also where administration is closed to this session. */
export function readOwnRoles(world: World, { userId }: Actor): Promise<OwnRole[]> {
  return world.db.read((reader) => rolesOf(reader, userId, world.now()))
}

/** Returns the roles of Latchkey itself that count for a person now. */
export async function rolesOf(reader: Reader, userId: string, now: number): Promise<OwnRole[]> {
  return (await grants.listActive(reader, userId, now)).filter(isOwnRole)
}

/** Refuses with `forbidden` unless a role of the administrator has this permission. */
export function requirePermission({ roles }: Pick<Admin, 'roles'>, permission: Permission): void {
  if (!allows(roles, permission)) throw new AppError('forbidden', { reason: 'noPermission' })
}
