import * as backupCodes from '#db/backup-codes.ts'
import * as emails from '#db/emails.ts'
import * as grants from '#db/grants.ts'
import * as passkeys from '#db/passkeys.ts'
import * as passwords from '#db/passwords.ts'
import * as people from '#db/people.ts'
import * as recoveries from '#db/recoveries.ts'
import * as totp from '#db/totp.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { type AccessOfPerson, accessOf } from '#server/admin/people/access.ts'
import { type ListedPerson, listedPerson } from '#server/admin/people/list.ts'
import { factsOf, withoutCopied } from '#server/check-up/facts.ts'
import { type Lost, remainingWays, type Way } from '#server/check-up/remaining.ts'
import { AppError } from '#server/errors.ts'
import {
  isOwnRole,
  outranks,
  OWN_ROLES,
  type OwnRole,
  type Permission,
  permissionsOf,
  rankOf,
} from '#server/roles/own-roles.ts'
import { livenessNow } from '#server/sessions/check.ts'
import { shownSessions, type ShownSession } from '#server/sessions/list.ts'
import type { Language } from '#server/words/language.ts'
import type { World } from '#server/world.ts'

/** What is shown of a person: what they can do, never a key, a code or an id of a way in. */
export type PersonFacts = ListedPerson & {
  addresses: { address: string; primary: boolean }[]
  passkeys: { name: string; synced: boolean; createdAt: number }[]
  app: boolean
  backupCodes: number
  password: boolean
  /** When the wait of the first recovery that is under way is over. */
  recovery?: { readyAt?: number }
  roles: { role: OwnRole; until?: number }[]
  /** The groups and the roles in apps, with where they come from. */
  access: AccessOfPerson
  /** Somebody recovered the account, and no owner has confirmed its roles since. */
  rolesSuspended: boolean
  sessions: Pick<ShownSession, 'way' | 'device' | 'createdAt' | 'lastSeenAt'>[]
  /** What remains to sign in with if something is lost. */
  losses: { what: Lost; ways: Way[] }[]
}

/** The same, with what the administrator who looks may do. */
export type ShownPerson = PersonFacts & {
  /** What the administrator may do to this person: nothing to themselves, nor to somebody of their rank or above. */
  may: Permission[]
  /** The roles that the administrator may give to this person, or take. */
  givable: OwnRole[]
}

const LOSSES: Lost[] = ['device', 'phone', 'mailbox']

/** Returns one person. Refuses with `not_found`. */
export async function readPerson(world: World, admin: Admin, { id }: { id: string }): Promise<ShownPerson> {
  requirePermission(admin, 'read:people')
  const { active, ...facts } = await personFacts(world, id, admin.language)
  return { ...facts, ...mayOn(admin, id, active) }
}

/** The read of one person, with the roles that count now, for administrators and for the operator. */
export async function personFacts(
  world: World,
  id: string,
  language: Language,
): Promise<PersonFacts & { active: OwnRole[] }> {
  const now = world.now()
  return world.db.read(async (reader) => {
    const person = await people.find(reader, id)
    if (!person) throw new AppError('not_found')
    const nobody = { userId: id, sessionId: '', language, ip: '' }
    const [addresses, owned, app, codes, password, recovery, granted, sessions, access] = await Promise.all([
      emails.list(reader, id),
      passkeys.list(reader, id),
      totp.find(reader, id),
      backupCodes.count(reader, id),
      passwords.find(reader, id),
      recoveries.findFirstLive(reader, id, now),
      grants.list(reader, id),
      shownSessions(reader, nobody, livenessNow(world)),
      accessOf(reader, { userId: id, email: person.email, now }),
    ])
    const rows = {
      passkeys: owned,
      app,
      codesLeft: codes.remaining,
      password: password !== undefined,
      addresses,
      recovering: recovery !== undefined,
    }
    const facts = withoutCopied(factsOf(rows, now))
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
      access,
      rolesSuspended: person.rolesSuspendedAt !== null,
      losses: LOSSES.map((what) => ({ what, ways: remainingWays(facts, what) })),
      active: activeRoles(granted, person, now),
    }
  })
}

/** Returns the roles that count for a person now. */
function activeRoles(granted: grants.Grant[], { rolesSuspendedAt }: people.Person, now: number): OwnRole[] {
  if (rolesSuspendedAt !== null) return []
  return granted
    .filter(({ until }) => until === null || until > now)
    .flatMap(({ role }) => (isOwnRole(role) ? [role] : []))
}

/** Returns what an administrator may do to a person with these roles, as `onPerson` decides it. */
function mayOn({ userId, roles }: Admin, id: string, theirs: OwnRole[]): Pick<ShownPerson, 'may' | 'givable'> {
  const rank = rankOf(roles)
  if (id === userId || !outranks(rank, rankOf(theirs))) return { may: [], givable: [] }
  const may = permissionsOf(roles)
  const givable = may.includes('grant:roles') ? OWN_ROLES.filter((role) => outranks(rank, rankOf([role]))) : []
  return { may, givable }
}
