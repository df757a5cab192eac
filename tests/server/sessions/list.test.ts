import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { addPasskey, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'

type Shown = {
  id: string
  current: boolean
  way: string
  passkey?: { id: string; name: string }
  ip: string
  device: { phrase: string }
}

describe('the list of sessions', () => {
  test('S11 shows place, start, way in, and which one is the current session', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const begun = world.now()
    world.turnClock(5_000)
    const other = makeClient(world, { ip: '192.0.2.33', userAgent: FIREFOX })
    await signIn(other, authenticator)

    const { sessions } = (await other.get('/api/sessions')).body as { sessions: Shown[] }
    expect(sessions).toMatchObject([
      {
        current: true,
        way: 'passkey',
        ip: '192.0.2.33',
        device: { phrase: 'Firefox on Windows' },
        createdAt: world.now(),
        lastSeenAt: world.now(),
      },
      { current: false, way: 'sign_up', device: { phrase: 'Chrome on Linux' }, createdAt: begun },
    ])
    const mine = (await client.get('/api/sessions')).body as { sessions: Shown[] }
    expect(mine.sessions.map(({ current }) => current)).toEqual([false, true])
  })

  test('names the passkey that opened a session, while it exists', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const second = makeAuthenticator(world)
    const added = await addPasskey(client, second, 'The old phone')
    const { id } = added.body.passkey as { id: string }
    const other = makeClient(world)
    await signIn(other, second)
    const opened = async () =>
      ((await client.get('/api/sessions')).body as { sessions: Shown[] }).sessions.find(({ current }) => !current)
    expect(await opened()).toMatchObject({ passkey: { id, name: 'The old phone' } })

    await client.patch(`/api/passkeys/${id}`, { name: 'The lost phone' })
    expect(await opened()).toMatchObject({ passkey: { name: 'The lost phone' } })

    const removed = await client.delete(`/api/passkeys/${id}`)
    expect(removed.body).toMatchObject({ sessions: [(await opened())?.id] })
    expect(await opened()).not.toHaveProperty('passkey')
    expect(await other.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('S7 contains the other sessions that the removal of a passkey returns', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    world.turnClock(1)
    await addPasskey(client, makeAuthenticator(world))
    const [first, second] = [makeClient(world), makeClient(world)]
    for (const browser of [first, second]) await signIn(browser, authenticator)
    first.passkeys = authenticator
    const { sessions } = (await first.get('/api/sessions')).body as { sessions: Shown[] }
    const [{ id }] = (await rows<{ id: string }>(world, 'select id from passkeys order by created_at limit 1')) as [
      { id: string },
    ]

    const removed = (await first.delete(`/api/passkeys/${id}`)).body as { sessions: string[] }
    // The session of the sign-up was opened with it too.
    expect(removed.sessions.toSorted()).toEqual(
      sessions
        .filter(({ current }) => !current)
        .map((session) => session.id)
        .toSorted(),
    )
  })

  test('V8.2.2 shows no session of another person', async () => {
    const world = makeWorld()
    const [ada] = [await signUp(world), await signUp(world)]
    expect((await ada.client.get('/api/sessions')).body.sessions).toHaveLength(1)
  })

  test('S11 contains no token and no hash of one', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const [row] = await rows<{ token_hash: string; browser: string }>(world, 'select token_hash, browser from sessions')
    const text = JSON.stringify((await client.get('/api/sessions')).body)
    for (const secret of [row?.token_hash, row?.browser]) expect(text).not.toContain(secret)
  })

  test.each(
    ['<img src=x onerror=alert(1)>', 'a\r\nSet-Cookie: x=1', '', 'x'.repeat(5_000), 'Mozilla/5.0 (\u0000)'].map(
      (text) => text.replace(/\p{Cc}/gu, ' '),
    ),
  )('V3.2.2 shows no text from the User-Agent %j', async (userAgent) => {
    const world = makeWorld()
    const { authenticator } = await signUp(world)
    const client = makeClient(world, { userAgent })
    await signIn(client, authenticator)
    const { sessions } = (await client.get('/api/sessions')).body as { sessions: Shown[] }
    expect(sessions.find(({ current }) => current)).toMatchObject({ device: { browser: 'Unknown browser' } })
    expect(
      (await rows<{ long: number }>(world, 'select max(length(user_agent)) as long from sessions'))[0]?.long,
    ).toBeLessThanOrEqual(512)
  })
})

describe('a sign-in from a browser', () => {
  const newBrowserLetters = async (world: ReturnType<typeof makeWorld>, email: string) =>
    (await lettersTo(world, email)).filter(({ letter }) => letter === 'new-browser')

  test('N15 that is new to the person sends one letter', async () => {
    const world = makeWorld()
    const { authenticator, email } = await signUp(world)
    const client = makeClient(world, { userAgent: FIREFOX, ip: '192.0.2.33' })
    for (const expected of [1, 1]) {
      await signIn(client, authenticator)
      expect(await newBrowserLetters(world, email)).toHaveLength(expected)
    }
    const [letter] = await newBrowserLetters(world, email)
    expect(letter?.text).toContain('Firefox on Windows')
    expect(letter?.text).toContain('192.0.2.x')
  })

  test('N15 in which they signed up sends no letter, and neither does the sign-up', async () => {
    const world = makeWorld()
    const { authenticator, client, email } = await signUp(world)
    await client.delete('/api/session')
    await signIn(client, authenticator)
    expect(await newBrowserLetters(world, email)).toEqual([])
  })

  test('N15 that two people use is new to each of them', async () => {
    const world = makeWorld()
    const [ada, bob] = [await signUp(world), await signUp(world)]
    await signIn(bob.client, ada.authenticator)
    expect(await newBrowserLetters(world, ada.email)).toHaveLength(1)
    expect(await newBrowserLetters(world, bob.email)).toEqual([])
  })

  test('N15 that fails sends no letter', async () => {
    const world = makeWorld()
    const { authenticator, email } = await signUp(world)
    await signIn(makeClient(world), authenticator, { flags: { uv: false } })
    expect(await newBrowserLetters(world, email)).toEqual([])
  })
})
