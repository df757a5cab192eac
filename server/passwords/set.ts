import * as emails from '#db/emails.ts'
import * as passwords from '#db/passwords.ts'
import * as sessions from '#db/sessions.ts'
import * as totp from '#db/totp.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { requireConfirmation } from '#server/guards.ts'
import { takeAway } from '#server/custody/retire.ts'
import { requireTouch, spendTouch } from '#server/custody/touch.ts'
import { AppError } from '#server/errors.ts'
import { countTry } from '#server/limits.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { hashSecret } from '#server/crypto/argon2.ts'
import { normalisePassword } from '#server/passwords/normalise.ts'
import { judge, refusalFor } from '#server/passwords/judge.ts'
import { wordsIn } from '#server/words/translate.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/**
 * The strength of a password: the estimate from 0 to 4, the reason for a refusal if it would be refused, and
 * suggestions.
 */
export type Strength = { score: number; reason?: string; suggestions: string[] }

/**
 * Returns how strong a password would be for this person. Stores nothing. The estimate is expensive, so it has a limit.
 */
export async function checkPassword(world: World, actor: Actor, { password }: { password: string }): Promise<Strength> {
  await countTry(world, { 'password-checks': actor.userId })
  const { score, suggestions, refusal } = await judge({ password, contextWords: await contextWords(world, actor) })
  const say = wordsIn(actor.language, 'passwords')
  return {
    score,
    suggestions: suggestions.map((key) => say(key)),
    reason: refusal && wordsIn(actor.language, 'reasons')(refusal.reason, refusal.numbers as never),
  }
}

const REPLACES = { act: 'replace_password' } as const

/**
 * Sets or changes the password and ends the person's other sessions. An older one is kept for seven days if it had
 * settled. Refuses a weak password with `password_too_weak` and the reason, and an account without an authenticator app with `forbidden`.
 */
export async function setPassword(world: World, actor: Actor, { password }: { password: string }): Promise<void> {
  await world.db.read(async (reader) => {
    if (await passwords.find(reader, actor.userId)) await requireTouch(reader, actor, REPLACES, world.now())
    else requireConfirmation(world, actor)
  })
  const refusal = await refusalFor({ password, contextWords: await contextWords(world, actor) })
  if (refusal) throw new AppError('password_too_weak', refusal)
  if (!(await world.db.read((reader) => totp.find(reader, actor.userId))))
    throw new AppError('forbidden', { reason: 'passwordNeedsApp' })
  const hash = await hashSecret(world, normalisePassword(password))

  await inSession(world, actor, async (tx) => {
    if (!(await totp.find(tx, actor.userId))) throw new AppError('forbidden', { reason: 'passwordNeedsApp' })
    const before = await passwords.find(tx, actor.userId)
    if (before) await spendTouch(tx, actor, REPLACES)
    const kept = await takeAway(tx, { userId: actor.userId, kind: 'password', cause: 'removed' })
    await passwords.put(tx, { userId: actor.userId, hash })
    await sessions.removeOthers(tx, { userId: actor.userId, except: actor.sessionId })

    await record(tx, actor, before ? 'password_changed' : 'password_set')
    await notify(tx, actor.userId, 'password-set', { ...sceneOf(tx, actor), ...kept })
  })
}

async function contextWords(world: World, actor: Actor): Promise<string[]> {
  const addresses = await world.db.read((reader) => emails.list(reader, actor.userId))
  return [
    'latchkey',
    'password',
    'passkey',
    world.config.rp.name,
    world.config.rp.id,
    actor.name,
    ...addresses.map(({ address }) => address),
  ]
}
