import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { newestLetter } from '#tests/helpers/mailbox.ts'
import { atOnce } from '#tests/server/passkeys/rows.ts'
import { MINUTE, waitingForCode } from '#tests/server/sign-up/sign-up-code-steps.ts'

test('a wrong code is refused, and the right one is accepted after it', async () => {
  const { answer, code, wrong } = await waitingForCode()
  expect(await answer(wrong)).toMatchObject({ status: 401, body: { code: 'code_wrong' } })
  expect(await answer(code)).toMatchObject({ status: 200, body: { options: { rp: { id: 'localhost' } } } })
})

test('V6.6.3 after five wrong codes the right one is refused for an hour with the waiting time', async () => {
  const { world, answer, code, wrong } = await waitingForCode()
  for (const _ of [1, 2, 3, 4, 5]) expect(await answer(wrong)).toMatchObject({ status: 401 })
  const refused = await answer(code)
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_attempts', retryAfter: 3_600 } })
  expect(refused.headers.get('retry-after')).toBe('3600')
  world.turnClock(10 * MINUTE - 1)
  expect(await answer(code)).toMatchObject({ status: 429 })
})

test('L4 a new cookie and another place reset nothing, because attempts count per letter', async () => {
  const { world, client, ceremony, answer, code, wrong } = await waitingForCode()
  for (const _ of [1, 2, 3, 4, 5]) await answer(wrong)
  const elsewhere = makeClient(world, { ip: '192.0.2.200', cookies: client.cookies })
  expect(await elsewhere.post('/api/sign-up/code', { ceremony, code })).toMatchObject({ status: 429 })
  const without = makeClient(world, { ip: '192.0.2.201' })
  expect(await without.post('/api/sign-up/code', { ceremony, code })).toMatchObject({ status: 410 })
})

test('L1 of a hundred wrong codes at once five are checked', async () => {
  const { world, client, ceremony } = await waitingForCode()
  // From many places, so that the limit per place does not apply before the one per letter.
  const answers = await atOnce(100, (index) =>
    makeClient(world, { ip: `192.0.2.${index}`, cookies: new Map(client.cookies) }).post('/api/sign-up/code', {
      ceremony,
      code: '000000',
    }),
  )
  expect(answers.filter(({ status }) => status === 401 || status === 200).length).toBeLessThanOrEqual(5)
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(95)
})

test('V6.6.2 a code is accepted only for its own letter', async () => {
  const { world, client, ceremony, code } = await waitingForCode()
  world.turnClock(1)
  const second = (await client.post('/api/sign-up', { email: 'bob@example.com' })).body
  const other = await newestLetter(world, 'bob@example.com')
  expect(other.code, 'two codes are the same once in a million runs').not.toBe(code)
  expect(await client.post('/api/sign-up/code', { ceremony, code: other.code })).toMatchObject({ status: 401 })
  expect(await client.post('/api/sign-up/code', { ceremony: second.ceremony, code })).toMatchObject({ status: 401 })
  expect(await client.post('/api/sign-up/code', { ceremony: second.ceremony, code: other.code })).toMatchObject({
    status: 200,
  })
})

test('each of two letters to one address has a code for the tab that asked for it', async () => {
  const { world, client, ceremony, code } = await waitingForCode()
  world.turnClock(1)
  const later = (await client.post('/api/sign-up', { email: 'ada@example.com' })).body
  const newest = await newestLetter(world, 'ada@example.com')
  expect(await client.post('/api/sign-up/code', { ceremony: later.ceremony, code: newest.code })).toMatchObject({
    status: 200,
  })
  expect(await client.post('/api/sign-up/code', { ceremony, code })).toMatchObject({ status: 200 })
})
