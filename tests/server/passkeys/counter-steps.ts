import { type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

export type Row = { sign_count: number; backup_state: number; regressed_at: number | null; last_used_at: number | null }

export async function passkeyRow(world: TestWorld): Promise<Row | undefined> {
  const [row] = await rows<Row>(world, 'select sign_count, backup_state, regressed_at, last_used_at from passkeys')
  return row
}
