import { bootCommand } from '#server/boot.ts'
import { readConfig } from '#server/config/config.ts'
import type { Log, World } from '#server/world.ts'
import type { Call } from '#cli/command.ts'

/** Runs work on the database of the server, which may run at the same time, and closes it. Migrates nothing. */
export async function besideServer<T>({ environment, say }: Call, work: (world: World) => Promise<T>): Promise<T> {
  const world = await bootCommand(readConfig(environment), { log: noting(say) })
  try {
    return await work(world)
  } finally {
    await world.db.close()
  }
}

/** Returns a log for people: warnings are notes beside the result, and everything else is left out. */
export function noting(say: Call['say']): Log {
  return (level, message) => {
    if (level !== 'info') say(`Note: ${message}.`)
  }
}
