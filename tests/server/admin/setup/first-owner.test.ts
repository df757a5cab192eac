import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { grantRoleAsOperator } from '#server/admin/as-operator.ts'
import { offerSetup } from '#server/setup-file.ts'
import { makeSetupLink } from '#server/admin/setup/setup-link.ts'
import { type Client, statusesOf } from '#tests/helpers/client.ts'
import { signUp, touch } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { PEOPLE, signUpReady } from '#tests/server/admin/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { eventKinds, HOUR, letterNames } from '#tests/server/second-factor/steps.ts'
import { startWait } from '#tests/server/recoveries/steps.ts'

const tokenOf = async (world: TestWorld) => (await makeSetupLink(world))?.split('#')[1] ?? ''
const become = (client: Client, token: string) => client.post('/api/setup', { token })
const owners = (world: TestWorld) => rows(world, "select user_id from grants where role = 'owner'")

describe('the first owner', () => {
  test('is whoever has the link, an account with two ways in, and one touch', async () => {
    const world = makeWorld()
    const { client, email, userId } = await signUpReady(world)
    const token = await tokenOf(world)
    expect((await client.send('POST', '/api/setup', { token })).body.code).toBe('touch_required')
    expect(await owners(world)).toEqual([])
    expect((await become(client, token)).status).toBe(204)
    expect(await owners(world)).toEqual([{ user_id: userId }])
    expect((await client.get(PEOPLE)).status).toBe(200)
    expect(await eventKinds(world, userId)).toContain('role_granted')
    expect(await letterNames(world, email)).toEqual(expect.arrayContaining(['administered']))
    expect(await rows(world, 'select actor, act, target from admin_events')).toEqual([
      { actor: userId, act: 'first_owner_made', target: userId },
    ])
  })

  test('X10 is one of fifty who use the link at once', async () => {
    const world = makeWorld()
    const token = await tokenOf(world)
    const people = []
    for (let at = 0; at < 10; at++) {
      const person = await signUpReady(world)
      expect((await touch(person.client, person.authenticator, { act: 'become_owner' })).status).toBe(204)
      people.push(person, person, person, person, person)
    }
    const answers = await Promise.all(people.map(({ client }) => client.send('POST', '/api/setup', { token })))
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(new Set(statusesOf(answers))).toEqual(new Set([204, 404]))
    expect(await owners(world)).toHaveLength(1)
  })

  test.each([
    ['a wrong link', async () => 'A'.repeat(43)],
    [
      'the link of before',
      async (world: TestWorld) => {
        const token = await tokenOf(world)
        await makeSetupLink(world)
        return token
      },
    ],
    [
      'a link that is older than an hour',
      async (world: TestWorld) => {
        const token = await tokenOf(world)
        world.turnClock(HOUR + 1)
        return token
      },
    ],
  ])('is nobody with %s', async (_, tokenIn) => {
    const world = makeWorld()
    const { client } = await signUpReady(world)
    await tokenOf(world)
    const answer = await become(client, await tokenIn(world))
    expect([answer.status, answer.body.detail]).toEqual([404, expect.stringContaining('npx latchkey setup')])
    expect(await owners(world)).toEqual([])
  })

  test('is nobody with one way in, and the link goes on working', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const token = await tokenOf(world)
    expect((await become(client, token)).body.code).toBe('not_ready')
    expect((await client.post('/api/backup-codes')).status).toBe(200)
    expect((await become(client, token)).status).toBe(204)
  })

  test('is nobody while the account is being recovered', async () => {
    const world = makeWorld()
    const person = await signUpReady(world)
    await startWait(world, person)
    const answer = await become(person.client, await tokenOf(world))
    expect([answer.status, answer.body.code]).toEqual([409, 'not_ready'])
  })

  test('is nobody without a session, and no malformed link is looked at', async () => {
    const world = makeWorld()
    const { client } = await signUpReady(world)
    const token = await tokenOf(world)
    for (const malformed of ['', token.slice(1), `${token}=`, `${token} `, 7, null])
      expect((await client.post('/api/setup', { token: malformed })).status).toBe(400)
    await client.delete('/api/session')
    expect((await become(client, token)).status).toBe(401)
  })

  test('stays the only one: with an owner there is no link, and the page’s road answers 404', async () => {
    const world = makeWorld()
    const token = await tokenOf(world)
    const { email } = await signUpReady(world)
    const other = await signUpReady(world)
    await grantRoleAsOperator(world, { email, role: 'owner' })
    expect((await become(other.client, token)).status).toBe(404)
    expect(await makeSetupLink(world)).toBeUndefined()
    expect(await owners(world)).toHaveLength(1)
  })
})

test('the link is in a file that only this user can read, and the log has the file’s name alone', async () => {
  const world = makeWorld()
  const said: unknown[] = []
  const offer = () => offerSetup({ ...world, log: (...line) => said.push(line) })
  await offer()
  const file = join(world.config.dataDir, 'setup-link')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(JSON.stringify(said)).toContain(file)
  expect(JSON.stringify(said)).not.toContain('/setup#')
  const { email } = await signUpReady(world)
  await grantRoleAsOperator(world, { email, role: 'owner' })
  await offer()
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined()
})
