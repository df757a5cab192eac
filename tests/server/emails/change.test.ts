import { describe, expect, test } from 'vitest'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { confirm, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail, emailsOf, promote, removeEmail, shownEmail } from '#tests/server/emails/steps.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { done, eventKinds, MINUTE } from '#tests/server/second-factor/steps.ts'
import { knock } from '#tests/server/recoveries/steps.ts'

const SECOND = 'second@example.com'
const THIRD = 'third@example.com'

const EMAILS = 'http://localhost:3000/account/emails'

/** The links in the letters of a kind to an address. */
async function linksIn(world: TestWorld, to: string, kind: string) {
  return (await lettersTo(world, to)).filter(({ letter }) => letter === kind).map(({ link }) => link)
}

async function withThree() {
  const world = makeWorld()
  const owner = await signUp(world)
  for (const address of [SECOND, THIRD]) {
    world.turnClock(1)
    await addEmail(world, owner.client, address)
  }
  return { world, owner, client: owner.client }
}

describe('making an address the primary one', () => {
  test('changes the account name on the page and in password managers', async () => {
    const { world, owner, client } = await withThree()
    expect(await promote(client, SECOND)).toMatchObject({
      status: 200,
      body: { accepted: { name: SECOND, displayName: SECOND } },
    })
    expect((await emailsOf(client)).map(({ address, primary }) => [address, primary])).toEqual([
      [SECOND, true],
      [owner.email, false],
      [THIRD, false],
    ])
    expect((await client.get('/api/session')).body).toMatchObject({ user: { email: SECOND } })
    expect(await eventKinds(world, owner.userId)).toContain('email_promoted')
  })

  test('sends a letter to every address, and none has a link that changes it', async () => {
    const { world, owner, client } = await withThree()
    await promote(client, SECOND)
    for (const to of [owner.email, SECOND, THIRD]) expect(await linksIn(world, to, 'email-promoted')).toEqual([EMAILS])
  })

  test('again changes nothing and sends no letter', async () => {
    const { world, owner, client } = await withThree()
    expect(await leavingAllAsItWas(world, () => promote(client, owner.email))).toMatchObject({ status: 200 })
  })

  test('twice at the same time leaves one primary address', async () => {
    const { world, client } = await withThree()
    const ids = [(await shownEmail(client, SECOND)).id, (await shownEmail(client, THIRD)).id]
    await Promise.all(ids.map((id) => client.put(`/api/emails/${id}/primary`)))
    expect(await rows(world, 'select 1 from emails where is_primary = 1')).toHaveLength(1)
  })
})

describe('removing an address', () => {
  test('sends a letter to it and the others, and none has a link that changes it', async () => {
    const { world, owner, client } = await withThree()
    expect(await removeEmail(client, SECOND)).toMatchObject({ status: 204 })
    expect((await emailsOf(client)).map(({ address }) => address)).toEqual([owner.email, THIRD])
    for (const to of [owner.email, SECOND, THIRD]) expect(await linksIn(world, to, 'email-removed')).toEqual([EMAILS])
    expect(await eventKinds(world, owner.userId)).toContain('email_removed')
  })

  test('is refused for the primary one, and so for the last one', async () => {
    const { world, owner, client } = await withThree()
    expect(await leavingAllAsItWas(world, () => removeEmail(client, owner.email))).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    })
    for (const address of [SECOND, THIRD]) done(await removeEmail(client, address))
    expect(await removeEmail(client, owner.email)).toMatchObject({ status: 403 })
    expect(await emailsOf(client)).toHaveLength(1)
  })

  test('leaves one, when several are removed and promoted at the same time', async () => {
    const { world, client } = await withThree()
    const ids = (await emailsOf(client)).map(({ id }) => id)
    const answers = await atOnce(6, (index) =>
      index % 2 ? client.delete(`/api/emails/${ids[index % 3]}`) : client.put(`/api/emails/${ids[index % 3]}/primary`),
    )
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect(await rows(world, 'select 1 from emails where is_primary = 1')).toHaveLength(1)
    // Each touch gave the session another token, and the last one may have been answered before another.
    expect(await rows(world, 'select 1 from sessions')).toHaveLength(1)
  })

  test('M3 is possible a minute after another one was promoted, though that one recovers only after ten days', async () => {
    const { world, owner, client } = await withThree()
    world.turnClock(MINUTE)
    done(await promote(client, SECOND))
    expect(await removeEmail(client, owner.email)).toMatchObject({ status: 204 })
    expect((await emailsOf(client)).map(({ address }) => address)).toEqual([SECOND, THIRD])
    const { recoversAt } = await shownEmail(client, SECOND)
    world.turnClock(recoversAt - world.now() - 1)
    const { client: visitor, pass } = await knock(world, { email: SECOND })
    expect(await visitor.post('/api/recovery/start', { ceremony: pass.ceremony })).toMatchObject({
      status: 403,
      body: { code: 'not_settled', settlesAt: recoversAt },
    })
    world.turnClock(1)
    expect(await visitor.post('/api/recovery/start', { ceremony: pass.ceremony })).toMatchObject({ status: 200 })
  })

  test('makes it available to another account', async () => {
    const { world, client } = await withThree()
    done(await removeEmail(client, SECOND))
    expect(await signUp(world, { email: SECOND })).toMatchObject({ email: SECOND })
  })
})

describe.each([
  ['promoting', (client: Parameters<typeof promote>[0], id: string) => client.put(`/api/emails/${id}/primary`)],
  ['removing', (client: Parameters<typeof promote>[0], id: string) => client.delete(`/api/emails/${id}`)],
])('%s an address', (_, act) => {
  test('V8.2.2 of another person returns not found, like an unknown one', async () => {
    const { world, client } = await withThree()
    const other = await signUp(world)
    const theirs = await addEmail(world, other.client, 'theirs@example.com')
    for (const id of [theirs.id, 'A'.repeat(22)])
      expect(await leavingAllAsItWas(world, () => act(client, id))).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      })
    for (const id of ['x', `${theirs.id}x`, '%27or%201=1--']) expect((await act(client, id)).status).toBe(400)
  })

  test('§6.3 is refused without a touch for it, also right after a confirmation', async () => {
    const { world, owner, client } = await withThree()
    const { id } = await shownEmail(client, SECOND)
    done(await confirm(client, owner.authenticator))
    const stolen = client.copy()
    expect(await leavingAllAsItWas(world, () => act(stolen, id))).toMatchObject({
      status: 403,
      body: { code: 'touch_required', target: id },
    })
  })
})
