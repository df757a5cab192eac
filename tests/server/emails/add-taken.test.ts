import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { beginEmail, shownEmail } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, letterNames, mailedCode } from '#tests/server/second-factor/steps.ts'
import { NEW, WRONG } from '#tests/server/emails/add-steps.ts'

describe('E1 an address of another account', () => {
  test('gets the same answer as a free one, and its owner gets the letter of a sign-up', async () => {
    const world = makeWorld()
    const [ada, bob] = [await signUp(world), await signUp(world)]
    const [taken, free] = [
      await ada.client.post('/api/emails', { email: bob.email }),
      await ada.client.post('/api/emails', { email: NEW }),
    ]
    expect([taken.status, Object.keys(taken.body)]).toEqual([free.status, Object.keys(free.body)])
    expect([...taken.headers.keys()]).toEqual([...free.headers.keys()])
    expect(await letterNames(world, bob.email)).toEqual(['sign-up-code', 'already-have-account'])
  })

  test('is answered like a wrong code, even with the code its letter would have had', async () => {
    const world = makeWorld()
    const [ada, bob] = [await signUp(world), await signUp(world)]
    const ceremony = await beginEmail(ada.client, bob.email)
    const code = await mailedCode(world, bob.email, 'already-have-account')
    expect(await ada.client.post('/api/emails/code', { ceremony, code })).toMatchObject(WRONG)
    expect((await shownEmail(bob.client, bob.email)).primary).toBe(true)
  })

  test('M6 goes to one of two accounts that prove it at the same time', async () => {
    const world = makeWorld()
    const people = [await signUp(world), await signUp(world)]
    const proven = []
    for (const { client } of people)
      proven.push({ client, ceremony: await beginEmail(client, NEW), code: await mailedCode(world, NEW, 'email-code') })
    const answers = await Promise.all(
      proven.map(({ client, ceremony, code }) => client.post('/api/emails/code', { ceremony, code })),
    )
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409 || status === 401)).toHaveLength(1)
    expect(await rows(world, 'select 1 from emails where canonical = ?', NEW)).toHaveLength(1)
  })

  test('M2 is not reserved by asking for it: the first to prove it gets it', async () => {
    const world = makeWorld()
    const squatter = await signUp(world)
    const ceremony = await beginEmail(squatter.client, NEW)
    const code = await mailedCode(world, NEW, 'email-code')
    await signUp(world, { email: NEW })
    expect(await squatter.client.post('/api/emails/code', { ceremony, code })).toMatchObject(WRONG)
  })
})

test('reading and changing addresses is refused without a session', async () => {
  const world = makeWorld()
  const visitor = makeClient(world)
  const id = 'A'.repeat(22)
  for (const [method, path] of [
    ['GET', '/api/emails'],
    ['POST', '/api/emails'],
    ['POST', '/api/emails/code'],
    ['PUT', `/api/emails/${id}/primary`],
    ['DELETE', `/api/emails/${id}`],
  ] as const) {
    const body = method === 'POST' ? { email: NEW, ceremony: 'x', code: '123456' } : undefined
    expect([path, await visitor.send(method, path, body)]).toMatchObject([
      path,
      { status: 401, body: { code: 'not_signed_in' } },
    ])
  }
})

test('L6 code letters to one address have a budget for each flow', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  for (let count = 1; count <= 3; count += 1) done(await client.post('/api/emails', { email: NEW }))
  for (const email of [NEW, 'new+tag@example.com'])
    expect(await client.post('/api/emails', { email })).toMatchObject({ status: 202, body: { digits: 12 } })
  for (const path of ['/api/recovery', '/api/sign-up'])
    expect(await client.post(path, { email: NEW })).toMatchObject({ status: 202, body: { digits: 6 } })
})
