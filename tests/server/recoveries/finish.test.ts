import { describe, expect, test } from 'vitest'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  letterNames,
  PASSWORD,
  signInByPassword,
  signUpEquipped,
  stranger,
} from '#tests/server/second-factor/steps.ts'
import { finish, knock, readyToFinish, recover, startWait, states, WAIT } from '#tests/server/recoveries/steps.ts'

describe('K13 a completed recovery', () => {
  test('removes every earlier way in', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    const elsewhere = await signInByPassword(world, owner)
    const halfway = await knock(world, owner)
    const { client, authenticator, codes } = await recover(world, owner)

    expect(
      await rows(world, 'select 1 from totp union all select 1 from passwords union all select 1 from guesses'),
    ).toEqual([])
    for (const gone of [owner.client, elsewhere.client])
      expect(await gone.get('/api/session')).toMatchObject({ status: 401 })
    expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({
      status: 401,
      body: { code: 'unknown_passkey' },
    })
    expect(
      await stranger(world).post('/api/sign-in/password', { email: owner.email, password: PASSWORD }),
    ).toMatchObject({ status: 401 })
    expect(
      await halfway.client.post('/api/recovery/second-step', { ceremony: halfway.pass.ceremony, code: owner.codes[0] }),
    ).toMatchObject({ status: 410 })

    world.turnClock(1)
    const back = await knock(world, owner)
    expect(back.pass).toMatchObject({ state: 'none', ways: ['backup_code'] })
    for (const code of [owner.codes[1], codeAt(owner.secret, world.now())])
      expect(await back.client.post('/api/recovery/second-step', { ceremony: back.pass.ceremony, code })).toMatchObject(
        { status: 401, body: { code: 'code_wrong' } },
      )
    expect(
      await back.client.post('/api/recovery/second-step', { ceremony: back.pass.ceremony, code: codes[0] }),
    ).toMatchObject({ status: 200 })
    expect(await signIn(stranger(world), authenticator)).toMatchObject({ status: 200 })
    expect((await client.get('/api/backup-codes')).body).toMatchObject({ remaining: 9 })
  })

  test('changes nothing in another account', async () => {
    const world = makeWorld()
    const [owner, other] = [await signUp(world), await signUpEquipped(world)]
    const before = await rows(world, 'select * from passkeys where user_id = ?', other.userId)
    await recover(world, owner)
    expect(await rows(world, 'select * from passkeys where user_id = ?', other.userId)).toEqual(before)
    expect(await rows(world, 'select 1 from totp union all select 1 from passwords')).toHaveLength(2)
    expect(await other.client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('opens a confirmed session and ends the one this browser had', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { client } = await recover(world, owner)
    expect((await client.get('/api/session')).body.session).toMatchObject({ way: 'recovery', confirmedAt: world.now() })
    expect(await client.post('/api/passkeys/options')).toMatchObject({ status: 200 })
    expect(await rows(world, 'select 1 from sessions where user_id = ?', owner.userId)).toHaveLength(1)
  })

  test('is never cached and returns its codes once', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    world.turnClock(WAIT)
    const answer = await finish(await readyToFinish(world, await knock(world, owner)))
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(await rows(world, 'select 1 from backup_codes')).toHaveLength(10)
  })

  test('sends a letter to every address and does not prevent the next recovery', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addEmail(world, owner.client, 'second@example.com')
    await recover(world, owner)
    for (const to of [owner.email, 'second@example.com'])
      expect(await letterNames(world, to)).toContain('recovery-completed')
    world.turnClock(1)
    await recover(world, { email: 'second@example.com' })
    expect(await states(world, owner.userId)).toEqual(['completed', 'completed'])
  })
})
