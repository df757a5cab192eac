import { createHash } from 'node:crypto'

/** Events that record a refusal in the owner's activity; nothing else there shows it. */
const NOTED = ['sign_in_failed', 'confirmation_failed', 'code_wrong', 'password_wrong', 'passkey_counter_regressed']
/** Letters that tell an owner about refusals. */
const TOLD = ['suspicious-sign-in', 'wrong-codes-in-session', 'passkey-counter-regressed']

/**
 * What must be unchanged after a refusal, table by table. These are left out, for a reason:
 * - `limits`, `guesses`, `sessions.wrong_codes`: every attempt is counted, and refused ones above all.
 * - `joined_letters`: a request past a budget waits for a shared letter.
 * - `spent`: a wrong answer ends its ceremony; unknown addresses cost as much as known ones.
 * - `events` and `outbox` of the kinds above: the owner is told.
 * - `outbox`, the progress of a letter, and decoy letters: delivery changes them at any moment.
 * - `sessions.last_seen_at` and `.ip`: the request itself. `passkeys.regressed_at`: a valid signature with a lower counter.
 * - `migrations`: written before the server answers. `instance`: the clock of testing mode is turned there.
 */
const KEPT: Record<string, string> = {
  users: 'select * from users',
  emails: 'select * from emails',
  passkeys:
    'select id, user_id, credential_id, public_key, sign_count, uv_initialized, backup_eligible, backup_state, transports, aaguid, name, created_at, last_used_at, last_used_ip, last_used_user_agent from passkeys',
  sessions:
    'select id, token_hash, user_id, way, passkey_id, user_agent, browser, created_at, expires_at, confirmed_at, touched_for, touched_at from sessions',
  browsers: 'select * from browsers',
  networks: 'select * from networks',
  events: `select user_id, at, kind, session_id, ip, user_agent, details from events where kind not in (${NOTED.map((kind) => `'${kind}'`).join(', ')})`,
  outbox: `select id, recipient, letter, params from outbox where recipient <> '' and letter not in (${TOLD.map((letter) => `'${letter}'`).join(', ')})`,
  totp: 'select * from totp',
  backup_codes: 'select * from backup_codes',
  passwords: 'select * from passwords',
  recoveries: 'select * from recoveries',
  retired: 'select * from retired',
  event_cuts: 'select * from event_cuts',
  pictures: 'select * from pictures',
  grants: 'select * from grants',
  admin_events: 'select * from admin_events',
  groups: 'select * from groups',
  group_domains: 'select * from group_domains',
  members: 'select * from members',
  app_roles: 'select * from app_roles',
  person_roles: 'select * from person_roles',
  group_roles: 'select * from group_roles',
  policies: 'select * from policies',
  service_keys: 'select * from service_keys',
  settings: 'select * from settings',
  invitations: 'select * from invitations',
  invitation_uses: 'select * from invitation_uses',
}
const LEFT_OUT = ['limits', 'joined_letters', 'guesses', 'spent', 'migrations', 'instance']

export type Digest = Record<string, string>
export type Eyes = {
  /** The current content, a hash per table. */
  digest: () => Promise<Digest>
  /** The number that a statement counts. */
  count: (sql: string) => Promise<number>
  /** Empty if the database is sound: it passes its own check, and has no dangling references and no half-created accounts. */
  ills: () => Promise<string[]>
  close: () => Promise<void>
}

/** How an engine is asked. `watch` knows what to ask for. */
export type Asking = {
  /** The names of all tables. */
  tables: () => Promise<string[]>
  /** The rows of a statement, in an order that only depends on them. */
  rows: (sql: string) => Promise<unknown[][]>
  /** What the engine itself finds wrong. */
  faults: () => Promise<string[]>
  close: () => Promise<void>
}

const HALF: Record<string, string> = {
  'people without an address':
    'users where not exists (select 1 from emails where user_id = users.id and is_primary = 1)',
  'people without a passkey': 'users where not exists (select 1 from passkeys where user_id = users.id)',
  'people without a beginning': "users where id not in (select user_id from events where kind = 'account_created')",
  'sessions without an event':
    "sessions where user_id not in (select user_id from events where kind in ('account_created', 'signed_in', 'recovery_completed'))",
  'events of nobody': 'events where user_id not in (select id from users)',
  'events out of place': 'events join users on users.id = events.user_id where place <> number * 4294967296 + seq',
}

/** Watches a database from outside. Throws if a table is neither compared nor left out. */
export async function watch({ tables, rows, faults, close }: Asking): Promise<Eyes> {
  const strange = (await tables()).filter((name) => !(name in KEPT) && !LEFT_OUT.includes(name))
  if (strange.length > 0) throw new Error(`Say of ${strange.join(', ')} whether a refusal may change it.`)

  const count = async (sql: string) => Number((await rows(`select count(*) from ${sql}`))[0]?.[0])
  return {
    async digest() {
      const digest: Digest = {}
      for (const [name, sql] of Object.entries(KEPT)) digest[name] = hashOf(await rows(sql))
      return digest
    },
    count,
    async ills() {
      const ills = await faults()
      for (const [name, sql] of Object.entries(HALF)) if ((await count(sql)) > 0) ills.push(name)
      return ills
    },
    close,
  }
}

function hashOf(rows: unknown[]): string {
  return createHash('sha1').update(JSON.stringify(rows)).digest('hex')
}

/** The tables that differ between two moments. */
export function differences(before: Digest, after: Digest): string[] {
  return Object.keys(after).filter((table) => before[table] !== after[table])
}
