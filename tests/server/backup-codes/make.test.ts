import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hashSecret } from '#server/crypto/argon2.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeCostlyWorld, makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { eventKinds, letterNames, makeCodes, MINUTE, passMailbox, stranger } from '#tests/server/second-factor/steps.ts'

type Row = { selector: string; hash: string; used_at: number | null }

function kept(world: TestWorld, userId: string): Promise<Row[]> {
  return rows<Row>(
    world,
    'select selector, hash, used_at from backup_codes where user_id = ? order by selector',
    userId,
  )
}

test('B1 a set has ten different codes', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  const codes = await makeCodes(client)
  expect(codes).toHaveLength(10)
  expect(new Set(codes).size).toBe(10)
  expect((await client.get('/api/backup-codes')).body).toEqual({ remaining: 10, createdAt: world.now() })
})

test('B2 a row holds a selector and the HMAC-SHA-256 of the code and its person, under a key of its own', async () => {
  const world = makeWorld()
  const [{ client, userId }, other] = [await signUp(world), await signUp(world)]
  const codes = await makeCodes(client)
  const hashes = await kept(world, userId)
  expect(hashes.map(({ selector }) => selector)).toEqual(codes.map((code) => code.slice(0, 4)).toSorted())
  const { id, bytes } = world.keys.backup_code[0]
  const hashOf = (owner: string, code: string) =>
    createHmac('sha256', bytes)
      .update(`${owner} ${code.slice(0, 4)} ${code.slice(4)}`)
      .digest('base64url')
  const bare = codes.map((code) => code.replaceAll('-', '')).toSorted()
  expect(hashes.map(({ hash }) => hash)).toEqual(bare.map((code) => `${id}$hmac-sha256$${hashOf(userId, code)}`))
  expect(new Set(bare.flatMap((code) => [hashOf(userId, code), hashOf(other.userId, code)])).size).toBe(20)
})

test('B2 a hash works for its own person only', async () => {
  const world = makeWorld()
  const [ada, bob] = [await signUp(world), await signUp(world)]
  const [code = ''] = await makeCodes(ada.client)
  await makeCodes(bob.client)
  const [stolen] = (await kept(world, ada.userId)).filter(({ selector }) => selector === code.slice(0, 4))
  await world.db.transaction((tx) =>
    tx.run(
      'insert into backup_codes (user_id, selector, hash, created_at) values (?, ?, ?, ?)',
      bob.userId,
      code.slice(0, 4),
      stolen?.hash ?? '',
      tx.now,
    ),
  )
  for (const [person, status] of [
    [bob, 401],
    [ada, 200],
  ] as const) {
    const visitor = stranger(world)
    const { ceremony } = await passMailbox(world, visitor, person.email)
    expect(await visitor.post('/api/recovery/second-step', { ceremony, code })).toMatchObject({ status })
  }
})

test('B2 codes that an older version hashed with argon2id go on working, once each', async () => {
  const world = makeWorld()
  const { client, email, userId } = await signUp(world)
  const [code = '', other = ''] = await makeCodes(client)
  for (const old of [code, other]) {
    const hash = await hashSecret(world, old.replaceAll('-', '').slice(4))
    await world.db.transaction((tx) =>
      tx.run('update backup_codes set hash = ? where user_id = ? and selector = ?', hash, userId, old.slice(0, 4)),
    )
  }
  const visitor = stranger(world)
  const answers = []
  for (const typed of [`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`, code, code, other]) {
    const { ceremony } = await passMailbox(world, visitor, email)
    answers.push((await visitor.post('/api/recovery/second-step', { ceremony, code: typed })).status)
  }
  expect(answers).toEqual([401, 200, 401, 200])
})

test('L7 making and checking codes takes no place in the queue of slow hashes', async () => {
  const world = makeCostlyWorld()
  const { client, email } = await signUp(world)
  let [flooding, refused] = [true, 0]
  const flood = Array.from({ length: 24 }, async () => {
    while (flooding)
      await hashSecret(world, 'a secret').catch(async () => {
        refused += 1
        await new Promise((resolve) => setTimeout(resolve, 5))
      })
  })
  const [code] = await makeCodes(client)
  const visitor = stranger(world)
  const { ceremony } = await passMailbox(world, visitor, email)
  expect(await visitor.post('/api/recovery/second-step', { ceremony, code })).toMatchObject({ status: 200 })
  flooding = false
  await Promise.all(flood)
  expect(refused).toBeGreaterThan(0)
})

test('B3 the codes are shown once, never cached, and stored in no file of the database', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  const shown = await client.post('/api/backup-codes')
  expect(shown.headers.get('cache-control')).toContain('no-store')
  const codes = shown.body.codes as string[]
  const { dataDir } = world.config
  const files = Buffer.concat(
    readdirSync(dataDir)
      .filter((name) => name.startsWith('latchkey.sqlite'))
      .map((name) => readFileSync(join(dataDir, name))),
  )
  for (const code of codes) {
    for (const secret of [code.slice(5), code.slice(5).replaceAll('-', '')]) expect(files.includes(secret)).toBe(false)
  }
  const later = JSON.stringify([
    (await client.get('/api/backup-codes')).body,
    (await client.get('/api/account/export')).body,
  ])
  for (const code of codes) expect(later).not.toContain(code.slice(5))
})

test('B5 with new codes no old one signs in, used or unused', async () => {
  const world = makeWorld()
  const { client, email, userId } = await signUp(world)
  const old = await makeCodes(client)
  world.turnClock(1)
  const fresh = await makeCodes(client)
  expect(await kept(world, userId)).toHaveLength(10)
  const visitor = stranger(world)
  // Codes that had settled are kept, and can only take the account back.
  for (const code of old.slice(0, 2)) {
    const { ceremony } = await passMailbox(world, visitor, email)
    expect(await visitor.post('/api/recovery/second-step', { ceremony, code })).toMatchObject({
      status: 409,
      body: { code: 'way_retired', cause: 'removed' },
    })
    expect(await visitor.get('/api/session')).toMatchObject({ status: 401 })
  }
  const { ceremony } = await passMailbox(world, visitor, email)
  expect(await visitor.post('/api/recovery/second-step', { ceremony, code: fresh[0] })).toMatchObject({ status: 200 })
  expect((await client.get('/api/backup-codes')).body).toEqual({ remaining: 9, createdAt: world.now() })
})

test('B5 making codes sends a letter and stores an event', async () => {
  const world = makeWorld()
  const { client, email, userId } = await signUp(world)
  await makeCodes(client)
  expect(await letterNames(world, email)).toEqual(['sign-up-code', 'backup-codes-made'])
  expect(await eventKinds(world, userId)).toEqual(['account_created', 'backup_codes_made'])
  expect(await rows(world, `select details from events where kind = 'backup_codes_made'`)).toEqual([
    { details: JSON.stringify({ codes: 10, first: true }) },
  ])
})

test('fault U15 only the letter about later codes says that older ones no longer work', async () => {
  const world = makeWorld()
  const { client, email } = await signUp(world)
  const older = 'All older ones no longer work.'
  const letters = async () =>
    (await lettersTo(world, email))
      .filter(({ letter }) => letter === 'backup-codes-made')
      .map(({ text }) => text.includes(older))
  await makeCodes(client)
  expect(await letters()).toEqual([false])
  await makeCodes(client)
  expect((await letters()).filter(Boolean)).toHaveLength(1)
})

test('§6.3 B5 making codes is refused without a fresh confirmation', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  world.turnClock(10 * MINUTE + 1)
  expect(await leavingAllAsItWas(world, () => client.post('/api/backup-codes'), { but: ['sessions'] })).toMatchObject({
    status: 403,
    body: { code: 'confirmation_required' },
  })
})

test('two sets made at the same time leave one whole set', async () => {
  const world = makeWorld()
  const { client, email, userId } = await signUp(world)
  const sets = await Promise.all([makeCodes(client), makeCodes(client)])
  expect(await kept(world, userId)).toHaveLength(10)
  const answers = []
  for (const [code] of sets) {
    const visitor = stranger(world)
    const { ceremony } = await passMailbox(world, visitor, email)
    answers.push((await visitor.post('/api/recovery/second-step', { ceremony, code })).status)
  }
  expect(answers).toEqual(expect.arrayContaining([200, 409]))
})
