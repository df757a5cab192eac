import * as people from '#db/people.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import type { World } from '#server/world.ts'

const AT_A_TIME = 50

/** A person who waits for approval. */
export type WaitingPerson = { id: string; email: string; createdAt: number }

/** Returns fifty people who wait for approval, who waited longest first. `next` asks for more. */
export async function listWaiting(
  world: World,
  admin: Admin,
  { after = '' }: { after?: string },
): Promise<{ people: WaitingPerson[]; next?: string }> {
  requirePermission(admin, 'approve:people')
  const rows = await world.db.read((reader) => people.listAwaiting(reader, { after, most: AT_A_TIME + 1 }))
  const shown = rows.slice(0, AT_A_TIME)
  return {
    people: shown.map(({ id, email, createdAt }) => ({ id, email, createdAt })),
    next: rows.length > AT_A_TIME ? shown.at(-1)?.id : undefined,
  }
}
