import { describe, expect, test } from 'vitest'
import { TOUCHED_ACTS } from '#server/touches.ts'
import { addPasskey, confirm, makeAuthenticator, signIn, signUp, touch } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { ACTS, NEW_PASSWORD, signUpWithAll, untouched } from '#tests/server/custody/touch-steps.ts'
import {
  DAY,
  done,
  eventKinds,
  MINUTE,
  PASSWORD,
  signUpWithApp,
  stranger,
  turnOnTotp,
} from '#tests/server/second-factor/steps.ts'

const LASTS = 10 * MINUTE
const REMOVE_PASSWORD = { act: 'remove_password' } as const
const REPLACE_PASSWORD = { act: 'replace_password' } as const

const touches = async (world: TestWorld) =>
  (await rows<{ for: string }>(world, 'select touched_for as "for" from sessions where touched_for is not null')).map(
    (row) => row.for,
  )

describe.each(Object.entries(ACTS))('%s', (_, prepare) => {
  async function begin() {
    const world = makeWorld({ LIMIT_SCALE: '100' })
    const owner = await signUpWithAll(world)
    return { world, owner, ...(await prepare(world, owner)) }
  }

  test('is refused in a stolen session, however fresh, and the refusal names the act and its target', async () => {
    const { world, owner, wanted, send } = await begin()
    done(await confirm(owner.client, owner.authenticator))
    const answer = await leavingAllAsItWas(world, () => send(owner.client.copy()))
    expect(answer).toMatchObject(untouched(wanted))
    expect(answer.body.target).toBe(wanted.target)
  })

  test('is refused with a touch for any other act, and for any other target', async () => {
    const { world, owner, wanted } = await begin()
    const others = [
      ...TOUCHED_ACTS.filter((act) => act !== wanted.act).map((act) => ({ act, target: wanted.target })),
      ...['A'.repeat(22), `${wanted.target} `, wanted.target?.toLowerCase(), wanted.target && '']
        .filter((target) => target !== undefined && target !== wanted.target)
        .map((target) => ({ act: wanted.act, target })),
    ]
    for (const other of others) {
      const { send } = await prepare(world, owner)
      done(await touch(owner.client, owner.authenticator, other))
      const answer = await leavingAllAsItWas(world, () => send(owner.client))
      expect([other, answer]).toMatchObject([other, untouched(wanted)])
    }
  })

  test('is allowed with its touch, and spends it', async () => {
    const { world, owner, wanted, send } = await begin()
    done(await touch(owner.client, owner.authenticator, wanted))
    expect((await send(owner.client)).status).toBeLessThan(300)
    expect(await touches(world)).toEqual([])
  })

  test('happens once with one touch when fifty try at once', async () => {
    const { world, owner, wanted, send } = await begin()
    done(await touch(owner.client, owner.authenticator, wanted))
    const before = await eventKinds(world, owner.userId)
    const answers = await atOnce(50, () => send(owner.client.copy()))
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    const since = (await eventKinds(world, owner.userId)).slice(before.length)
    expect(since.length).toBeGreaterThan(0)
    expect(since, 'each event once').toEqual([...new Set(since)])
    expect(await touches(world)).toEqual([])
  })
})

describe('a touch', () => {
  const change = { method: 'PUT', path: '/api/password', body: { password: NEW_PASSWORD } }
  const remove = { method: 'DELETE', path: '/api/password', body: undefined }

  async function begin() {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const { client, authenticator } = owner
    const send = ({ method, path, body }: typeof change | typeof remove) => client.send(method, path, body)
    return { world, owner, client, authenticator, send }
  }

  test('works once', async () => {
    const { client, authenticator, send } = await begin()
    done(await touch(client, authenticator, REPLACE_PASSWORD))
    done(await send(change))
    expect(await send(change)).toMatchObject(untouched(REPLACE_PASSWORD))
  })

  test.each([
    [REPLACE_PASSWORD, change],
    [REMOVE_PASSWORD, remove],
  ])('for $act lasts ten minutes, to the millisecond', async (wanted, act) => {
    for (const [after, status] of [
      [LASTS - 1, 204],
      [LASTS, 403],
    ] as const) {
      const { world, client, authenticator, send } = await begin()
      done(await touch(client, authenticator, wanted))
      world.turnClock(after)
      expect(await send(act)).toMatchObject({ status })
    }
  })

  test.each([
    [REPLACE_PASSWORD, change],
    [REMOVE_PASSWORD, remove],
  ])('for $act is none while it lies in the future, after the clock was set back', async (wanted, act) => {
    const { world, client, authenticator, send } = await begin()
    done(await touch(client, authenticator, wanted))
    world.turnClock(-1)
    expect(await leavingAllAsItWas(world, () => send(act))).toMatchObject(untouched(wanted))
    world.turnClock(1)
    expect(await send(act)).toMatchObject({ status: 204 })
  })

  test('gives way to a new confirmation, and to a touch for something else', async () => {
    const { owner, client, authenticator, send } = await begin()
    done(await touch(client, authenticator, REMOVE_PASSWORD))
    done(await confirm(client, owner.authenticator))
    expect(await send(remove)).toMatchObject(untouched(REMOVE_PASSWORD))
    done(await touch(client, authenticator, REMOVE_PASSWORD))
    done(await touch(client, authenticator, REPLACE_PASSWORD))
    expect(await send(remove)).toMatchObject(untouched(REMOVE_PASSWORD))
    expect(await send(change)).toMatchObject({ status: 204 })
  })

  test('does not work in another session of the same person', async () => {
    const { world, client, authenticator, send } = await begin()
    const other = stranger(world)
    done(await signIn(other, authenticator))
    done(await touch(client, authenticator, REMOVE_PASSWORD))
    expect(await leavingAllAsItWas(world, () => other.send('DELETE', '/api/password'))).toMatchObject(
      untouched(REMOVE_PASSWORD),
    )
    expect(await send(remove)).toMatchObject({ status: 204 })
  })

  test('cannot be given with the ceremony of another session, or of another confirmation', async () => {
    const { world, client, authenticator } = await begin()
    const other = stranger(world)
    done(await signIn(other, authenticator))
    const begun = done(await client.send('POST', '/api/confirmation/options', REMOVE_PASSWORD)).body
    const credential = authenticator.get(begun.options as never)
    const { ceremony } = begun
    expect(await other.post('/api/confirmation', { ceremony, credential })).toMatchObject({
      status: 410,
      body: { code: 'ceremony_over' },
    })
    // Members beside a passkey do not change what the ceremony is for.
    done(await client.send('POST', '/api/confirmation', { ceremony, credential, act: 'delete_account' }))
    expect(await client.send('DELETE', '/api/account')).toMatchObject(untouched({ act: 'delete_account' }))
    expect(await touches(world)).toEqual(['remove_password '])
  })

  test('of a passkey that was removed meanwhile is gone', async () => {
    const { world, client, authenticator } = await begin()
    const stolen = makeAuthenticator(world)
    const { passkey } = done(await addPasskey(client, stolen)).body
    const { id } = passkey as { id: string }
    world.turnClock(10 * DAY)
    const [thief, owner] = [stranger(world), stranger(world)]
    done(await signIn(thief, stolen))
    done(await signIn(owner, authenticator))
    done(await touch(thief, stolen, { act: 'delete_account' }))
    done(await touch(owner, authenticator, { act: 'remove_passkey', target: id }))
    done(await owner.send('DELETE', `/api/passkeys/${id}`))
    expect(await thief.send('DELETE', '/api/account')).toMatchObject(untouched({ act: 'delete_account' }))
    expect(await touches(world)).toEqual([])
  })
})

describe('a refused act', () => {
  test('spends no touch when it would remove the last way in', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const [{ id }] = (await client.get('/api/passkeys')).body.passkeys as [{ id: string }]
    const remove = () => client.send('DELETE', `/api/passkeys/${id}`)
    done(await touch(client, authenticator, { act: 'remove_passkey', target: id }))
    expect(await leavingAllAsItWas(world, remove)).toMatchObject({ status: 409, body: { code: 'last_way_in' } })
    await turnOnTotp(world, client)
    expect(await remove()).toMatchObject({ status: 200 })
  })

  test('spends no touch when there is nothing to remove', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const target = 'A'.repeat(22)
    for (const [path, wanted] of [
      [`/api/passkeys/${target}`, { act: 'remove_passkey', target }],
      ['/api/totp', { act: 'remove_app' }],
      ['/api/password', { act: 'remove_password' }],
      [`/api/emails/${target}`, { act: 'remove_email', target }],
    ] as const) {
      done(await touch(client, authenticator, wanted))
      const answer = await leavingAllAsItWas(world, () => client.send('DELETE', path))
      expect([path, answer]).toMatchObject([path, { status: 404, body: { code: 'not_found' } }])
    }
  })

  test('spends no touch when the new password is too weak', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUpWithApp(world)
    done(await touch(client, authenticator, REPLACE_PASSWORD))
    const set = (password: string) => client.send('PUT', '/api/password', { password })
    expect(await leavingAllAsItWas(world, () => set('elevenchars'))).toMatchObject({ status: 422 })
    expect(await set(`${PASSWORD} more`)).toMatchObject({ status: 204 })
  })
})

test('V2.2.1 a strange act or target is refused or gives no touch, and is no fault', async () => {
  const world = makeWorld({ LIMIT_SCALE: '100' })
  const { client } = await signUpWithApp(world)
  const strange = [
    { act: '' },
    { act: 'remove' },
    { act: 'REMOVE_PASSKEY' },
    { act: 'remove_passkey ' },
    { act: '__proto__' },
    { act: 'constructor' },
    { act: null },
    { act: 7 },
    { act: ['remove_app'] },
    { act: { toString: 'remove_app' } },
    { act: 'remove_passkey', target: null },
    { act: 'remove_passkey', target: 7 },
    { act: 'remove_passkey', target: ['A'] },
    { act: 'remove_passkey', target: 'A'.repeat(65) },
  ]
  for (const body of strange) {
    for (const [path, sent] of [
      ['/api/confirmation/options', body],
      ['/api/confirmation', { code: '000000', ...body }],
    ] as const) {
      const answer = await client.send('POST', path, sent)
      expect([path, sent, answer]).toMatchObject([path, sent, { status: 400, body: { code: 'invalid_input' } }])
    }
  }
  for (const target of ['', ' ', '\u0000', '\uD800', "' or 1=1 --", '../../account', '💥'.repeat(16)])
    expect(
      (await client.send('POST', '/api/confirmation/options', { act: 'remove_passkey', target })).status,
    ).toBeLessThan(500)
  expect(await client.send('POST', '/api/confirmation/options', { target: 'A' })).toMatchObject({ status: 200 })
  expect(await touches(world)).toEqual([])
})
