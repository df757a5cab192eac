import type { Reader, Tx } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as grants from '#db/grants.ts'
import * as people from '#db/people.ts'
import { OPERATOR } from '#server/admin/audit.ts'
import { confirmRoles } from '#server/admin/roles/confirm.ts'
import { grant } from '#server/admin/roles/grant.ts'
import { readAddress } from '#server/addresses/address.ts'
import { AppError } from '#server/errors.ts'
import { inAccount } from '#server/in-account.ts'
import { OWN_ROLES, type OwnRole } from '#server/roles/own-roles.ts'
import { waitForOtherAdmins } from '#server/roles/owners.ts'
import type { World } from '#server/world.ts'

const HANDS = { witness: OPERATOR, by: { by: 'operator' } } as const

/**
 * Gives a role to the person with an address, for the operator: also the first owner, and the roles of an account that was
 * recovered. Refuses with `not_found`, and as `grant` does.
 */
export async function grantRoleAsOperator(
  world: World,
  { email, ...granted }: { email: string; role: OwnRole; until?: number },
): Promise<void> {
  await onAddress(world, email, async (tx, person) => {
    if (person.rolesSuspendedAt !== null) await confirmRoles(tx, person, HANDS)
    await grant(tx, person, granted, HANDS)
  })
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

async function onAddress(
  world: World,
  email: string,
  act: (tx: Tx, person: people.Person) => Promise<void>,
): Promise<void> {
  const canonical = readAddress(email)?.canonical ?? ''
  const owner = await world.db.read((reader) => emails.findByCanonical(reader, canonical))
  if (!owner) throw new AppError('not_found')
  await inAccount(world, owner.userId, async (tx) => {
    await waitForOtherAdmins(tx)
    const person = await people.find(tx, owner.userId)
    if (!person) throw new AppError('not_found')
    await act(tx, person)
  })
}
