import { expect, test } from 'vitest'
import { advanceRecoveries } from '#server/recoveries/advance.ts'
import { houseKeep } from '#server/housekeeping.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, HOUR } from '#tests/server/second-factor/steps.ts'
import { knock, recover, startWait, WAIT, WINDOW } from '#tests/server/recoveries/steps.ts'

const SCENE = { ip: '192.0.2.44', user_agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36' }

function written(world: TestWorld, userId: string): Promise<unknown[]> {
  return rows(
    world,
    `select kind, ip, user_agent, details from events where user_id = ? and kind like 'recovery%' order by seq`,
    userId,
  )
}

/** Starts a recovery and gives it a place and browser that no request of the test has. */
async function startElsewhere(world: TestWorld, person: { email: string }): Promise<void> {
  const { client, pass } = await knock(world, person)
  done(await client.post('/api/recovery/start', { ceremony: pass.ceremony }))
  await world.db.transaction((tx) => tx.run('update recoveries set ip = ?, user_agent = ?', SCENE.ip, SCENE.user_agent))
}

test('16.2.1 automatic events of a recovery have the place and browser of the request that began it', async () => {
  const world = makeWorld()
  const { email, userId } = await signUp(world)
  await startElsewhere(world, { email })
  await houseKeep(world)
  const readyAt = world.now() + WAIT
  world.turnClock(WAIT)
  await houseKeep(world)
  world.turnClock(WINDOW)
  await houseKeep(world)
  expect(await written(world, userId)).toEqual([
    expect.objectContaining({ kind: 'recovery_requested', details: '{}' }),
    expect.objectContaining({ kind: 'recovery_started', details: JSON.stringify({ readyAt }) }),
    { kind: 'recovery_ready', ...SCENE, details: '{}' },
    { kind: 'recovery_closed', ...SCENE, details: '{}' },
  ])
})

test('K8 scheduled letters state when and where the recovery was requested, and when it is ready or closes', async () => {
  const world = makeWorld()
  const { email } = await signUp(world)
  await startElsewhere(world, { email })
  await houseKeep(world)
  for (const hours of [12, 12]) {
    world.turnClock(hours * HOUR)
    await houseKeep(world)
  }
  const letters = await lettersTo(world, email)
  const text = (name: string) => letters.find(({ letter }) => letter === name)?.text ?? ''
  for (const name of ['recovery-reminder', 'recovery-ready']) {
    expect(text(name)).toContain(
      'Started: Saturday 21 November 2026, 09:00 UTC\nApproximate location: 192.0.2.x\nBrowser: Chrome on Linux',
    )
  }
  expect(text('recovery-started')).toContain('Sunday 22 November 2026, 09:00 UTC')
  expect(text('recovery-reminder')).toContain('Sunday 22 November 2026, 09:00 UTC')
  expect(text('recovery-ready')).toContain('Wednesday 25 November 2026, 09:00 UTC')
})

test('the events of a completed recovery name the passkey it made and the session it opened', async () => {
  const world = makeWorld()
  const person = await signUp(world)
  await recover(world, person)
  const [{ name } = { name: '' }] = await rows<{ name: string }>(world, 'select name from passkeys')
  const kinds = await rows(
    world,
    `select kind, details from events where kind in ('recovery_completed', 'signed_in') order by seq`,
  )
  expect(kinds).toEqual([
    { kind: 'recovery_completed', details: JSON.stringify({ passkey: name }) },
    { kind: 'signed_in', details: JSON.stringify({ way: 'recovery', passkey: name }) },
  ])
})

test('the new passkey of a recovery has the name its owner chose', async () => {
  const world = makeWorld()
  const person = await signUp(world)
  await startWait(world, person)
  world.turnClock(WAIT)
  const { client, pass } = await knock(world, person)
  const { ceremony, options } = done(await client.post('/api/recovery/options', { ceremony: pass.ceremony })).body
  const credential = person.authenticator.create(options as never)
  done(await client.post('/api/recovery/finish', { ceremony, credential, name: 'The one in the drawer' }))
  expect(await rows(world, 'select name from passkeys')).toEqual([{ name: 'The one in the drawer' }])
})

test('housekeeping advances more recoveries than fit into one transaction', async () => {
  const world = makeWorld()
  const people = Array.from({ length: 101 }, (_, index) => `person${index}`)
  await world.db.transaction(async (tx) => {
    for (const id of people) {
      await tx.run('insert into users (id, handle, created_at) values (?, ?, 0)', id, id)
      await tx.run(
        `insert into recoveries (id, user_id, state, requested_at, ip, user_agent, started_at, ready_at, closes_at) values (?, ?, 'waiting', ?, '', '', ?, ?, ?)`,
        id,
        id,
        tx.now,
        tx.now,
        tx.now + WAIT,
        tx.now + WAIT + WINDOW,
      )
    }
  })
  const count = async (where: string) =>
    (await rows<{ n: number }>(world, `select count(*) as n from recoveries where ${where}`))[0]?.n
  world.turnClock(WAIT / 2)
  await advanceRecoveries(world)
  expect(await count('reminded_at is not null')).toBe(101)
  world.turnClock(WAIT / 2)
  await advanceRecoveries(world)
  expect(await count('ready_told_at is not null')).toBe(101)
  world.turnClock(WINDOW)
  await advanceRecoveries(world)
  expect(await count(`state = 'closed'`)).toBe(101)
})
