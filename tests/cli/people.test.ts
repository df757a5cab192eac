import { describe, expect, test } from 'vitest'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { newestLetter } from '#tests/helpers/mailbox.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { makeOwner, PEOPLE, signUpReady } from '#tests/server/admin/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { MINUTE, stranger } from '#tests/server/second-factor/steps.ts'
import { tokenIn, trySignUp } from '#tests/server/sign-up-modes/steps.ts'
import { latchkey, latchkeyJson } from '#tests/cli/latchkey.ts'

/** A world whose clock is a little ahead of the command’s, which is the machine’s, so that its letters have left. */
function makeWorldToday(environment?: Record<string, string>): TestWorld {
  const world = makeWorld(environment)
  world.turnClock(Date.now() + MINUTE - world.now())
  return world
}

const at = ({ config }: TestWorld) => ({ DATA_DIR: config.dataDir })

test('latchkey people suspends, shows and lets in again, as the operator in the audit', async () => {
  const world = makeWorldToday()
  const { email, client, authenticator } = await signUp(world)
  const suspended = await latchkey(['people', 'suspend', email, '--reason', 'You left us'], at(world))
  expect([suspended.code, suspended.out]).toEqual([0, `${email} is suspended.\n`])
  expect((await client.get('/api/session')).status).toBe(401)
  expect((await signIn(stranger(world), authenticator)).body.code).toBe('suspended')
  expect((await newestLetter(world, email)).text).toContain('You left us')
  expect((await latchkey(['people', 'show', email], at(world))).out).toMatch(/^state +suspended$/m)
  const again = await latchkey(['people', 'suspend', email, '--reason', 'Again'], at(world))
  expect([again.code, again.err]).toEqual([1, 'This account is suspended already.\n'])
  expect((await latchkey(['people', 'unsuspend', email], at(world))).code).toBe(0)
  expect((await latchkey(['people', 'unsuspend', email], at(world))).err).toBe('This account is not suspended.\n')
  expect((await signIn(stranger(world), authenticator)).status).toBe(200)
  const ended = await latchkey(['people', 'end-sessions', email, '--reason', 'You lost your phone'], at(world))
  expect(ended.out).toBe('One session was ended.\n')
  expect((await newestLetter(world, email)).text).toContain('You lost your phone')
  expect(await rows(world, 'select act, actor from admin_events order by seq')).toEqual(
    ['person_suspended', 'person_unsuspended', 'sessions_ended'].map((act) => ({ act, actor: 'operator' })),
  )
})

test('latchkey people list shows the newest, or those that begin in some way', async () => {
  const world = makeWorld()
  expect((await latchkey(['people', 'list'], at(world))).out).toBe('There are no accounts.\n')
  await signUp(world, { email: 'ada@example.com' })
  await signUp(world, { email: 'bo@example.com' })
  expect((await latchkey(['people', 'list'], at(world))).out).toMatch(/ada@example.com[\s\S]*|bo@example.com/)
  const found = await latchkeyJson(['people', 'list', 'BO@'], at(world))
  expect(found.data).toMatchObject({ people: [{ email: 'bo@example.com', state: 'active' }], more: false })
  expect((await latchkey(['people', 'list', 'x'], at(world))).out).toBe('Nobody is found.\n')
})

test('latchkey admin remove takes a role, but never from the last owner', async () => {
  const world = makeWorld()
  const owner = await makeOwner(world)
  const { email, client } = await signUpReady(world)
  await latchkey(['admin', 'grant', email, '--role', 'helper'], at(world))
  expect((await client.get(PEOPLE)).status).toBe(200)
  expect((await latchkey(['admin', 'remove', email, '--role', 'helper'], at(world))).out).toBe(
    `${email} no longer has the role helper.\n`,
  )
  expect((await client.get(PEOPLE)).status).toBe(404)
  const last = await latchkey(['admin', 'remove', owner.email, '--role', 'owner'], at(world))
  expect([last.code, last.err]).toEqual([1, expect.stringContaining('There must always be an owner')])
})

describe('latchkey invite', () => {
  test('writes to an address, and makes a link for several people', async () => {
    const world = makeWorldToday({ SIGN_UP_MODE: 'invitation' })
    const settings = { ...at(world), SIGN_UP_MODE: 'invitation' }
    const { code, data } = await latchkeyJson(['invite', 'ada@example.com', '--days', '30'], settings)
    expect([code, data.people]).toEqual([0, 1])
    expect((await newestLetter(world, 'ada@example.com')).link).toBe(data.link)
    const invitation = tokenIn(String(data.link))
    expect((await trySignUp(world, { email: 'ada@example.com', invitation })).answer.status).toBe(201)
    const { out } = await latchkey(['invite', '--link', '2'], settings)
    expect(out).toMatch(/^A link for 2 people, until .* UTC:\nhttp:\/\/localhost:3000\/invited#\S+\n$/)
    const taken = await latchkey(['invite', 'ada@example.com'], settings)
    expect([taken.code, taken.err]).toEqual([1, expect.stringContaining('already belongs to an account')])
  })

  test.each([
    ['nothing', 'invite', /^Name one address, or say --link\./],
    ['an address and --link', 'invite ada@example.com --link 2', /^Name one address/],
    ['a word that is no address', 'invite ada', /^“ada” is no address\./],
    ['no people', 'invite --link 0', /^--link is a whole number from 1 to 1000\./],
    ['too many days', 'invite ada@example.com --days 31', /^--days is a whole number from 1 to 30\./],
    ['no reason', 'people suspend ada@example.com', /^Say why with --reason/],
  ])('and the others are refused with %s', async (_, line, sentence) => {
    const ended = await latchkey(line.split(' '), at(makeWorld()))
    expect([ended.code, ended.err]).toEqual([2, expect.stringMatching(sentence)])
  })
})
