import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OWN_ROLES, type OwnRole } from '#server/roles/own-roles.ts'
import type { Answer, Client } from '#tests/helpers/client.ts'
import { type Person, signUp } from '#tests/helpers/people.ts'
import { openWorld, type TestWorld } from '#tests/helpers/world.ts'
import { signUpWithRole } from '#tests/server/admin/steps.ts'
import { stranger } from '#tests/server/second-factor/steps.ts'
import { APPROVALS, INVITATIONS, SIGN_UP } from '#tests/server/sign-up-modes/steps.ts'

type Route = { send: (client: Client) => Promise<Answer>; roles: OwnRole[]; touched: boolean; allowed: number }

const NOBODY = 'A'.repeat(22)
const ADMINS: OwnRole[] = ['owner', 'admin']
const READERS: OwnRole[] = ['owner', 'admin', 'auditor']

/** Who may use each route, whether it needs a touch, and what it answers then. */
const ROUTES: Record<string, Route> = {
  'GET who may sign up': { send: (c) => c.get(SIGN_UP), roles: READERS, touched: false, allowed: 200 },
  'PUT who may sign up': {
    send: (c) => c.send('PUT', SIGN_UP, { mode: 'open', version: 999 }),
    roles: ADMINS,
    touched: true,
    allowed: 409,
  },
  'GET approvals': { send: (c) => c.get(APPROVALS), roles: ADMINS, touched: false, allowed: 200 },
  'GET invitations': { send: (c) => c.get(INVITATIONS), roles: READERS, touched: false, allowed: 200 },
  'POST invitations': {
    send: (c) => c.send('POST', INVITATIONS, { people: 2 }),
    roles: ADMINS,
    touched: true,
    allowed: 201,
  },
  'revoke an invitation': {
    send: (c) => c.send('POST', `${INVITATIONS}/${NOBODY}/revoke`, {}),
    roles: ADMINS,
    touched: true,
    allowed: 404,
  },
}

let world: TestWorld
let close: () => Promise<void>
const people = new Map<OwnRole, Person>()
beforeAll(async () => {
  ;({ world, close } = openWorld())
  for (const role of OWN_ROLES) people.set(role, await signUpWithRole(world, role))
})
afterAll(() => close())

describe.each(Object.entries(ROUTES))('%s', (_, { send, roles, touched, allowed }) => {
  test.each(OWN_ROLES)('by %s, without and with a touch for it', async (role) => {
    const { client, authenticator } = people.get(role) ?? (await signUpWithRole(world, role))
    client.passkeys = undefined
    const plain = await send(client)
    const expected = roles.includes(role) ? (touched ? 403 : allowed) : 403
    expect([plain.status, plain.body.code === 'touch_required']).toEqual([expected, touched && roles.includes(role)])
    client.passkeys = authenticator
    const { act, target } = plain.body
    const begun = await client.send('POST', '/api/confirmation/options', { act, target })
    const credential = authenticator.get(begun.body.options as never)
    await client.send('POST', '/api/confirmation', { ceremony: begun.body.ceremony, credential })
    expect((await send(client)).status).toBe(roles.includes(role) ? allowed : 403)
  })

  test('by a person without a role, as if it did not exist, and by nobody', async () => {
    const { client } = await signUp(world)
    expect(await send(client)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await send(stranger(world))).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
  })
})
