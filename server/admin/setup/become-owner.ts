import * as instance from '#db/instance.ts'
import * as people from '#db/people.ts'
import type { Actor } from '#server/actor.ts'
import type { Hands } from '#server/admin/hands.ts'
import { grant } from '#server/admin/roles/grant.ts'
import { spendTouch } from '#server/custody/touch.ts'
import { AppError } from '#server/errors.ts'
import { inSession } from '#server/in-account.ts'
import { waitForOtherAdmins } from '#server/roles/owners.ts'
import { isSetUp, isSetupToken } from '#server/admin/setup/setup-link.ts'
import type { World } from '#server/world.ts'

/**
 * Makes the actor the first owner, with the token of the link that only the operator can read. Refuses with `not_found` once
 * there is an owner, and for a token that is wrong or an hour old; without a touch; and with `not_ready` an account that has
 * only one way in or that somebody is recovering.
 */
export async function becomeFirstOwner(world: World, actor: Actor, { token }: { token: string }): Promise<void> {
  const { userId, ip, userAgent } = actor
  await inSession(world, actor, async (tx) => {
    await waitForOtherAdmins(tx)
    const person = await people.find(tx, userId)
    if (!person || (await isSetUp(tx))) throw new AppError('not_found')
    if (!(await isSetupToken(tx, token))) throw new AppError('not_found', { reason: 'setupLinkOver' })
    await spendTouch(tx, actor, { act: 'become_owner' })
    if (!(await instance.claim(tx, 'first_owner', userId))) throw new AppError('not_found')
    const hands: Hands = { witness: { actor: userId, ip, userAgent }, by: { by: 'operator' } }
    await grant(tx, person, { role: 'owner' }, hands, 'first_owner_made')
  })
}
