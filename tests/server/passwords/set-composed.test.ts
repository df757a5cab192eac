import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp, touch } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import {
  codeAt,
  done,
  passMailbox,
  passPassword,
  signUpWithApp,
  STEP,
  stranger,
} from '#tests/server/second-factor/steps.ts'
import { COMPOSED } from '#tests/server/passwords/set-steps.ts'

test('N7 a password matches in composed and decomposed form, and no other text does', async () => {
  const world = makeWorld()
  const { client, email } = await signUpWithApp(world)
  done(await client.put('/api/password', { password: COMPOSED.normalize('NFD') }))
  for (const password of [COMPOSED, COMPOSED.normalize('NFD')])
    expect(await passPassword(stranger(world), email, password)).toEqual(expect.any(String))
  for (const password of [
    COMPOSED.normalize('NFKD').replace(/\p{M}/gu, ''),
    COMPOSED.toUpperCase(),
    ` ${COMPOSED}`,
    `${COMPOSED} `,
  ]) {
    expect(await stranger(world).post('/api/sign-in/password', { email, password })).toMatchObject({ status: 401 })
  }
})

test('§6.3 a session opened with the mailbox and a code must confirm before it sets a password, and touch before it changes one', async () => {
  const world = makeWorld()
  const owner = await signUpWithApp(world)
  const visitor = stranger(world)
  const { ceremony } = await passMailbox(world, visitor, owner.email)
  done(await visitor.post('/api/recovery/second-step', { ceremony, code: codeAt(owner.secret, world.now()) }))
  const set = () => visitor.put('/api/password', { password: COMPOSED })
  expect(await set()).toMatchObject({ status: 403, body: { code: 'touch_required', act: 'replace_password' } })
  world.turnClock(STEP)
  done(await visitor.post('/api/confirmation', { code: codeAt(owner.secret, world.now()) }))
  expect(await set(), 'a confirmation is no touch').toMatchObject({ status: 403, body: { code: 'touch_required' } })
  done(await touch(visitor, owner.authenticator, { act: 'replace_password' }))
  expect(await set()).toMatchObject({ status: 204 })

  await world.db.transaction((tx) => tx.run('delete from passwords'))
  world.turnClock(STEP)
  const again = stranger(world)
  const { ceremony: second } = await passMailbox(world, again, owner.email)
  done(await again.post('/api/recovery/second-step', { ceremony: second, code: codeAt(owner.secret, world.now()) }))
  expect(await again.put('/api/password', { password: COMPOSED })).toMatchObject({
    status: 403,
    body: { code: 'confirmation_required' },
  })
})

test('V2.4.1 the check has its own limit per person', async () => {
  const world = makeWorld()
  const [ada, bob] = [await signUp(world), await signUp(world)]
  const answers = []
  for (let count = 0; count < 62; count += 1)
    answers.push((await ada.client.post('/api/password/check', { password: 'x' })).status)
  expect(answers.filter((status) => status === 429)).toHaveLength(2)
  expect(await bob.client.post('/api/password/check', { password: 'x' })).toMatchObject({ status: 200 })
  expect(await makeClient(world).post('/api/password/check', { password: 'x' })).toMatchObject({ status: 401 })
})
