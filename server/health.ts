import { ping } from '#db/health.ts'
import type { World } from '#server/world.ts'

/** Returns `ok` if the database can be read; throws otherwise. */
export async function checkHealth(world: World): Promise<{ status: 'ok' }> {
  await world.db.read(ping)
  return { status: 'ok' }
}
