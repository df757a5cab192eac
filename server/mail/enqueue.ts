import type { Tx } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as outbox from '#db/outbox.ts'
import type { Visitor } from '#server/actor.ts'
import type { LetterName, Letters, Scene } from '#server/mail/letters.ts'

/** Puts one letter into the outbox, in the transaction that causes it, and returns its id. */
export function enqueue<Name extends LetterName>(tx: Tx, to: string, letter: Name, params: Letters[Name]): Promise<string> {
  return outbox.insert(tx, { recipient: to, letter, params: JSON.stringify(params) })
}

/** Puts a notice into the outbox for every address of a person. */
export async function notify<Name extends LetterName>(tx: Tx, userId: string, letter: Name, params: Letters[Name]): Promise<void> {
  for (const { address } of await emails.list(tx, userId)) await enqueue(tx, address, letter, params)
}

/** What a letter says of when and where. */
export function sceneOf(tx: Tx, { ip, userAgent }: Visitor): Scene {
  return { at: tx.now, ip, userAgent }
}
