import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail, undoToken } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, HOUR, mailedCode, stranger } from '#tests/server/second-factor/steps.ts'
import { finish, knock, readyToFinish, startWait } from '#tests/server/recoveries/steps.ts'

const SECOND = 'second@example.com'

/** The letters about one whole recovery, to two addresses. */
async function wholeStory(world: TestWorld) {
  const owner = await signUp(world)
  await addEmail(world, owner.client, SECOND)
  const { client, pass } = await startWait(world, owner)
  done(await client.post('/api/recovery/cancel', { ceremony: pass.ceremony }))
  world.turnClock(1)
  await startWait(world, owner)
  for (const hours of [12, 12]) {
    world.turnClock(hours * HOUR)
    await houseKeep(world)
  }
  done(await finish(await readyToFinish(world, await knock(world, owner))))
  return owner
}

test('K8 every address hears of every step, with when, roughly where and in which browser', async () => {
  const world = makeWorld()
  const owner = await wholeStory(world)
  const steps = [
    'recovery-started',
    'recovery-cancelled',
    'recovery-started',
    'recovery-reminder',
    'recovery-ready',
    'recovery-completed',
  ]
  for (const to of [owner.email, SECOND]) {
    const letters = (await lettersTo(world, to)).filter(({ letter }) => steps.includes(letter)).reverse()
    expect(letters.map(({ letter }) => letter)).toEqual(steps)
    for (const { text } of letters) {
      expect(text).toContain('2026')
      expect(text).toContain('Approximate location')
      expect(text).toContain('Chrome on Linux')
      expect(text).toMatch(/if (it was|this was|you did)|not you/i)
    }
  }
}, 40_000)

test('K8 the letters of a live recovery carry the link that stops it, and no other letter does', async () => {
  const world = makeWorld()
  const owner = await wholeStory(world)
  for (const { letter, text, link } of await lettersTo(world, owner.email)) {
    const live = ['recovery-started', 'recovery-reminder', 'recovery-ready'].includes(letter)
    expect([letter, text.includes('/recover/cancel/')]).toEqual([letter, live])
    if (!live) continue
    const token = link?.split('/recover/cancel/')[1] ?? ''
    expect(
      await stranger(world).post('/api/recovery/cancel', { token, word: 'CANCEL' }),
      'the cycle is over',
    ).toMatchObject({ status: 410 })
  }
}, 40_000)

test('K8 the link in the letter is the one that cancels', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await startWait(world, owner)
  const { link = '' } = (await lettersTo(world, owner.email)).find(({ letter }) => letter === 'recovery-started') ?? {}
  expect(link).toMatch(/^http:\/\/localhost:3000\/recover\/cancel\/[\w-]{22}\.[\w-]{43}$/)
  expect(
    await stranger(world).post('/api/recovery/cancel', { token: link.split('/').at(-1), word: 'CANCEL' }),
  ).toMatchObject({ status: 200, body: { state: 'none' } })
})

describe('K15 whatever a request says about the host', () => {
  const FORGED: [string, Record<string, string>][] = [
    ['Host', { host: 'evil.example' }],
    ['X-Forwarded-Host', { 'x-forwarded-host': 'evil.example' }],
    ['Forwarded', { forwarded: 'host=evil.example;proto=http' }],
    ['X-Original-Host', { 'x-original-host': 'evil.example' }],
    [
      'X-Forwarded-Proto',
      { 'x-forwarded-proto': 'http', 'x-forwarded-port': '8080', 'x-forwarded-prefix': '/evil.example' },
    ],
    ['X-Original-URL', { 'x-original-url': 'http://evil.example/', 'x-rewrite-url': 'http://evil.example/' }],
  ]

  test.each(FORGED)('by %s, the letters link to the configured origin alone', async (_, headers) => {
    const world = makeWorld({ TRUSTED_PROXIES: '1' })
    const owner = await signUp(world)
    const client = stranger(world)
    const { ceremony } = done(await client.send('POST', '/api/recovery', { email: owner.email }, headers)).body
    const code = await mailedCode(world, owner.email, 'recovery-code')
    const pass = done(await client.send('POST', '/api/recovery/code', { ceremony, code }, headers)).body
    done(await client.send('POST', '/api/recovery/start', { ceremony: pass.ceremony }, headers))
    const added = done(await owner.client.send('POST', '/api/emails', { email: SECOND }, headers)).body
    done(
      await owner.client.send(
        'POST',
        '/api/emails/code',
        { ceremony: added.ceremony, code: await mailedCode(world, SECOND, 'email-code') },
        headers,
      ),
    )
    await houseKeep(world)

    const letters = await lettersTo(world, owner.email)
    expect(letters.map(({ letter }) => letter)).toEqual(
      expect.arrayContaining(['recovery-code', 'recovery-started', 'email-added']),
    )
    for (const { subject, text, html } of letters) {
      expect(subject + text + html).not.toContain('evil')
      for (const url of `${text} ${html}`.match(/https?:\/\/[^\s"<>]+/g) ?? [])
        expect(['localhost:3000', 'www.w3.org']).toContain(new URL(url).host)
    }
  })
})

test('K18 what a visitor writes is in no subject, and no line of a letter is theirs', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  const client = stranger(world)
  const userAgent = 'Buy now http://evil.example <b>bold</b>'
  const { ceremony } = done(
    await client.send('POST', '/api/recovery', { email: owner.email }, { 'user-agent': userAgent }),
  ).body
  const pass = done(
    await client.send(
      'POST',
      '/api/recovery/code',
      { ceremony, code: await mailedCode(world, owner.email, 'recovery-code') },
      { 'user-agent': userAgent },
    ),
  ).body
  done(await client.send('POST', '/api/recovery/start', { ceremony: pass.ceremony }, { 'user-agent': userAgent }))
  for (const { subject, text, html } of await lettersTo(world, owner.email)) {
    expect(subject).not.toMatch(/[\r\n]|@/)
    expect(subject + text + html).not.toMatch(/evil|Buy now/)
  }
})

test('X8 no row holds a code or the token of a link', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await addEmail(world, owner.client, SECOND)
  await startWait(world, owner)
  const codes = await Promise.all(
    (['recovery-code', 'sign-up-code'] as const).map((letter) => mailedCode(world, owner.email, letter)),
  )
  const link =
    (await lettersTo(world, owner.email))
      .find(({ letter }) => letter === 'recovery-started')
      ?.link?.split('/')
      .at(-1) ?? ''
  const undo = (await undoToken(world, owner.email, 'email-added')) ?? ''
  const kept = JSON.stringify(
    await Promise.all(
      ['outbox', 'spent', 'limits', 'recoveries', 'email_undos', 'events'].map((table) =>
        rows(world, `select * from ${table}`),
      ),
    ),
  )
  for (const code of codes) expect(kept).not.toContain(`"${code}"`)
  for (const token of [link, undo]) expect(kept).not.toContain(token.split('.')[1])
  for (const secret of [...codes, link, undo]) expect(world.logged.join('\n')).not.toContain(secret)
})
