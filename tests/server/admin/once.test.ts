import { describe, expect, test } from 'vitest'
import { type Answer, type Client, statusesOf } from '#tests/helpers/client.ts'
import { touch } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { makeOwner, signUpReady } from '#tests/server/admin/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, MINUTE } from '#tests/server/second-factor/steps.ts'
import type { Touch } from '#server/touches.ts'

const ADMIN = '/api/admin'
const POLICY = { effect: 'permit', actions: ['read:all'], when: { all: [] }, enabled: true }

type Request = (id: string, key: string) => [method: string, path: string, body?: object]

/** Every act on access, on what `prepare` has made. */
const ACTS: Record<string, Request> = {
  put_group: () => ['PUT', 'groups/sales', { name: 'Sales', domains: ['example.net'] }],
  remove_group: () => ['DELETE', 'groups/finance'],
  put_member: (id) => ['PUT', `groups/finance/members/${id}`, { until: 4_000_000_000_000 }],
  remove_member: (id) => ['DELETE', `groups/finance/members/${id}`],
  put_app_role: () => ['PUT', 'app-roles/billing/viewer', { name: 'Viewer', permissions: [], includes: [] }],
  remove_app_role: () => ['DELETE', 'app-roles/billing/approver'],
  give_app_role: (id) => ['PUT', `app-roles/billing/approver/people/${id}`, { until: 4_000_000_000_000 }],
  take_app_role: (id) => ['DELETE', `app-roles/billing/approver/people/${id}`],
  put_policy: () => ['PUT', 'policies/billing/all', { ...POLICY, enabled: false, version: 1 }],
  remove_policy: () => ['DELETE', 'policies/billing/all'],
  make_service_key: () => ['POST', 'service-keys', { app: 'billing', name: 'More' }],
  revoke_service_key: (_id, key) => ['DELETE', `service-keys/${key}`],
}

/** An owner, and somebody in a group with a role; a policy and a service key. */
async function prepare(world: TestWorld) {
  const owner = await makeOwner(world)
  const { userId } = await signUpReady(world)
  const { client } = owner
  done(await client.put(`${ADMIN}/groups/finance`, { name: 'Finance', domains: [] }))
  done(await client.put(`${ADMIN}/groups/finance/members/${userId}`, {}))
  done(await client.put(`${ADMIN}/app-roles/billing/approver`, { name: 'Approver', permissions: [], includes: [] }))
  done(await client.put(`${ADMIN}/app-roles/billing/approver/people/${userId}`, {}))
  done(await client.put(`${ADMIN}/policies/billing/all`, { ...POLICY, version: 0 }))
  const { id } = done(await client.post(`${ADMIN}/service-keys`, { app: 'billing', name: 'Invoices' })).body
  return { ...owner, subject: userId, key: String(id) }
}

/** Everything that these acts change, and their audit. */
const held = (world: TestWorld) =>
  Promise.all(
    ['groups', 'group_domains', 'members', 'app_roles', 'person_roles', 'policies', 'service_keys', 'admin_events'].map(
      (table) => rows(world, `select * from ${table} order by 1, 2`),
    ),
  )

const send = (client: Client, [method, path, body]: ReturnType<Request>): Promise<Answer> =>
  client.send(method, `${ADMIN}/${path}`, body)

describe.each(Object.entries(ACTS))('the act %s with one touch', (act, request) => {
  test('is done once: the same request again, and twenty times at once, changes nothing more', async () => {
    const world = makeWorld()
    const { client, authenticator, subject, key } = await prepare(world)
    const asked = await send(client, request(subject, key))
    expect(asked.body).toMatchObject({ code: 'touch_required', act })
    done(await touch(client, authenticator, asked.body as Touch))
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(client, request(subject, key))))
    const [first, ...others] = statusesOf(answers)
    expect(first).toBeLessThan(300)
    expect(Math.min(...others)).toBeGreaterThanOrEqual(400)
    expect(Math.max(...others)).toBeLessThan(500)
    const before = await held(world)
    expect((await send(client, request(subject, key))).status).toBe(403)
    expect(await held(world)).toEqual(before)
    const [, second] =
      before
        .at(-1)
        ?.filter((event) => event.actor !== 'operator')
        .toReversed() ?? []
    expect(second?.act).toBe('service_key_made')
  })

  test('is refused a millisecond too late, and by a person without a role, and nothing changes', async () => {
    const world = makeWorld()
    const { client, authenticator, subject, key } = await prepare(world)
    const other = await signUpReady(world)
    const asked = await send(client, request(subject, key))
    done(await touch(client, authenticator, asked.body as Touch))
    const before = await held(world)
    world.turnClock(10 * MINUTE)
    expect((await send(client, request(subject, key))).body.code).toBe('touch_required')
    expect((await send(other.client, request(subject, key))).status).toBe(404)
    expect(await held(world)).toEqual(before)
  })
})
