import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { inSession } from '#server/in-account.ts'
import { countTry } from '#server/limits.ts'
import { enqueue, sceneOf } from '#server/mail/outbox/enqueue.ts'
import type { World } from '#server/world.ts'

/** Sends a letter to the administrator’s own primary address, that shows whether letters arrive. A few an hour. */
export async function sendTestLetter(world: World, admin: Admin): Promise<void> {
  requirePermission(admin, 'manage:mail')
  await countTry(world, { 'test-letters': admin.userId })
  const { email: address, language } = admin
  await inSession(world, admin, (tx) => enqueue(tx, { address, language }, 'test-letter', sceneOf(tx, admin)))
}
