import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import type { Answer } from '#tests/helpers/client.ts'
import { signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import {
  done,
  eventKinds,
  letterNames,
  signInByPassword,
  signUpWithApp,
  stranger,
} from '#tests/server/second-factor/steps.ts'
import { GRACE } from '#tests/server/users/deletion-steps.ts'

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
