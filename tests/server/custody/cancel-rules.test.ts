import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { addPasskey, makeAuthenticator, type Person, signIn, signUp } from '#tests/helpers/people.ts'
import type { Answer } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail, promote } from '#tests/server/emails/steps.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { DAY, done, eventKinds, letterNames, stranger } from '#tests/server/second-factor/steps.ts'
import { knock, type Road, SETTLES, startWait, states, WAIT } from '#tests/server/recoveries/steps.ts'
import { cancelToken, OVER } from '#tests/server/recoveries/cancel-steps.ts'
import { touchWith } from '#tests/server/custody/custody-steps.ts'

const [ASKS, OTHER, YOUNG] = ['asks@example.com', 'other@example.com', 'young@example.com']

type Story = { world: TestWorld; owner: Person; road: Road }

/** An address that is not the main one waits. Another one has settled, and one is a day old. */
async function waiting(): Promise<Story> {
  const world = makeWorld()
  const owner = await signUp(world)
  for (const address of [ASKS, OTHER]) await addEmail(world, owner.client, address)
  world.turnClock(DAY)
  done(await signIn(owner.client, owner.authenticator))
  await addEmail(world, owner.client, YOUNG)
  world.turnClock(1)
  return { world, owner, road: await startWait(world, { email: ASKS }) }
}

const NO_TOUCH = { status: 403, body: { code: 'touch_required', act: 'cancel_recovery' } }

async function byLink({ world, owner }: Story, to: string): Promise<Answer> {
  const token = await cancelToken(world, owner, to)
  return stranger(world).post('/api/recovery/cancel', { token, word: 'CANCEL' })
}

async function byPass({ world }: Story, email: string): Promise<Answer> {
  const { client, pass } = await knock(world, { email })
  return client.post('/api/recovery/cancel', { ceremony: pass.ceremony })
}

/** Who tries to cancel, and whether they may. */
const TRIES: [string, (story: Story) => Promise<Answer>, object | undefined][] = [
  ['the pass that started it', ({ road: { client, pass } }) => client.post('/api/recovery/cancel', pass), undefined],
  ['another pass of the address that asked', (story) => byPass(story, ASKS), undefined],
  ['a pass of the main address', (story) => byPass(story, story.owner.email), OVER],
  ['a pass of another settled address', (story) => byPass(story, OTHER), OVER],
  ['a pass of an unsettled address', (story) => byPass(story, YOUNG), OVER],
  ['the link of the address that asked', (story) => byLink(story, ASKS), undefined],
  ['the link of the settled main address', (story) => byLink(story, story.owner.email), undefined],
  ['a link made for another settled address', (story) => byLink(story, OTHER), OVER],
  ['a link made for an unsettled address', (story) => byLink(story, YOUNG), OVER],
  [
    'a session that was just confirmed',
    ({ owner }) => owner.client.copy().post('/api/account/recovery/cancel'),
    NO_TOUCH,
  ],
  [
    'a stale session',
    async ({ world, owner }) => {
      world.turnClock(WAIT / 2)
      return owner.client.copy().post('/api/account/recovery/cancel')
    },
    NO_TOUCH,
  ],
  [
    'a touch for something else',
    async ({ owner: { client, authenticator } }) => {
      done(await touchWith(client, authenticator, { act: 'delete_account' }))
      return client.send('POST', '/api/account/recovery/cancel')
    },
    NO_TOUCH,
  ],
  ['a session with a settled touch', ({ owner }) => owner.client.post('/api/account/recovery/cancel'), undefined],
  [
    'another person’s session',
    async ({ world }) => (await signUp(world)).client.post('/api/account/recovery/cancel'),
    { status: 404 },
  ],
  ['nobody', ({ world }) => stranger(world).post('/api/account/recovery/cancel'), { status: 401 }],
]

describe('K9 who may cancel the recovery of another address than the main one', () => {
  test.each(TRIES)('custody %s', async (_, attempt, refusal) => {
    const story = await waiting()
    const { world, owner } = story
    const answer = await attempt(story)
    expect(answer).toMatchObject(refusal ?? {})
    expect(answer.status < 300).toBe(!refusal)
    expect(await states(world, owner.userId)).toEqual([refusal ? 'waiting' : 'cancelled'])
    expect((await eventKinds(world, owner.userId)).includes('recovery_cancelled')).toBe(!refusal)
    for (const to of [owner.email, ASKS, OTHER, YOUNG])
      expect((await letterNames(world, to)).includes('recovery-cancelled')).toBe(!refusal)
  })

  test('a passkey that has not settled touches for no cancelling, and from ten days on it does, to the millisecond', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    world.turnClock(1)
    const planted = makeAuthenticator(world)
    done(await addPasskey(owner.client, planted))
    const settlesAt = world.now() + SETTLES
    world.turnClock(SETTLES - DAY)
    await startWait(world, owner)
    const thief = stranger(world)
    world.turnClock(settlesAt - world.now() - 1)
    done(await signIn(thief, planted))
    await expect(touchWith(thief, planted, { act: 'cancel_recovery' })).rejects.toThrow('no passkey')
    world.turnClock(1)
    done(await touchWith(thief, planted, { act: 'cancel_recovery' }))
    expect(await thief.send('POST', '/api/account/recovery/cancel')).toMatchObject({ status: 204 })
  })

  test('one touch cancels all recoveries of the account, and twice is refused', async () => {
    const { world, owner } = await waiting()
    for (const email of [OTHER, owner.email]) await startWait(world, { email })
    expect(await owner.client.post('/api/account/recovery/cancel')).toMatchObject({ status: 204 })
    expect(await states(world, owner.userId)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(await owner.client.post('/api/account/recovery/cancel')).toMatchObject({ status: 404 })
  })

  test('the pass of an address cancels its own and no other recovery', async () => {
    const { world, owner } = await waiting()
    const road = await startWait(world, { email: OTHER })
    done(await road.client.post('/api/recovery/cancel', { ceremony: road.pass.ceremony }))
    expect((await states(world, owner.userId)).toSorted()).toEqual(['cancelled', 'waiting'])
    expect((await knock(world, { email: ASKS })).pass.state).toBe('waiting')
  })
})

describe('K9 the link of the main address', () => {
  test('is none while that address has not settled, and counts for the address that is main now', async () => {
    const story = await waiting()
    const { world, owner } = story
    done(await promote(owner.client, YOUNG))
    expect(await leavingAllAsItWas(world, () => byLink(story, YOUNG))).toMatchObject(OVER)
    expect(await leavingAllAsItWas(world, () => byLink(story, owner.email)), 'not main any more').toMatchObject(OVER)
    done(await promote(owner.client, OTHER))
    expect(await byLink(story, OTHER)).toMatchObject({ status: 200 })
  })

  test('of an address that was removed since is refused', async () => {
    const story = await waiting()
    const { world, owner } = story
    const token = await cancelToken(world, owner, owner.email)
    done(await promote(owner.client, OTHER))
    const { emails } = done(await owner.client.get('/api/emails')).body as { emails: { id: string; address: string }[] }
    const old = emails.find(({ address }) => address === owner.email)
    done(await owner.client.delete(`/api/emails/${old?.id}`))
    expect(await stranger(world).post('/api/recovery/cancel', { token, word: 'CANCEL' })).toMatchObject(OVER)
    expect(await states(world, owner.userId)).toEqual(['waiting'])
  })
})

test('K8 the letters of a live recovery have a cancel link for the address that asked and the main one only', async () => {
  const { world, owner } = await waiting()
  for (let half = 0; half < 2; half += 1) {
    world.turnClock(WAIT / 2)
    await houseKeep(world)
  }
  for (const [to, has] of [
    [owner.email, true],
    [ASKS, true],
    [OTHER, false],
    [YOUNG, false],
  ] as const) {
    const live = (await lettersTo(world, to)).filter(({ letter }) =>
      ['recovery-started', 'recovery-reminder', 'recovery-ready'].includes(letter),
    )
    expect(live.map(({ letter }) => letter)).toEqual(['recovery-ready', 'recovery-reminder', 'recovery-started'])
    for (const { letter, link, text } of live) {
      expect([to, letter, text.includes('/recover/cancel/')]).toEqual([to, letter, has])
      expect([to, letter, link === `${world.config.origin}/account`]).toEqual([to, letter, !has])
    }
    expect(live.at(-1)?.text.includes('The main address of the account can cancel it')).toBe(!has)
  }
  const [link] = (await lettersTo(world, owner.email)).flatMap(({ link: found = '' }) =>
    found.includes('/recover/cancel/') ? [found] : [],
  )
  const token = link?.split('/').at(-1)
  expect(await stranger(world).post('/api/recovery/cancel', { token, word: 'CANCEL' })).toMatchObject({ status: 200 })
})
