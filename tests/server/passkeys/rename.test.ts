import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'

async function somebody() {
  const world = makeWorld()
  const person = await signUp(world)
  const [{ id }] = (await person.client.get('/api/passkeys')).body.passkeys as [{ id: string }]
  return { world, ...person, id }
}

test.each([
  ['My laptop', 'My laptop'],
  ['  trimmed  ', 'trimmed'],
  ['x', 'x'],
  ['n'.repeat(64), 'n'.repeat(64)],
  ['🔑 at home', '🔑 at home'],
  ['"><script>', '"><script>'],
])('U15 renames a passkey to %j', async (name, kept) => {
  const { world, client, id } = await somebody()
  expect(await client.patch(`/api/passkeys/${id}`, { name })).toMatchObject({
    status: 200,
    body: { passkey: { id, name: kept } },
  })
  expect((await client.get('/api/passkeys')).body).toMatchObject({ passkeys: [{ name: kept }] })
  expect(await rows(world, 'select kind, details from events order by seq desc limit 1')).toEqual([
    { kind: 'passkey_renamed', details: JSON.stringify({ passkey: kept }) },
  ])
})

test.each([
  [''],
  ['   '],
  ['n'.repeat(65)],
  ['a\r\nb'],
  ['\u0000'],
  ['\u009f'],
  ['\udc00'],
  [undefined],
  [null],
  [7],
  [['x']],
  [{}],
])('U15 refuses %j as a name', async (name) => {
  const { world, client, id } = await somebody()
  expect(await leavingAllAsItWas(world, () => client.patch(`/api/passkeys/${id}`, { name }))).toMatchObject({
    status: 400,
    body: { code: 'invalid_input' },
  })
})

test.each(['\u200b', '\u3164', '\u2800', '\u00ad\u200b \u2060', '\ufe0f'])(
  'fault U24 refuses %j as a name, because nobody can see it',
  async (name) => {
    const { client, id } = await somebody()
    expect(await client.patch(`/api/passkeys/${id}`, { name })).toMatchObject({ status: 400 })
    expect(await client.patch(`/api/passkeys/${id}`, { name: `${name}x` })).toMatchObject({ status: 200 })
  },
)

test('V8.2.3 changes only the name, even if more members are sent', async () => {
  const { world, client, id } = await somebody()
  const before = await rows(world, 'select * from passkeys')
  const stranger = await signUp(world)
  await client.patch(`/api/passkeys/${id}`, {
    name: 'New',
    userId: stranger.userId,
    signCount: 99,
    publicKey: 'AAAA',
    id: 'A'.repeat(22),
  })
  expect(await rows(world, 'select * from passkeys where id = ?', id)).toEqual([{ ...before[0], name: 'New' }])
})

test('U16 returns not found for a passkey of another person', async () => {
  const { world, id } = await somebody()
  const stranger = await signUp(world)
  const answer = await leavingAllAsItWas(world, () =>
    stranger.client.patch(`/api/passkeys/${id}`, { name: 'Mine now' }),
  )
  expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect(answer.body).toEqual(
    (await stranger.client.patch(`/api/passkeys/${'A'.repeat(22)}`, { name: 'Mine now' })).body,
  )
})

test('U16 a rename is refused without a session', async () => {
  const { world, id } = await somebody()
  expect(await makeClient(world).patch(`/api/passkeys/${id}`, { name: 'x' })).toMatchObject({ status: 401 })
})

test('U16 refuses an invalid id', async () => {
  const { client } = await somebody()
  for (const id of ['x', 'A'.repeat(23), "'--", '%00'])
    expect([400, 404]).toContain((await client.patch(`/api/passkeys/${id}`, { name: 'x' })).status)
})
