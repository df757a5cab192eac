import { expect, test } from 'vitest'
import { addPasskey, confirm, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail, emailsOf, promote, removeEmail } from '#tests/server/emails/steps.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { DAY, done, HOUR, letterNames, stranger } from '#tests/server/second-factor/steps.ts'
import { knock, recover, SETTLES } from '#tests/server/recoveries/steps.ts'

const THIEF = 'thief@evil.example'

test('P2 a stolen, freshly confirmed session takes no address away, and the owner removes what it added', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  const home = stranger(world)
  home.passkeys = owner.authenticator
  done(await signIn(home, owner.authenticator))
  const stolen = home.copy()
  world.turnClock(1)

  // The thief adds an address and a passkey, and can neither make it primary nor remove the owner's.
  await addEmail(world, stolen, THIEF)
  const backdoor = makeAuthenticator(world)
  done(await addPasskey(stolen, backdoor))
  for (const act of [promote(stolen, THIEF), removeEmail(stolen, owner.email), removeEmail(stolen, THIEF)])
    expect((await act).status).toBe(403)
  expect(await promote(stolen, THIEF)).toMatchObject({ body: { code: 'touch_required' } })

  // The owner's address got a letter about each change.
  expect(await letterNames(world, owner.email)).toEqual(expect.arrayContaining(['email-added', 'passkey-added']))
  world.turnClock(2 * HOUR)
  const door = await knock(world, { email: THIEF })
  expect(door.pass).toMatchObject({ state: 'none', ways: [] })
  expect(await door.client.post('/api/recovery/start', { ceremony: door.pass.ceremony })).toMatchObject({
    status: 403,
    body: { code: 'not_settled' },
  })

  done(await removeEmail(home, THIEF))
  const { passkeys } = (await home.get('/api/passkeys')).body as { passkeys: { id: string; createdAt: number }[] }
  const planted = passkeys.toSorted((a, b) => b.createdAt - a.createdAt)[0]
  done(await home.delete(`/api/passkeys/${planted?.id}`))
  done(await home.delete('/api/sessions'))
  expect(await stolen.get('/api/session')).toMatchObject({ status: 401 })
  expect((await home.get('/api/emails')).body).toMatchObject({
    emails: [{ address: owner.email, primary: true }],
    removed: [],
  })
  expect(await signIn(stranger(world), backdoor)).toMatchObject({ status: 401, body: { code: 'unknown_passkey' } })
})

test('P2 the passkey and the address of a thief take no address away in ten days, to the millisecond', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  world.turnClock(1)
  await addEmail(world, owner.client, THIEF)
  const backdoor = makeAuthenticator(world)
  done(await addPasskey(owner.client, backdoor))
  world.turnClock(SETTLES - 1)
  const thief = stranger(world)
  done(await signIn(thief, backdoor))
  expect(await promote(thief, THIEF)).toMatchObject({ status: 403, body: { code: 'touch_required' } })
  const { options } = (
    await thief.post('/api/confirmation/options', { act: 'promote_email', target: (await emailsOf(thief))[1]?.id })
  ).body as { options: { allowCredentials: { id: string }[] } }
  const planted = backdoor.passkeys[0]?.credentialId.toString('base64url')
  expect(options.allowCredentials.map(({ id }) => id)).not.toContain(planted)
  world.turnClock(1)
  thief.passkeys = backdoor
  expect(await promote(thief, THIEF)).toMatchObject({ status: 200 })
})

test('P2 §6.3 a stolen session without a fresh confirmation changes no address', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  const second = await addEmail(world, owner.client, 'second@example.com')
  world.turnClock(HOUR)
  const stolen = owner.client.copy()
  const refused = { status: 403, body: { code: 'confirmation_required' } }
  const untouched = { status: 403, body: { code: 'touch_required' } }
  expect(await stolen.post('/api/emails', { email: THIEF })).toMatchObject(refused)
  expect(await stolen.put(`/api/emails/${second.id}/primary`)).toMatchObject(untouched)
  expect(await stolen.delete(`/api/emails/${second.id}`)).toMatchObject(untouched)
  expect(await addPasskey(stolen, makeAuthenticator(world))).toMatchObject(refused)
  done(await confirm(owner.client, owner.authenticator))
  expect(await stolen.get('/api/session'), 'and the copy ends with the owner’s next confirmation').toMatchObject({
    status: 401,
  })
})

test('K13 K14 the owner’s main mailbox ends a thief who recovered with another stolen mailbox', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await addEmail(world, owner.client, 'second@example.com')
  world.turnClock(DAY)
  const thief = await recover(world, { email: 'second@example.com' })
  await addEmail(world, thief.client, THIEF)
  for (const act of [promote(thief.client, THIEF), promote(thief.client, 'second@example.com')])
    expect(await act).toMatchObject({ status: 403, body: { code: 'not_settled' } })
  world.turnClock(HOUR)
  const back = await recover(world, owner)
  expect(await thief.client.get('/api/session')).toMatchObject({ status: 401 })
  expect(await signIn(stranger(world), thief.authenticator)).toMatchObject({
    status: 401,
    body: { code: 'unknown_passkey' },
  })
  expect((await emailsOf(back.client)).map(({ address }) => address)).toEqual([owner.email, 'second@example.com'])
  world.turnClock(1)
  const again = await knock(world, { email: 'second@example.com' })
  expect(
    await leavingAllAsItWas(world, () => again.client.post('/api/recovery/start', { ceremony: again.pass.ceremony })),
  ).toMatchObject({ status: 403, body: { code: 'not_settled' } })
  expect(await back.client.get('/api/session')).toMatchObject({ status: 200 })
})
