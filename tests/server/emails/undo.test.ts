import { describe, expect, test } from 'vitest'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signIn } from '#tests/helpers/people.ts'
import { emailsOf, undo } from '#tests/server/emails/steps.ts'
import { atOnce, leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { DAY, done, eventKinds, letterNames, stranger } from '#tests/server/second-factor/steps.ts'
import { SECOND, OVER, CHANGES, changed } from '#tests/server/emails/undo-steps.ts'

describe.each(Object.entries(CHANGES))('M3 an address that was %s', (name, change) => {
  test('is restored by an undo, which ends every session', async () => {
    const { world, owner, before, reader } = await changed(name, change)
    const other = stranger(world)
    done(await signIn(other, owner.authenticator))
    expect(await undo(world, stranger(world), reader, change.letter)).toMatchObject({ status: 204 })
    for (const client of [owner.client, other]) expect(await client.get('/api/session')).toMatchObject({ status: 401 })
    done(await signIn(owner.client, owner.authenticator))
    expect(
      (await emailsOf(owner.client)).map(({ address, primary, recoversAt }) => ({ address, primary, recoversAt })),
    ).toEqual(before)
    expect(await eventKinds(world, owner.userId)).toContain('email_change_undone')
    for (const { address } of before) expect(await letterNames(world, address)).toContain('email-restored')
  })

  test('can be undone for seven days, to the millisecond', async () => {
    for (const [age, status] of [
      [7 * DAY, 410],
      [7 * DAY - 1, 204],
    ] as const) {
      const { world, token } = await changed(name, change)
      world.turnClock(age)
      expect(await stranger(world).post('/api/emails/undo', { token, word: 'UNDO' })).toMatchObject({ status })
    }
  })

  test('is undone once by several requests at the same time', async () => {
    const { world, owner, token } = await changed(name, change)
    const answers = await atOnce(10, () => stranger(world).post('/api/emails/undo', { token, word: 'UNDO' }))
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(9)
    expect(await stranger(world).post('/api/emails/undo', { token, word: 'UNDO' })).toMatchObject(OVER)
    expect((await eventKinds(world, owner.userId)).filter((kind) => kind === 'email_change_undone')).toHaveLength(1)
  })

  test('does not change with a wrong word, without one, or by opening the link', async () => {
    const { world, token } = await changed(name, change)
    await leavingAllAsItWas(world, async () => {
      for (const word of ['undo', 'UNDO ', 'CANCEL', '', null, ['UNDO'], undefined])
        expect(await stranger(world).post('/api/emails/undo', { token, word })).toMatchObject({ status: 400 })
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])
        expect(
          (await stranger(world).send(method, `/api/emails/undo?token=${token}&word=UNDO`)).status,
        ).toBeGreaterThanOrEqual(400)
    })
  })
})

test('M3 the link in the letter undoes the change, and the letter states until when', async () => {
  const { world, owner } = await changed('removed', CHANGES.removed)
  const letter = (await lettersTo(world, SECOND)).find((candidate) => candidate.letter === 'email-removed')
  expect(letter?.link).toMatch(/^http:\/\/localhost:3000\/emails\/undo\/[\w-]{22}\.[\w-]{43}$/)
  expect(letter?.text).toContain('7 days')
  done(await stranger(world).post('/api/emails/undo', { token: letter?.link?.split('/').at(-1), word: 'UNDO' }))
  done(await signIn(owner.client, owner.authenticator))
  expect(await emailsOf(owner.client)).toHaveLength(2)
})
