import { setTimeout as rest } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { cancelToken } from '#server/mail/cancel-token.ts'
import { statusesOf } from '#tests/helpers/client.ts'
import { type Person, signUp } from '#tests/helpers/people.ts'
import { makeCostlyWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, HOUR, stranger } from '#tests/server/second-factor/steps.ts'
import {
  becomeReady,
  finish,
  knock,
  type LastStep,
  readyToFinish,
  states,
  WAIT,
  WINDOW,
} from '#tests/server/recoveries/steps.ts'

const RACES = 50
const AT_A_TIME = 2

type Ready = LastStep & { recoveryId: string; emailId: string; pass: string }

/** A recovery whose wait is over now, without a day of letters in between. */
async function readyNow(world: TestWorld, owner: Person): Promise<Ready> {
  const road = await knock(world, owner)
  done(await road.client.post('/api/recovery/start', { ceremony: road.pass.ceremony }))
  await world.db.transaction((tx) =>
    tx.run(
      `update recoveries set started_at = ?, ready_at = ?, closes_at = ? where state = 'waiting' and user_id = ?`,
      tx.now - WAIT,
      tx.now,
      tx.now + WINDOW,
      owner.userId,
    ),
  )
  const [ids] = await rows<{ recoveryId: string; emailId: string }>(
    world,
    `select recoveries.id as recoveryId, emails.id as emailId from recoveries join emails using (user_id) where state = 'waiting' and user_id = ?`,
    owner.userId,
  )
  return { recoveryId: '', emailId: '', ...ids, ...(await readyToFinish(world, road)), pass: road.pass.ceremony }
}

function cancel(world: TestWorld, { client, pass, recoveryId, emailId }: Ready, byLink: boolean) {
  if (byLink)
    return stranger(world).post('/api/recovery/cancel', {
      token: cancelToken(world.keys, { recoveryId, emailId }),
      word: 'CANCEL',
    })
  return client.copy().post('/api/recovery/cancel', { ceremony: pass })
}

/** Finishes, and cancels so much later (milliseconds; negative: earlier). Returns the winner, after checking that there is only one. */
async function race(
  world: TestWorld,
  owner: Person,
  { after, byLink }: { after: number; byLink: boolean },
): Promise<'completed' | 'cancelled'> {
  const ready = await readyNow(world, owner)
  const [finished, cancelled] = await Promise.all([
    rest(Math.max(0, -after)).then(() => finish(ready)),
    rest(Math.max(0, after)).then(() => cancel(world, ready, byLink)),
  ])

  const state = (await states(world, owner.userId)).at(-1)
  expect([finished.status, cancelled.status, state]).toEqual(
    finished.status === 200 ? [200, 410, 'completed'] : [410, 200, 'cancelled'],
  )
  const made = ready.authenticator.passkeys[0]?.credentialId.toString('base64url') ?? ''
  expect(await rows(world, 'select 1 from passkeys where credential_id = ?', made)).toHaveLength(
    state === 'completed' ? 1 : 0,
  )
  expect(await ready.client.get('/api/session')).toMatchObject({ status: state === 'completed' ? 200 : 401 })
  return finished.status === 200 ? 'completed' : 'cancelled'
}

test('K11 fifty races of cancelling and completing each have one winner, and the loser changes nothing', async () => {
  const world = makeCostlyWorld({ LIMIT_SCALE: '1000' })
  const owners = await Promise.all(Array.from({ length: AT_A_TIME }, () => signUp(world)))
  const started = performance.now()
  for (const owner of owners) await race(world, owner, { after: 0, byLink: true })
  const outcomes: string[] = []
  let whole = (performance.now() - started) / AT_A_TIME

  for (let round = 0; round < RACES; round += AT_A_TIME) {
    world.turnClock(2 * HOUR)
    const begun = performance.now()
    const after = (round / RACES - 0.5) * 2.4 * whole
    outcomes.push(
      ...(await Promise.all(
        owners.map((owner, lane) => race(world, owner, { after, byLink: (round / AT_A_TIME + lane) % 2 === 0 })),
      )),
    )
    // The later rounds choose their delay by the duration of the earlier ones.
    whole = Math.max(whole, performance.now() - begun - Math.abs(after))
  }
  expect(outcomes).toHaveLength(RACES)
  expect(new Set(outcomes)).toEqual(new Set(['completed', 'cancelled']))
}, 60_000)

test('K11 completing twice at the same time, in two browsers, completes once', async () => {
  const world = makeCostlyWorld()
  const owner = await signUp(world)
  const first = await readyToFinish(world, await becomeReady(world, owner))
  const second = await readyToFinish(world, await knock(world, owner))
  const answers = await Promise.all([finish(first), finish(second)])
  expect(statusesOf(answers)).toEqual([200, 410])
  expect(await rows(world, 'select 1 from passkeys where user_id = ?', owner.userId)).toHaveLength(1)
  expect(await rows(world, 'select 1 from sessions where user_id = ?', owner.userId)).toHaveLength(1)
  expect(await states(world, owner.userId)).toEqual(['completed'])
})
