import { expect, test } from 'vitest'
import { linkToken } from '#server/mail/link-token.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { stranger } from '#tests/server/second-factor/steps.ts'
import { OVER, CHANGES, changed } from '#tests/server/emails/undo-steps.ts'

test('K20 a token that is cut, made up, or made for another purpose undoes nothing', async () => {
  const { world, token = '' } = await changed('removed', CHANGES.removed)
  const [id = '', signature = ''] = token.split('.')
  const forged = [
    '',
    'x'.repeat(200),
    token.slice(0, -1),
    `${id}.`,
    `.${signature}`,
    `${id}.${'A'.repeat(43)}`,
    `x${token}`,
    linkToken(world.keys, 'cancel', id),
    linkToken(world.keys, 'undo', 'nobody'),
  ]
  await leavingAllAsItWas(world, async () => {
    for (const wrong of forged)
      expect([wrong, await stranger(world).post('/api/emails/undo', { token: wrong, word: 'UNDO' })]).toMatchObject([
        wrong,
        OVER,
      ])
    for (const wrong of [null, 5, [token], {}])
      expect(await stranger(world).post('/api/emails/undo', { token: wrong, word: 'UNDO' })).toMatchObject({
        status: 400,
      })
  })
})
