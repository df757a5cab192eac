import * as emails from '#db/emails.ts'
import * as events from '#db/events.ts'
import * as passkeys from '#db/passkeys.ts'
import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import type { ChainedEvent } from '#server/audit/chain.ts'
import { chainedEvent } from '#server/audit/list.ts'
import { record } from '#server/audit/record.ts'
import { requireConfirmation } from '#server/confirmation.ts'
import { AppError } from '#server/errors.ts'
import { type ShownPasskey, shownPasskey } from '#server/passkeys/view.ts'
import { livenessNow } from '#server/sessions/check.ts'
import { type ShownSession, shownSessions } from '#server/sessions/list.ts'
import type { World } from '#server/world.ts'

/** Everything kept about a person, but for what opens their account. */
export type AccountExport = {
  format: 'latchkey-export-1'
  exportedAt: number
  user: { id: string; handle: string; name: string; createdAt: number }
  emails: { address: string; primary: boolean; createdAt: number }[]
  passkeys: (ShownPasskey & { credentialId: string; aaguid: string; signCount: number })[]
  sessions: ShownSession[]
  events: ChainedEvent[]
}

/** Hands the actor all that is kept about them, with the whole chain of events. Refuses without a fresh confirmation. */
export async function exportAccount(world: World, actor: Actor): Promise<AccountExport> {
  requireConfirmation(world, actor)
  await world.db.transaction((tx) => record(tx, actor, 'account_exported'))

  const [user, addresses, owned, live, chain] = await world.db.read((reader) =>
    Promise.all([
      users.find(reader, actor.userId),
      emails.list(reader, actor.userId),
      passkeys.list(reader, actor.userId),
      shownSessions(reader, actor, livenessNow(world)),
      events.list(reader, { userId: actor.userId, before: Number.MAX_SAFE_INTEGER, most: Number.MAX_SAFE_INTEGER }),
    ]),
  )
  if (!user) throw new AppError('not_signed_in')
  return {
    format: 'latchkey-export-1',
    exportedAt: world.now(),
    user,
    emails: addresses.map(({ address, isPrimary, createdAt }) => ({ address, primary: isPrimary === 1, createdAt })),
    passkeys: owned.map((passkey) => ({ ...shownPasskey(passkey), credentialId: passkey.credentialId, aaguid: passkey.aaguid, signCount: passkey.signCount })),
    sessions: live,
    events: chain.map(chainedEvent).reverse(),
  }
}
