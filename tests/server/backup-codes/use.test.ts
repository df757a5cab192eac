import { describe, expect, test } from 'vitest'
import { statusesOf } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeCostlyWorld, makeWorld } from '#tests/helpers/world.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  done,
  eventKinds,
  makeCodes,
  passMailbox,
  PASSWORD,
  SECOND_STEPS,
  signUpEquipped,
  STEP,
  stranger,
} from '#tests/server/second-factor/steps.ts'

describe.each(Object.entries(SECOND_STEPS))('%s', (_, { path, way, begin }) => {
  test('B4 a backup code signs in once: twenty uses at the same time open one session', async () => {
    const world = makeCostlyWorld()
    const owner = await signUpEquipped(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    // No more than the limit on guesses allows.
    const answers = await atOnce(20, () => client.copy().post(path, { ceremony, code: owner.codes[0] }))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect(await rows(world, 'select 1 from sessions where way = ?', way)).toHaveLength(1)
    expect((await owner.client.get('/api/backup-codes')).body).toMatchObject({ remaining: 9 })
  })

  test('B4 one code opens one session, even with different ceremonies', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    const clients = [stranger(world), stranger(world), stranger(world)]
    const ceremonies: string[] = []
    for (const client of clients) ceremonies.push(await begin(world, client, owner))
    const answers = await Promise.all(
      clients.map((client, index) => client.post(path, { ceremony: ceremonies[index], code: owner.codes[0] })),
    )
    expect(statusesOf(answers)).toEqual([200, 401, 401])
  })

  test('B8 a code is not used up when its ceremony is already spent', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    done(await client.post(path, { ceremony, code: codeAt(owner.secret, world.now()) }))
    expect(await client.post(path, { ceremony, code: owner.codes[0] })).toMatchObject({
      status: 410,
      body: { code: 'ceremony_over' },
    })
    expect((await owner.client.get('/api/backup-codes')).body).toMatchObject({ remaining: 10 })
    const other = stranger(world)
    expect(await other.post(path, { ceremony: await begin(world, other, owner), code: owner.codes[0] })).toMatchObject({
      status: 200,
    })
  })

  test('B7 a sign-in uses one code', async () => {
    const world = makeCostlyWorld()
    const owner = await signUpEquipped(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    const answers = await Promise.all(
      [0, 1].map((index) => client.copy().post(path, { ceremony, code: owner.codes[index] })),
    )
    expect(statusesOf(answers)).toEqual([200, 410])
    expect((await owner.client.get('/api/backup-codes')).body).toMatchObject({ remaining: 9 })
  })
})

test('B8 a code is not used up when the password has changed since the first step', async () => {
  const world = makeWorld()
  const owner = await signUpEquipped(world)
  const client = stranger(world)
  const ceremony = await SECOND_STEPS['after the password'].begin(world, client, owner)
  done(await owner.client.put('/api/password', { password: `${PASSWORD} anew` }))
  expect(await client.post('/api/sign-in/second-step', { ceremony, code: owner.codes[0] })).toMatchObject({
    status: 410,
    body: { code: 'ceremony_over' },
  })
  expect((await owner.client.get('/api/backup-codes')).body).toMatchObject({ remaining: 10 })
})

test('P1 a code made in this session does not confirm it, and the attempt does not use it up', async () => {
  const world = makeWorld()
  const { client, userId } = await signUp(world)
  world.turnClock(STEP)
  const [code] = await makeCodes(client)
  expect((await client.post('/api/confirmation/options')).body.ways).toEqual(['passkey'])
  expect(await client.post('/api/confirmation', { code })).toMatchObject({
    status: 403,
    body: { code: 'confirmation_failed' },
  })
  expect((await client.get('/api/backup-codes')).body).toMatchObject({ remaining: 10 })
  expect(await eventKinds(world, userId)).not.toContain('confirmed')
})

test.each([
  ['in lower case', (code: string) => code.toLowerCase()],
  ['with spaces', (code: string) => ` ${code.replaceAll('-', ' ')} `],
  ['with O, I and L', (code: string) => code.replaceAll('0', 'o').replace('1', 'I').replaceAll('1', 'l')],
])('B1 a code typed %s signs in', async (_, typed) => {
  const world = makeWorld()
  const owner = await signUp(world)
  const codes = await makeCodes(owner.client)
  const client = stranger(world)
  const { path, begin } = SECOND_STEPS['after the mailbox']
  const code = codes.find((candidate) => /[01]/.test(candidate)) ?? ''
  expect(await client.post(path, { ceremony: await begin(world, client, owner), code: typed(code) })).toMatchObject({
    status: 200,
  })
})

test('B5 each use sends a letter with the number of codes left, down to the last one', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  const codes = await makeCodes(owner.client)
  const { path, begin } = SECOND_STEPS['after the mailbox']
  for (const [index, left] of [
    [0, '9 are left.'],
    [8, 'One is left.'],
    [9, 'It was the last one.'],
  ] as const) {
    await world.db.transaction(async (tx) => {
      for (const code of codes.slice(0, index))
        await tx.run('update backup_codes set used_at = ? where selector = ?', tx.now, code.slice(0, 4))
    })
    const client = stranger(world)
    done(await client.post(path, { ceremony: await begin(world, client, owner), code: codes[index] }))
    const letter = (await lettersTo(world, owner.email)).find((candidate) => candidate.letter === 'backup-code-used')
    expect(letter?.text).toContain(left)
    for (const code of codes) expect(letter?.text).not.toContain(code.slice(5))
    world.turnClock(24 * 3_600_000)
  }
  expect(await eventKinds(world, owner.userId)).toContain('backup_code_used')
  expect((await passMailbox(world, stranger(world), owner.email)).ways).toEqual([])
})
