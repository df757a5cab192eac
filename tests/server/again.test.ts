import { expect, test } from 'vitest'
import { firstBreak } from '#server/audit/chain.ts'
import { houseKeep } from '#server/housekeeping.ts'
import { failEachCommitOnce } from '#tests/helpers/fail-once.ts'
import { addPasskey, makeAuthenticator, signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { exportOf } from '#tests/server/audit-steps.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { recover, takeBack } from '#tests/server/recoveries/steps.ts'
import {
  done,
  eventKinds,
  letterNames,
  signInByPassword,
  signUpEquipped,
  stranger,
} from '#tests/server/second-factor/steps.ts'

/** A life of an account: everything happens in it once. */
async function live(world: TestWorld): Promise<unknown> {
  const owner = await signUpEquipped(world, { email: 'ada@example.com' })
  done(await addPasskey(owner.client, makeAuthenticator(world)))
  await addEmail(world, owner.client, 'second@example.com')
  done((await signInByPassword(world, owner)).answer)
  done(await owner.client.delete('/api/totp'))
  await recover(world, owner)
  done(await takeBack(stranger(world), owner.authenticator))
  const client = stranger(world)
  done(await signIn(client, owner.authenticator))
  client.passkeys = owner.authenticator
  await houseKeep(world)
  const { events } = await exportOf(client)
  expect(firstBreak(owner.userId, events)).toBeUndefined()
  return {
    events: await eventKinds(world, owner.userId),
    letters: [await letterNames(world, owner.email), await letterNames(world, 'second@example.com')],
    passkeys: (await rows(world, 'select name from passkeys')).length,
    sessions: (await rows(world, 'select way from sessions order by way')).map(({ way }) => way),
  }
}

test('transactions that clash with others once each, and run again, do everything once', async () => {
  const [smooth, clashing] = [makeWorld(), makeWorld()]
  let clashes = 0
  const db = failEachCommitOnce(clashing.db, () => (clashes += 1))
  expect(await live(Object.assign(clashing, { db }))).toEqual(await live(smooth))
  expect(clashes).toBeGreaterThan(40)
})
