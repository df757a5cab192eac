import { ping } from '#db/health.ts'
import type { World } from '#server/world.ts'

/** Tells that the server can answer: its database does. Throws otherwise. */
export async function checkHealth(world: World): Promise<{ status: 'ok' }> {
  await world.db.read(ping)
  return { status: 'ok' }
}
