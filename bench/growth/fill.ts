import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import * as backupCodes from '#db/backup-codes.ts'
import * as browsers from '#db/browsers.ts'
import * as emails from '#db/emails.ts'
import type { Tx } from '#db/engine/database.ts'
import { migrate } from '#db/engine/sqlite/migrate.ts'
import { makePrivateFile } from '#db/engine/sqlite/connection.ts'
import * as events from '#db/events.ts'
import * as networks from '#db/networks.ts'
import * as outbox from '#db/outbox.ts'
import * as passkeys from '#db/passkeys.ts'
import * as sessions from '#db/sessions.ts'
import * as users from '#db/users.ts'
import { CHAIN_START, chainHash } from '#server/audit/chain.ts'
import { newCodes } from '#server/backup-codes/code.ts'
import { deriveKeys, sha256 } from '#server/crypto/keys.ts'
import { decoyHash, HASH_COST } from '#server/crypto/argon2.ts'
import { MIGRATIONS, openBulk } from './bulk.ts'
import { BACKUP_CODES, COSE_KEY, EVENTS, PASSKEYS, type Person, personAt, SESSIONS } from './person.ts'

const DAY = 86_400_000
const EVENT_EVERY = 10 * DAY
const HASH = decoyHash({ keys: deriveKeys(['growth']), hashCost: HASH_COST })

/**
 * Creates a database of this many people with the statements of `db/`. Each has two passkeys, three live sessions, five
 * backup codes, a letter and a chain of thirty events. Deletes an older file of that name.
 */
export async function fill(
  file: string,
  people: number,
  { now, say }: { now: number; say: (done: number) => void },
): Promise<void> {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  makePrivateFile(file)
  migrate(file, MIGRATIONS)

  const bulk = openBulk(file)
  for (let number = 0; number < people; number += 1) {
    await addPerson(bulk.tx, personAt(number, people), now)
    if (number % 100_000 === 99_999) say(number + 1)
  }
  bulk.close()
}

async function addPerson(tx: Tx, person: Person, now: number): Promise<void> {
  const signedUpAt = now - EVENTS * EVENT_EVERY
  const atSignUp = { ...tx, now: signedUpAt }
  await users.insert(atSignUp, { id: person.id, handle: person.handle, name: '', language: 'en' })
  await emails.insert(atSignUp, {
    userId: person.id,
    address: person.email,
    canonical: person.email,
    isPrimary: true,
  })
  const passkeyIds = await addPasskeys(atSignUp, person)
  const codes = newCodes(randomBytes, BACKUP_CODES).map(({ selector }) => ({ selector, hash: HASH }))
  await backupCodes.replaceAll(atSignUp, person.id, codes)

  await addEvents(tx, person, signedUpAt)
  await addSessions(tx, person, { passkeyIds, now })
  const letterId = await outbox.insert(
    { ...tx, now: now - DAY },
    {
      recipient: person.email,
      language: 'en',
      letter: 'new-browser',
      params: JSON.stringify({ at: now - DAY, ip: person.ip, userAgent: person.userAgent, way: 'passkey' }),
      dueAt: now - DAY,
      gathered: false,
      urgent: false,
    },
  )
  await outbox.markAccepted({ ...tx, now: now - DAY }, letterId)
}

async function addPasskeys(tx: Tx, { id: userId, credentialIds }: Person): Promise<string[]> {
  const added = credentialIds.map((credentialId, index) =>
    passkeys.insert(tx, {
      userId,
      credentialId: credentialId.toString('base64url'),
      publicKey: COSE_KEY,
      signCount: 0,
      uvInitialized: true,
      backupEligible: true,
      backupState: true,
      transports: ['internal', 'hybrid'],
      aaguid: '00000000-0000-0000-0000-000000000000',
      name: `Passkey ${index + 1}`,
    }),
  )
  return (await Promise.all(added)).map((passkey) => passkey?.id ?? '')
}

async function addSessions(
  tx: Tx,
  { id: userId, sessions: opened, browsers: known, ip, userAgent }: Person,
  { passkeyIds, now }: { passkeyIds: string[]; now: number },
): Promise<void> {
  for (const [index, { id, secret }] of opened.entries()) {
    const at = { ...tx, now: now - (SESSIONS - index) * 3_600_000 }
    const browser = sha256(known[index] ?? '')
    const expiresAt = at.now + 30 * DAY
    await sessions.insert(at, {
      id,
      tokenHash: sha256(secret),
      userId,
      way: 'passkey',
      passkeyId: passkeyIds[index % PASSKEYS] ?? null,
      ip,
      userAgent,
      browser,
      expiresAt,
      confirmedAt: at.now,
    })
    await browsers.see(at, { userId, browser })
    await networks.see(at, { userId, network: sha256(`${userId} ${ip}`) })
  }
}

async function addEvents(tx: Tx, { id: userId, ip, userAgent }: Person, signedUpAt: number): Promise<void> {
  let before = CHAIN_START
  for (let seq = 1; seq <= EVENTS; seq += 1) {
    const [kind, details] =
      seq === 1
        ? ['account_created', { passkey: 'Passkey 1' }]
        : ['signed_in', { way: 'passkey', passkey: 'Passkey 1' }]
    const event = { seq, at: signedUpAt + (seq - 1) * EVENT_EVERY, kind, sessionId: null, ip, userAgent, details }
    const hash = chainHash(before, userId, event)
    await events.insert(tx, { ...event, userId, details: JSON.stringify(details), hash })
    before = hash
  }
}
