import { expect, test } from 'vitest'
import { makeWorld } from '#tests/helpers/world.ts'
import { serve } from '#tests/server/http/front-steps.ts'

const PUBLIC = { origin: 'https://id.example.com', local: false, rp: { id: 'id.example.com', name: 'Latchkey' } }
const FORWARDED = { 'x-forwarded-for': '203.0.113.7' }

test('a proxy that the configuration does not know is reported once', async () => {
  const world = makeWorld({}, PUBLIC)
  const { ask } = await serve(world)
  await ask('/api/health', FORWARDED)
  await ask('/sign-in')
  expect(world.logged).toEqual([])
  for (const path of ['/sign-in', '/api/health', '/sign-up']) await ask(path, FORWARDED)
  expect(world.logged.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      level: 'warn',
      message: 'The header X-Forwarded-For is ignored: set TRUSTED_PROXIES to the number of proxies in front',
    },
  ])
})

test('a proxy that does not say from whom a request comes is reported once, and a health probe is none', async () => {
  const world = makeWorld({ TRUSTED_PROXIES: '1' }, PUBLIC)
  const { ask } = await serve(world)
  await ask('/api/health')
  await ask('/sign-in', FORWARDED)
  expect(world.logged).toEqual([])
  for (const path of ['/sign-in', '/sign-up']) await ask(path)
  expect(world.logged.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      level: 'warn',
      message: 'The header X-Forwarded-For is missing: set it in the proxy, or set TRUSTED_PROXIES to 0',
    },
  ])
})
