import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { MailTransport } from '#server/mail-transport.ts'
import { deliverAllDue, houseKeep } from '#server/housekeeping.ts'
import { listLetters } from '#server/mail/outbox/list.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { knock } from '#tests/server/recoveries/steps.ts'
import { done } from '#tests/server/second-factor/steps.ts'

const DAY_SECONDS = 86_400

/** A world in testing mode, and this machine's own client. Its clock turns by hand and by the testing route alike. */
function testing() {
  const world = makeWorld({ TESTING: '1' })
  return { world, here: makeClient(world, { ip: '127.0.0.1' }) }
}

/** Makes the mailbox take a while to accept each letter. */
function slow(world: TestWorld, ms: number): void {
  const { send } = world.transport
  const slowly: MailTransport['send'] = async (letter) => {
    await pause(ms)
    return send(letter)
  }
  Object.assign(world.transport, { send: slowly })
}

describe('the mailbox of testing mode', () => {
  test('lists no letter before it was accepted, and delivers what is due when it is asked', async () => {
    const { world, here } = testing()
    await here.post('/api/sign-up', { email: 'ada@example.org' })
    expect(await listLetters(world, {})).toEqual([])
    const { letters } = (await here.get('/api/testing/mailbox?to=ada@example.org')).body
    expect(letters).toMatchObject([{ to: 'ada@example.org', letter: 'sign-up-code' }])
    expect(await listLetters(world, {})).toEqual(letters)
    expect(await rows(world, 'select 1 from outbox where accepted_at is null')).toEqual([])
  })

  test('lists a letter whose delivery is under way once that is over', async () => {
    const { world, here } = testing()
    slow(world, 100)
    await here.post('/api/sign-up', { email: 'ada@example.org' })
    const delivery = deliverAllDue(world)
    await pause(20)
    expect(await listLetters(world, {})).toEqual([])
    expect((await here.get('/api/testing/mailbox')).body.letters).toHaveLength(1)
    await delivery
  })

  test('starts the clock of a recovery with the letter that it shows: a jump of 24 hours finds it ready', async () => {
    const { world, here } = testing()
    const owner = await signUp(world)
    const { client, pass } = await knock(world, owner)
    done(await client.post('/api/recovery/start', { ceremony: pass.ceremony }))
    const { letters } = (await here.get(`/api/testing/mailbox?to=${owner.email}`)).body
    expect(letters).toMatchObject([{ letter: 'recovery-started' }, {}, {}])
    done(await here.post('/api/testing/clock', { advance: DAY_SECONDS }))
    expect(await rows(world, 'select ready_at - requested_at as wait from recoveries')).toEqual([
      { wait: DAY_SECONDS * 1_000 },
    ])
    expect(((await here.get(`/api/testing/mailbox?to=${owner.email}`)).body.letters as object[])[0]).toMatchObject({
      letter: 'recovery-ready',
    })
  })

  test.each([0, 100])('a jump delivers first what was due before it, also while a delivery takes %i ms', async (ms) => {
    const { world, here } = testing()
    const owner = await signUp(world)
    await houseKeep(world)
    slow(world, ms)
    const { client, pass } = await knock(world, owner)
    done(await client.post('/api/recovery/start', { ceremony: pass.ceremony }))
    const delivery = deliverAllDue(world)
    done(await here.post('/api/testing/clock', { advance: DAY_SECONDS }))
    await delivery
    expect(await rows(world, 'select started_at - requested_at as late from recoveries')).toEqual([{ late: 0 }])
  })

  test.each([
    'ada@bücher.example',
    'ada@xn--bcher-kva.example',
    '  ada@bücher.example ',
    'ADA@BÜCHER.example',
    'Ada@XN--BCHER-KVA.example',
  ])('reads an address as a person types it: %j', async (typed) => {
    const { world, here } = testing()
    await here.post('/api/sign-up', { email: 'ada@bücher.example' })
    await here.post('/api/sign-up', { email: 'bob@example.org' })
    const found = await here.get(`/api/testing/mailbox?to=${encodeURIComponent(typed)}`)
    expect(found.body.letters).toMatchObject([{ to: 'ada@xn--bcher-kva.example' }])
    expect(await listLetters(world, { to: typed })).toHaveLength(1)
  })

  test('lists every letter without an address, and none for one that nobody has', async () => {
    const { here } = testing()
    await here.post('/api/sign-up', { email: 'ada@example.org' })
    for (const [query, count] of [
      ['', 1],
      ['?to=', 1],
      ['?to=%20', 1],
      ['?to=nobody', 0],
      ['?to=bob@example.org', 0],
    ] as const)
      expect((await here.get(`/api/testing/mailbox${query}`)).body.letters).toHaveLength(count)
  })
})
