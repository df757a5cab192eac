import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import type { RenderedLetter } from '#server/mail-transport.ts'
import { type Person, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, HOUR, MINUTE, stranger, turnOnTotp } from '#tests/server/second-factor/steps.ts'
import { becomeReady, finish, readyToFinish, startWait } from '#tests/server/recoveries/steps.ts'

const QUARTER = 15 * MINUTE

/** A provider that keeps the letters it receives. */
function keepSent(world: TestWorld): (RenderedLetter & { to: string })[] {
  const sent: (RenderedLetter & { to: string })[] = []
  world.transport = { ...world.transport, send: async (letter) => `taken as ${sent.push(letter)}` }
  return sent
}

/** A person whose address got fifteen letters in this hour. */
async function besieged(world: TestWorld): Promise<Person> {
  const owner = await signUp(world)
  for (let count = 0; count < 13; count += 1) await turnOnTotp(world, owner.client)
  done(await owner.client.put('/api/password', { password: 'seven tin whistles' }))
  await houseKeep(world)
  return owner
}

async function waiting(world: TestWorld): Promise<string[]> {
  return (
    await rows<{ letter: string }>(world, 'select letter from outbox where accepted_at is null order by seq')
  ).map(({ letter }) => letter)
}

describe('after fifteen letters in an hour', () => {
  test('notices wait for up to fifteen minutes and are sent as one letter that names all of them', async () => {
    const world = makeWorld()
    const sent = keepSent(world)
    const owner = await besieged(world)
    expect(sent).toHaveLength(15)
    done(await owner.client.delete('/api/password'))
    done(await owner.client.delete('/api/totp'))
    await houseKeep(world)
    expect(await waiting(world)).toEqual(['password-removed', 'totp-off'])

    world.turnClock(QUARTER - 1)
    await houseKeep(world)
    expect(sent).toHaveLength(15)
    world.turnClock(1)
    await houseKeep(world)
    expect(sent).toHaveLength(16)
    expect(await waiting(world)).toEqual([])
    expect(sent[15]).toMatchObject({ to: owner.email })
    for (const title of ['the password was removed', 'authenticator app turned off'])
      expect(sent[15]?.text.toLowerCase()).toContain(title)
  })

  test('any number of notices is counted in one letter', async () => {
    const world = makeWorld({ LIMIT_SCALE: '10' })
    const sent = keepSent(world)
    const owner = await besieged(world)
    await world.db.transaction(async (tx) => {
      for (let count = 0; count < 50; count += 1)
        await tx.run(
          `insert into outbox (id, recipient, letter, params, created_at, due_at, gathered, seq) values (?, ?, 'backup-codes-made', '{"at":1,"ip":"","userAgent":""}', ?, ?, 1, ?)`,
          `letter${count}`,
          owner.email,
          tx.now,
          tx.now,
          1_000 + count,
        )
    })
    await houseKeep(world)
    expect(sent).toHaveLength(16)
    expect(sent[15]?.text).toContain('50 times')
    expect(await waiting(world)).toEqual([])
  })

  test('K8 recovery letters and codes are never delayed', async () => {
    const world = makeWorld()
    const sent = keepSent(world)
    const owner = await besieged(world)
    await startWait(world, owner)
    expect(await waiting(world)).toEqual([])
    expect(sent.slice(15).map(({ subject }) => subject)).toHaveLength(2)
    done(await owner.client.post('/api/account/recovery/cancel'))
    await houseKeep(world)
    expect(sent).toHaveLength(18)
  })

  test('the letter about a completed recovery is not delayed either', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const step = await readyToFinish(world, await becomeReady(world, owner))
    await houseKeep(world)
    await world.db.transaction(async (tx) => {
      for (let count = 0; count < 15; count += 1)
        await tx.run(
          `insert into outbox (id, recipient, letter, params, created_at, due_at, accepted_at, seq) values (?, ?, 'totp-on', '{}', ?, ?, ?, ?)`,
          `letter${count}`,
          owner.email,
          tx.now,
          tx.now,
          tx.now,
          1_000 + count,
        )
    })
    done(await finish(step))
    expect(await rows(world, `select letter, gathered from outbox where accepted_at is null order by seq`)).toEqual([
      { letter: 'recovery-completed', gathered: 0 },
      { letter: 'new-browser', gathered: 1 },
    ])
  })

  test('other addresses are not delayed, and after an hour this one is not either', async () => {
    const world = makeWorld()
    const owner = await besieged(world)
    const other = await signUp(world)
    done(await other.client.post('/api/backup-codes'))
    expect(await rows(world, 'select 1 from outbox where gathered = 1')).toEqual([])
    world.turnClock(HOUR)
    done(await signIn(stranger(world), owner.authenticator))
    expect(await waiting(world)).toContain('new-browser')
    expect(await rows(world, 'select 1 from outbox where gathered = 1')).toEqual([])
  })
})
