import * as serviceKeys from '#db/service-keys.ts'
import { tellRule } from '#server/admin/access.ts'
import { contentOf, requireFuture, requireRoom } from '#server/admin/acts.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { recordAct, witnessOf } from '#server/admin/audit.ts'
import { handsOf } from '#server/admin/hands.ts'
import { onInstance } from '#server/admin/on-instance.ts'
import { sha256 } from '#server/crypto/keys.ts'
import { PREFIX } from '#server/decisions/service-key.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

const BYTES = 32
const MOST_KEYS = 50

/** A key of a program that asks for decisions in an app. Times are epoch milliseconds. */
export type ShownServiceKey = { id: string; app: string; name: string; madeAt: number; expiresAt?: number }

export async function listServiceKeys(world: World, admin: Admin): Promise<{ keys: ShownServiceKey[] }> {
  requirePermission(admin, 'read:access')
  const rows = await world.db.read(serviceKeys.list)
  return { keys: rows.map(({ expiresAt, ...rest }) => ({ ...rest, expiresAt: expiresAt ?? undefined })) }
}

type Wanted = { app: string; name: string; expiresAt?: number }

/**
 * Makes a key and returns its token, which is shown once and kept as a hash. Refuses with `conflict` more than 50, and as
 * `onInstance` does.
 */
export async function makeServiceKey(
  world: World,
  admin: Admin,
  { app, name, expiresAt }: Wanted,
): Promise<{ id: string; token: string }> {
  const touch = { act: 'make_service_key', target: contentOf(app, name, expiresAt) } as const
  const token = PREFIX + world.random(BYTES).toString('base64url')
  return onInstance(world, admin, { permission: 'manage:service-keys', touch }, async (tx) => {
    requireFuture(tx, expiresAt)
    requireRoom((await serviceKeys.list(tx)).length, MOST_KEYS)
    const id = tx.newId()
    const row = { id, app, name, madeAt: tx.now, expiresAt: expiresAt ?? null, hash: sha256(token) }
    await serviceKeys.insert(tx, row)
    await recordAct(tx, witnessOf(admin), { act: 'service_key_made', target: id, details: { app, name, expiresAt } })
    await tellRule(tx, handsOf(admin), { rule: 'key', name, app })
    return { id, token }
  })
}

/** Removes a key, which is refused from then on. Refuses with `not_found`, and as `onInstance` does. */
export async function revokeServiceKey(world: World, admin: Admin, { id }: { id: string }): Promise<void> {
  const touch = { act: 'revoke_service_key', target: id } as const
  await onInstance(world, admin, { permission: 'manage:service-keys', touch }, async (tx) => {
    const key = await serviceKeys.remove(tx, id)
    if (!key) throw new AppError('not_found')
    const { app, name } = key
    await recordAct(tx, witnessOf(admin), { act: 'service_key_revoked', target: id, details: { app, name } })
    await tellRule(tx, handsOf(admin), { rule: 'key', name, app })
  })
}
