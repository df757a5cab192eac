import type { Reader } from '#db/engine/database.ts'

/** Asks the database for the simplest answer there is. */
export async function ping(reader: Reader): Promise<void> {
  await reader.get('select 1')
}
