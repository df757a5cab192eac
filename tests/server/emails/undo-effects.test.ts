import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { confirm, type Person, signIn, signUp } from '#tests/helpers/people.ts'
import { type TestWorld } from '#tests/helpers/world.ts'
import { emailsOf, promote, removeEmail, undo, undoToken } from '#tests/server/emails/steps.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { DAY, done, stranger } from '#tests/server/second-factor/steps.ts'
import { SECOND, OVER, CHANGES, changed } from '#tests/server/emails/undo-steps.ts'

describe('undoing', () => {
  test('a removal is refused after another account has proven the address', async () => {
    const { world, owner } = await changed('removed', CHANGES.removed)
    const other = await signUp(world, { email: SECOND })
    expect(await leavingAllAsItWas(world, () => undo(world, stranger(world), SECOND, 'email-removed'))).toMatchObject({
      status: 409,
      body: { code: 'email_taken' },
    })
    expect((await emailsOf(other.client))[0]).toMatchObject({ address: SECOND, primary: true })
    expect(await owner.client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('an addition is refused while it would leave no address', async () => {
    const { world, owner } = await changed('added', CHANGES.added)
    done(await promote(owner.client, SECOND))
    await aDayLater(world, owner)
    done(await removeEmail(owner.client, owner.email))
    expect(
      await leavingAllAsItWas(world, () => undo(world, stranger(world), owner.email, 'email-added')),
    ).toMatchObject({ status: 409, body: { code: 'last_way_in' } })
    done(await undo(world, stranger(world), owner.email, 'email-removed'))
    done(await undo(world, stranger(world), owner.email, 'email-added'))
    expect(await rows(world, 'select address, is_primary from emails')).toEqual([
      { address: owner.email, is_primary: 1 },
    ])
  })

  test('an addition is final: the removed mailbox cannot restore it', async () => {
    const { world, owner, token } = await changed('added', CHANGES.added)
    done(await removeEmail(owner.client, SECOND))
    done(await undo(world, stranger(world), SECOND, 'email-removed'))
    done(await signIn(owner.client, owner.authenticator))
    done(await removeEmail(owner.client, SECOND))
    const again = await undoToken(world, SECOND, 'email-removed')
    done(await stranger(world).post('/api/emails/undo', { token, word: 'UNDO' }))
    expect(await stranger(world).post('/api/emails/undo', { token: again, word: 'UNDO' })).toMatchObject(OVER)
    expect(await rows(world, 'select address from emails')).toEqual([{ address: owner.email }])
  })

  test('a promotion whose former address was removed keeps the current one', async () => {
    const { world, owner } = await changed('promoted', CHANGES.promoted)
    await aDayLater(world, owner)
    done(await removeEmail(owner.client, owner.email))
    done(await undo(world, stranger(world), owner.email, 'email-promoted'))
    expect(await rows(world, 'select address, is_primary from emails')).toEqual([{ address: SECOND, is_primary: 1 }])
  })

  test('needs a token, which is deleted after it expires', async () => {
    const { world } = await changed('removed', CHANGES.removed)
    world.turnClock(7 * DAY)
    await houseKeep(world)
    expect(await rows(world, 'select * from email_undos')).toEqual([])
  })
})

/** Once the newer address can recover too, the older one may be removed. */
async function aDayLater(world: TestWorld, { client, authenticator }: Person): Promise<void> {
  world.turnClock(DAY)
  done(await confirm(client, authenticator))
}
