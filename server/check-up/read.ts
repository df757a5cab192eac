import * as backupCodes from '#db/backup-codes.ts'
import * as emails from '#db/emails.ts'
import * as passkeys from '#db/passkeys.ts'
import * as passwords from '#db/passwords.ts'
import * as recoveries from '#db/recoveries.ts'
import * as totp from '#db/totp.ts'
import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import { factsOf } from '#server/check-up/facts.ts'
import { type CheckUp, judgeAccount } from '#server/check-up/rule.ts'
import { wordsIn } from '#server/words/translate.ts'
import type { World } from '#server/world.ts'

/**
 * Returns what would happen to the actor's account if the device, the phone or the mailbox were lost, and when the actor
 * last rehearsed that (epoch milliseconds).
 */
export async function readCheckUp(
  world: World,
  { userId, language }: Actor,
): Promise<CheckUp & { rehearsedAt?: number }> {
  const [owned, app, codes, password, addresses, recovery, user] = await world.db.read((reader) =>
    Promise.all([
      passkeys.list(reader, userId),
      totp.find(reader, userId),
      backupCodes.count(reader, userId),
      passwords.find(reader, userId),
      emails.list(reader, userId),
      recoveries.findFirstLive(reader, userId, world.now()),
      users.find(reader, userId),
    ]),
  )
  const rows = {
    passkeys: owned,
    app,
    codesLeft: codes.remaining,
    password: password !== undefined,
    addresses,
    recovering: recovery !== undefined,
  }
  const facts = factsOf(rows, world.now())
  return { ...judgeAccount(facts, wordsIn(language, 'checkUp')), rehearsedAt: user?.rehearsedAt ?? undefined }
}
