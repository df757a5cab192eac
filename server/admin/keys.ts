import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { dependentsOf, type Rows } from '#server/admin/dependents.ts'
import { keptFor } from '#server/admin/kept.ts'
import type { World } from '#server/world.ts'

/** A secret of SECRET, by the name of one of its keys, and what depends on it. */
type ShownSecret = { name: string; newest: boolean; rows: Rows }

/** `unknown`: what depends on secrets that are not in SECRET. */
export type ShownKeys = { secrets: ShownSecret[]; unknown: Rows; countedAt: number }

/** How long the counts are kept, in milliseconds: they read every app, password and backup code. */
const KEPT = 10 * 60_000

/** Returns the secrets, the newest first, and what still depends on each. Counted again after ten minutes. */
export async function readKeys(world: World, admin: Admin): Promise<ShownKeys> {
  requirePermission(admin, 'read:keys')
  return keptFor(world, 'keys', KEPT, async (countedAt) => {
    const { ring, unknown } = await world.db.read((reader) => dependentsOf(reader, world.keys))
    const secrets = ring.map((rows, at) => ({ name: world.keys.session[at]?.id ?? '', newest: at === 0, rows }))
    return { secrets, unknown, countedAt }
  })
}
