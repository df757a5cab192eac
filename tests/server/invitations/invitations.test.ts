import { describe, expect, test } from 'vitest'
import { type Answer, statusesOf } from '#tests/helpers/client.ts'
import { newestLetter } from '#tests/helpers/mailbox.ts'
import { makeAuthenticator, signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { houseKeep } from '#server/housekeeping.ts'
import { makeOwner } from '#tests/server/admin/steps.ts'
import { atOnce, everythingStored, rows } from '#tests/server/passkeys/rows.ts'
import { DAY } from '#tests/server/second-factor/steps.ts'
import { INVITATIONS, inviteAs, newcomer, setMode, tokenIn, trySignUp } from '#tests/server/sign-up-modes/steps.ts'

const READ = '/api/invitations/read'

async function makeByInvitation(environment?: Record<string, string>) {
  const world = makeWorld(environment)
  const owner = await makeOwner(world)
  await setMode(owner, 'invitation')
  return { world, owner }
}

const read = async (world: TestWorld, token: string) => (await newcomer(world).post(READ, { token })).body

describe('an invitation to an address', () => {
  test('leads from its letter into the account, once', async () => {
    const { world, owner } = await makeByInvitation()
    const { token } = await inviteAs(owner, { email: 'Ada@Example.com' })
    const { letter, link = '', text } = await newestLetter(world, 'Ada@Example.com')
    expect([letter, tokenIn(link)]).toEqual(['invitation', token])
    expect(link).toMatch(/^http:\/\/localhost:3000\/invited#/)
    expect(text).toContain('invites you')
    expect(await read(world, token)).toMatchObject({ state: 'live', by: 'admin', email: 'Ada@example.com' })
    expect((await trySignUp(world, { email: 'ada@example.com', invitation: token })).answer.status).toBe(201)
    expect(await read(world, token)).toMatchObject({ state: 'used' })
    expect((await trySignUp(world, { email: 'bob@example.com', invitation: token })).answer.status).toBe(400)
  })

  test('is not for another address', async () => {
    const { world, owner } = await makeByInvitation()
    const { token } = await inviteAs(owner, { email: 'ada@example.com' })
    const { step, answer } = await trySignUp(world, { email: 'eve@example.com', invitation: token })
    expect([step, answer.status, answer.body.code]).toEqual(['begin', 400, 'invalid_input'])
    expect(await read(world, token)).toMatchObject({ state: 'live' })
  })

  test('is refused for an address with an account, and for what is no address', async () => {
    const { world, owner } = await makeByInvitation()
    const { email } = owner
    expect(await owner.client.post(INVITATIONS, { email })).toMatchObject({
      status: 409,
      body: { code: 'email_taken' },
    })
    for (const body of [{ email: 'nobody' }, { days: 31 }, { days: 0 }, { people: 0 }, { people: 1_001 }, { email: 7 }])
      expect((await owner.client.post(INVITATIONS, body)).status).toBe(400)
    expect(await rows(world, 'select 1 from invitations')).toEqual([])
  })
})

describe('a link', () => {
  test('lets in as many as it is for, of fifty who use it at once', async () => {
    const { world, owner } = await makeByInvitation({ LIMIT_SCALE: '1000' })
    const { id, token } = await inviteAs(owner, { people: 3 })
    const ready: (() => Promise<Answer>)[] = []
    for (let count = 0; count < 50; count += 1) {
      const client = newcomer(world)
      const email = `guest${count}@example.com`
      const begun = await client.post('/api/sign-up', { email, invitation: token })
      const { code } = await newestLetter(world, email)
      const { body } = await client.post('/api/sign-up/code', { ceremony: begun.body.ceremony, code })
      const credential = makeAuthenticator(world).create(body.options as never)
      ready.push(() => client.post('/api/sign-up/passkey', { ceremony: body.ceremony, credential }))
    }
    const answers = await atOnce(50, (at) => ready[at]?.() ?? Promise.reject(new Error('Nobody is ready.')))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
    expect(answers.filter(({ body }) => body.code === 'invitation_over')).toHaveLength(47)
    expect(await rows(world, 'select uses from invitations where id = ?', id)).toEqual([{ uses: 3 }])
    expect(await rows(world, 'select 1 from invitation_uses where invitation_id = ?', id)).toHaveLength(3)
    expect(await rows(world, 'select 1 from users')).toHaveLength(4)
  })

  test('counts a use only with the account, so a refused sign-up uses nothing', async () => {
    const { world, owner } = await makeByInvitation()
    const { id, token } = await inviteAs(owner, { people: 1 })
    const client = newcomer(world)
    const begun = await client.post('/api/sign-up', { email: 'ada@example.com', invitation: token })
    const { code } = await newestLetter(world, 'ada@example.com')
    const { body } = await client.post('/api/sign-up/code', { ceremony: begun.body.ceremony, code })
    const credential = makeAuthenticator(world).create(body.options as never)
    await setMode(owner, 'closed')
    const answers = await atOnce(3, () => client.post('/api/sign-up/passkey', { ceremony: body.ceremony, credential }))
    expect(statusesOf(answers)).toEqual([403, 403, 403])
    expect(await rows(world, 'select uses from invitations where id = ?', id)).toEqual([{ uses: 0 }])
  })

  test('is not refilled by the deletion of an account that used it', async () => {
    const { world, owner } = await makeByInvitation()
    const { id, token } = await inviteAs(owner, { people: 1 })
    await trySignUp(world, { email: 'ada@example.com', invitation: token })
    await world.db.transaction((tx) => tx.run('delete from users where id <> ?', owner.userId))
    expect(await rows(world, 'select 1 from invitation_uses where invitation_id = ?', id)).toEqual([])
    expect(await read(world, token)).toMatchObject({ state: 'used' })
  })
})

describe('an invitation is over', () => {
  test('when it has expired: after seven days, or after as many as were asked', async () => {
    const { world, owner } = await makeByInvitation()
    const [week, month] = [await inviteAs(owner, {}), await inviteAs(owner, { days: 30 })]
    world.turnClock(7 * DAY - 1)
    expect(await read(world, week.token)).toMatchObject({ state: 'live' })
    world.turnClock(1)
    expect(await read(world, week.token)).toMatchObject({ state: 'expired' })
    expect(await read(world, month.token)).toMatchObject({ state: 'live' })
    const { step, answer } = await trySignUp(world, { email: 'ada@example.com', invitation: week.token })
    expect([step, answer.status, answer.body.code]).toEqual(['begin', 410, 'invitation_over'])
    world.turnClock(31 * DAY)
    await houseKeep(world)
    expect(await rows(world, 'select id from invitations')).toEqual([{ id: month.id }])
  })

  test('when it is revoked, which stops who is in the middle of signing up', async () => {
    const { world, owner } = await makeByInvitation()
    const { id, token } = await inviteAs(owner, { people: 2 })
    const client = newcomer(world)
    const begun = await client.post('/api/sign-up', { email: 'ada@example.com', invitation: token })
    expect((await owner.client.post(`${INVITATIONS}/${id}/revoke`)).status).toBe(204)
    expect((await owner.client.post(`${INVITATIONS}/${id}/revoke`)).body.code).toBe('conflict')
    expect(await read(world, token)).toMatchObject({ state: 'revoked' })
    const { code } = await newestLetter(world, 'ada@example.com')
    const next = await client.post('/api/sign-up/code', { ceremony: begun.body.ceremony, code })
    expect(next).toMatchObject({ status: 410, body: { code: 'invitation_over' } })
  })

  test('for nobody who has no right token: a wrong one is not found', async () => {
    const { world, owner } = await makeByInvitation()
    const { id, token } = await inviteAs(owner, {})
    const wrong = [id, `${id}.`, `${id}.${'A'.repeat(43)}`, token.slice(0, -2), '', `${token} `, 'x'.repeat(100)]
    for (const one of wrong) {
      expect(await newcomer(world).post(READ, { token: one })).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      })
      const { answer } = await trySignUp(world, { email: 'ada@example.com', invitation: one })
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
    }
    for (const body of [undefined, {}, { token: 7 }, { token: 'x'.repeat(101) }])
      expect((await newcomer(world).post(READ, body)).status).toBe(400)
  })
})

describe('the list', () => {
  test('shows each with its state and who made it, and the database holds no form of a token', async () => {
    const { world, owner } = await makeByInvitation()
    const { token } = await inviteAs(owner, { email: 'ada@example.com' })
    const madeAt = world.now()
    world.turnClock(1)
    await inviteAs(owner, { people: 20, days: 30 })
    const { body } = await owner.client.get(INVITATIONS)
    expect(body.invitations).toEqual([
      {
        id: expect.any(String),
        people: 20,
        uses: 0,
        state: 'live',
        by: owner.email,
        madeAt: madeAt + 1,
        expiresAt: madeAt + 1 + 30 * DAY,
      },
      {
        id: expect.any(String),
        email: 'ada@example.com',
        people: 1,
        uses: 0,
        state: 'live',
        by: owner.email,
        madeAt,
        expiresAt: madeAt + 7 * DAY,
      },
    ])
    expect(JSON.stringify(body)).not.toContain(token.split('.')[1])
    expect((await everythingStored(world)).includes(token.split('.')[1] ?? token)).toBe(false)
    const audit = JSON.stringify((await owner.client.get('/api/admin/audit')).body)
    expect([audit.includes('invited'), audit.includes('ada@example.com')]).toEqual([true, false])
  })
})

test('an invitation does not say who made it by a name that was set lately', async () => {
  const { world, owner } = await makeByInvitation()
  world.turnClock(DAY)
  await signIn(owner.client, owner.authenticator)
  await owner.client.patch('/api/account', { name: 'Call 0800 evil' })
  const { token } = await inviteAs(owner, { email: 'ada@example.com' })
  expect(JSON.stringify(await read(world, token))).not.toContain('evil')
  expect((await newestLetter(world, 'ada@example.com')).text).not.toContain('evil')
})

test('who was invited needs no approval', async () => {
  const world = makeWorld()
  const owner = await makeOwner(world)
  await setMode(owner, 'approval')
  const { token } = await inviteAs(owner, {})
  const { answer, client } = await trySignUp(world, { email: 'ada@example.com', invitation: token })
  expect([answer.status, answer.body.waiting]).toEqual([201, undefined])
  expect((await client.get('/api/session')).status).toBe(200)
})
