import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { done, mailedCode, stranger } from '#tests/server/second-factor/steps.ts'
import { SECOND } from '#tests/server/recoveries/letters-steps.ts'

describe('K15 with a forged host', () => {
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

  test.each(FORGED)('in %s, letters link only to the configured origin', async (_, headers) => {
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

test('K18 a text from a visitor appears in no subject and on no line of its own', async () => {
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
