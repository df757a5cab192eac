import * as queue from '#db/outbox-queue.ts'
import { maskedAddress } from '#server/addresses/mask.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import type { Config } from '#server/config/config.ts'
import type { LetterName } from '#server/mail/letter-types.ts'
import { type Words, wordsIn } from '#server/words/translate.ts'
import type { World } from '#server/world.ts'

/** How letters leave, without a secret. */
type Way =
  | { by: 'smtp'; host: string; port: number; from: string }
  | { by: 'resend'; host: string; from: string }
  | { by: 'mailbox'; from: string }

/** A letter as administrators see it: its kind and where to, never what it says. Times are epoch milliseconds. */
export type QueuedLetter = {
  id: string
  /** Its kind, and what that is called in the language of the administrator. */
  letter: string
  title: string
  /** The first letter of the address, and the domain. */
  to: string
  createdAt: number
  dueAt: number
  attempts: number
  /** Why it was not accepted, in the words of the mail server. */
  fault?: string
}

export type ShownMail = {
  way: Way
  /** Letters that wait: those with a code first, then the first ones due. */
  waiting: QueuedLetter[]
  /** Letters of the last days that were given up, the newest first. */
  givenUp: QueuedLetter[]
}

/** How many letters of a kind are listed. */
const MOST = 50
const THREE_DAYS = 3 * 86_400_000

/** Returns how letters leave, those that wait and those that were given up. */
export async function readMail(world: World, admin: Admin): Promise<ShownMail> {
  requirePermission(admin, 'read:mail')
  const [urgent, others, givenUp] = await world.db.read((reader) =>
    Promise.all([
      queue.listWaiting(reader, { urgent: 1, most: MOST }),
      queue.listWaiting(reader, { urgent: 0, most: MOST }),
      queue.listGivenUp(reader, { since: world.now() - THREE_DAYS, most: MOST }),
    ]),
  )
  const say = wordsIn(admin.language, 'letters')
  return {
    way: wayOf(world.config),
    waiting: [...urgent, ...others].slice(0, MOST).map((row) => shown(row, say)),
    givenUp: givenUp.map((row) => shown(row, say)),
  }
}

function wayOf({ mail: { smtp, resend, from } }: Config): Way {
  if (resend) return { by: 'resend', host: new URL(resend.baseUrl).host, from }
  return smtp ? { by: 'smtp', host: smtp.host, port: smtp.port, from } : { by: 'mailbox', from }
}

function shown(row: queue.QueuedLetter, say: Words<'letters'>): QueuedLetter {
  const { id, letter, recipient, createdAt, dueAt, attempts, fault } = row
  const to = maskedAddress(recipient)
  // `enqueue` took its name from the list of all letters.
  const title = say(`titles.${letter as LetterName}`)
  return {
    id,
    letter,
    title,
    to,
    createdAt,
    dueAt,
    attempts,
    fault: fault === null ? undefined : hidden(fault, recipient),
  }
}

/** Mail servers repeat the address in their answer, in any case of its letters. */
function hidden(fault: string, recipient: string): string {
  return fault.replaceAll(new RegExp(recipient.replaceAll(/[^A-Za-z0-9@]/g, String.raw`\$&`), 'gi'), '…')
}
