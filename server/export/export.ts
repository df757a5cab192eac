import * as backupCodes from '#db/backup-codes.ts'
import * as browsers from '#db/browsers.ts'
import * as emails from '#db/emails.ts'
import * as events from '#db/events.ts'
import * as networks from '#db/networks.ts'
import * as passkeys from '#db/passkeys.ts'
import * as passwords from '#db/passwords.ts'
import * as pictures from '#db/pictures.ts'
import * as recoveries from '#db/recoveries.ts'
import type { Retired } from '#db/retired.ts'
import * as totp from '#db/totp.ts'
import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import type { ChainCut, ChainedEvent } from '#server/audit/chain.ts'
import { record } from '#server/audit/record.ts'
import { requireConfirmation } from '#server/guards.ts'
import { type ExportedLetter, eventPages, letterPages } from '#server/export/pages.ts'
import { takeTurn } from '#server/export/turns.ts'
import { countTry } from '#server/limits.ts'
import { type ShownEmail, shownEmail } from '#server/emails/list.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { type QuietLetter, quietLetters } from '#server/mail/quiet-letters.ts'
import { AppError } from '#server/errors.ts'
import { type ShownPasskey, shownPasskey } from '#server/passkeys/view.ts'
import { livenessNow } from '#server/sessions/check.ts'
import { type ShownSession, shownSessions } from '#server/sessions/list.ts'
import { listKept } from '#server/custody/retire.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/** Everything that is stored about a person, except the secrets that open their account. What can be long comes in pages. */
export type AccountExport = {
  format: 'latchkey-export-1'
  exportedAt: number
  user: { id: string; handle: string; name: string; language: string; createdAt: number; quietLetters: QuietLetter[] }
  /** `data` is base64. */
  picture?: { type: 'image/webp'; setAt: number; data: string }
  emails: ShownEmail[]
  passkeys: (ShownPasskey & { credentialId: string; aaguid: string; signCount: number })[]
  totp?: { createdAt: number; suspendedAt?: number }
  backupCodes: { remaining: number; createdAt?: number }
  password?: { setAt: number }
  recoveries: recoveries.Recovery[]
  retired: Pick<Retired, 'kind' | 'name' | 'cause' | 'final' | 'retiredAt'>[]
  sessions: ShownSession[]
  browsers: { seenAt: number }[]
  networks: { seenAt: number }[]
  letters: AsyncIterable<ExportedLetter[]>
  /** The last event that was deleted because it was old, which the chain of the others begins after. */
  eventsCut?: ChainCut
  events: AsyncIterable<ChainedEvent[]>
}

/**
 * Returns everything that is stored about the actor, with the whole chain of events up to now, and tells every address,
 * unless they turned that letter off. Refuses without a fresh confirmation, while another export of the account is under way, and past a few exports an hour.
 */
export async function exportAccount(world: World, actor: Actor): Promise<AccountExport> {
  requireConfirmation(world, actor)
  const done = takeTurn(world, actor.userId)
  try {
    await countTry(world, { exports: actor.userId })
    const last = await inSession(world, actor, async (tx) => {
      await record(tx, actor, 'account_exported')
      await notify(tx, actor.userId, 'data-exported', sceneOf(tx, actor))
      return events.findLast(tx, actor.userId)
    })
    return await everything(world, actor, { last: last?.seq ?? 0, done })
  } catch (error) {
    done()
    throw error
  }
}

type Turn = { last: number; done: () => void }

function everything(world: World, actor: Actor, { last, done }: Turn): Promise<AccountExport> {
  return world.db.read(async (reader) => {
    const { userId } = actor
    const [user, addresses] = await Promise.all([users.find(reader, userId), emails.list(reader, userId)])
    if (!user) throw new AppError('not_signed_in')
    const picture = await pictures.find(reader, userId)
    const app = await totp.find(reader, userId)
    const password = await passwords.find(reader, userId)
    const eventsCut = await events.findCut(reader, userId)
    return {
      format: 'latchkey-export-1',
      exportedAt: world.now(),
      user: {
        id: user.id,
        handle: user.handle,
        name: user.name,
        language: user.language,
        createdAt: user.createdAt,
        rehearsedAt: user.rehearsedAt ?? undefined,
        quietLetters: await quietLetters(reader, userId),
      },
      picture: picture && { type: 'image/webp', setAt: picture.setAt, data: picture.webp },
      emails: addresses.map(shownEmail),
      passkeys: (await passkeys.list(reader, userId)).map((passkey) => ({
        ...shownPasskey(passkey, actor.language),
        credentialId: passkey.credentialId,
        aaguid: passkey.aaguid,
        signCount: passkey.signCount,
      })),
      totp: app && { createdAt: app.createdAt, suspendedAt: app.suspendedAt ?? undefined },
      backupCodes: await backupCodes.count(reader, userId),
      password: password && { setAt: password.setAt },
      recoveries: await recoveries.list(reader, userId),
      retired: (await listKept(reader, userId, world.now())).map(({ kind, name, cause, final, retiredAt }) => ({
        kind,
        name,
        cause,
        final,
        retiredAt,
      })),
      sessions: await shownSessions(reader, actor, livenessNow(world)),
      browsers: await browsers.list(reader, userId),
      networks: (await networks.list(reader, userId)).map(({ seenAt, firstSeenAt }) => ({
        seenAt,
        firstSeenAt: firstSeenAt === 0 ? undefined : firstSeenAt,
      })),
      letters: letterPages(
        world,
        addresses.map(({ address }) => address),
      ),
      eventsCut,
      events: eventPages(world, userId, { after: eventsCut?.seq ?? 0, last, done }),
    }
  })
}
