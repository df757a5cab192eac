import { describe, expect, test } from 'vitest'
import { createApi } from '#server/http/api.ts'
import type { Client } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { makeOwner } from '#tests/server/admin/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { DAY, done } from '#tests/server/second-factor/steps.ts'

const ADMIN = '/api/admin'
type Answer = { status: number; body: Record<string, never> & { decision?: boolean } }

async function ask(world: TestWorld, token: string, body: object, path = '/api/decisions'): Promise<Answer> {
  const answer = await createApi(world).request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}

const question = (id: string, amount = 500, name = 'approve:invoices') => ({
  subject: { type: 'user', id },
  action: { name },
  resource: { type: 'invoice', id: '4711', properties: { amount } },
})

/** A house with a group that may approve small invoices, and the token of the app. */
async function makeHouse(world: TestWorld): Promise<{ client: Client; token: string }> {
  const { client } = await makeOwner(world)
  const put = async (path: string, body: object) => done(await client.put(`${ADMIN}/${path}`, body))
  await put('groups/finance', { name: 'Finance', domains: ['finance.example'] })
  await put('app-roles/billing/viewer', { name: 'Viewer', permissions: ['read:*'], includes: [] })
  await put('app-roles/billing/approver', { name: 'Approver', permissions: ['approve:invoices'], includes: ['viewer'] })
  await put('app-roles/billing/approver/groups/finance', {})
  const when = { gt: [{ attribute: 'resource.amount' }, 1000] }
  await put('policies/billing/small-only', {
    effect: 'forbid',
    actions: ['approve:*'],
    when,
    enabled: true,
    version: 0,
  })
  const { token } = done(await client.post(`${ADMIN}/service-keys`, { app: 'billing', name: 'Invoices' })).body
  return { client, token: String(token) }
}

describe('a program with a service key', () => {
  test('is told what roles permit and policies forbid, also by groups and by the domain of the address', async () => {
    const world = makeWorld()
    const { client, token } = await makeHouse(world)
    const ada = await signUp(world)
    const bo = await signUp(world, { email: 'bo@finance.example' })
    expect(await ask(world, token, question(ada.userId))).toEqual({
      status: 200,
      body: { decision: false, context: { because: [], errors: [] } },
    })
    expect(await ask(world, token, question(bo.userId))).toEqual({
      status: 200,
      body: { decision: true, context: { because: ['role:approver'], errors: [] } },
    })
    expect((await ask(world, token, question(bo.userId, 5000))).body).toMatchObject({
      decision: false,
      context: { because: ['small-only'] },
    })
    expect((await ask(world, token, question(bo.userId, 1, 'read:invoices:large'))).body.decision).toBe(true)

    done(await client.put(`${ADMIN}/groups/finance/members/${ada.userId}`, { until: world.now() + DAY }))
    expect((await ask(world, token, question(ada.userId))).body.decision).toBe(true)
    world.turnClock(DAY)
    expect((await ask(world, token, question(ada.userId))).body.decision).toBe(false)
  })

  test('may do nothing about a person who is suspended, waits for approval, is unknown, or of whom it only claims something', async () => {
    const world = makeWorld()
    const { client, token } = await makeHouse(world)
    const { userId } = await signUp(world, { email: 'bo@finance.example' })
    expect((await ask(world, token, question(userId))).body.decision).toBe(true)
    done(await client.post(`${ADMIN}/people/${userId}/suspend`, { reason: 'You left' }))
    expect((await ask(world, token, question(userId))).body.decision).toBe(false)
    expect((await ask(world, token, question('nobody'))).body.decision).toBe(false)
    const waiting = await signUp(world, { email: 'cy@finance.example' })
    expect((await ask(world, token, question(waiting.userId))).body.decision).toBe(true)
    await world.db.transaction((tx) =>
      tx.run('update users set awaiting_since = ? where id = ?', tx.now, waiting.userId),
    )
    expect((await ask(world, token, question(waiting.userId))).body.decision).toBe(false)
    const other = await signUp(world)
    const claimed = {
      ...question(other.userId),
      subject: { type: 'user', id: other.userId, properties: { groups: ['finance'], roles: ['approver'] } },
      context: { 'user.groups': ['finance'], session: { mfaVerified: true } },
    }
    expect((await ask(world, token, claimed)).body.decision).toBe(false)
  })

  test('is refused after its key was revoked, has expired, or is another app’s', async () => {
    const world = makeWorld()
    const { client, token } = await makeHouse(world)
    const { userId } = await signUp(world, { email: 'bo@finance.example' })
    const make = async (app: string, expiresAt?: number) =>
      done(await client.post(`${ADMIN}/service-keys`, { app, name: app, expiresAt })).body as {
        id: string
        token: string
      }
    const other = await make('shop')
    expect((await ask(world, other.token, question(userId))).body.decision).toBe(false)
    const short = await make('billing', world.now() + DAY)
    expect((await ask(world, short.token, question(userId))).body.decision).toBe(true)
    expect((await ask(world, token, question(userId))).status).toBe(200)
    const { keys } = (await client.get(`${ADMIN}/service-keys`)).body as { keys: { id: string; name: string }[] }
    done(await client.delete(`${ADMIN}/service-keys/${keys.find(({ name }) => name === 'Invoices')?.id}`))
    for (const wrong of [token, '', 'lks_', `${short.token}x`])
      expect((await ask(world, wrong, question(userId))).status).toBe(401)
    world.turnClock(DAY)
    expect((await ask(world, short.token, question(userId))).status).toBe(401)
    expect(await rows(world, 'select * from service_keys where hash in (?, ?)', short.token, other.token)).toEqual([])
  })

  test.each([
    ['no subject', { action: { name: 'a:b' }, resource: { type: 'x', id: '1' } }],
    ['a subject that is no person', { ...question('x'), subject: { type: 'group', id: 'x' } }],
    ['an action that is no permission', question('x', 1, 'approve')],
    ['a star', question('x', 1, 'approve:*')],
    ['a nested property', { ...question('x'), resource: { type: 'x', id: '1', properties: { a: { b: 1 } } } }],
    ['half a number', question('x', 0.5)],
    ['a list', []],
  ])('is refused %s with 400', async (_, body) => {
    const world = makeWorld()
    const { token } = await makeHouse(world)
    expect(await ask(world, token, body)).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
  })

  test('asks many at once, with what they share, up to the answer that ends it', async () => {
    const world = makeWorld()
    const { token } = await makeHouse(world)
    const { userId } = await signUp(world, { email: 'bo@finance.example' })
    const { resource, ...common } = question(userId)
    const of = (...amounts: number[]) =>
      amounts.map((amount) => ({ resource: { ...resource, properties: { amount } } }))
    const many = (body: object) => ask(world, token, body, '/api/access/v1/evaluations')
    const decisions = async (body: object) =>
      ((await many(body)).body as unknown as { evaluations: { decision: boolean }[] }).evaluations.map(
        ({ decision }) => decision,
      )
    expect(await decisions({ ...common, evaluations: of(1, 5000, 2) })).toEqual([true, false, true])
    const options = (evaluations_semantic: string) => ({ options: { evaluations_semantic } })
    expect(await decisions({ ...common, evaluations: of(1, 5000, 2), ...options('deny_on_first_deny') })).toEqual([
      true,
      false,
    ])
    expect(await decisions({ ...common, evaluations: of(5000, 1, 2), ...options('permit_on_first_permit') })).toEqual([
      false,
      true,
    ])
    expect(await decisions(question(userId))).toEqual([true])
    const broken = await many({ ...common, evaluations: [{ resource, action: { name: 'x' } }, { resource }] })
    expect(broken.body).toMatchObject({
      evaluations: [{ decision: false, context: { error: { status: 400 } } }, { decision: true }],
    })
    expect((await many({ ...common, evaluations: [{}] })).status).toBe(400)
    expect((await many({ ...common, evaluations: Array.from({ length: 51 }, () => ({ resource })) })).status).toBe(400)
  })

  test('finds where to ask', async () => {
    const world = makeWorld()
    const answer = await createApi(world).request('/.well-known/authzen-configuration')
    const { origin } = world.config
    expect(await answer.json()).toEqual({
      policy_decision_point: origin,
      access_evaluation_endpoint: `${origin}/api/access/v1/evaluation`,
      access_evaluations_endpoint: `${origin}/api/access/v1/evaluations`,
    })
  })
})

test('an administrator tries a decision, and sees what became of each policy', async () => {
  const world = makeWorld()
  const { client } = await makeHouse(world)
  const { userId } = await signUp(world, { email: 'bo@finance.example' })
  const body = {
    app: 'billing',
    person: userId,
    action: 'approve:invoices',
    resource: { attributes: { amount: 5000 } },
  }
  expect((await client.post(`${ADMIN}/decisions`, body)).body).toEqual({
    decision: false,
    because: ['small-only'],
    groups: ['finance'],
    roles: ['approver', 'viewer'],
    policies: [
      { policy: 'role:approver', effect: 'permit', outcome: 'matched' },
      { policy: 'role:viewer', effect: 'permit', outcome: 'other_action' },
      { policy: 'small-only', effect: 'forbid', outcome: 'matched' },
    ],
  })
  expect((await client.post(`${ADMIN}/decisions`, { ...body, action: 'x' })).status).toBe(400)
})
