import { describe, expect, test } from 'vitest'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { type Person, signIn, signUp, touch } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  done,
  eventKinds,
  letterNames,
  passMailbox,
  passPassword,
  signUpEquipped,
  signUpWithApp,
  STEP,
  stranger,
  turnOnTotp,
} from '#tests/server/second-factor/steps.ts'

/** The ways an owner ends a working app, and the letter about each. */
const ENDS: Record<
  'turning it off' | 'replacing it',
  { act: (world: TestWorld, owner: Person) => Promise<unknown>; event: string; letters: string[] }
> = {
  'turning it off': {
    act: (_world, { client }) => client.delete('/api/totp'),
    event: 'totp_off',
    letters: ['totp-off', 'password-removed'],
  },
  'replacing it': {
    act: (world, { client }) => turnOnTotp(world, client),
    event: 'totp_replaced',
    letters: ['totp-on'],
  },
}

describe.each(Object.entries(ENDS))('T12 %s', (_, { act, event, letters }) => {
  test('S7 ends every other session and keeps this one', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const others: Client[] = [makeClient(world), makeClient(world)]
    for (const other of others) await signIn(other, owner.authenticator)
    await act(world, owner)
    for (const other of others) expect(await other.get('/api/session')).toMatchObject({ status: 401 })
    expect(await owner.client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('stores an event and sends a letter', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const before = (await letterNames(world, owner.email)).length
    await act(world, owner)
    expect(await eventKinds(world, owner.userId)).toContain(event)
    expect((await letterNames(world, owner.email)).slice(before)).toEqual(letters)
  })

  test('ends the old secret', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const visitor = stranger(world)
    const ceremony = await passPassword(visitor, owner.email)
    await act(world, owner)
    // Turning it off removes the password too, so a sign-in begun with the password is over.
    const code = event === 'totp_off' ? 'ceremony_over' : 'code_wrong'
    expect(
      await visitor.post('/api/sign-in/second-step', { ceremony, code: codeAt(owner.secret, world.now()) }),
    ).toMatchObject({ body: { code } })
    expect(await visitor.get('/api/session')).toMatchObject({ status: 401 })
  })
})

describe('T12 turning it off', () => {
  test('§6.3 is refused without a touch for it, and with a touch for another act', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUpWithApp(world)
    const refusal = { status: 403, body: { code: 'touch_required', act: 'remove_app' } }
    const act = () => client.send('DELETE', '/api/totp')
    expect(await leavingAllAsItWas(world, act), 'freshly confirmed').toMatchObject(refusal)
    done(await touch(client, authenticator, { act: 'replace_app' }))
    expect(await leavingAllAsItWas(world, act)).toMatchObject(refusal)
    expect(await rows(world, 'select 1 from totp')).toHaveLength(1)
  })

  test('removes the password too', async () => {
    const world = makeWorld()
    const { client, email } = await signUpWithApp(world)
    expect(await client.delete('/api/totp')).toMatchObject({ status: 204 })
    expect(await rows(world, 'select 1 from passwords')).toEqual([])
    expect(
      await stranger(world).post('/api/sign-in/password', { email, password: 'seven tin whistles' }),
    ).toMatchObject({ status: 401, body: { code: 'sign_in_failed' } })
  })

  test('returns not found if there is no app', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    expect(await leavingAllAsItWas(world, () => client.delete('/api/totp'))).toMatchObject({ status: 404 })
  })

  test('is refused in a session opened with a mailbox and a code until the passkey touches for it', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    const visitor = stranger(world)
    const { ceremony } = await passMailbox(world, visitor, owner.email)
    await visitor.post('/api/recovery/second-step', { ceremony, code: owner.codes[0] })
    const refusal = { status: 403, body: { code: 'touch_required' } }
    expect(await visitor.delete('/api/totp')).toMatchObject(refusal)
    world.turnClock(STEP)
    expect(await visitor.post('/api/confirmation', { code: codeAt(owner.secret, world.now()) })).toMatchObject({
      status: 204,
    })
    expect(await visitor.delete('/api/totp'), 'a confirmation is no touch').toMatchObject(refusal)
    done(await touch(visitor, owner.authenticator, { act: 'remove_app' }))
    expect(await visitor.delete('/api/totp')).toMatchObject({ status: 204 })
  })
})
