import { describe, expect, test } from 'vitest'
import { addPasskey, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { touchWith } from '#tests/server/custody/custody-steps.ts'
import { addEmail, emailsOf } from '#tests/server/emails/steps.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { takeBack } from '#tests/server/recoveries/steps.ts'
import {
  askForGood,
  removedOf,
  removeForGood,
  removeSecond,
  settledOwner,
} from '#tests/server/removed/removed-steps.ts'
import {
  codeAt,
  done,
  eventKinds,
  letterNames,
  MINUTE,
  passMailbox,
  STEP,
  stranger,
} from '#tests/server/second-factor/steps.ts'

describe('a way in that was removed for good', () => {
  test('does not take the account back, and every address gets a letter', async () => {
    const { world, client, second, email, userId } = await settledOwner()
    const { id } = await removeSecond(client)
    expect(await removeForGood(world, client, id)).toMatchObject({ status: 204 })
    expect(await signIn(stranger(world), second)).toMatchObject({ status: 401, body: { code: 'unknown_passkey' } })
    expect(await removedOf(client)).toMatchObject([{ id, takesBack: false }])
    expect(await letterNames(world, email)).toContain('way-in-removed-for-good')
    expect(await eventKinds(world, userId)).toContain('way_in_removed_for_good')
  })

  test('does not do so with a ceremony that it began before', async () => {
    const { world, client, second } = await settledOwner()
    const { id } = await removeSecond(client)
    const thief = stranger(world)
    const { ceremony } = (await signIn(thief, second)).body
    done(await removeForGood(world, client, id))
    expect(await thief.post('/api/take-back', { ceremony })).toMatchObject({
      status: 410,
      body: { code: 'ceremony_over' },
    })
  })

  test('is not a code at the recovery door either', async () => {
    const { world, client, email, secret } = await settledOwner()
    done(await client.delete('/api/totp'))
    const app = (await removedOf(client)).find(({ kind }) => kind === 'totp')
    done(await removeForGood(world, client, app?.id ?? ''))
    world.turnClock(2 * STEP)
    const visitor = stranger(world)
    const pass = await passMailbox(world, visitor, email)
    expect(pass.ways).toEqual(['backup_code'])
    const code = codeAt(secret, world.now())
    expect(await visitor.post('/api/recovery/second-step', { ceremony: pass.ceremony, code })).toMatchObject({
      status: 401,
      body: { code: 'code_wrong' },
    })
  })

  test('does not come back when another way in takes the account back', async () => {
    const { world, client, authenticator, second } = await settledOwner()
    const third = makeAuthenticator(world)
    done(await addPasskey(client, third))
    const { id } = await removeSecond(client)
    done(await removeForGood(world, client, id))
    const [{ id: first } = { id: '' }] = await rows<{ id: string }>(
      world,
      'select id from passkeys order by created_at',
    )
    await world.db.transaction((tx) => tx.run('update passkeys set created_at = 0'))
    done(await client.delete(`/api/passkeys/${first}`))
    done(await takeBack(stranger(world), authenticator))
    expect(await signIn(stranger(world), second)).toMatchObject({ status: 401 })
  })
})

describe('removing for good is refused', () => {
  test('without a touch for it, though the code is right, and nothing is spent', async () => {
    const { world, client, authenticator } = await settledOwner()
    const { id } = await removeSecond(client)
    const asked = await askForGood(world, client, id)
    expect(await client.send('POST', `/api/removed/${id}/for-good`, asked)).toMatchObject({
      status: 403,
      body: { code: 'touch_required', act: 'remove_for_good', target: id },
    })
    done(await touchWith(client, authenticator, { act: 'remove_for_good', target: id }))
    expect(await client.send('POST', `/api/removed/${id}/for-good`, asked)).toMatchObject({ status: 204 })
  })

  test('with a wrong code, five times, and then also with the right one', async () => {
    const { world, client } = await settledOwner()
    const { id } = await removeSecond(client)
    const { ceremony, code } = await askForGood(world, client, id)
    const wrong = code === '000000' ? '111111' : '000000'
    for (let tries = 0; tries < 5; tries += 1)
      expect(await client.post(`/api/removed/${id}/for-good`, { ceremony, code: wrong })).toMatchObject({ status: 401 })
    expect(await client.post(`/api/removed/${id}/for-good`, { ceremony, code })).toMatchObject({ status: 429 })
  })

  test('after ten minutes', async () => {
    const { world, client } = await settledOwner()
    const { id } = await removeSecond(client)
    const asked = await askForGood(world, client, id)
    world.turnClock(10 * MINUTE)
    expect(await client.post(`/api/removed/${id}/for-good`, asked)).toMatchObject({ status: 410 })
  })

  test('with the code of another session, another way in or another person', async () => {
    const { world, client, authenticator } = await settledOwner()
    const { id } = await removeSecond(client)
    done(await client.delete('/api/totp'))
    const app = (await removedOf(client)).find(({ kind }) => kind === 'totp')
    const asked = await askForGood(world, client, id)
    const elsewhere = stranger(world)
    elsewhere.passkeys = authenticator
    done(await signIn(elsewhere, authenticator))
    expect(await elsewhere.post(`/api/removed/${id}/for-good`, asked)).toMatchObject({ status: 410 })
    expect(await client.post(`/api/removed/${app?.id}/for-good`, asked)).toMatchObject({ status: 410 })
    const other = await signUp(world)
    expect(await other.client.post(`/api/removed/${id}/for-good`, asked)).toMatchObject({ status: 410 })
    const [own] = await emailsOf(other.client)
    expect(await other.client.post(`/api/removed/${id}/code`, { email: own?.id })).toMatchObject({ status: 404 })
  })

  test('with an address that has not settled, whose turn the answer names', async () => {
    const { world, client } = await settledOwner()
    const young = await addEmail(world, client, 'young@example.com')
    const { id } = await removeSecond(client)
    expect(
      await leavingAllAsItWas(world, () => client.post(`/api/removed/${id}/code`, { email: young.id })),
    ).toMatchObject({ status: 403, body: { code: 'not_settled', settlesAt: young.recoversAt } })
  })

  test('with an address that was removed from the account meanwhile', async () => {
    const { world, client } = await settledOwner()
    const { id } = await removeSecond(client)
    const asked = await askForGood(world, client, id)
    await world.db.transaction((tx) => tx.run('update emails set canonical = ?', 'elsewhere@example.com'))
    expect(await client.post(`/api/removed/${id}/for-good`, asked)).toMatchObject({ status: 410 })
  })

  test('the second time, also fifty times at once', async () => {
    const { world, client, authenticator } = await settledOwner()
    const { id } = await removeSecond(client)
    const asked = await askForGood(world, client, id)
    done(await touchWith(client, authenticator, { act: 'remove_for_good', target: id }))
    const answers = await atOnce(50, () => client.copy().send('POST', `/api/removed/${id}/for-good`, asked))
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(answers.every(({ status }) => [204, 404, 410, 429].includes(status))).toBe(true)
  })
})
