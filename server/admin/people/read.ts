import * as backupCodes from '#db/backup-codes.ts'
import * as emails from '#db/emails.ts'
import * as grants from '#db/grants.ts'
import * as passkeys from '#db/passkeys.ts'
import * as passwords from '#db/passwords.ts'
import * as people from '#db/people.ts'
import * as recoveries from '#db/recoveries.ts'
import * as totp from '#db/totp.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { type ListedPerson, listedPerson } from '#server/admin/people/list.ts'
import { AppError } from '#server/errors.ts'
import { isOwnRole, type OwnRole } from '#server/roles/own-roles.ts'
import { livenessNow } from '#server/sessions/check.ts'
import { shownSessions, type ShownSession } from '#server/sessions/list.ts'
import type { Language } from '#server/words/language.ts'
import type { World } from '#server/world.ts'

/** What an administrator sees of a person: what they can do, never a key, a code or an id of a way in. */
export type ShownPerson = ListedPerson & {
  addresses: { address: string; primary: boolean }[]
  passkeys: { name: string; synced: boolean; createdAt: number }[]
  app: boolean
  backupCodes: number
  password: boolean
  /** When the wait of the first recovery that is under way is over. */
  recovery?: { readyAt?: number }
  roles: { role: OwnRole; until?: number }[]
  sessions: Pick<ShownSession, 'way' | 'device' | 'createdAt' | 'lastSeenAt'>[]
}

/** Returns one person. Refuses with `not_found`. */
export async function readPerson(world: World, admin: Admin, { id }: { id: string }): Promise<ShownPerson> {
  requirePermission(admin, 'read:people')
  return shownPerson(world, id, admin.language)
}

/** The read of one person, for administrators and for the operator. */
export async function shownPerson(world: World, id: string, language: Language): Promise<ShownPerson> {
  const now = world.now()
  return world.db.read(async (reader) => {
    const person = await people.find(reader, id)
    if (!person) throw new AppError('not_found')
    const nobody = { userId: id, sessionId: '', language, ip: '' }
    const [addresses, owned, app, codes, password, recovery, granted, sessions] = await Promise.all([
      emails.list(reader, id),
      passkeys.list(reader, id),
      totp.find(reader, id),
      backupCodes.count(reader, id),
      passwords.find(reader, id),
      recoveries.findFirstLive(reader, id, now),
      grants.list(reader, id),
      shownSessions(reader, nobody, livenessNow(world)),
    ])
    return {
      ...listedPerson(person, now),
      addresses: addresses.map(({ address, isPrimary }) => ({ address, primary: isPrimary === 1 })),
      passkeys: owned.map(({ name, backupState, createdAt }) => ({ name, synced: backupState, createdAt })),
      app: app?.suspendedAt === null,
      backupCodes: codes.remaining,
      password: password !== undefined,
      recovery: recovery && { readyAt: recovery.readyAt ?? undefined },
      roles: granted.flatMap(({ role, until }) => (isOwnRole(role) ? [{ role, until: until ?? undefined }] : [])),
      sessions: sessions.map(({ way, device, createdAt, lastSeenAt }) => ({ way, device, createdAt, lastSeenAt })),
    }
  })
}
