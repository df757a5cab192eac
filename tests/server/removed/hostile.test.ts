import { expect, test } from 'vitest'
import { signUp } from '#tests/helpers/people.ts'
import { emailsOf } from '#tests/server/emails/steps.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { askForGood, removeSecond, settledOwner } from '#tests/server/removed/removed-steps.ts'

const BODIES = [undefined, null, [], {}, '', 1, { email: null }, { email: ['x'] }, { ceremony: null, code: null }]

test('V2.2.1 nothing, null, arrays and wrong types are refused with 400, and nothing changes', async () => {
  const { world, client } = await settledOwner()
  const { id } = await removeSecond(client)
  for (const path of [`/api/removed/${id}/code`, `/api/removed/${id}/for-good`])
    for (const body of BODIES)
      expect(await leavingAllAsItWas(world, () => client.send('POST', path, body as never))).toMatchObject({
        status: 400,
        body: { code: 'invalid_input' },
      })
  for (const path of ['bring-back', 'code', 'for-good'])
    expect(await leavingAllAsItWas(world, () => client.send('POST', `/api/removed/null/${path}`, {}))).toMatchObject({
      status: 400,
    })
})

test('V8.2.2 the address of another person is no second proof', async () => {
  const { world, client } = await settledOwner()
  const { id } = await removeSecond(client)
  const other = await signUp(world)
  const [theirs] = await emailsOf(other.client)
  expect(
    await leavingAllAsItWas(world, () => client.send('POST', `/api/removed/${id}/code`, { email: theirs?.id })),
  ).toMatchObject({ status: 404, body: { code: 'not_found' } })
})

test('W21 a ceremony of another purpose removes nothing for good', async () => {
  const { world, client } = await settledOwner()
  const { id } = await removeSecond(client)
  const { code } = await askForGood(world, client, id)
  const { ceremony } = (await client.post('/api/emails', { email: 'more@example.com' })).body
  const wrong = { ceremony, code }
  expect(await leavingAllAsItWas(world, () => client.send('POST', `/api/removed/${id}/for-good`, wrong))).toMatchObject(
    { status: 410, body: { code: 'ceremony_over' } },
  )
})
