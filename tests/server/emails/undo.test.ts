import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { linkToken } from '#server/mail/link-token.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { confirm, type Person, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail, emailsOf, promote, removeEmail, undo, undoToken } from '#tests/server/emails/steps.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { DAY, done, eventKinds, letterNames, stranger } from '#tests/server/second-factor/steps.ts'

const SECOND = 'second@example.com'
const OVER = { status: 410, body: { code: 'ceremony_over' } }

type Change = {
  letter: 'email-added' | 'email-removed' | 'email-promoted'
  make: (world: TestWorld, owner: Person) => Promise<unknown>
  told: (owner: Person) => string
}

/** Every change of addresses that can be undone, and by whom. The later two start with two addresses. */
const CHANGES: Record<'added' | 'removed' | 'promoted', Change> = {
  added: {
    letter: 'email-added',
    make: (world, { client }) => addEmail(world, client, SECOND),
    told: ({ email }) => email,
  },
  removed: { letter: 'email-removed', make: (_world, { client }) => removeEmail(client, SECOND), told: () => SECOND },
  promoted: {
    letter: 'email-promoted',
    make: (_world, { client }) => promote(client, SECOND),
    told: ({ email }) => email,
  },
}

async function changed(name: string, { letter, make, told }: Change) {
  const world = makeWorld()
  const owner = await signUp(world)
  if (name !== 'added') await addEmail(world, owner.client, SECOND)
  const before = (await emailsOf(owner.client)).map(({ address, primary, recoversAt }) => ({
    address,
    primary,
    recoversAt,
  }))
  world.turnClock(1)
  await make(world, owner)
  const reader = told(owner)
  return { world, owner, before, reader, token: await undoToken(world, reader, letter) }
}

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

test('K20 a token that is cut, made up, or made for another purpose undoes nothing', async () => {
  const { world, token = '' } = await changed('removed', CHANGES.removed)
  const [id = '', signature = ''] = token.split('.')
  const forged = [
    '',
    'x'.repeat(200),
    token.slice(0, -1),
    `${id}.`,
    `.${signature}`,
    `${id}.${'A'.repeat(43)}`,
    `x${token}`,
    linkToken(world.keys, 'cancel', id),
    linkToken(world.keys, 'undo', 'nobody'),
  ]
  await leavingAllAsItWas(world, async () => {
    for (const wrong of forged)
      expect([wrong, await stranger(world).post('/api/emails/undo', { token: wrong, word: 'UNDO' })]).toMatchObject([
        wrong,
        OVER,
      ])
    for (const wrong of [null, 5, [token], {}])
      expect(await stranger(world).post('/api/emails/undo', { token: wrong, word: 'UNDO' })).toMatchObject({
        status: 400,
      })
  })
})

describe('undoing', () => {
  test('a removal is refused after another account has proven the address', async () => {
    const { world, owner } = await changed('removed', CHANGES.removed)
    const other = await signUp(world, { email: SECOND })
    expect(await leavingAllAsItWas(world, () => undo(world, stranger(world), SECOND, 'email-removed'))).toMatchObject({
      status: 409,
      body: { code: 'email_taken' },
    })
    expect((await emailsOf(other.client))[0]).toMatchObject({ address: SECOND, primary: true })
    expect(await owner.client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('an addition is refused while it would leave no address', async () => {
    const { world, owner } = await changed('added', CHANGES.added)
    done(await promote(owner.client, SECOND))
    await aDayLater(world, owner)
    done(await removeEmail(owner.client, owner.email))
    expect(
      await leavingAllAsItWas(world, () => undo(world, stranger(world), owner.email, 'email-added')),
    ).toMatchObject({ status: 409, body: { code: 'last_way_in' } })
    done(await undo(world, stranger(world), owner.email, 'email-removed'))
    done(await undo(world, stranger(world), owner.email, 'email-added'))
    expect(await rows(world, 'select address, is_primary from emails')).toEqual([
      { address: owner.email, is_primary: 1 },
    ])
  })

  test('an addition is final: the removed mailbox cannot restore it', async () => {
    const { world, owner, token } = await changed('added', CHANGES.added)
    done(await removeEmail(owner.client, SECOND))
    done(await undo(world, stranger(world), SECOND, 'email-removed'))
    done(await signIn(owner.client, owner.authenticator))
    done(await removeEmail(owner.client, SECOND))
    const again = await undoToken(world, SECOND, 'email-removed')
    done(await stranger(world).post('/api/emails/undo', { token, word: 'UNDO' }))
    expect(await stranger(world).post('/api/emails/undo', { token: again, word: 'UNDO' })).toMatchObject(OVER)
    expect(await rows(world, 'select address from emails')).toEqual([{ address: owner.email }])
  })

  test('a promotion whose former address was removed keeps the current one', async () => {
    const { world, owner } = await changed('promoted', CHANGES.promoted)
    await aDayLater(world, owner)
    done(await removeEmail(owner.client, owner.email))
    done(await undo(world, stranger(world), owner.email, 'email-promoted'))
    expect(await rows(world, 'select address, is_primary from emails')).toEqual([{ address: SECOND, is_primary: 1 }])
  })

  test('needs a token, which is deleted after it expires', async () => {
    const { world } = await changed('removed', CHANGES.removed)
    world.turnClock(7 * DAY)
    await houseKeep(world)
    expect(await rows(world, 'select * from email_undos')).toEqual([])
  })
})

/** Once the newer address can recover too, the older one may be removed. */
async function aDayLater(world: TestWorld, { client, authenticator }: Person): Promise<void> {
  world.turnClock(DAY)
  done(await confirm(client, authenticator))
}
