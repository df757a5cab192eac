import { describe, expect, test } from 'vitest'
import { addPasskey, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { touchWith } from '#tests/server/custody/custody-steps.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { KEPT } from '#tests/server/recoveries/steps.ts'
import { removedOf, removeForGood, removeSecond, settledOwner } from '#tests/server/removed/removed-steps.ts'
import {
  codeAt,
  done,
  eventKinds,
  letterNames,
  makeCodes,
  passMailbox,
  passPassword,
  STEP,
  stranger,
  turnOnTotp,
} from '#tests/server/second-factor/steps.ts'

const WITHOUT_TOUCH = { status: 403, body: { code: 'touch_required', act: 'bring_back_way_in' } }

describe('a removed passkey', () => {
  test('is brought back as it was, and every address gets a letter', async () => {
    const { world, client, second, email, userId } = await settledOwner()
    const before = await rows(world, 'select * from passkeys order by id')
    const { id } = await removeSecond(client)
    expect(await client.post(`/api/removed/${id}/bring-back`)).toMatchObject({
      status: 200,
      body: { accepted: { credentialIds: [expect.any(String), expect.any(String)] } },
    })
    expect((await rows<{ id: string }>(world, 'select id from passkeys order by id')).map((row) => row.id)).toEqual(
      before.map((row) => row.id),
    )
    expect(await signIn(stranger(world), second)).toMatchObject({ status: 200 })
    expect(await letterNames(world, email)).toContain('way-in-brought-back')
    expect(await eventKinds(world, userId)).toContain('way_in_brought_back')
    expect(await removedOf(client)).toEqual([])
  })

  test('needs a touch for it, not for something else', async () => {
    const { world, client, authenticator } = await settledOwner()
    const { id } = await removeSecond(client)
    const thief = client.copy()
    expect(await leavingAllAsItWas(world, () => thief.send('POST', `/api/removed/${id}/bring-back`))).toMatchObject(
      WITHOUT_TOUCH,
    )
    done(await touchWith(client, authenticator, { act: 'remove_for_good', target: id }))
    expect(await client.send('POST', `/api/removed/${id}/bring-back`)).toMatchObject(WITHOUT_TOUCH)
  })

  test('is brought back once, also fifty times at once', async () => {
    const { client, authenticator } = await settledOwner()
    const { id } = await removeSecond(client)
    done(await touchWith(client, authenticator, { act: 'bring_back_way_in', target: id }))
    const answers = await atOnce(50, () => client.copy().send('POST', `/api/removed/${id}/bring-back`))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(49)
  })

  test('is not brought back after seven days, nor by another person', async () => {
    const { world, client, authenticator } = await settledOwner()
    const { id } = await removeSecond(client)
    const other = await signUp(world)
    expect(await other.client.post(`/api/removed/${id}/bring-back`)).toMatchObject({ status: 404 })
    world.turnClock(KEPT)
    done(await signIn(client, authenticator))
    expect(await client.post(`/api/removed/${id}/bring-back`)).toMatchObject({ status: 404 })
    expect(await client.post('/api/removed/x/bring-back')).toMatchObject({ status: 400 })
  })

  test('is not brought back as the twenty-sixth', async () => {
    const { world, client } = await settledOwner()
    const { id } = await removeSecond(client)
    for (let more = 1; more < 25; more += 1) done(await addPasskey(client, makeAuthenticator(world)))
    expect(await client.post(`/api/removed/${id}/bring-back`)).toMatchObject({
      status: 409,
      body: { code: 'too_many_passkeys' },
    })
  })

  test('that was removed for good is brought back by a touch all the same', async () => {
    const { world, client, second } = await settledOwner()
    const { id } = await removeSecond(client)
    done(await removeForGood(world, client, id))
    done(await client.post(`/api/removed/${id}/bring-back`))
    expect(await signIn(stranger(world), second)).toMatchObject({ status: 200 })
  })
})

describe('a replaced app, password or set of backup codes', () => {
  test('the old app comes back, the new one goes, and the other sessions end', async () => {
    const { world, client, email, secret, authenticator } = await settledOwner()
    await turnOnTotp(world, client)
    const [{ id } = { id: '' }] = await removedOf(client)
    const other = stranger(world)
    done(await signIn(other, authenticator))
    done(await client.post(`/api/removed/${id}/bring-back`))
    expect(await other.get('/api/session')).toMatchObject({ status: 401 })
    world.turnClock(2 * STEP)
    const visitor = stranger(world)
    const { ceremony } = await passMailbox(world, visitor, email)
    expect(
      await visitor.post('/api/recovery/second-step', { ceremony, code: codeAt(secret, world.now()) }),
    ).toMatchObject({ status: 200 })
  })

  test('the old codes come back, and the new ones go', async () => {
    const { world, client, email, codes } = await settledOwner()
    const [fresh] = await makeCodes(client)
    const [{ id } = { id: '' }] = await removedOf(client)
    done(await client.post(`/api/removed/${id}/bring-back`))
    const visitor = stranger(world)
    for (const [code, status] of [
      [fresh, 401],
      [codes[0], 200],
    ] as const) {
      const { ceremony } = await passMailbox(world, visitor, email)
      expect(await visitor.post('/api/recovery/second-step', { ceremony, code })).toMatchObject({ status })
    }
  })

  test('the password comes back with the app that it went with', async () => {
    const { world, client, email, codes } = await settledOwner()
    done(await client.delete('/api/totp'))
    const [app, password] = (await removedOf(client)).toSorted((a, b) => b.kind.localeCompare(a.kind))
    expect(await client.post(`/api/removed/${password?.id}/bring-back`)).toMatchObject({
      status: 403,
      body: { code: 'forbidden', detail: expect.stringContaining('authenticator app') },
    })
    done(await client.post(`/api/removed/${app?.id}/bring-back`))
    expect(await removedOf(client)).toEqual([])
    const visitor = stranger(world)
    const ceremony = await passPassword(visitor, email)
    expect(await visitor.post('/api/sign-in/second-step', { ceremony, code: codes[0] })).toMatchObject({ status: 200 })
  })
})
