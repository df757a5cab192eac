import type { Tx } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import { may } from '#server/custody/rules.ts'
import { mailboxProof } from '#server/custody/email-age.ts'
import type { Letters } from '#server/mail/letter-types.ts'
import { enqueue, namedAs } from '#server/mail/outbox/enqueue.ts'

type LiveLetter = 'recovery-started' | 'recovery-reminder' | 'recovery-ready'

/**
 * Tells every address of a person of a live recovery. The address that asked for it and the main one get a link that
 * cancels it. The clock of the recovery waits for the letters to the other settled addresses, not for one that was just
 * added, whose owner may refuse letters for days.
 */
export async function tellOfRecovery<Name extends LiveLetter>(
  tx: Tx,
  { userId, canonical }: { userId: string; canonical: string },
  letter: Name,
  params: Omit<Letters[Name], 'address' | 'emailId' | 'awaited'>,
): Promise<void> {
  const all = await emails.list(tx, userId)
  const address = all.find((email) => email.canonical === canonical)?.address ?? canonical
  for (const email of all) {
    const mailbox = { ...mailboxProof(email, tx.now), asked: email.canonical === canonical }
    const emailId = may('cancel_recovery', { mailbox }) ? email.id : undefined
    const awaited = isAwaited(email, canonical, tx.now) || undefined
    // The three letters have these members in addition to their own.
    await enqueue(tx, email, letter, {
      ...params,
      ...namedAs(email, tx.now),
      address,
      emailId,
      awaited,
    } as Letters[Name])
  }
}

/** Returns whether the clock of an address's recovery waits until another address was told. */
export function isAwaited(email: emails.Email, canonical: string, now: number): boolean {
  return email.canonical !== canonical && mailboxProof(email, now).settled
}
