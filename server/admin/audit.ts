import * as adminEvents from '#db/admin-events.ts'
import * as people from '#db/people.ts'
import type { Reader, Tx } from '#db/engine/database.ts'
import type { Sender } from '#server/actor.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { CHAIN_START } from '#server/audit/chain.ts'
import { sha256 } from '#server/crypto/keys.ts'
import { takeTurn } from '#server/export/turns.ts'
import { countTry } from '#server/limits.ts'
import type { World } from '#server/world.ts'

/** Everything that administrators do and that changes something. */
export type AdminAct =
  | 'first_owner_made'
  | 'person_suspended'
  | 'person_unsuspended'
  | 'sessions_ended'
  | 'recovery_cancelled'
  | 'role_granted'
  | 'role_removed'
  | 'roles_confirmed'
  | 'group_put'
  | 'group_removed'
  | 'member_put'
  | 'member_removed'
  | 'app_role_put'
  | 'app_role_removed'
  | 'app_role_given'
  | 'app_role_taken'
  | 'policy_put'
  | 'policy_removed'
  | 'service_key_made'
  | 'service_key_revoked'
  | 'sign_up_changed'
  | 'invited'
  | 'invitation_revoked'
  | 'person_approved'
  | 'person_declined'
  | 'letters_retried'

/** Who acted: an administrator, or the operator at the command line. */
export type AdminWitness = Pick<Sender, 'ip' | 'userAgent'> & { actor: string }

export const OPERATOR: AdminWitness = { actor: 'operator', ip: '', userAgent: '' }

export function witnessOf({ userId, ip, userAgent }: Admin): AdminWitness {
  return { actor: userId, ip, userAgent }
}

type Acted = { act: AdminAct; target: string; reason?: string; details?: Record<string, unknown> }

/** Appends to the chain of what administrators did, in the transaction of the act, after `waitForOtherAdmins`. */
export async function recordAct(tx: Tx, witness: AdminWitness, acted: Acted): Promise<void> {
  const last = await adminEvents.findLast(tx)
  const { act, target, reason = '', details = {} } = acted
  const { actor, ip, userAgent } = witness
  const event = { seq: (last?.seq ?? 0) + 1, at: tx.now, actor, act, target, reason, details, ip, userAgent }
  const hash = actHash(last?.hash ?? CHAIN_START, event)
  await adminEvents.insert(tx, { ...event, details: JSON.stringify(details), hash })
}

/** One act as it is shown and exported. Times are epoch milliseconds. */
export type ShownAct = Omit<adminEvents.AdminEvent, 'details'> & { details: Record<string, unknown> }

/** Returns the hash of an act: SHA-256 in base64url over the hash before it and its values, in this order, as JSON. */
function actHash(before: string, act: Omit<ShownAct, 'hash'>): string {
  const { seq, at, actor, target, reason, ip, userAgent, details } = act
  return sha256(
    JSON.stringify([before, seq, at, actor, act.act, target, reason, ip, userAgent, JSON.stringify(details)]),
  )
}

/** Returns the number of the first act that is missing, out of order or changed; undefined if the chain is intact. */
export function firstBrokenAct(acts: ShownAct[], start = { seq: 0, hash: CHAIN_START }): number | undefined {
  let before = start.hash
  for (const [index, act] of acts.entries()) {
    const seq = start.seq + index + 1
    if (act.seq !== seq || act.hash !== actHash(before, act)) return seq
    before = act.hash
  }
  return undefined
}

type Asked = { before?: number; limit?: number; target?: string }

/** Somebody whom an act names, while the account exists. */
export type Named = { id: string; name: string; email: string }

/**
 * Returns what administrators did before a number, newest first, and the number with which to ask for older acts: everything,
 * or only what was done to one `target`. `named` has the people in it who still exist.
 */
export function listActs(
  world: World,
  admin: Admin,
  asked: Asked,
): Promise<{ acts: ShownAct[]; named: Named[]; next?: number }> {
  requirePermission(admin, 'read:audit')
  return world.db.read((reader) => readActs(reader, asked))
}

async function readActs(
  reader: Reader,
  { before = Number.MAX_SAFE_INTEGER, limit = 50, target }: Asked,
): Promise<{ acts: ShownAct[]; named: Named[]; next?: number }> {
  const page = { before, most: limit + 1 }
  const rows = await (target === undefined
    ? adminEvents.list(reader, page)
    : adminEvents.listByTarget(reader, { target, ...page }))
  const acts = rows.slice(0, limit).map(shownAct)
  const ids = new Set(acts.flatMap(({ actor, target: to }) => [actor, to]))
  const found = await Promise.all([...ids].map((id) => people.find(reader, id)))
  return {
    acts,
    named: found.flatMap((person) => (person ? [{ id: person.id, name: person.name, email: person.email }] : [])),
    next: rows.length > limit ? acts.at(-1)?.seq : undefined,
  }
}

function shownAct(row: adminEvents.AdminEvent): ShownAct {
  // `recordAct` wrote it from an object.
  return { ...row, details: JSON.parse(row.details) as Record<string, unknown> }
}

/** Everything that administrators did, as a file. The acts come in pages, the oldest first. */
type AuditExport = { format: 'latchkey-audit-1'; exportedAt: number; acts: AsyncIterable<ShownAct[]> }

/**
 * Returns the whole chain up to now, which `latchkey verify-activity` checks without a server. Refuses while the
 * administrator has another export under way, and past a few an hour.
 */
export async function exportActs(world: World, admin: Admin): Promise<AuditExport> {
  requirePermission(admin, 'read:audit')
  const done = takeTurn(world, admin.userId)
  try {
    await countTry(world, { exports: admin.userId })
    const last = await world.db.read(adminEvents.findLast)
    return { format: 'latchkey-audit-1', exportedAt: world.now(), acts: actPages(world, last?.seq ?? 0, done) }
  } catch (error) {
    done()
    throw error
  }
}

/** How many acts are read at once, so that other requests do not wait long. */
const PAGE = 200

async function* actPages(world: World, last: number, done: () => void): AsyncGenerator<ShownAct[]> {
  try {
    for (let after = 0; after < last; ) {
      const span = { after, most: Math.min(PAGE, last - after) }
      const rows = await world.db.read((reader) => adminEvents.listAfter(reader, span))
      if (rows.length === 0) return
      yield rows.map(shownAct)
      after += rows.length
    }
  } finally {
    done()
  }
}
