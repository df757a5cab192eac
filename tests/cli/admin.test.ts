import { describe, expect, test } from 'vitest'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { PEOPLE, signUpReady } from '#tests/server/admin/steps.ts'
import { signUp } from '#tests/helpers/people.ts'
import { MINUTE } from '#tests/server/second-factor/steps.ts'
import { latchkey, latchkeyJson } from '#tests/cli/latchkey.ts'

const at = ({ config }: TestWorld) => ({ DATA_DIR: config.dataDir })

test('latchkey setup prints the link for the first owner, a new one each time, and none once there is one', async () => {
  const world = makeWorld()
  // The command has the clock of this machine.
  world.turnClock(Date.now() - world.now())
  const { client } = await signUpReady(world)
  const [first, second] = [await latchkeyJson(['setup'], at(world)), await latchkey(['setup'], at(world))]
  const [, token] = /^Open this link within an hour:\n\n\S+\/setup#([\w-]{43})\n$/.exec(second.out) ?? []
  expect([first.code, second.code]).toEqual([0, 0])
  world.turnClock(MINUTE)
  expect((await client.post('/api/setup', { token: String(first.data.link).split('#')[1] })).status).toBe(404)
  expect((await client.post('/api/setup', { token })).status).toBe(204)
  const { code, err } = await latchkey(['setup'], at(world))
  expect([code, err]).toEqual([1, expect.stringMatching(/^There is an owner already\./)])
})

describe('latchkey admin', () => {
  test('grant makes the first owner while the server runs, and list shows who has a role', async () => {
    const world = makeWorld()
    const { email, client } = await signUpReady(world)
    expect((await latchkey(['admin', 'list'], at(world))).out).toContain('Nobody has a role.')
    expect((await client.get(PEOPLE)).status).toBe(404)
    const { code, out } = await latchkey(['admin', 'grant', email, '--role', 'owner'], at(world))
    expect([code, out]).toEqual([0, `${email} has the role owner.\n`])
    expect((await client.get(PEOPLE)).status).toBe(200)

    await latchkey(['admin', 'grant', email, '--role', 'helper', '--days', '30'], at(world))
    expect((await latchkey(['admin', 'list'], at(world))).out).toMatch(
      new RegExp(`^owner +${email} +for good\\nhelper +${email} +until \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC$`, 'm'),
    )
    expect(await latchkeyJson(['admin', 'list'], at(world))).toEqual({
      code: 0,
      data: {
        admins: [
          { email, role: 'owner', suspended: false },
          { email, role: 'helper', until: expect.any(Number), suspended: false },
        ],
      },
    })
  })

  test.each([
    [
      'an account with one way in',
      'grant one@example.com --role owner',
      1,
      /^A role needs an account with a passkey and a second/,
    ],
    ['an address without an account', 'grant nobody@example.com --role owner', 1, /^No account has this address\./],
    ['an owner for some days', 'grant two@example.com --role owner --days 3', 1, /^An owner is an owner for good\./],
    ['no role', 'grant two@example.com', 2, /^Name a role with --role: owner, admin, helper, auditor\./],
    ['an unknown role', 'grant two@example.com --role root', 2, /^Name a role with --role/],
    ['a word that is no address', 'grant two --role owner', 2, /^“two” is no address\./],
    ['half a day', 'grant two@example.com --role helper --days 0.5', 2, /^--days is a whole number/],
    ['no address', 'grant --role owner', 2, /./],
  ])('grant gives nothing for %s, and prints the reason', async (_, line, code, sentence) => {
    const world = makeWorld()
    await signUp(world, { email: 'one@example.com' })
    await signUpReady(world, 'two@example.com')
    const ended = await latchkey(['admin', ...line.split(' ')], at(world))
    expect([ended.code, ended.err]).toEqual([code, expect.stringMatching(sentence)])
    expect((await latchkeyJson(['admin', 'list'], at(world))).data).toEqual({ admins: [] })
  })
})
