import type { Tx } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as invitations from '#db/invitations.ts'
import { type Address, readAddress } from '#server/addresses/address.ts'
import { contentOf } from '#server/admin/acts.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct, witnessOf } from '#server/admin/audit.ts'
import { type Hands, OPERATORS_HANDS } from '#server/admin/hands.ts'
import { onInstance } from '#server/admin/on-instance.ts'
import type { By } from '#server/admin/tell.ts'
import { AppError } from '#server/errors.ts'
import { invitedPath } from '#server/mail/invitation-token.ts'
import { enqueue, namedAs } from '#server/mail/outbox/enqueue.ts'
import { waitForOtherAdmins } from '#server/roles/owners.ts'
import type { World } from '#server/world.ts'

const DAY = 86_400_000

/** To one address, which gets a letter, or a link for some people. It ends after `days`. */
type Asked = { email?: string | undefined; people?: number | undefined; days?: number | undefined }
type Made = { id: string; link: string; expiresAt: number }
type Wanted = { address: Address | undefined; people: number; days: number }

/**
 * Makes an invitation, and returns its link, which is never shown again. Refuses an address that has an account with
 * `email_taken`, because administrators may search for it anyway; and as `onInstance` does.
 */
export async function invite(world: World, admin: Admin, asked: Asked): Promise<Made> {
  const wanted = wantedBy(asked)
  const { address, people, days } = wanted
  const touch = { act: 'invite', target: contentOf(address?.canonical, people, days) } as const
  return onInstance(world, admin, { permission: 'invite:people', touch }, async (tx) => {
    const [own] = await emails.list(tx, admin.userId)
    const { person } = own ? namedAs(own, tx.now) : {}
    const by: By = { by: 'admin', ...(person !== undefined && { admin: person }) }
    return make(tx, world, wanted, { witness: witnessOf(admin), by, language: admin.language })
  })
}

/** Makes an invitation for the operator. Refuses with `email_taken`. */
export async function inviteAsOperator(world: World, asked: Asked): Promise<Made> {
  const wanted = wantedBy(asked)
  return world.db.transaction(async (tx) => {
    await waitForOtherAdmins(tx)
    return make(tx, world, wanted, { ...OPERATORS_HANDS, language: 'en' })
  })
}

function wantedBy({ email, people = 1, days = 7 }: Asked): Wanted {
  if (email === undefined) return { address: undefined, people, days }
  const address = readAddress(email)
  if (!address) throw new AppError('invalid_input', { reason: 'addressMalformed' })
  return { address, people: 1, days }
}

async function make(
  tx: Tx,
  { config, keys }: Pick<World, 'config' | 'keys'>,
  { address, people, days }: Wanted,
  { witness, by, language }: Hands & { language: string },
): Promise<Made> {
  if (address && (await emails.findByCanonical(tx, address.canonical))) throw new AppError('email_taken')
  const expiresAt = tx.now + days * DAY
  const id = await invitations.insert(tx, {
    address: address?.address ?? null,
    canonical: address?.canonical ?? null,
    most: people,
    madeBy: witness.actor,
    expiresAt,
  })
  // The audit is kept for ever, so it has no address of somebody who may never come.
  const details = { to: address ? 'address' : 'link', people, until: expiresAt }
  await recordAct(tx, witness, { act: 'invited', target: id, details })
  if (address) {
    const params = { at: tx.now, ip: '', userAgent: '', invitationId: id, expiresAt, ...by }
    await enqueue(tx, { address: address.address, language }, 'invitation', params)
  }
  return { id, link: `${config.origin}${invitedPath(keys, id)}`, expiresAt }
}
