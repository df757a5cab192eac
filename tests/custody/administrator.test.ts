import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { KEPT_FOR } from '#server/custody/retire.ts'
import { DOCUMENT } from '#tests/helpers/document.ts'
import { makeAuthenticator, type Person, signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { makeOwner, signUpReady } from '#tests/server/admin/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { askOptions, finish, knock, startWait } from '#tests/server/recoveries/steps.ts'
import { DAY, HOUR } from '#tests/server/second-factor/steps.ts'

const WALKS = 12
const STEPS = 40

type Sent = { method: string; path: string; body?: object }
type Game = { world: TestWorld; person: Person; admin: Person; chance: (below: number) => number }

/** What an administrator sends to each route that changes something, about one person. A test holds the list complete. */
const ACTS: Record<string, (game: Game) => Sent['body']> = {
  'POST /admin/people/search': () => ({ search: 'person' }),
  'POST /admin/people/{id}/suspend': ({ world, chance }) => ({
    reason: 'Because',
    ...(chance(2) === 0 && { until: world.now() + (1 + chance(72)) * HOUR }),
  }),
  'POST /admin/people/{id}/unsuspend': () => ({}),
  'POST /admin/people/{id}/end-sessions': () => ({ reason: 'Because' }),
  'POST /admin/people/{id}/cancel-recovery': () => ({ reason: 'Because' }),
  'POST /admin/people/{id}/grant-role': () => ({ role: 'helper' }),
  'POST /admin/people/{id}/remove-role': () => ({ role: 'helper' }),
  'POST /admin/people/{id}/confirm-roles': () => ({}),
  'POST /admin/approvals/{id}/approve': () => ({}),
  'POST /admin/approvals/{id}/decline': () => ({ reason: 'Because' }),
  'POST /admin/mail/retry': () => ({}),
  'POST /admin/mail/test': () => ({}),
  'PUT /admin/settings/sign-up': ({ chance }) => ({ mode: 'closed', version: chance(3) }),
  'POST /admin/invitations': ({ person }) => ({ email: person.email, days: 1 }),
  'POST /admin/invitations/{id}/revoke': () => ({}),
  'PUT /admin/groups/{key}': () => ({ name: 'Finance', domains: ['example.com'] }),
  'DELETE /admin/groups/{key}': () => undefined,
  'PUT /admin/groups/{key}/members/{id}': () => ({}),
  'DELETE /admin/groups/{key}/members/{id}': () => undefined,
  'PUT /admin/app-roles/{app}/{key}': () => ({ name: 'Owner', permissions: ['read:*'], includes: [] }),
  'DELETE /admin/app-roles/{app}/{key}': () => undefined,
  'PUT /admin/app-roles/{app}/{key}/people/{id}': () => ({}),
  'DELETE /admin/app-roles/{app}/{key}/people/{id}': () => undefined,
  'PUT /admin/app-roles/{app}/{key}/groups/{group}': () => ({}),
  'DELETE /admin/app-roles/{app}/{key}/groups/{group}': () => undefined,
  'PUT /admin/policies/{app}/{id}': () => ({
    effect: 'permit',
    actions: ['read:all'],
    when: { all: [] },
    enabled: true,
    version: 0,
  }),
  'DELETE /admin/policies/{app}/{id}': () => undefined,
  'POST /admin/decisions': ({ person }) => ({ app: 'latchkey', person: person.userId, action: 'read:all' }),
  'POST /admin/service-keys': () => ({ app: 'latchkey', name: 'All' }),
  'DELETE /admin/service-keys/{id}': () => undefined,
}
const NAMES = Object.keys(ACTS)
/** What takes something away is done more often than the rest. */
const OFTEN = [
  ...NAMES.filter((name) => name.includes('/people/{id}/')),
  ...NAMES.filter((name) => name.endsWith('suspend')),
  ...NAMES.filter((name) => name.endsWith('suspend')),
]

test('every route with which administrators change something is played', () => {
  const routes = Object.entries(DOCUMENT.paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => path.startsWith('/admin/') && method !== 'get')
      .map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(routes.toSorted()).toEqual(NAMES.toSorted())
})

test.each([
  ['that an administrator ends', {}],
  ['that ends by itself', { for: DAY }],
])(
  'a wait is over after a suspension %s, because the owner could not come meanwhile',
  async (_, { for: length }: { for?: number }) => {
    const world = makeWorld()
    const person = await signUpReady(world)
    const { client } = await makeOwner(world)
    const thief = await startWait(world, person)
    const until = length === undefined ? {} : { until: world.now() + length }
    await client.post(`/api/admin/people/${person.userId}/suspend`, { reason: 'Because', ...until })
    world.turnClock(HOUR / 2)
    await client.post(`/api/admin/people/${person.userId}/unsuspend`)
    world.turnClock(DAY)
    await houseKeep(world)
    const road = await knock(world, person, thief.client)
    expect((await askOptions(road)).body.code).toBe('recovery_not_ready')
  },
)

describe('an owner of the instance who is a thief of the person’s mailbox too', () => {
  test.each(Array.from({ length: WALKS }, (_, seed) => seed + 1))(
    'brings no way in, no session and no end of a wait nearer by an act of administration: walk %i',
    async (seed) => {
      const chance = dice(seed)
      const world = makeWorld()
      const game: Game = { world, person: await signUpReady(world), admin: await makeOwner(world), chance }
      // Whoever administers is not suspended by the walk: there is another owner.
      await makeOwner(world)
      let thief = await knock(world, game.person)
      let isOver = false
      for (let step = 0; step < STEPS && !isOver; step += 1) {
        const draw = chance(10)
        if (draw < 6) await administer(game)
        else if (draw < 7) await come(game)
        else if (draw < 8) {
          thief = await knock(world, game.person).catch(() => thief)
          await thief.client.post('/api/recovery/start', { ceremony: thief.pass.ceremony })
        } else if (draw < 9) {
          thief = await knock(world, game.person).catch(() => thief)
          isOver = await completes(game, thief)
        }
        world.turnClock((1 + chance(16)) * HOUR)
        await houseKeep(world)
      }
      expect(await rows(world, 'select 1 from users where id = ?', game.person.userId)).toHaveLength(1)
    },
  )
})

/** One act of administration, and what it may change. */
async function administer(game: Game): Promise<void> {
  const { world, person, admin, chance } = game
  const from = chance(3) === 0 ? NAMES : OFTEN
  const name = from[chance(from.length)] ?? ''
  await signIn(admin.client, admin.authenticator)
  const before = await look(world, person.userId)
  const [method = '', template = ''] = name.split(' ')
  const parts: Record<string, string> = { key: 'owner', app: 'latchkey', group: 'owner', id: person.userId }
  const path = `/api${template.replaceAll(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '')}`
  const body = ACTS[name]?.(game)
  const answer =
    method === 'DELETE'
      ? await admin.client.delete(path)
      : method === 'PUT'
        ? await admin.client.put(path, body)
        : await admin.client.post(path, body)
  const after = await look(world, person.userId)

  expect(after.ways, name).toEqual(before.ways)
  expect(
    after.sessions.filter((id) => !before.sessions.includes(id)),
    name,
  ).toEqual([])
  expect(
    after.recoveries.map(({ id }) => id),
    name,
  ).toEqual(before.recoveries.map(({ id }) => id))
  const others = after.recoveries.map((recovery, at) =>
    recovery.state === 'cancelled' ? before.recoveries[at] : recovery,
  )
  expect(others, name).toEqual(before.recoveries)
  expect(after.left, name).toEqual(before.left)
  const { user } = (await admin.client.get('/api/session')).body as { user: { id: string } }
  expect(user.id).toBe(admin.userId)
  // No answer has what opens an account.
  for (const secret of ['session', 'codes', 'backupCodes', 'credential'])
    expect(answer.body, name).not.toHaveProperty(secret)
}

/** The owner comes and signs in, unless they are suspended. */
async function come({ person }: Game): Promise<void> {
  expect([200, 401, 403, 409]).toContain((await signIn(person.client, person.authenticator)).status)
}

/** The thief completes a recovery if they can: only after a day on which the owner could come and cancel it. */
async function completes(game: Game, thief: Awaited<ReturnType<typeof knock>>): Promise<boolean> {
  const { world, person } = game
  const options = await askOptions(thief)
  if (options.status !== 200) return false
  const begun = options.body as { ceremony: string; options: never }
  const answer = await finish({ client: thief.client, ...begun, authenticator: makeAuthenticator(world) })
  if (answer.status >= 300) return false
  const [recovery] = await rows<{ startedAt: number }>(
    world,
    `select started_at as "startedAt" from recoveries where user_id = ? and state = 'completed'`,
    person.userId,
  )
  const [suspension] = await rows<{ at: number }>(
    world,
    `select coalesce(max(at), 0) as "at" from admin_events where target = ? and act in ('person_suspended', 'person_unsuspended')`,
    person.userId,
  )
  const since = Math.max(recovery?.startedAt ?? 0, suspension?.at ?? 0)
  expect(world.now() - since).toBeGreaterThanOrEqual(DAY)
  // Nothing that administrators do now hinders the owner to take the account back.
  for (let days = 0; days < 8; days += 1) {
    await administer(game)
    world.turnClock(DAY)
    await houseKeep(world)
  }
  const { admin } = game
  await signIn(admin.client, admin.authenticator)
  await admin.client.post(`/api/admin/people/${person.userId}/unsuspend`)
  return true
}

/** Everything of a person that decides who gets in, and how long what is kept of them stays while they can act. */
async function look(world: TestWorld, userId: string) {
  const of = (sql: string) => rows(world, sql, userId)
  const [[user], kept, sessions, recoveries, ...ways] = await Promise.all([
    rows<{ until: number | null; at: number | null }>(
      world,
      'select suspended_at as "at", suspended_until as "until" from users where id = ?',
      userId,
    ),
    rows<{ id: string; retiredAt: number }>(
      world,
      'select id, retired_at as "retiredAt" from retired where user_id = ? order by id',
      userId,
    ),
    rows<{ id: string }>(world, 'select id from sessions where user_id = ?', userId),
    rows<{ id: string; state: string; readyAt: number | null; startedAt: number | null }>(
      world,
      'select id, state, started_at as "startedAt", ready_at as "readyAt" from recoveries where user_id = ? order by id',
      userId,
    ),
    of('select credential_id, public_key, created_at from passkeys where user_id = ? order by id'),
    of('select * from totp where user_id = ?'),
    of('select * from backup_codes where user_id = ?'),
    of('select * from passwords where user_id = ?'),
    of('select address, canonical, is_primary, created_at from emails where user_id = ? order by canonical'),
  ])
  const now = world.now()
  const isSuspended = user?.at !== null && (user?.until === null || (user?.until ?? 0) > now)
  const back = isSuspended ? (user?.until ?? Date.UTC(9999, 0)) : now
  return {
    ways,
    sessions: sessions.map(({ id }) => id),
    recoveries,
    left: kept.map(({ id, retiredAt }) => [id, Math.max(retiredAt + KEPT_FOR - back, 0)]),
  }
}

/** Numbers below another one, the same for the same seed (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
