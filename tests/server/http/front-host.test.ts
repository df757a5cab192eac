import { expect, test } from 'vitest'
import { makeWorld } from '#tests/helpers/world.ts'
import { serve } from '#tests/server/http/front-steps.ts'

const PUBLIC = { origin: 'https://id.example.com', local: false, rp: { id: 'id.example.com', name: 'Latchkey' } }

test.each(['id.example.com:443', 'ID.example.com', 'id.example.com.', 'id.example.com:'])(
  'our own host is answered by pages and API in the spelling %s, and seen by them as it is configured',
  async (host) => {
    const { ask, asked } = await serve(makeWorld({}, PUBLIC))
    expect(await ask('/sign-in?a', { host })).toMatchObject({ status: 200, body: 'page' })
    expect(asked).toMatchObject([{ url: '/sign-in?a', headers: { host: 'id.example.com' } }])
    expect((await ask('/api/session', { host })).status).toBe(401)
    expect((await ask('/.well-known/change-password', { host })).status).toBe(302)
  },
)

test('a whole address of ours in the request line is answered, and takes precedence over the Host header', async () => {
  const { ask, asked } = await serve(makeWorld({}, PUBLIC))
  for (const host of ['id.example.com', 'evil.example']) {
    expect(await ask('https://id.example.com/sign-in?a', { host })).toMatchObject({ status: 200, body: 'page' })
    expect(asked.at(-1)).toMatchObject({ url: '/sign-in?a', headers: { host: 'id.example.com' } })
    expect((await ask('https://id.example.com/api/session', { host })).status).toBe(401)
  }
  expect((await ask('https://evil.example/sign-in')).status).toBe(421)
  expect((await ask('https://evil.example/api/health')).status).toBe(200)
  expect((await ask('/api/health', { host: '10.0.0.5:3000' })).status).toBe(200)
  expect((await ask('/sign-in', { host: 'evil.example' })).status).toBe(421)
})
