import { describe, expect, test } from 'vitest'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail, beginEmail, emailsOf } from '#tests/server/emails/steps.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { DAY, eventKinds, mailedCode, MINUTE } from '#tests/server/second-factor/steps.ts'
import { NEW, WRONG } from '#tests/server/emails/add-steps.ts'

const OVER = { status: 410, body: { code: 'ceremony_over' } }

describe('M3 an address', () => {
  test('is added by the code from its own mailbox and can recover the account ten days later', async () => {
    const world = makeWorld()
    const { client, userId, email } = await signUp(world)
    const signedUpAt = world.now()
    world.turnClock(1)
    const ceremony = await beginEmail(client, NEW)
    expect((await emailsOf(client)).map(({ address }) => address)).toEqual([email])
    expect(
      await client.post('/api/emails/code', { ceremony, code: await mailedCode(world, NEW, 'email-code') }),
    ).toMatchObject({ status: 204 })
    expect(await emailsOf(client)).toMatchObject([
      { address: email, primary: true, recoversAt: signedUpAt },
      { address: NEW, primary: false, recoversAt: world.now() + 10 * DAY },
    ])
    expect(await eventKinds(world, userId)).toContain('email_added')
  })

  test('is reported to every address, and no letter has a link that changes it', async () => {
    const world = makeWorld()
    const { client, email } = await signUp(world)
    for (const address of ['second@example.com', NEW]) {
      world.turnClock(1)
      await addEmail(world, client, address)
    }
    const letters = await rows<{ recipient: string }>(
      world,
      `select recipient from outbox where letter = 'email-added' order by seq`,
    )
    expect(letters.map(({ recipient }) => recipient)).toEqual([
      email,
      'second@example.com',
      email,
      'second@example.com',
      NEW,
    ])
    for (const to of [email, 'second@example.com', NEW])
      for (const { link } of (await lettersTo(world, to)).filter(({ letter }) => letter === 'email-added'))
        expect(link).toBe(`${world.config.origin}/account/emails`)
  })

  test('§6.3 needs a fresh confirmation at the beginning and at the end', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    world.turnClock(10 * MINUTE)
    const ceremony = await beginEmail(client, NEW)
    const code = await mailedCode(world, NEW, 'email-code')
    world.turnClock(1)
    expect(
      await leavingAllAsItWas(world, () => client.post('/api/emails', { email: 'third@example.com' }), {
        but: ['sessions'],
      }),
    ).toMatchObject({ status: 403, body: { code: 'confirmation_required' } })
    expect(
      await leavingAllAsItWas(world, () => client.post('/api/emails/code', { ceremony, code }), { but: ['sessions'] }),
    ).toMatchObject({ status: 403, body: { code: 'confirmation_required' } })
  })

  test('is added once if the code is sent several times at the same moment', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const ceremony = await beginEmail(client, NEW)
    const code = await mailedCode(world, NEW, 'email-code')
    const answers = await atOnce(5, () => client.copy().post('/api/emails/code', { ceremony, code }))
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(await emailsOf(client)).toHaveLength(2)
  })

  test('M1 needs its own code, and five wrong ones end the ceremony', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const ceremony = await beginEmail(client, NEW)
    const code = await mailedCode(world, NEW, 'email-code')
    const wrong = code === '000000' ? '000001' : '000000'
    for (let count = 1; count <= 5; count += 1)
      expect(await client.post('/api/emails/code', { ceremony, code: wrong })).toMatchObject(WRONG)
    expect(await client.post('/api/emails/code', { ceremony, code })).toMatchObject({ status: 429 })
  })

  test('M1 must be proven within ten minutes, to the millisecond', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const ceremony = await beginEmail(client, NEW)
    const code = await mailedCode(world, NEW, 'email-code')
    world.turnClock(10 * MINUTE)
    expect(await client.post('/api/emails/code', { ceremony, code })).toMatchObject(OVER)
    world.turnClock(-1)
    expect(await client.post('/api/emails/code', { ceremony, code })).toMatchObject({ status: 204 })
  })

  test('M4 is not added after the session that began it has ended', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const ceremony = await beginEmail(client, NEW)
    const code = await mailedCode(world, NEW, 'email-code')
    await client.delete('/api/session')
    expect(await client.post('/api/emails/code', { ceremony, code })).toMatchObject({
      status: 401,
      body: { code: 'not_signed_in' },
    })
    await signIn(client, authenticator)
    expect(await client.post('/api/emails/code', { ceremony, code })).toMatchObject(OVER)
  })

  test('M1 begun in one account is not added to another, even in the same browser', async () => {
    const world = makeWorld()
    const [ada, bob] = [await signUp(world), await signUp(world)]
    const ceremony = await beginEmail(ada.client, NEW)
    const code = await mailedCode(world, NEW, 'email-code')
    expect(await bob.client.post('/api/emails/code', { ceremony, code })).toMatchObject(OVER)
    await signIn(ada.client, bob.authenticator)
    expect(await ada.client.post('/api/emails/code', { ceremony, code })).toMatchObject(OVER)
  })

  test('that the account already has is refused as such, in any spelling', async () => {
    const world = makeWorld()
    const { client, email } = await signUp(world)
    expect(await client.post('/api/emails', { email: ` ${email.toUpperCase()} ` })).toMatchObject({
      status: 409,
      body: { code: 'email_taken' },
    })
  })

  test('V2.3.2 is one of at most ten, also with many additions at once', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const addresses = Array.from({ length: 11 }, (_, index) => `number${index}@example.com`)
    const begun = []
    for (const address of addresses) begun.push({ address, ceremony: await beginEmail(client, address) })
    const answers = []
    for (const { address, ceremony } of begun)
      answers.push(
        (await client.post('/api/emails/code', { ceremony, code: await mailedCode(world, address, 'email-code') }))
          .status,
      )
    expect(answers.filter((status) => status === 204)).toHaveLength(9)
    expect(answers.filter((status) => status === 403)).toHaveLength(2)
    expect(await client.post('/api/emails', { email: 'one-more@example.com' })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    })
  })

  test.each([null, 5, [], {}, '', 'no address', 'a@b', 'a@b@c.example', 'a\r\nbcc: x@example.com', 'x'.repeat(400)])(
    'E6 that is %j is refused as invalid input',
    async (email) => {
      const world = makeWorld()
      const { client } = await signUp(world)
      expect(await leavingAllAsItWas(world, () => client.post('/api/emails', { email }))).toMatchObject({
        status: 400,
        body: { code: 'invalid_input' },
      })
    },
  )
})
