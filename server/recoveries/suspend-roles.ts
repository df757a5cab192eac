import type { Tx } from '#db/engine/database.ts'
import * as people from '#db/people.ts'
import { record, type Witness } from '#server/audit/record.ts'
import { tellOwners } from '#server/mail/outbox/tell-owners.ts'

/**
 * Suspends the roles of a person whose account was recovered with a mailbox, until an owner confirms them: otherwise one
 * mailbox and 24 hours own the instance. Does nothing without roles.
 */
export async function suspendRolesOf(tx: Tx, witness: Witness): Promise<void> {
  const { userId } = witness
  if (!(await people.suspendRoles(tx, userId))) return
  await record(tx, witness, 'roles_suspended')
  const person = await people.find(tx, userId)
  if (person) await tellOwners(tx, userId, { change: 'suspended', address: person.email })
}
