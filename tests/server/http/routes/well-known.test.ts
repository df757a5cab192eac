import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { makeWorld } from '#tests/helpers/world.ts'

const HTTPS = { origin: 'https://id.example.com', local: false, rp: { id: 'id.example.com', name: 'Latchkey' } }

test('U20 says where passkeys are made and looked after, as whole addresses of ours', async () => {
  const answer = await makeClient(makeWorld({}, HTTPS)).get('/.well-known/passkey-endpoints')
  expect(answer).toMatchObject({
    status: 200,
    body: { enroll: 'https://id.example.com/account/passkeys', manage: 'https://id.example.com/account/passkeys' },
  })
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
})

test('U21 leads to where a password is changed, and is not that page', async () => {
  const answer = await makeClient(makeWorld()).get('/.well-known/change-password')
  expect([302, 303, 307]).toContain(answer.status)
  expect(answer.headers.get('location')).toBe('/account/fallbacks')
})

test('U21 K15 leads nowhere else, whatever host was asked', async () => {
  const answer = await makeClient(makeWorld()).send(
    'GET',
    '/.well-known/change-password?next=//evil.example',
    undefined,
    { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  )
  expect(answer.headers.get('location')).toBe('/account/fallbacks')
  const endpoints = await makeClient(makeWorld()).send('GET', '/.well-known/passkey-endpoints', undefined, {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
  })
  expect(JSON.stringify(endpoints.body)).not.toContain('evil')
})

test.each([
  'resource-that-should-not-exist-whose-status-code-should-not-be-200',
  'openid-configuration',
  'security.txt',
  'webauthn',
  'assetlinks.json',
])('U21 finds no /.well-known/%s', async (name) => {
  expect(await makeClient(makeWorld()).get(`/.well-known/${name}`)).toMatchObject({ status: 404 })
})

test('U22 names the related origins, its own left out, only where there are any', async () => {
  const related = ['https://id.example.net', 'https://id.example.org']
  const answer = await makeClient(makeWorld({}, { ...HTTPS, relatedOrigins: related })).get('/.well-known/webauthn')
  expect(answer).toMatchObject({ status: 200, body: { origins: related } })
  const none = await makeClient(makeWorld({ RELATED_ORIGINS: 'http://localhost:3000' })).get('/.well-known/webauthn')
  expect(none.status).toBe(404)
})
