import { describe, expect, test } from 'vitest'
import { SESSION } from '#tests/helpers/cookie-names.ts'
import { linkToken } from '#server/mail/link-token.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { atOnce, leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { done, letterNames, stranger } from '#tests/server/second-factor/steps.ts'
import { startWait, states } from '#tests/server/recoveries/steps.ts'
import { OVER, cancelToken } from '#tests/server/recoveries/cancel-steps.ts'

describe('K9 the link in a letter', () => {
  test.each([
    ['a wrong word', { word: 'STOP' }],
    ['the word in lower case', { word: 'cancel' }],
    ['the word with a space', { word: 'CANCEL ' }],
    ['no word', {}],
    ['a word in an array', { word: ['CANCEL'] }],
  ])('does nothing with %s', async (_, rest) => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    const token = await cancelToken(world, owner)
    expect(
      await leavingAllAsItWas(world, () => stranger(world).post('/api/recovery/cancel', { token, ...rest })),
    ).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
    expect(await states(world, owner.userId)).toEqual(['waiting'])
  })

  test.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'])('K2 does nothing with %s', async (method) => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    const token = await cancelToken(world, owner)
    const { status } = await leavingAllAsItWas(world, () =>
      stranger(world).send(method, `/api/recovery/cancel?token=${token}&word=CANCEL`),
    )
    expect([404, 405]).toContain(status)
    expect(await states(world, owner.userId)).toEqual(['waiting'])
  })

  test('K20 does nothing if its token is cut, made up, or made for another purpose', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    const token = await cancelToken(world, owner)
    const [, id = '', signature = ''] = /^(.*)\.([^.]+)$/.exec(token) ?? []
    const [recoveryId = '', emailId = ''] = id.split('.')
    const forged = [
      token.slice(0, -1),
      `${id}.`,
      `.${signature}`,
      `${id}.${'A'.repeat(43)}`,
      `x${token}`,
      `${token}=`,
      linkToken(world.keys, 'other' as 'cancel', id),
      linkToken(world.keys, 'cancel', 'nobody'),
      linkToken(world.keys, 'cancel', recoveryId),
      linkToken(world.keys, 'cancel', `${recoveryId}.`),
      linkToken(world.keys, 'cancel', `${recoveryId}.nobody`),
      linkToken(world.keys, 'cancel', `${emailId}.${recoveryId}`),
      '.',
      'x',
      '',
      'x'.repeat(200),
    ]
    for (const wrong of forged)
      expect([
        wrong,
        await stranger(world).post('/api/recovery/cancel', { token: wrong, word: 'CANCEL' }),
      ]).toMatchObject([wrong, OVER])
    for (const wrong of [null, 5, [token], { token }])
      expect(await stranger(world).post('/api/recovery/cancel', { token: wrong, word: 'CANCEL' })).toMatchObject({
        status: 400,
      })
    expect(await states(world, owner.userId)).toEqual(['waiting'])
  })

  test('is refused everywhere else', async () => {
    const world = makeWorld({ LIMIT_SCALE: '10' })
    const owner = await signUp(world)
    await startWait(world, owner)
    const token = await cancelToken(world, owner)
    const visitor = stranger(world)
    for (const path of [
      '/api/recovery/start',
      '/api/recovery/options',
      '/api/recovery/code',
      '/api/recovery/second-step',
    ])
      expect((await visitor.post(path, { ceremony: token, token, word: 'CANCEL', code: '123456' })).status).toBe(410)
    expect(await visitor.post('/api/emails/undo', { token, word: 'UNDO' })).toMatchObject({ status: 405 })
    expect(await visitor.post('/api/take-back', { ceremony: token })).toMatchObject(OVER)
    visitor.cookies.set(SESSION, token)
    expect(await visitor.get('/api/session')).toMatchObject({ status: 401 })
  })

  test('of an earlier cycle does not cancel the next one', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    const old = await cancelToken(world, owner)
    done(await owner.client.post('/api/account/recovery/cancel'))
    world.turnClock(1)
    await startWait(world, owner)
    expect(await stranger(world).post('/api/recovery/cancel', { token: old, word: 'CANCEL' })).toMatchObject(OVER)
    expect(await states(world, owner.userId)).toEqual(['cancelled', 'waiting'])
  })

  test('works once: of twenty at the same time one cancels, and one letter is sent', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    const token = await cancelToken(world, owner)
    const answers = await atOnce(20, () => stranger(world).post('/api/recovery/cancel', { token, word: 'CANCEL' }))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(19)
    expect((await letterNames(world, owner.email)).filter((letter) => letter === 'recovery-cancelled')).toHaveLength(1)
  })
})
