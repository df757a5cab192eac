import { type Client, makeClient } from '#tests/helpers/client.ts'
import { newestLetter } from '#tests/helpers/mailbox.ts'
import { makeWorld } from '#tests/helpers/world.ts'

export const MINUTE = 60_000

export async function waitingForCode(email = 'ada@example.com') {
  const world = makeWorld()
  const client = makeClient(world)
  const { ceremony } = (await client.post('/api/sign-up', { email })).body
  const code = (await newestLetter(world, email)).code ?? ''
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  return {
    world,
    client,
    ceremony,
    code,
    wrong,
    answer: (given: unknown, browser: Client = client) => browser.post('/api/sign-up/code', { ceremony, code: given }),
  }
}
