import type { Tx } from '#db/engine/database.ts'
import type { CodeLength, MailedCode } from '#server/ceremonies.ts'
import type { CodeFlow } from '#server/mail/codes/budget.ts'
import { joinLetter } from '#server/mail/codes/join.ts'
import type { CodeLetterName, Scene } from '#server/mail/letter-types.ts'
import { enqueue, enqueueJoined, type Recipient } from '#server/mail/outbox/enqueue.ts'
import type { World } from '#server/world.ts'

/**
 * The letter of a request. `leavesAt` (epoch milliseconds) is when the letter leaves at the latest, if requests share
 * it. The answer and the life of the ceremony depend on it, and not on the account.
 */
export type SentCode = MailedCode & { leavesAt?: number }

type Request = { flow: CodeFlow; canonical: string; to: Recipient; letter: CodeLetterName; scene: Scene }

/** Sends a letter with a code at once if the budget allows it. Otherwise the request joins the next letter. */
export async function sendCode(
  tx: Tx,
  rules: Pick<World, 'config' | 'keys'>,
  { flow, canonical, to, letter, scene, atOnce }: Request & { atOnce: boolean },
): Promise<SentCode> {
  if (atOnce) return { letterId: await enqueue(tx, to, letter, scene), digits: 6, codeSentAt: tx.now }
  const joined = await joinLetter(tx, rules, { flow, canonical })
  await enqueueJoined(tx, joined, to, letter, { ...scene, long: true })
  return joinedCode(joined)
}

/** Returns the code of a letter that requests share. */
export function joinedCode({ letterId, leavesAt }: { letterId: string; leavesAt: number }): SentCode {
  return { letterId, digits: 12, codeSentAt: leavesAt, leavesAt }
}

/** What the answer to a request says of the letter: the length of its code, and when it leaves if that is later. */
export type ShownCode = { digits: CodeLength; sentAt?: number }

export function shownCode({ digits, leavesAt }: SentCode): ShownCode {
  return { digits, ...(leavesAt !== undefined && { sentAt: leavesAt }) }
}
