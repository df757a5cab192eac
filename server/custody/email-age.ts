import type { Email } from '#db/emails.ts'
import { isSettled, settlesAt } from '#server/settled.ts'

/** Returns when an address settles (epoch milliseconds), and so can recover the account. */
export function emailSettlesAt({ createdAt, accountCreatedAt }: Email): number {
  return settlesAt(createdAt, { createdAt: accountCreatedAt })
}

/** Returns what an address proves when its mailbox was just read. */
export function mailboxProof(email: Email, now: number): { settled: boolean; main: boolean } {
  const { createdAt, accountCreatedAt, isPrimary } = email
  return { settled: isSettled(createdAt, { createdAt: accountCreatedAt }, now), main: isPrimary === 1 }
}
