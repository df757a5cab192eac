import type { Admin } from '#server/admin/admin.ts'
import { type AdminWitness, OPERATOR, witnessOf } from '#server/admin/audit.ts'
import { type By, byAdmin } from '#server/admin/tell.ts'

/** Who acts, for the audit and for the person. */
export type Hands = { witness: AdminWitness; by: By }

export const OPERATORS_HANDS: Hands = { witness: OPERATOR, by: { by: 'operator' } }

export function handsOf(admin: Admin): Hands {
  return { witness: witnessOf(admin), by: byAdmin(admin) }
}
