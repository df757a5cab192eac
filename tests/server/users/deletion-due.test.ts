import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { type Person, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { rows, tableNames } from '#tests/server/passkeys/rows.ts'
import { painted, sendPicture } from '#tests/server/pictures/makers.ts'
import { done, letterNames, signUpEquipped, signUpWithApp, STEP, stranger } from '#tests/server/second-factor/steps.ts'
import { startWait } from '#tests/server/recoveries/steps.ts'
import { GRACE } from '#tests/server/users/deletion-steps.ts'

const SECOND = 'second@example.com'

/** Every table that has rows with this text in any column. */
async function tablesWith(world: TestWorld, text: string): Promise<string[]> {
  const found = await Promise.all(
    (await tableNames(world)).map(async (name) => ({
      name,
      has: JSON.stringify(await rows(world, `select * from ${name}`)).includes(text),
    })),
  )
  return found.filter(({ has }) => has).map(({ name }) => name)
}

describe('a deleted account', () => {
  async function gone(): Promise<{ world: TestWorld; owner: Person; other: Person; picture: string }> {
    const world = makeWorld()
    const [owner, other] = [await signUpEquipped(world), await signUp(world)]
    await addEmail(world, owner.client, SECOND)
    done(await owner.client.patch('/api/account', { name: 'Zyxwvut' }))
    done(await sendPicture(owner.client, 'image/png', await painted().png().toBuffer()))
    const [picture] = await rows<{ webp: string }>(world, 'select webp from pictures')
    await owner.client.post('/api/confirmation', { code: '0000-0000-0000-0000-0000' })
    await startWait(world, owner)
    done(await owner.client.post('/api/account/recovery/cancel'))
    done(await owner.client.delete('/api/account'))
    world.turnClock(GRACE)
    await houseKeep(world)
    return { world, owner, other, picture: picture?.webp ?? '' }
  }

  test('N27 has no row in any table and no trace in the database file, except its last letter', async () => {
    const { world, owner, picture } = await gone()
    expect(picture.length).toBeGreaterThan(1_000)
    for (const text of [
      owner.userId,
      picture,
      'Zyxwvut',
      owner.authenticator.passkeys[0]?.credentialId.toString('base64url') ?? '',
    ])
      expect([text, await tablesWith(world, text)]).toEqual([text, []])
    for (const address of [owner.email, SECOND]) {
      expect(await tablesWith(world, address)).toEqual(['outbox'])
      expect(await letterNames(world, address)).toEqual(['account-deleted'])
    }
    await world.db.transaction((tx) => tx.run('delete from outbox'))
    const file = join(world.config.dataDir, 'latchkey.sqlite')
    for (const text of [owner.userId, picture.slice(0, 200)])
      expect(existsSync(file) && readFileSync(file).includes(text)).toBe(false)
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
