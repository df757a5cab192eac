import type { Reader, Tx } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as grants from '#db/grants.ts'
import * as people from '#db/people.ts'
import { rolesOf } from '#server/admin/admin.ts'
import { OPERATORS_HANDS } from '#server/admin/hands.ts'
import { endSessions } from '#server/admin/people/end-sessions.ts'
import { findByPrefix, type ListedPerson, readNewest } from '#server/admin/people/list.ts'
import { personFacts, type PersonFacts } from '#server/admin/people/read.ts'
import { suspend, unsuspend } from '#server/admin/people/suspend.ts'
import { confirmRoles } from '#server/admin/roles/confirm.ts'
import { grant, remove } from '#server/admin/roles/grant.ts'
import { readAddress } from '#server/addresses/address.ts'
import { AppError } from '#server/errors.ts'
import { inAccount } from '#server/in-account.ts'
import { OWN_ROLES, type OwnRole } from '#server/roles/own-roles.ts'
import { waitForOtherAdmins } from '#server/roles/owners.ts'
import type { World } from '#server/world.ts'

/**
 * Gives a role to the person with an address, for the operator: also the first owner, and the roles of an account that was
 * recovered. Refuses with `not_found`, and as `grant` does.
 */
export async function grantRoleAsOperator(
  world: World,
  { email, ...granted }: { email: string; role: OwnRole; until?: number },
): Promise<void> {
  await onAddress(world, email, async (tx, person) => {
    if (person.rolesSuspendedAt !== null) await confirmRoles(tx, person, OPERATORS_HANDS)
    await grant(tx, person, granted, OPERATORS_HANDS)
  })
}

/** Takes a role from the person with an address, for the operator. Refuses with `not_found` and with `last_owner`. */
export async function removeRoleAsOperator(
  world: World,
  { email, role }: { email: string; role: OwnRole },
): Promise<void> {
  await onAddress(world, email, (tx, person) => remove(tx, person, role, OPERATORS_HANDS))
}

/** Suspends the person with an address, for the operator. Refuses with `not_found`, `conflict` and `last_owner`. */
export async function suspendAsOperator(
  world: World,
  { email, ...why }: { email: string; reason: string; until?: number | undefined },
): Promise<void> {
  await onAddress(world, email, async (tx, { id }) =>
    suspend(tx, { id, roles: await rolesOf(tx, id, tx.now) }, why, OPERATORS_HANDS),
  )
}

/** Ends the suspension of the person with an address, for the operator. Refuses with `not_found` and with `conflict`. */
export async function unsuspendAsOperator(world: World, { email }: { email: string }): Promise<void> {
  await onAddress(world, email, (tx, person) => unsuspend(tx, person, OPERATORS_HANDS))
}

/** Ends the sessions of the person with an address, for the operator, and tells them why. Refuses with `not_found`. */
export async function endSessionsOfAddress(
  world: World,
  { email, reason }: { email: string; reason: string },
): Promise<{ ended: number }> {
  return onAddress(world, email, (tx, { id }) => endSessions(tx, id, reason, OPERATORS_HANDS))
}

/** Returns fifty people for the operator: the newest, or those with an address that begins in this way. */
export async function listPeopleAsOperator(
  world: World,
  { search = '' }: { search?: string },
): Promise<{ people: ListedPerson[]; more: boolean }> {
  const prefix = search.trim().toLowerCase()
  const { people: found, next } = await (prefix === '' ? readNewest(world) : findByPrefix(world, prefix))
  return { people: found, more: next !== undefined }
}

/** Returns the person with an address, for the operator. Refuses with `not_found`. */
export async function showPersonAsOperator(world: World, { email }: { email: string }): Promise<PersonFacts> {
  return personFacts(world, await ownerOf(world, email), 'en')
}

/** How many people with one role are listed. */
const MOST_LISTED = 1_000

/** A person who was given a role. `suspended`: after a recovery, until an owner confirms. `until` is epoch milliseconds. */
export type ListedAdmin = { email: string; role: OwnRole; until?: number; suspended: boolean }

/** Returns who was given a role, the roles that may do most first, for the operator. */
export async function listAdmins(world: World): Promise<ListedAdmin[]> {
  const lists = await world.db.read((reader) => Promise.all(OWN_ROLES.map((role) => listHolders(reader, role))))
  return lists.flat()
}

async function listHolders(reader: Reader, role: OwnRole): Promise<ListedAdmin[]> {
  const rows = await grants.listByRole(reader, { role, most: MOST_LISTED })
  return rows.map(({ email, until, isSuspended }) => ({
    email,
    role,
    until: until ?? undefined,
    suspended: isSuspended === 1,
  }))
}

async function ownerOf(world: World, email: string): Promise<string> {
  const canonical = readAddress(email)?.canonical ?? ''
  const owner = await world.db.read((reader) => emails.findByCanonical(reader, canonical))
  if (!owner) throw new AppError('not_found')
  return owner.userId
}

async function onAddress<T>(
  world: World,
  email: string,
  act: (tx: Tx, person: people.Person) => Promise<T>,
): Promise<T> {
  const userId = await ownerOf(world, email)
  return inAccount(world, userId, async (tx) => {
    await waitForOtherAdmins(tx)
    const person = await people.find(tx, userId)
    if (!person) throw new AppError('not_found')
    return act(tx, person)
  })
}
