import { expect, test } from 'vitest'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail, bringBack, emailsOf, removeEmail } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { DAY, done, letterNames, stranger } from '#tests/server/second-factor/steps.ts'
import { recover, takeBack } from '#tests/server/recoveries/steps.ts'

const HOSTILE = 'hostile@example.com'

test('custody C5 an address that is removed is out, in the first round and in the fourth', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  const { client } = owner
  await addEmail(world, client, HOSTILE)
  for (let round = 1; round <= 4; round += 1) {
    done(await removeEmail(client, HOSTILE))
    const before = await letterNames(world, HOSTILE)
    expect(before.at(-1)).toBe('email-removed')
    const reader = stranger(world)
    expect(await reader.post('/api/recovery', { email: HOSTILE })).toMatchObject({ status: 202 })
    expect(await letterNames(world, HOSTILE)).toEqual(before)
    // Only the owner brings it back, and only with a touch.
    const { removed } = (await client.get('/api/emails')).body as { removed: { id: string }[] }
    expect(removed).toHaveLength(1)
    expect(await client.copy().post(`/api/emails/${removed[0]?.id}/bring-back`)).toMatchObject({
      status: 403,
      body: { code: 'touch_required' },
    })
    expect(await reader.post(`/api/emails/${removed[0]?.id}/bring-back`)).toMatchObject({ status: 401 })
    if (round < 4) done(await bringBack(client, HOSTILE))
  }
  expect(await client.get('/api/session'), 'no session of the owner has ended').toMatchObject({ status: 200 })
  expect((await emailsOf(client)).map(({ address }) => address)).toEqual([owner.email])
  world.turnClock(7 * DAY)
  done(await signIn(client, owner.authenticator))
  expect((await client.get('/api/emails')).body.removed).toEqual([])
})

test('custody C5 a removed address stays out when the account is recovered and taken back', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await addEmail(world, owner.client, HOSTILE)
  done(await removeEmail(owner.client, HOSTILE))
  await recover(world, owner)
  done(await takeBack(owner.client, owner.authenticator))
  expect(await rows(world, 'select address from emails')).toEqual([{ address: owner.email }])
})
