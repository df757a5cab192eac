import type { Reader } from '#db/engine/database.ts'

/** Runs the simplest query. Throws if the database cannot be read. */
export async function ping(reader: Reader): Promise<void> {
  await reader.get('select 1')
}
