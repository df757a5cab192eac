import { describe, expect, test } from 'vitest'
import { notify } from '#server/mail/outbox/enqueue.ts'
import type { LetterName } from '#server/mail/letter-types.ts'
import { CAN_BE_QUIET, type QuietLetter } from '#server/mail/quiet-letters.ts'
import { inAccount } from '#server/in-account.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { confirm, type Person, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { NAMES, sample } from '#tests/server/mail/samples.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { done, letterNames, MINUTE } from '#tests/server/second-factor/steps.ts'

const SECOND = 'second@example.com'

function choose({ client }: Pick<Person, 'client'>, quiet: unknown) {
  return client.put('/api/account/letters', { quiet })
}

/** Which letters of all that there are leave for every address of a person. */
async function sentOf(world: TestWorld, { userId, email }: Person): Promise<LetterName[][]> {
  await world.db.transaction((tx) => tx.run('delete from outbox'))
  for (const name of NAMES) {
    const { letter, params } = sample(name)
    await inAccount(world, userId, (tx) => notify(tx, userId, letter, params))
  }
  const sent = await rows<{ letter: LetterName; recipient: string }>(world, 'select letter, recipient from outbox')
  return [email, SECOND].map((address) =>
    sent.filter(({ recipient }) => recipient === address).map(({ letter }) => letter),
  )
}

async function storedOf(world: TestWorld): Promise<unknown[]> {
  return rows(world, 'select quiet_letters from users')
}

describe('a letter that only informs', () => {
  test.each(CAN_BE_QUIET)('%s is not sent to a person who turned it off; every other letter is', async (quiet) => {
    const world = makeWorld()
    const person = await signUp(world)
    await addEmail(world, person.client, SECOND)
    done(await choose(person, [quiet]))
    const others = NAMES.filter((name) => name !== quiet).toSorted()
    expect((await sentOf(world, person)).map((names) => names.toSorted())).toEqual([others, others])

    done(await choose(person, []))
    const all = NAMES.toSorted()
    expect((await sentOf(world, person)).map((names) => names.toSorted())).toEqual([all, all])
  })

  test('is still sent to everybody else', async () => {
    const world = makeWorld()
    const [ada, bob] = [await signUp(world), await signUp(world)]
    done(await choose(ada, CAN_BE_QUIET))
    done(await ada.client.get('/api/account/export'))
    done(await bob.client.get('/api/account/export'))
    expect(await letterNames(world, ada.email)).not.toContain('data-exported')
    expect(await letterNames(world, bob.email)).toContain('data-exported')
  })

  test('leaves its event in the activity', async () => {
    const world = makeWorld()
    const ada = await signUp(world)
    done(await choose(ada, ['data-exported']))
    const { body } = done(await ada.client.get('/api/account/export'))
    expect(body).toMatchObject({
      user: { quietLetters: ['data-exported'] },
      events: expect.arrayContaining([expect.objectContaining({ kind: 'account_exported' })]),
    })
  })
})

test('custody §2.5 no other letter is turned off by what the database holds', async () => {
  const world = makeWorld()
  const person = await signUp(world)
  await addEmail(world, person.client, SECOND)
  const stored = JSON.stringify([...NAMES, 'a letter of a newer version'])
  await world.db.transaction((tx) => tx.run('update users set quiet_letters = ?', stored))
  const loud = NAMES.filter((name) => !CAN_BE_QUIET.some((letter) => letter === name)).toSorted()
  expect((await sentOf(world, person)).map((names) => names.toSorted())).toEqual([loud, loud])
})

describe('a choice', () => {
  test('custody §2.5 is told to every address and recorded, each time it changes', async () => {
    const world = makeWorld()
    const ada = await signUp(world)
    await addEmail(world, ada.client, SECOND)
    const told = async () => {
      const letters = await rows<{ params: string }>(
        world,
        `select params from outbox where letter = 'letters-chosen' and recipient = ? order by seq`,
        SECOND,
      )
      return letters.map(({ params }) => (JSON.parse(params) as { quiet: QuietLetter[] }).quiet)
    }
    done(await choose(ada, ['totp-revived', 'data-exported']))
    done(await choose(ada, ['data-exported', 'totp-revived']))
    done(await choose(ada, []))
    expect(await told()).toEqual([['data-exported', 'totp-revived'], []])
    expect((await letterNames(world, ada.email)).filter((name) => name === 'letters-chosen')).toHaveLength(2)
    const events = await rows(world, `select details from events where kind = 'letters_chosen' order by seq`)
    expect(events).toEqual([{ details: '{"quiet":["data-exported","totp-revived"]}' }, { details: '{"quiet":[]}' }])
  })

  test('that is made twice at the same time is told once', async () => {
    const world = makeWorld()
    const ada = await signUp(world)
    const answers = await Promise.all([choose(ada, ['data-exported']), choose(ada, ['data-exported'])])
    expect(answers.map(({ status }) => status)).toEqual([204, 204])
    expect((await letterNames(world, ada.email)).filter((name) => name === 'letters-chosen')).toHaveLength(1)
  })

  test('and an export at the same time: the letter is there exactly if the export came first', async () => {
    const world = makeWorld()
    const ada = await signUp(world)
    await Promise.all(
      [ada.client.get('/api/account/export'), choose(ada, ['data-exported'])].map(async (answer) => done(await answer)),
    )
    const events = await rows<{ kind: string }>(
      world,
      `select kind from events where kind in ('account_exported', 'letters_chosen') order by seq`,
    )
    expect((await letterNames(world, ada.email)).includes('data-exported')).toBe(events[0]?.kind === 'account_exported')
    expect(events).toHaveLength(2)
  })

  test.each([
    ...NAMES.filter((name) => !CAN_BE_QUIET.some((letter) => letter === name)),
    'toString',
    '__proto__',
    '',
    'DATA-EXPORTED',
  ])('does not include %s', async (name) => {
    const world = makeWorld()
    const ada = await signUp(world)
    for (const quiet of [[name], ['data-exported', name]])
      expect(await leavingAllAsItWas(world, () => choose(ada, quiet))).toMatchObject({
        status: 400,
        body: { code: 'invalid_input' },
      })
  })

  test.each(
    [null, 'data-exported', {}, [5], [null], [['data-exported']], Array(3).fill('data-exported'), undefined].map(
      (quiet) => ({ quiet }),
    ),
  )('is refused as %j', async ({ quiet }) => {
    const world = makeWorld()
    const ada = await signUp(world)
    expect(await leavingAllAsItWas(world, () => choose(ada, quiet))).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    })
  })

  test('needs a confirmation from the last ten minutes', async () => {
    const world = makeWorld()
    const ada = await signUp(world)
    world.turnClock(10 * MINUTE)
    done(await choose(ada, ['data-exported']))
    world.turnClock(1)
    expect(await leavingAllAsItWas(world, () => choose(ada, []))).toMatchObject({
      status: 403,
      body: { code: 'confirmation_required' },
    })
    await confirm(ada.client, ada.authenticator)
    done(await choose(ada, []))
    expect(await storedOf(world)).toEqual([{ quiet_letters: '[]' }])
  })

  test('changes nobody else’s, and is refused without a session and after its end', async () => {
    const world = makeWorld()
    const [ada, bob] = [await signUp(world), await signUp(world)]
    const left = ada.client.copy()
    done(await ada.client.put('/api/account/letters', { quiet: ['data-exported'], userId: bob.userId }))
    expect(await rows(world, 'select id, quiet_letters from users order by created_at, number')).toEqual([
      { id: ada.userId, quiet_letters: '["data-exported"]' },
      { id: bob.userId, quiet_letters: '[]' },
    ])
    done(await ada.client.delete('/api/session'))
    await leavingAllAsItWas(world, async () => {
      expect(await choose({ client: left }, [])).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
      expect(await choose({ client: makeClient(world) }, [])).toMatchObject({ status: 401 })
    })
  })

  test('stays after the next sign-in', async () => {
    const world = makeWorld()
    const ada = await signUp(world)
    done(await choose(ada, ['totp-revived']))
    const client = makeClient(world)
    done(await signIn(client, ada.authenticator))
    expect(done(await client.get('/api/account/export')).body).toMatchObject({
      user: { quietLetters: ['totp-revived'] },
    })
  })
})
