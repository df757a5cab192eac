import { describe, expect, test } from 'vitest'
import { statusesOf } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { makeOwner, PEOPLE, signUpWithRole } from '#tests/server/admin/steps.ts'
import { atOnce, rows, tableNames } from '#tests/server/passkeys/rows.ts'
import { knock } from '#tests/server/recoveries/steps.ts'
import { eventKinds, letterNames } from '#tests/server/second-factor/steps.ts'
import { APPROVALS, newcomer, setMode, trySignUp } from '#tests/server/sign-up-modes/steps.ts'

const WAITING = { status: 403, body: { code: 'awaiting_approval' } }

async function signUpWaiting(world: TestWorld, email = 'eve@example.com') {
  const { answer, client } = await trySignUp(world, { email })
  if (answer.body.waiting !== true || !client.passkeys) throw new Error('The account does not wait.')
  return { email, client, authenticator: client.passkeys, userId: (answer.body.user as { id: string }).id }
}

describe('an account that waits for approval', () => {
  test('has no session, signs in nowhere and starts no recovery', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    await setMode(owner, 'approval')
    const eve = await signUpWaiting(world)
    expect((await eve.client.get('/api/session')).status).toBe(401)
    expect(await rows(world, 'select 1 from sessions where user_id = ?', eve.userId)).toEqual([])
    expect(await signIn(eve.client, eve.authenticator)).toMatchObject(WAITING)
    expect(await signIn(newcomer(world), eve.authenticator)).toMatchObject(WAITING)
    const { client, pass } = await knock(world, eve)
    expect(await client.post('/api/recovery/start', { ceremony: pass.ceremony })).toMatchObject(WAITING)
    expect((await owner.client.get(`${PEOPLE}/${eve.userId}`)).body).toMatchObject({ state: 'awaiting' })
    expect((await owner.client.post(`${PEOPLE}/${eve.userId}/grant-role`, { role: 'helper' })).body.code).toBe(
      'not_ready',
    )
    expect((await owner.client.post(`${PEOPLE}/${eve.userId}/unsuspend`)).body.code).toBe('conflict')
    expect(await signIn(eve.client, eve.authenticator)).toMatchObject(WAITING)
  })

  test('gets a letter, and who may approve gets one for the first of those who wait', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const admin = await signUpWithRole(world, 'admin')
    const helper = await signUpWithRole(world, 'helper')
    await setMode(owner, 'approval')
    await signUpWaiting(world)
    await signUpWaiting(world, 'finn@example.com')
    expect(await letterNames(world, 'eve@example.com')).toEqual(['sign-up-code', 'sign-up-waiting'])
    const told = [owner, admin, helper].map(async ({ email }) =>
      (await letterNames(world, email)).filter((name) => name === 'people-waiting'),
    )
    expect(await Promise.all(told)).toEqual([['people-waiting'], ['people-waiting'], []])
  })

  test('opens when it is approved, and is told so', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    await setMode(owner, 'approval')
    const eve = await signUpWaiting(world)
    world.turnClock(1)
    await signUpWaiting(world, 'finn@example.com')
    const { people } = (await owner.client.get(APPROVALS)).body as { people: { id: string; email: string }[] }
    expect(people.map(({ email }) => email)).toEqual(['eve@example.com', 'finn@example.com'])
    expect((await owner.client.post(`${APPROVALS}/${eve.userId}/approve`)).status).toBe(204)
    expect((await signIn(eve.client, eve.authenticator)).status).toBe(200)
    expect(await letterNames(world, eve.email)).toContain('sign-up-approved')
    expect(await eventKinds(world, eve.userId)).toEqual(['account_created', 'approved', 'signed_in'])
    expect((await owner.client.post(`${APPROVALS}/${eve.userId}/approve`)).body.code).toBe('conflict')
    expect((await owner.client.post(`${APPROVALS}/${eve.userId}/decline`)).body.code).toBe('conflict')
  })

  test('is deleted with everything when it is declined, is told so, and may try again', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    await setMode(owner, 'approval')
    const eve = await signUpWaiting(world)
    expect((await owner.client.post(`${APPROVALS}/${eve.userId}/decline`)).status).toBe(204)
    expect((await lettersTo(world, eve.email)).map(({ letter }) => letter)).toEqual(['sign-up-declined'])
    expect((await signIn(newcomer(world), eve.authenticator)).body.code).toBe('unknown_passkey')
    const left = []
    for (const table of await tableNames(world))
      for (const row of await rows(world, `select * from ${table}`))
        if (JSON.stringify(row).includes(eve.userId)) left.push(table)
    expect(left).toEqual(['admin_events'])
    expect((await trySignUp(world, { email: eve.email })).answer.body).toMatchObject({ waiting: true })
  })

  test('is approved or declined once, by two who do both fifty times at once', async () => {
    const world = makeWorld()
    const one = await makeOwner(world)
    const other = await makeOwner(world)
    await setMode(one, 'approval')
    const { userId } = await signUpWaiting(world)
    const answers = await atOnce(50, (at) =>
      (at % 2 ? one : other).client.post(`${APPROVALS}/${userId}/${at % 2 ? 'approve' : 'decline'}`),
    )
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(
      await rows(world, "select act from admin_events where act in ('person_approved', 'person_declined')"),
    ).toHaveLength(1)
  })

  test('is listed fifty at a time', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    await setMode(owner, 'approval')
    for (let count = 0; count < 3; count += 1) await signUpWaiting(world, `eve${count}@example.com`)
    await world.db.transaction(async (tx) => {
      for (let count = 0; count < 50; count += 1) {
        const id = tx.newId()
        await tx.run(
          "insert into users (id, handle, name, language, created_at, awaiting_since) values (?, ?, '', 'en', 0, 1)",
          id,
          id,
        )
        await tx.run(
          'insert into emails (id, user_id, address, canonical, is_primary, created_at) values (?, ?, ?, ?, 1, 0)',
          tx.newId(),
          id,
          `${count}@example.org`,
          `${count}@example.org`,
        )
      }
    })
    const first = (await owner.client.get(APPROVALS)).body as { people: unknown[]; next: string }
    const second = (await owner.client.get(`${APPROVALS}?after=${first.next}`)).body as { people: unknown[] }
    expect([first.people.length, second.people.length]).toEqual([50, 3])
  })
})

test('an unknown person and oneself are neither approved nor declined', async () => {
  const world = makeWorld()
  const { client, userId } = await makeOwner(world)
  const nobody = 'A'.repeat(22)
  const answers = []
  for (const act of ['approve', 'decline']) {
    answers.push(await client.post(`${APPROVALS}/${nobody}/${act}`))
    answers.push(await client.post(`${APPROVALS}/${userId}/${act}`))
    answers.push(await client.post(`${APPROVALS}/short/${act}`))
  }
  expect(statusesOf(answers)).toEqual([400, 400, 404, 404, 409, 409])
})
