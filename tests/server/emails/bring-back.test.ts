import { describe, expect, test } from 'vitest'
import type { RemovedEmail } from '#server/emails/list.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { touchWith } from '#tests/server/custody/custody-steps.ts'
import { addEmail, bringBack, emailsOf, removeEmail, shownEmail } from '#tests/server/emails/steps.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { done, eventKinds, letterNames, stranger } from '#tests/server/second-factor/steps.ts'
import { KEPT, knock, SETTLES } from '#tests/server/recoveries/steps.ts'

const SECOND = 'second@example.com'

/** A person who has just removed a settled address, and its id among the removed ones. */
async function withRemoved() {
  const world = makeWorld()
  const owner = await signUp(world)
  const { client } = owner
  const before = await addEmail(world, client, SECOND)
  done(await removeEmail(client, SECOND))
  const [removed] = (await client.get('/api/emails')).body.removed as RemovedEmail[]
  return { world, owner, client, before, id: removed?.id ?? '', removed }
}

describe('a removed address', () => {
  test('is listed for seven days, to the millisecond, and then it is gone', async () => {
    const { world, owner, removed } = await withRemoved()
    expect(removed).toMatchObject({ address: SECOND, removedAt: world.now(), until: world.now() + KEPT })
    const late = stranger(world)
    late.passkeys = owner.authenticator
    world.turnClock(KEPT - 1)
    done(await signIn(late, owner.authenticator))
    expect((await late.get('/api/emails')).body.removed).toHaveLength(1)
    world.turnClock(1)
    expect((await late.get('/api/emails')).body.removed).toEqual([])
    expect(await late.post(`/api/emails/${removed?.id}/bring-back`)).toMatchObject({ status: 404 })
  })

  test('is brought back until then as it was, and every address gets a letter', async () => {
    const { world, owner, before } = await withRemoved()
    const late = stranger(world)
    late.passkeys = owner.authenticator
    world.turnClock(KEPT - 1)
    done(await signIn(late, owner.authenticator))
    expect(await bringBack(late, SECOND)).toMatchObject({ status: 204 })
    expect(await shownEmail(late, SECOND)).toEqual(before)
    expect((await late.get('/api/emails')).body.removed).toEqual([])
    for (const to of [owner.email, SECOND]) expect(await letterNames(world, to)).toContain('email-restored')
    expect(await eventKinds(world, owner.userId)).toContain('email_brought_back')
    const { client, pass } = await knock(world, { email: SECOND })
    expect(await client.post('/api/recovery/start', { ceremony: pass.ceremony })).toMatchObject({ status: 200 })
  })

  test('is not brought back without a touch for it, nor with a touch for something else', async () => {
    const { world, owner, client, id } = await withRemoved()
    const stolen = client.copy()
    const refused = { status: 403, body: { code: 'touch_required', act: 'bring_back_email', target: id } }
    expect(await leavingAllAsItWas(world, () => stolen.send('POST', `/api/emails/${id}/bring-back`))).toMatchObject(
      refused,
    )
    for (const touch of [
      { act: 'bring_back_email', target: 'A'.repeat(22) },
      { act: 'promote_email', target: id },
    ] as const) {
      done(await touchWith(client, owner.authenticator, touch))
      expect(await client.send('POST', `/api/emails/${id}/bring-back`)).toMatchObject(refused)
    }
  })

  test('is brought back once, also at the same time', async () => {
    const { owner, client, id } = await withRemoved()
    done(await touchWith(client, owner.authenticator, { act: 'bring_back_email', target: id }))
    const answers = await atOnce(10, () => client.copy().send('POST', `/api/emails/${id}/bring-back`))
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(9)
    expect(await emailsOf(client)).toHaveLength(2)
  })

  test('V8.2.2 of another person returns not found, like an unknown one', async () => {
    const { world, id } = await withRemoved()
    const { client } = await signUp(world)
    for (const unknown of [id, 'A'.repeat(22)])
      expect(await leavingAllAsItWas(world, () => client.post(`/api/emails/${unknown}/bring-back`))).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      })
    expect((await client.post('/api/emails/x/bring-back')).status).toBe(400)
  })

  test('that belongs to another account now is refused, and stays with that account', async () => {
    const { world, client, id } = await withRemoved()
    const other = await signUp(world, { email: SECOND })
    expect(await client.post(`/api/emails/${id}/bring-back`)).toMatchObject({
      status: 409,
      body: { code: 'email_taken' },
    })
    expect((await emailsOf(other.client)).map(({ address }) => address)).toEqual([SECOND])
  })

  test('that was added again is not brought back over it, so it settles again', async () => {
    const { world, client, id } = await withRemoved()
    world.turnClock(1)
    await addEmail(world, client, SECOND)
    expect(await client.post(`/api/emails/${id}/bring-back`)).toMatchObject({ status: 409 })
    expect(await shownEmail(client, SECOND)).toMatchObject({ recoversAt: world.now() + SETTLES })
  })

  test('is not brought back as the eleventh', async () => {
    const { world, client, id } = await withRemoved()
    for (let number = 2; number <= 10; number += 1) await addEmail(world, client, `number${number}@example.com`)
    expect(await client.post(`/api/emails/${id}/bring-back`)).toMatchObject({
      status: 403,
      body: { code: 'forbidden', detail: expect.stringContaining('10') },
    })
    expect(await emailsOf(client)).toHaveLength(10)
  })

  test('can do nothing, and no letter to it has a link that brings it back', async () => {
    const { world, owner, client } = await withRemoved()
    const door = stranger(world)
    const before = await letterNames(world, SECOND)
    done(await door.post('/api/recovery', { email: SECOND }))
    expect(await letterNames(world, SECOND)).toEqual(before)
    const [letter] = (await lettersTo(world, SECOND)).filter((sent) => sent.letter === 'email-removed')
    expect(letter?.link).toBe(`${world.config.origin}/account/emails`)
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
    expect(await rows(world, 'select address from emails')).toEqual([{ address: owner.email }])
  })

  test('that had not settled is not kept', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    world.turnClock(1)
    await addEmail(world, client, SECOND)
    done(await removeEmail(client, SECOND))
    expect((await client.get('/api/emails')).body.removed).toEqual([])
  })

  test.each([
    [-1, 0],
    [0, 1],
  ])('%i ms from the day on which it settles, is kept %i times', async (late, times) => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    world.turnClock(1)
    await addEmail(world, client, SECOND)
    world.turnClock(SETTLES + late)
    done(await signIn(client, authenticator))
    done(await removeEmail(client, SECOND))
    expect((await client.get('/api/emails')).body.removed).toHaveLength(times)
  })
})
