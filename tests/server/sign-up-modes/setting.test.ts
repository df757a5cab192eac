import { describe, expect, test } from 'vitest'
import { statusesOf } from '#tests/helpers/client.ts'
import { lettersTo, newestLetter } from '#tests/helpers/mailbox.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { makeOwner, signUpWithRole } from '#tests/server/admin/steps.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'
import { setMode, SIGN_UP, trySignUp } from '#tests/server/sign-up-modes/steps.ts'

describe('who may sign up', () => {
  test('is everybody until somebody changes it, and each version says who changed what', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const admin = await signUpWithRole(world, 'admin')
    expect((await owner.client.get(SIGN_UP)).body).toEqual({
      mode: 'open',
      domains: [],
      version: 0,
      locked: false,
      versions: [],
    })
    await setMode(owner, 'domain', ['Example.COM ', 'bücher.example', 'example.com'])
    await setMode(admin, 'closed', ['example.com'])
    const at = world.now()
    expect((await owner.client.get(SIGN_UP)).body).toEqual({
      mode: 'closed',
      domains: [],
      version: 2,
      locked: false,
      versions: [
        { version: 2, mode: 'closed', domains: [], by: admin.email, at },
        { version: 1, mode: 'domain', domains: ['example.com', 'xn--bcher-kva.example'], by: owner.email, at },
      ],
    })
  })

  test('is told to every owner, and is in the audit', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const admin = await signUpWithRole(world, 'admin')
    await setMode(admin, 'domain', ['example.com'])
    const { letter, text } = await newestLetter(world, owner.email)
    expect([letter, text.includes('example.com')]).toEqual(['sign-up-changed', true])
    expect((await lettersTo(world, admin.email)).map((one) => one.letter)).not.toContain('sign-up-changed')
    const { acts } = (await owner.client.get('/api/admin/audit')).body as { acts: unknown[] }
    expect(acts[0]).toMatchObject({
      act: 'sign_up_changed',
      actor: admin.userId,
      details: { version: 1, mode: 'domain', domains: ['example.com'], from: { mode: 'open', domains: [] } },
    })
  })

  test('is brought back by the values of an earlier version, as a new one', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    await setMode(owner, 'domain', ['example.com'])
    await setMode(owner, 'closed')
    expect((await trySignUp(world, { email: 'ada@example.com' })).answer.body.code).toBe('sign_up_closed')
    expect((await setMode(owner, 'domain', ['example.com'])).body).toEqual({ version: 3 })
    expect((await trySignUp(world, { email: 'ada@example.com' })).answer.status).toBe(201)
  })

  test('changes once of fifty changes of the same version', async () => {
    const world = makeWorld()
    const one = await makeOwner(world)
    const other = await makeOwner(world)
    const answers = await atOnce(50, (at) =>
      (at % 2 ? one : other).client.put(SIGN_UP, { mode: at % 2 ? 'closed' : 'invitation', version: 0 }),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await rows(world, 'select version from settings')).toEqual([{ version: 1 }])
  })

  test('is not changed without a touch for exactly this change', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    const asked = await client.send('PUT', SIGN_UP, { mode: 'closed', version: 0 })
    expect(asked).toMatchObject({ status: 403, body: { code: 'touch_required', act: 'change_settings' } })
    const other = await client.send('PUT', SIGN_UP, { mode: 'invitation', version: 0 })
    expect(other.body.target).not.toBe(asked.body.target)
    expect(await rows(world, 'select 1 from settings')).toEqual([])
  })

  test.each([
    ['an unknown mode', { mode: 'ajar', version: 0 }],
    ['no version', { mode: 'closed' }],
    ['half a version', { mode: 'closed', version: 0.5 }],
    ['no domain', { mode: 'domain', version: 0 }],
    ['an empty list of domains', { mode: 'domain', domains: [], version: 0 }],
    ['an address instead of a domain', { mode: 'domain', domains: ['ada@example.com'], version: 0 }],
    ['a domain with a space', { mode: 'domain', domains: ['exa mple.com'], version: 0 }],
    ['a top-level domain', { mode: 'domain', domains: ['com'], version: 0 }],
    ['a wildcard', { mode: 'domain', domains: ['*.example.com'], version: 0 }],
    ['domains that are no list', { mode: 'domain', domains: 'example.com', version: 0 }],
    ['too many domains', { mode: 'domain', domains: Array.from({ length: 101 }, () => 'example.com'), version: 0 }],
  ])('is refused with %s', async (_, body) => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    expect(await client.put(SIGN_UP, body)).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
  })
})

describe('what the environment sets', () => {
  test('counts whatever administrators have set, and cannot be changed', async () => {
    const world = makeWorld({ SIGN_UP_MODE: 'domain', SIGN_UP_DOMAINS: 'person.example, example.com' })
    const owner = await makeOwner(world)
    expect(await setMode(owner, 'open')).toMatchObject({ status: 409, body: { code: 'locked' } })
    expect((await owner.client.get(SIGN_UP)).body).toMatchObject({
      mode: 'domain',
      domains: ['person.example', 'example.com'],
      locked: true,
      version: 0,
    })
    const outcomes = []
    for (const email of ['ada@person.example', 'ada@other.example'])
      outcomes.push((await trySignUp(world, { email })).answer)
    expect(statusesOf(outcomes)).toEqual([201, 401])
    expect(await rows(world, 'select 1 from settings')).toEqual([])
  })
})
