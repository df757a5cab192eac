import { describe, expect, test } from 'vitest'
import { addPasskey, makeAuthenticator, signIn } from '#tests/helpers/people.ts'
import { addEmail, emailsOf, promote, removeEmail } from '#tests/server/emails/steps.ts'
import { takeBack } from '#tests/server/recoveries/steps.ts'
import { removedOf, removeForGood, removeSecond, settledOwner } from '#tests/server/removed/removed-steps.ts'
import { codeAt, DAY, done, letterNames, passMailbox, STEP, stranger } from '#tests/server/second-factor/steps.ts'

const THIEFS = 'thief@evil.example'

/** Somebody has stolen a device with a passkey and its screen lock, and has removed the owner's passkey with it. */
async function robbed() {
  const owner = await settledOwner()
  const { world, second, authenticator } = owner
  const thief = stranger(world)
  thief.passkeys = second
  done(await signIn(thief, second))
  const planted = makeAuthenticator(world)
  done(await addPasskey(thief, planted))
  const { passkeys } = (await thief.get('/api/passkeys')).body as { passkeys: { id: string; name: string }[] }
  const [own] = passkeys
  done(await thief.delete(`/api/passkeys/${own?.id}`))
  return { ...owner, thief, planted, stolen: second, own: authenticator }
}

describe('custody §2.6 an owner with a passkey and a mailbox keeps the account from a thief of a device', () => {
  test('the removed passkey takes the account back, and what the thief added goes', async () => {
    const { world, own, planted, thief } = await robbed()
    const home = stranger(world)
    expect(await signIn(home, own)).toMatchObject({ status: 409, body: { code: 'way_retired', cause: 'removed' } })
    done(await takeBack(home, own))
    expect(await signIn(stranger(world), planted)).toMatchObject({ status: 401, body: { code: 'unknown_passkey' } })
    expect(await thief.get('/api/session')).toMatchObject({ status: 401 })
  })

  test('then the stolen passkey is removed for good, and takes nothing back', async () => {
    const { world, own, stolen } = await robbed()
    world.turnClock(6 * DAY)
    const home = stranger(world)
    home.passkeys = own
    done(await takeBack(home, own))
    const { id } = await removeSecond(home)
    const before = stranger(world)
    expect(await signIn(before, stolen)).toMatchObject({ status: 409 })
    done(await removeForGood(world, home, id))
    expect(await signIn(stranger(world), stolen)).toMatchObject({ status: 401, body: { code: 'unknown_passkey' } })
    expect(await removedOf(home)).toMatchObject([{ takesBack: false }])
  })

  test('the thief cannot remove the owner’s passkey for good: the addresses of a thief have not settled', async () => {
    const { world, thief } = await robbed()
    const [removed] = (await removedOf(thief)).filter(({ kind }) => kind === 'passkey')
    const planted = await addEmail(world, thief, THIEFS)
    expect(await thief.post(`/api/removed/${removed?.id}/code`, { email: planted.id })).toMatchObject({
      status: 403,
      body: { code: 'not_settled', settlesAt: planted.recoversAt },
    })
    expect(await letterNames(world, THIEFS)).not.toContain('removal-code')
  })
})

describe('custody §2.6 an owner with a code and a mailbox keeps the account from a thief of a device', () => {
  test('also after the thief has removed the app and the address', async () => {
    const { world, thief, email, secret } = await robbed()
    await addEmail(world, thief, THIEFS)
    done(await promote(thief, THIEFS))
    done(await removeEmail(thief, email))
    done(await thief.delete('/api/totp'))
    world.turnClock(2 * STEP)

    const home = stranger(world)
    const { ceremony, ways } = await passMailbox(world, home, email)
    expect(ways).toContain('totp')
    const answer = await home.post('/api/recovery/second-step', { ceremony, code: codeAt(secret, world.now()) })
    expect(answer).toMatchObject({ status: 409, body: { code: 'way_retired', cause: 'removed' } })
    done(await home.post('/api/take-back', { ceremony: answer.body.ceremony }))
    expect((await emailsOf(home)).map(({ address, primary }) => [address, primary])).toEqual([[email, true]])
    expect(await thief.get('/api/session')).toMatchObject({ status: 401 })
  })

  test('a live code signs in with the removed address, which starts no recovery', async () => {
    const { world, thief, email, codes } = await robbed()
    await addEmail(world, thief, THIEFS)
    done(await promote(thief, THIEFS))
    done(await removeEmail(thief, email))
    const home = stranger(world)
    const { ceremony } = await passMailbox(world, home, email)
    expect(await home.post('/api/recovery/start', { ceremony })).toMatchObject({
      status: 403,
      body: { code: 'not_settled', detail: expect.stringContaining('removed') },
    })
    expect(await home.post('/api/recovery/second-step', { ceremony, code: codes[0] })).toMatchObject({ status: 200 })
  })
})
