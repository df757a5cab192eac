import { describe, expect, test } from 'vitest'
import type { Row } from '#db/engine/database.ts'
import { MAILED_CODE_MS } from '#server/ceremonies.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { lettersTo, newestLetter } from '#tests/helpers/mailbox.ts'
import { makeAuthenticator, type Person, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows, tableNames } from '#tests/server/passkeys/rows.ts'
import { done, makeCodes, signUpWithApp } from '#tests/server/second-factor/steps.ts'

async function begin({ client }: Pick<Person, 'client'>): Promise<string> {
  return String(done(await client.post('/api/check-up/rehearsal')).body.ceremony)
}

async function codeOf(world: TestWorld, { email }: Pick<Person, 'email'>): Promise<string> {
  return String((await newestLetter(world, email)).code)
}

/** All rows of all tables. */
async function tables(world: TestWorld): Promise<Record<string, Row[]>> {
  const names = await tableNames(world)
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await rows(world, `select * from ${name} order by 1`)])),
  )
}

describe('a rehearsal', () => {
  test('writes down when it was, and changes nothing else of the account', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const [backupCode = ''] = await makeCodes(owner.client)
    const before = await tables(world)
    const ceremony = await begin(owner)
    const code = await codeOf(world, owner)
    expect(await owner.client.post('/api/check-up/rehearsal/backup-code', { code: backupCode })).toMatchObject({
      status: 200,
      body: { fits: true },
    })
    expect(await owner.client.post('/api/check-up/rehearsal/code', { ceremony, code })).toMatchObject({ status: 204 })
    const after = await tables(world)

    // Its own letter, its own spent ceremony, its own counts, and its line in the activity.
    const own = new Set(['outbox', 'spent', 'limits', 'events', 'users'])
    const others = (all: Record<string, Row[]>) => Object.entries(all).filter(([table]) => !own.has(table))
    expect(others(after)).toEqual(others(before))
    expect(after.users).toEqual(before.users?.map((row) => ({ ...row, rehearsed_at: world.now() })))
    expect(after.events?.slice(before.events?.length)).toMatchObject([{ kind: 'rehearsed', details: '{}' }])
    expect((await owner.client.get('/api/check-up')).body.rehearsedAt).toBe(world.now())
    // The backup code that was typed still works.
    expect((await owner.client.get('/api/backup-codes')).body).toMatchObject({ remaining: 10 })
  })

  test('refuses a wrong code, five times, and a code twice', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const ceremony = await begin(owner)
    const code = await codeOf(world, owner)
    const wrong = code === '000000' ? '000001' : '000000'
    const finish = (typed: string) => owner.client.post('/api/check-up/rehearsal/code', { ceremony, code: typed })
    for (let time = 0; time < 4; time += 1) expect(await finish(wrong)).toMatchObject({ body: { code: 'code_wrong' } })
    expect(await finish(code)).toMatchObject({ status: 204 })
    expect(await finish(code)).toMatchObject({ body: { code: 'too_many_attempts' } })

    const again = await begin(owner)
    const right = { ceremony: again, code: await codeOf(world, owner) }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => owner.client.post('/api/check-up/rehearsal/code', right)),
    )
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
  })

  test('takes its code until ten minutes after the letter, and not at that moment', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    for (const [waits, status] of [
      [MAILED_CODE_MS - 1, 204],
      [MAILED_CODE_MS, 410],
    ] as const) {
      const ceremony = await begin(owner)
      const code = await codeOf(world, owner)
      world.turnClock(waits)
      expect((await owner.client.post('/api/check-up/rehearsal/code', { ceremony, code })).status).toBe(status)
    }
  })

  test('its code opens no other door, and no other code ends it', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const ceremony = await begin(owner)
    const code = await codeOf(world, owner)
    for (const path of ['/api/recovery/code', '/api/emails/code', '/api/sign-up/code', '/api/removed/x/for-good'])
      expect((await owner.client.post(path, { ceremony, code })).status, path).toBeGreaterThanOrEqual(400)

    const stranger = makeClient(world, { ip: '192.0.2.77' })
    const asked = await stranger.post('/api/recovery', { email: owner.email })
    const recovery = { ceremony: asked.body.ceremony, code: await codeOf(world, owner) }
    expect(await owner.client.post('/api/check-up/rehearsal/code', recovery)).toMatchObject({
      body: { code: 'ceremony_over' },
    })
  })

  test('belongs to its session', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const ceremony = await begin(owner)
    const code = await codeOf(world, owner)
    expect(await makeClient(world).post('/api/check-up/rehearsal/code', { ceremony, code })).toMatchObject({
      status: 401,
    })
    await owner.client.delete('/api/session')
    await signIn(owner.client, owner.authenticator)
    expect(await owner.client.post('/api/check-up/rehearsal/code', { ceremony, code })).toMatchObject({
      body: { code: 'ceremony_over' },
    })
  })

  test('sends its code to the primary address only, and not more than the mailbox may get', async () => {
    const world = makeWorld()
    const owner = await signUp(world, { authenticator: makeAuthenticator(world) })
    for (let time = 0; time < 5; time += 1) await begin(owner)
    const letters = (await lettersTo(world, owner.email)).filter(({ subject }) => /rehears/i.test(subject))
    // Three at once, and one that the others share.
    expect(letters).toHaveLength(4)
  })

  test.each([
    ['0123-4567-89AB-CDEF-GHJK', true],
    ['0123 4567 89ab cdef ghjk', true],
    ['O123-4567-89AB-CDEF-GHJI', true],
    ['0123-4567-89AB-CDEF-GHJ', false],
    ['0123-4567-89AB-CDEF-GHJU', false],
    ['123456', false],
  ])('of the text %s says whether it has the form of a backup code: %s', async (code, fits) => {
    const { client } = await signUp(makeWorld())
    expect((await client.post('/api/check-up/rehearsal/backup-code', { code })).body).toEqual({ fits })
  })
})
