import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { done } from '#tests/server/second-factor/steps.ts'

test('changes the language of the letters of the signed-in person only', async () => {
  const world = makeWorld()
  const [ada, bob] = [await signUp(world), await signUp(world)]
  done(await ada.client.put('/api/account/language', { language: 'de', userId: bob.userId, id: bob.userId }))
  expect(await rows(world, 'select id, language from users order by language')).toEqual([
    { id: ada.userId, language: 'de' },
    { id: bob.userId, language: 'en' },
  ])
  done(await ada.client.put('/api/account/language', { language: 'en' }))
  expect(await rows(world, `select 1 from users where language <> 'en'`)).toEqual([])
})

test.each([
  null,
  5,
  '',
  [],
  ['de'],
  {},
  'DE',
  'de-AT',
  'fr',
  '__proto__',
  'constructor',
  "de'; drop table users;--",
  undefined,
])('refuses the unsupported language %j', async (language) => {
  const world = makeWorld()
  const { client } = await signUp(world)
  expect(await leavingAllAsItWas(world, () => client.put('/api/account/language', { language }))).toMatchObject({
    status: 400,
    body: { code: 'invalid_input' },
  })
})

test.each(['', 'null', '[]', '"de"', '{', '['.repeat(5_000)])('refuses the body %s', async (body) => {
  const world = makeWorld()
  const { client } = await signUp(world)
  expect(
    await leavingAllAsItWas(world, () =>
      client.send('PUT', '/api/account/language', body, { 'content-type': 'application/json' }),
    ),
  ).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
})

test('refuses a missing session, an ended session and another origin', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  const left = client.copy()
  const change = { language: 'de' }
  await leavingAllAsItWas(world, async () => {
    expect(await makeClient(world).put('/api/account/language', change)).toMatchObject({
      status: 401,
      body: { code: 'not_signed_in' },
    })
    expect(await client.send('PUT', '/api/account/language', change, { origin: 'https://evil.example' })).toMatchObject(
      { status: 403, body: { code: 'wrong_origin' } },
    )
    expect(await client.send('PUT', '/api/account/language', change, { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
    })
  })
  done(await client.delete('/api/session'))
  await leavingAllAsItWas(world, async () =>
    expect(await left.put('/api/account/language', change)).toMatchObject({ status: 401 }),
  )
})
