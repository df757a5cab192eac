import { type MailedCode, MAILED_CODE_MS } from '#server/ceremonies.ts'
import { countTry } from '#server/limits.ts'
import { isMailboxCode } from '#server/mail/mailbox-code.ts'
import type { World } from '#server/world.ts'

/**
 * Counts a try at a mailed code, and returns whether it is right. There are five tries for a letter of one request. If
 * requests share a letter, each has five of its own, so that nobody uses up those of another; the code is longer for it.
 * A code works for ten minutes after its letter has left.
 */
export async function isRightCode(
  world: World,
  { id, letterId, digits, codeSentAt }: MailedCode & { id: string },
  code: string,
): Promise<boolean> {
  await countTry(world, { 'code-tries': digits === 12 ? id : letterId })
  const age = world.now() - codeSentAt
  return isMailboxCode(world.keys, letterId, code, digits) && age >= 0 && age < MAILED_CODE_MS
}
