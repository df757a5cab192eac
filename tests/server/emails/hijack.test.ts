import { expect, test } from 'vitest'
import { addPasskey, confirm, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail, emailsOf, promote, removeEmail, undo, undoToken } from '#tests/server/emails/steps.ts'
import { DAY, done, HOUR, letterNames, stranger } from '#tests/server/second-factor/steps.ts'
import { recover } from '#tests/server/recoveries/steps.ts'

const THIEF = 'thief@evil.example'

test('P2 the owner undoes every change that a stolen, freshly confirmed session made to the addresses', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  const home = stranger(world)
  done(await signIn(home, owner.authenticator))
  const stolen = home.copy()
  world.turnClock(1)

  // The thief adds an address, makes it primary, cannot remove the owner's, and adds a passkey.
  await addEmail(world, stolen, THIEF)
  done(await promote(stolen, THIEF))
  expect(await removeEmail(stolen, owner.email)).toMatchObject({ status: 409, body: { code: 'on_hold' } })
  const backdoor = makeAuthenticator(world)
  done(await addPasskey(stolen, backdoor))

  // The owner's address got a letter about each change, with a link.
  expect(await letterNames(world, owner.email)).toEqual(
    expect.arrayContaining(['email-added', 'email-promoted', 'passkey-added']),
  )
  world.turnClock(2 * HOUR)
  expect(await stranger(world).post('/api/recovery', { email: THIEF })).toMatchObject({ status: 202 })
  expect(await letterNames(world, THIEF)).not.toContain('recovery-code')
  done(await undo(world, stranger(world), owner.email, 'email-added'))
  expect(await stolen.get('/api/session')).toMatchObject({ status: 401 })

  // The thief's own letters undo nothing.
  for (const letter of ['email-added', 'email-promoted'] as const)
    expect(await undoToken(world, THIEF, letter)).toBeUndefined()
  done(await signIn(home, owner.authenticator))
  expect((await emailsOf(home)).map(({ address, primary }) => [address, primary])).toEqual([[owner.email, true]])
  const { passkeys } = (await home.get('/api/passkeys')).body as { passkeys: { id: string; createdAt: number }[] }
  const planted = passkeys.toSorted((a, b) => b.createdAt - a.createdAt)[0]
  done(await home.delete(`/api/passkeys/${planted?.id}`))
  expect(await signIn(stranger(world), backdoor)).toMatchObject({ status: 401, body: { code: 'unknown_passkey' } })
})

test('P2 the removed address of the owner can still undo the changes of a thief who waited a day', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await addEmail(world, owner.client, THIEF)
  done(await promote(owner.client, THIEF))
  const backdoor = makeAuthenticator(world)
  done(await addPasskey(owner.client, backdoor))
  world.turnClock(DAY)
  const thief = stranger(world)
  done(await signIn(thief, backdoor))
  done(await removeEmail(thief, owner.email))
  world.turnClock(6 * DAY - 1)
  for (const letter of ['email-removed', 'email-added'] as const)
    done(await undo(world, stranger(world), owner.email, letter))
  expect(await thief.get('/api/session')).toMatchObject({ status: 401 })
  const home = stranger(world)
  done(await signIn(home, owner.authenticator))
  expect((await emailsOf(home)).map(({ address, primary }) => [address, primary])).toEqual([[owner.email, true]])
})

test('P2 §6.3 a stolen session without a fresh confirmation changes no address', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  const second = await addEmail(world, owner.client, 'second@example.com')
  world.turnClock(HOUR)
  const stolen = owner.client.copy()
  const refused = { status: 403, body: { code: 'confirmation_required' } }
  expect(await stolen.post('/api/emails', { email: THIEF })).toMatchObject(refused)
  expect(await stolen.put(`/api/emails/${second.id}/primary`)).toMatchObject(refused)
  expect(await stolen.delete(`/api/emails/${second.id}`)).toMatchObject(refused)
  expect(await addPasskey(stolen, makeAuthenticator(world))).toMatchObject(refused)
  done(await confirm(owner.client, owner.authenticator))
  expect(await stolen.get('/api/session'), 'and the copy ends with the owner’s next confirmation').toMatchObject({
    status: 401,
  })
})

test('K13 K14 the owner’s other mailbox removes, within the hold, a thief who recovered with a stolen mailbox', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await addEmail(world, owner.client, 'second@example.com')
  world.turnClock(DAY)
  const thief = await recover(world, { email: 'second@example.com' })
  expect(await thief.client.post('/api/emails', { email: THIEF })).toMatchObject({
    status: 409,
    body: { code: 'on_hold' },
  })
  world.turnClock(HOUR)
  const back = await recover(world, owner)
  expect(await thief.client.get('/api/session')).toMatchObject({ status: 401 })
  expect(await signIn(stranger(world), thief.authenticator)).toMatchObject({
    status: 401,
    body: { code: 'unknown_passkey' },
  })
  expect(await back.client.get('/api/session')).toMatchObject({ status: 200 })
})
