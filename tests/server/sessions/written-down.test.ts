import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { flippedBit } from '#tests/helpers/authenticator/hostile/signatures.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { DAY, done, signInByPassword, signUpWithApp } from '#tests/server/second-factor/steps.ts'

test('16.2.1 the events of sessions name the session and the way in', async () => {
  const world = makeWorld()
  const { client, authenticator, userId } = await signUp(world)
  const [other, third] = [makeClient(world), makeClient(world)]
  for (const browser of [other, third]) done(await signIn(browser, authenticator))
  await signIn(makeClient(world), authenticator, { signature: flippedBit })
  const { id } = (await other.get('/api/session')).body.session as { id: string }
  done(await client.delete(`/api/sessions/${id}`))
  done(await client.delete('/api/sessions'))

  const [{ name } = { name: '' }] = await rows<{ name: string }>(world, 'select name from passkeys')
  const events = await rows<{ kind: string; details: string }>(
    world,
    'select kind, details from events where user_id = ? order by seq',
    userId,
  )
  expect(events.slice(1).map(({ kind, details }) => [kind, JSON.parse(details)])).toEqual([
    ['signed_in', { way: 'passkey', passkey: name }],
    ['signed_in', { way: 'passkey', passkey: name }],
    ['sign_in_failed', { passkey: name, cause: 'signature' }],
    ['session_ended', { session: id }],
    ['sessions_ended', { sessions: 1 }],
  ])
})

test('a sign-in that cancels a deletion stores an event and sends a letter, and no other sign-in does', async () => {
  const world = makeWorld()
  const { client, authenticator, email } = await signUp(world)
  const told = async () => (await lettersTo(world, email)).filter(({ letter }) => letter === 'account-deletion-undone')
  done(await signIn(client, authenticator))
  expect(await told()).toEqual([])

  done(await client.delete('/api/account'))
  world.turnClock(DAY)
  done(await signIn(makeClient(world, { ip: '192.0.2.77' }), authenticator))
  const [letter, ...more] = await told()
  expect(more).toEqual([])
  expect(letter?.text).toContain(
    'When: Sunday 22 November 2026, 09:00 UTC\nApproximate location: 192.0.2.x\nBrowser: Chrome on Linux',
  )
  expect(await rows(world, `select ip from events where kind = 'account_deletion_undone'`)).toEqual([
    { ip: '192.0.2.77' },
  ])
})

test('the letter about a new browser names the way in', async () => {
  const world = makeWorld()
  const owner = await signUpWithApp(world)
  const newest = async () =>
    (
      await rows<{ params: string }>(
        world,
        `select params from outbox where letter = 'new-browser' order by seq desc limit 1`,
      )
    ).map(({ params }) => JSON.parse(params) as { way: string })
  done((await signInByPassword(world, owner)).answer)
  expect(await newest()).toMatchObject([{ way: 'password' }])
  done(await signIn(makeClient(world), owner.authenticator))
  expect(await newest()).toMatchObject([{ way: 'passkey' }])
})
