import { expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { signIn } from '#tests/helpers/people.ts'
import { makeCostlyWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  DAY,
  done,
  MINUTE,
  passPassword,
  signUpWithApp,
  stranger,
  wrongCode,
} from '#tests/server/second-factor/steps.ts'

test('N27 a second step after the account was deleted is refused with any code', async () => {
  const world = makeCostlyWorld()
  const ada = await signUpWithApp(world)
  done(await ada.client.delete('/api/account'))
  world.turnClock(7 * DAY - MINUTE)
  const client = stranger(world)
  const ceremony = await passPassword(client, ada.email)
  world.turnClock(MINUTE)
  await houseKeep(world)

  for (const code of [codeAt(ada.secret, world.now()), '000000', 'AAAA-AAAA-AAAA-AAAA-AAAA']) {
    expect(await client.post('/api/sign-in/second-step', { ceremony, code })).toMatchObject({
      status: 410,
      body: { code: 'ceremony_over' },
    })
  }
})

test('W22 a second step begun with an old password is refused after the password has changed', async () => {
  const world = makeCostlyWorld()
  const ada = await signUpWithApp(world)
  const thief = stranger(world)
  const ceremony = await passPassword(thief, ada.email)
  world.turnClock(MINUTE)
  const owner = stranger(world)
  done(await signIn(owner, ada.authenticator))
  owner.passkeys = ada.authenticator
  done(await owner.put('/api/password', { password: 'another nine tin whistles' }))

  expect(
    await thief.post('/api/sign-in/second-step', { ceremony, code: wrongCode(ada.secret, world.now()) }),
  ).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
  expect(await rows(world, 'select * from guesses')).toEqual([])
})
