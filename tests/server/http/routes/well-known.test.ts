import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { makeWorld } from '#tests/helpers/world.ts'

const HTTPS = { origin: 'https://id.example.com', local: false, rp: { id: 'id.example.com', name: 'Latchkey' } }

test('U20 /.well-known/passkey-endpoints returns absolute URLs of our pages for creating and managing passkeys', async () => {
  const answer = await makeClient(makeWorld({}, HTTPS)).get('/.well-known/passkey-endpoints')
  expect(answer).toMatchObject({
    status: 200,
    body: { enroll: 'https://id.example.com/account/passkeys', manage: 'https://id.example.com/account/passkeys' },
  })
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
})

test('U21 /.well-known/change-password redirects to the page that changes a password', async () => {
  const answer = await makeClient(makeWorld()).get('/.well-known/change-password')
  expect([302, 303, 307]).toContain(answer.status)
  expect(answer.headers.get('location')).toBe('/account/fallbacks')
})

test('U21 K15 /.well-known/change-password redirects to our origin for any host header', async () => {
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
])('U21 /.well-known/%s returns not found', async (name) => {
  expect(await makeClient(makeWorld()).get(`/.well-known/${name}`)).toMatchObject({ status: 404 })
})

test('U22 /.well-known/webauthn lists the related origins without our own, if there are any', async () => {
  const related = ['https://id.example.net', 'https://id.example.org']
  const answer = await makeClient(makeWorld({}, { ...HTTPS, relatedOrigins: related })).get('/.well-known/webauthn')
  expect(answer).toMatchObject({ status: 200, body: { origins: related } })
  const none = await makeClient(makeWorld({ RELATED_ORIGINS: 'http://localhost:3000' })).get('/.well-known/webauthn')
  expect(none.status).toBe(404)
})
