import { randomBytes } from 'node:crypto'
import { migrate } from '#db/engine/sqlite/migrate.ts'
import * as limits from '#db/limits.ts'
import * as outbox from '#db/outbox.ts'
import * as sessions from '#db/sessions.ts'
import * as spent from '#db/spent.ts'
import { MIGRATIONS, openBulk } from './bulk.ts'
import { type Person, personAt } from './person.ts'

const DAY = 86_400_000
const LETTERS_OLDER_THAN = 31 * DAY

/** The work for housekeeping: the number of expired rows in each of four tables, and of letters to be sent. */
export type Due = { each: number; letters: number }

/**
 * Inserts work for housekeeping into a filled database, spread over all of its people. No process may have the database
 * open.
 */
export async function leaveDue(file: string, people: number, { each, letters }: Due): Promise<void> {
  migrate(file, MIGRATIONS)
  const bulk = openBulk(file)
  const now = Date.now()
  const ended = { ...bulk.tx, now: now - 40 * DAY }
  const written = { ...bulk.tx, now: now - LETTERS_OLDER_THAN }
  for (let index = 0; index < each; index += 1) {
    const person = personAt(Math.floor((index * people) / each), people)
    const token = randomBytes(32).toString('base64url')
    await spent.insert(bulk.tx, { id: token.slice(0, 22), forgetAt: now - 1 })
    await sessions.insert(ended, {
      id: ended.newId(),
      tokenHash: token,
      userId: person.id,
      way: 'passkey',
      passkeyId: null,
      ip: person.ip,
      userAgent: person.userAgent,
      browser: token,
      expiresAt: ended.now + 30 * DAY,
      confirmedAt: null,
    })
    await limits.count(ended, { key: token, window: DAY })
    await outbox.markAccepted(written, await addLetter(written, person))
  }
  for (let index = 0; index < letters; index += 1)
    await addLetter({ ...bulk.tx, now: now - 1 }, personAt(Math.floor((index * people) / letters), people))
  bulk.close()
}

function addLetter(tx: Parameters<typeof outbox.insert>[0], { email, ip, userAgent }: Person): Promise<string> {
  const params = JSON.stringify({ at: tx.now, ip, userAgent, way: 'passkey' })
  return outbox.insert(tx, {
    recipient: email,
    language: 'en',
    letter: 'new-browser',
    params,
    dueAt: tx.now,
    gathered: false,
    urgent: false,
  })
}
