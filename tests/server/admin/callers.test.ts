import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OWN_ROLES, type OwnRole } from '#server/roles/own-roles.ts'
import type { Client } from '#tests/helpers/client.ts'
import { type Person, signIn, signUp, touch } from '#tests/helpers/people.ts'
import { makeWorld, openWorld, type TestWorld } from '#tests/helpers/world.ts'
import { makeOwner, PEOPLE, signUpReady, signUpWithRole } from '#tests/server/admin/steps.ts'
import { HOUR, MINUTE, signInByPassword, signUpWithApp, stranger } from '#tests/server/second-factor/steps.ts'
import { contentOf } from '#server/admin/acts.ts'
import { grantRoleAsOperator } from '#server/admin/as-operator.ts'

type Send = (client: Client, id: string) => ReturnType<Client['get']>
type Route = { send: Send; act?: string; roles: OwnRole[]; allowed: number }

const EVERYBODY = [...OWN_ROLES]
const HELPERS: OwnRole[] = ['owner', 'admin', 'helper']
const ADMINS: OwnRole[] = ['owner', 'admin']
const NOBODY = 'A'.repeat(22)
const reason = 'You asked us on the phone'

/** Every route of administration: who may use it, the act that a touch is for, and what it answers then. */
const ROUTES: Record<string, Route> = {
  'GET people': { send: (client) => client.send('GET', PEOPLE), roles: EVERYBODY, allowed: 200 },
  search: {
    send: (client) => client.send('POST', `${PEOPLE}/search`, { search: 'person' }),
    roles: EVERYBODY,
    allowed: 200,
  },
  'GET a person': { send: (client, id) => client.send('GET', `${PEOPLE}/${id}`), roles: EVERYBODY, allowed: 200 },
  'GET audit': {
    send: (client) => client.send('GET', '/api/admin/audit'),
    roles: ['owner', 'admin', 'auditor'],
    allowed: 200,
  },
  'GET audit export': {
    send: (client) => client.send('GET', '/api/admin/audit/export'),
    roles: ['owner', 'admin', 'auditor'],
    allowed: 200,
  },
  'GET overview': { send: (client) => client.send('GET', '/api/admin/overview'), roles: EVERYBODY, allowed: 200 },
  'GET mail': { send: (client) => client.send('GET', '/api/admin/mail'), roles: EVERYBODY, allowed: 200 },
  'GET keys': {
    send: (client) => client.send('GET', '/api/admin/keys'),
    roles: ['owner', 'auditor'],
    allowed: 200,
  },
  'test letter': {
    send: (client) => client.send('POST', '/api/admin/mail/test', {}),
    roles: ADMINS,
    allowed: 204,
  },
  'retry letters': {
    send: (client) => client.send('POST', '/api/admin/mail/retry', {}),
    act: 'retry_letters',
    roles: ADMINS,
    allowed: 200,
  },
  suspend: {
    send: (client, id) => client.send('POST', `${PEOPLE}/${id}/suspend`, { reason }),
    act: 'suspend_person',
    roles: ADMINS,
    allowed: 204,
  },
  unsuspend: {
    send: (client, id) => client.send('POST', `${PEOPLE}/${id}/unsuspend`, {}),
    act: 'unsuspend_person',
    roles: ADMINS,
    allowed: 409,
  },
  'end sessions': {
    send: (client, id) => client.send('POST', `${PEOPLE}/${id}/end-sessions`, { reason }),
    act: 'end_sessions_of',
    roles: HELPERS,
    allowed: 200,
  },
  'cancel recovery': {
    send: (client, id) => client.send('POST', `${PEOPLE}/${id}/cancel-recovery`, { reason }),
    act: 'cancel_recovery_of',
    roles: HELPERS,
    allowed: 404,
  },
  'give a role': {
    send: (client, id) => client.send('POST', `${PEOPLE}/${id}/grant-role`, { role: 'helper' }),
    act: 'grant_role',
    roles: ADMINS,
    allowed: 204,
  },
  'take a role': {
    send: (client, id) => client.send('POST', `${PEOPLE}/${id}/remove-role`, { role: 'helper' }),
    act: 'remove_role',
    roles: ADMINS,
    allowed: 404,
  },
  'confirm roles': {
    send: (client, id) => client.send('POST', `${PEOPLE}/${id}/confirm-roles`, {}),
    act: 'confirm_roles',
    roles: ['owner'],
    allowed: 409,
  },
  'GET groups': {
    send: (client) => client.send('GET', `/api/admin/groups`),
    roles: EVERYBODY,
    allowed: 200,
  },
  'GET roles of apps': {
    send: (client) => client.send('GET', `/api/admin/app-roles`),
    roles: EVERYBODY,
    allowed: 200,
  },
  'GET a role of an app': {
    send: (client) => client.send('GET', '/api/admin/app-roles/billing/none'),
    roles: EVERYBODY,
    allowed: 404,
  },
  'GET policies': {
    send: (client) => client.send('GET', `/api/admin/policies`),
    roles: EVERYBODY,
    allowed: 200,
  },
  'GET service keys': {
    send: (client) => client.send('GET', `/api/admin/service-keys`),
    roles: EVERYBODY,
    allowed: 200,
  },
  'GET a group': {
    send: (client) => client.send('GET', '/api/admin/groups/none'),
    roles: EVERYBODY,
    allowed: 404,
  },
  'try a decision': {
    send: (client, id) => client.send('POST', '/api/admin/decisions', { app: 'billing', person: id, action: 'a:b' }),
    roles: EVERYBODY,
    allowed: 200,
  },
  'put a group': {
    send: (client) => client.send('PUT', `/api/admin/groups/finance`, { name: 'Finance', domains: [] }),
    act: 'put_group',
    roles: ADMINS,
    allowed: 204,
  },
  'add a member': {
    send: (client, id) => client.send('PUT', `/api/admin/groups/finance/members/${id}`, {}),
    act: 'put_member',
    roles: ADMINS,
    allowed: 204,
  },
  'remove a member': {
    send: (client, id) => client.send('DELETE', `/api/admin/groups/none/members/${id}`),
    act: 'remove_member',
    roles: ADMINS,
    allowed: 404,
  },
  'remove a group': {
    send: (client) => client.send('DELETE', `/api/admin/groups/none`),
    act: 'remove_group',
    roles: ADMINS,
    allowed: 404,
  },
  'put a role of an app': {
    send: (client) =>
      client.send('PUT', `/api/admin/app-roles/billing/viewer`, { name: 'Viewer', permissions: [], includes: [] }),
    act: 'put_app_role',
    roles: ADMINS,
    allowed: 204,
  },
  'remove a role of an app': {
    send: (client) => client.send('DELETE', `/api/admin/app-roles/billing/none`),
    act: 'remove_app_role',
    roles: ADMINS,
    allowed: 404,
  },
  'give a role of an app': {
    send: (client, id) => client.send('PUT', `/api/admin/app-roles/billing/none/people/${id}`, {}),
    act: 'give_app_role',
    roles: ADMINS,
    allowed: 404,
  },
  'take a role of an app': {
    send: (client, id) => client.send('DELETE', `/api/admin/app-roles/billing/none/people/${id}`),
    act: 'take_app_role',
    roles: ADMINS,
    allowed: 404,
  },
  'put a policy': {
    send: (client) =>
      client.send('PUT', `/api/admin/policies/billing/p`, {
        effect: 'permit',
        actions: ['a:b'],
        when: { all: [] },
        enabled: true,
        version: 9,
      }),
    act: 'put_policy',
    roles: ADMINS,
    allowed: 409,
  },
  'remove a policy': {
    send: (client) => client.send('DELETE', `/api/admin/policies/billing/none`),
    act: 'remove_policy',
    roles: ADMINS,
    allowed: 404,
  },
  'make a service key': {
    send: (client) => client.send('POST', `/api/admin/service-keys`, { app: 'billing', name: 'Invoices' }),
    act: 'make_service_key',
    roles: ['owner'],
    allowed: 200,
  },
  'revoke a service key': {
    send: (client) => client.send('DELETE', `/api/admin/service-keys/${NOBODY}`),
    act: 'revoke_service_key',
    roles: ['owner'],
    allowed: 404,
  },
}

const TARGETS = (id: string): Record<string, string> => ({
  grant_role: `helper ${id}`,
  remove_role: `helper ${id}`,
  put_member: `finance ${id}`,
  remove_member: `none ${id}`,
  give_app_role: `billing none ${id}`,
  take_app_role: `billing none ${id}`,
  remove_group: 'none',
  remove_app_role: 'billing none',
  remove_policy: 'billing none',
  revoke_service_key: NOBODY,
  put_group: contentOf('finance', 'Finance', []),
  put_app_role: contentOf('billing', 'viewer', 'Viewer', [], []),
  put_policy: contentOf(
    'billing',
    'p',
    JSON.stringify({ effect: 'permit', actions: ['a:b'], when: { all: [] } }),
    true,
    10,
  ),
  make_service_key: contentOf('billing', 'Invoices', undefined),
})

/** What the touch for an act is for: a person, or nobody. */
function targetOf(act: string, id: string): { target?: string } {
  return act === 'retry_letters' ? {} : { target: TARGETS(id)[act] ?? id }
}

let world: TestWorld
let close: () => Promise<void>
const people = new Map<OwnRole, Person>()
beforeAll(async () => {
  ;({ world, close } = openWorld())
  for (const role of OWN_ROLES) people.set(role, await signUpWithRole(world, role))
})
afterAll(() => close())

describe.each(Object.entries(ROUTES))('administration: %s', (_name, { send, act, roles, allowed }) => {
  test.each(OWN_ROLES)('by %s, without and with a touch for it', async (role) => {
    const { client, authenticator } = people.get(role) ?? (await signUpWithRole(world, role))
    const { userId } = await (act === 'grant_role' ? signUpReady : signUp)(world)
    const may = roles.includes(role)
    const untouched = act === undefined ? 'nothing to touch' : (await send(client, userId)).body.code
    expect(untouched).toBe(act === undefined ? 'nothing to touch' : may ? 'touch_required' : 'forbidden')
    if (act !== undefined) await touch(client, authenticator, { act: act as never, ...targetOf(act, userId) })
    expect(await send(client, userId)).toMatchObject(
      may ? { status: allowed } : { status: 403, body: { code: 'forbidden' } },
    )
    // A touch is for one act. A refused one has not spent it, because nothing of the transaction was kept.
    const isSpent = act !== undefined && may && allowed < 300
    const again = isSpent ? (await send(client, userId)).body.code : 'not spent'
    expect(again).toBe(isSpent ? 'touch_required' : 'not spent')
  })

  test('by a person without a role, as if it did not exist, and by nobody', async () => {
    const { client, userId } = await signUp(world)
    expect(await send(client, userId)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await send(stranger(world), userId)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
  })
})

describe('administration opens', () => {
  test('only in a session that began with a passkey', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await grantRoleAsOperator(world, { email: owner.email, role: 'owner' })
    const { client: byPassword } = await signInByPassword(world, owner)
    expect(await byPassword.get(PEOPLE)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    const byPasskey = stranger(world)
    await signIn(byPasskey, owner.authenticator)
    expect(await byPasskey.get(PEOPLE)).toMatchObject({ status: 200 })
  })

  test('for sixty minutes after a confirmation', async () => {
    const world = makeWorld()
    const { client, authenticator } = await makeOwner(world)
    world.turnClock(HOUR)
    expect((await client.get(PEOPLE)).status).toBe(200)
    world.turnClock(MINUTE)
    expect(await client.get(PEOPLE)).toMatchObject({ status: 403, body: { code: 'confirmation_required' } })
    const other = stranger(world)
    await signIn(other, authenticator)
    expect((await other.get(PEOPLE)).status).toBe(200)
  })

  test('no longer after the role was taken or has run out', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const helper = await signUpReady(world)
    await grantRoleAsOperator(world, { email: helper.email, role: 'helper', until: world.now() + 10 * MINUTE })
    expect((await helper.client.get(PEOPLE)).status).toBe(200)
    world.turnClock(10 * MINUTE)
    expect((await helper.client.get(PEOPLE)).status).toBe(404)
    const other = await signUpWithRole(world, 'helper')
    expect((await owner.client.post(`${PEOPLE}/${other.userId}/remove-role`, { role: 'helper' })).status).toBe(204)
    expect((await other.client.get(PEOPLE)).status).toBe(404)
  })
})
