import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { deleteDueAccounts } from '#server/users/delete.ts'
import type { Answer } from '#tests/helpers/client.ts'
import { type Person, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import {
  beforeTransaction,
  DAY,
  done,
  eventKinds,
  letterNames,
  MINUTE,
  signInByPassword,
  signUpEquipped,
  signUpWithApp,
  STEP,
  stranger,
} from '#tests/server/second-factor/steps.ts'
import { startWait, states } from '#tests/server/recoveries/steps.ts'

const GRACE = 7 * DAY
const SECOND = 'second@example.com'

/** Every table that has rows with this text in any column. */
async function tablesWith(world: TestWorld, text: string): Promise<string[]> {
  const tables = await rows<{ name: string }>(world, `select name from sqlite_master where type = 'table'`)
  const found = await Promise.all(
    tables.map(async ({ name }) => ({
      name,
      has: JSON.stringify(await rows(world, `select * from ${name}`)).includes(text),
    })),
  )
  return found.filter(({ has }) => has).map(({ name }) => name)
}

describe('deleting an account', () => {
  test('V7.4.2 ends every session at once, and returns the date of the deletion', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const other = stranger(world)
    done(await signIn(other, owner.authenticator))
    expect(await owner.client.delete('/api/account')).toMatchObject({
      status: 200,
      body: { deleteAt: world.now() + GRACE },
    })
    expect(owner.client.cookies.has('latchkey-session')).toBe(false)
    expect(await other.get('/api/session')).toMatchObject({ status: 401 })
    expect(await letterNames(world, owner.email)).toContain('account-deletion-started')
    expect(await eventKinds(world, owner.userId)).toContain('account_deletion_started')
  })

  test('§6.3 is refused without a fresh confirmation', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    world.turnClock(10 * MINUTE + 1)
    expect(await leavingAllAsItWas(world, () => client.delete('/api/account'), { but: ['sessions'] })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_required' },
    })
  })

  test('K17 and recovering it exclude each other, in any order', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const [, deleted] = await Promise.all([
      startWait(world, owner).catch(() => undefined),
      owner.client.delete('/api/account'),
    ])
    const waiting = (await states(world, owner.userId)).includes('waiting')
    expect([deleted.status, waiting]).toEqual(deleted.status === 200 ? [200, false] : [409, true])
  })

  test('twice at the same time has the effect of once', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const answers = await atOnce(5, () => owner.client.copy().delete('/api/account'))
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect(await rows(world, 'select delete_at from users')).toEqual([{ delete_at: world.now() + GRACE }])
  })
})

test('V2.3.3 signing in at the moment of the deletion keeps the account', async () => {
  const world = makeWorld()
  const { client, userId, email } = await signUp(world)
  done(await client.delete('/api/account'))
  world.turnClock(GRACE)
  beforeTransaction(world, 1, (transaction) => transaction((tx) => tx.run('update users set delete_at = null')))
  await deleteDueAccounts(world)
  expect(await rows(world, 'select id from users')).toEqual([{ id: userId }])
  expect(await letterNames(world, email)).not.toContain('account-deleted')
})

/** The ways to sign in again and cancel a deletion. */
const BACK: Record<string, (world: TestWorld, owner: Awaited<ReturnType<typeof signUpWithApp>>) => Promise<Answer>> = {
  'a passkey': (world, { authenticator }) => signIn(stranger(world), authenticator),
  'a password and a code': async (world, owner) => (await signInByPassword(world, owner)).answer,
}

describe.each(Object.entries(BACK))('signing in with %s', (_, back) => {
  test('cancels the deletion up to its last millisecond and sends a letter', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    done(await owner.client.delete('/api/account'))
    world.turnClock(GRACE - 1)
    await houseKeep(world)
    expect(await back(world, owner)).toMatchObject({ status: 200 })
    world.turnClock(1)
    await houseKeep(world)
    expect(await rows(world, 'select delete_at from users')).toEqual([{ delete_at: null }])
    expect(await letterNames(world, owner.email)).toContain('account-deletion-undone')
    expect(await eventKinds(world, owner.userId)).toContain('account_deletion_undone')
  })

  test('is refused after seven days', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    done(await owner.client.delete('/api/account'))
    world.turnClock(GRACE)
    await houseKeep(world)
    expect(await rows(world, 'select 1 from users')).toEqual([])
    await expect(async () => done(await back(world, owner))).rejects.toThrow('401')
  })
})

describe('a deleted account', () => {
  async function gone(): Promise<{ world: TestWorld; owner: Person; other: Person }> {
    const world = makeWorld()
    const [owner, other] = [await signUpEquipped(world), await signUp(world)]
    await addEmail(world, owner.client, SECOND)
    done(await owner.client.patch('/api/account', { name: 'Zyxwvut' }))
    await owner.client.post('/api/confirmation', { code: '0000-0000-0000-0000-0000' })
    await startWait(world, owner)
    done(await owner.client.post('/api/account/recovery/cancel'))
    done(await owner.client.delete('/api/account'))
    world.turnClock(GRACE)
    await houseKeep(world)
    return { world, owner, other }
  }

  test('N27 has no row in any table and no trace in the database file, except its last letter', async () => {
    const { world, owner } = await gone()
    for (const text of [
      owner.userId,
      'Zyxwvut',
      owner.authenticator.passkeys[0]?.credentialId.toString('base64url') ?? '',
    ])
      expect([text, await tablesWith(world, text)]).toEqual([text, []])
    for (const address of [owner.email, SECOND]) {
      expect(await tablesWith(world, address)).toEqual(['outbox'])
      expect(await letterNames(world, address)).toEqual(['account-deleted'])
    }
    await world.db.transaction((tx) => tx.run('delete from outbox'))
    const { dataDir } = world.config
    expect(
      readFileSync(join(dataDir, readdirSync(dataDir).find((name) => name === 'latchkey.sqlite') ?? '')).includes(
        owner.userId,
      ),
    ).toBe(false)
  })

  test('does not affect other accounts', async () => {
    const { world, other } = await gone()
    expect(await signIn(stranger(world), other.authenticator)).toMatchObject({ status: 200 })
  })

  test('U12 makes its address available for a new sign-up', async () => {
    const { world, owner } = await gone()
    const again = await signUp(world, { email: owner.email })
    expect(again.userId).not.toBe(owner.userId)
    expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({
      status: 401,
      body: { code: 'unknown_passkey' },
    })
  })

  test('is removed by the clock, and kept while the clock is set back', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    done(await owner.client.delete('/api/account'))
    world.turnClock(-STEP)
    await houseKeep(world)
    world.turnClock(GRACE)
    await houseKeep(world)
    expect(await rows(world, 'select 1 from users')).toHaveLength(1)
    world.turnClock(STEP)
    await houseKeep(world)
    expect(await rows(world, 'select 1 from users')).toEqual([])
  })
})
