import { requireActor } from '#app/_web/actor.ts'
import type { Actor } from '#server/actor.ts'
import { readOwnRoles } from '#server/admin/admin.ts'
import { findEvent, listEvents } from '#server/activity/list.ts'
import { readCheckUp } from '#server/check-up/read.ts'
import { listYoungWays, readFirstSettling } from '#server/custody/young.ts'
import { listEmails, listRemovedEmails } from '#server/emails/list.ts'
import { listPasskeys } from '#server/passkeys/list.ts'
import { listRemovedWays } from '#server/removed/list.ts'
import { readRecovery } from '#server/recoveries/read.ts'
import { readFallbacks } from '#server/second-factor/read.ts'
import { listSessions } from '#server/sessions/list.ts'
import { readAccount } from '#server/users/read.ts'
import { readQuietLetters } from '#server/users/read-quiet-letters.ts'
import { theWorld, type World } from '#server/world.ts'

export type { ShownEvent } from '#server/activity/list.ts'
export type { EventKind, PastEventKind } from '#server/audit/record.ts'
export type { NextStep } from '#server/check-up/next-step.ts'
export type { Way } from '#server/check-up/remaining.ts'
export type { CheckUp, Loss } from '#server/check-up/rule.ts'
export type { RemovedEmail, ShownEmail } from '#server/emails/list.ts'
export type { ShownPasskey } from '#server/passkeys/view.ts'
export { CAN_BE_QUIET } from '#server/mail/quiet-letters.ts'
export type { QuietLetter } from '#server/mail/quiet-letters.ts'
export { isOwnRole } from '#server/roles/own-roles.ts'
export type { RemovedWay } from '#server/removed/list.ts'
export type { RecoveryState } from '#server/recoveries/state.ts'
export type { Fallbacks } from '#server/second-factor/read.ts'
export type { ShownSession } from '#server/sessions/list.ts'

type UseCase<Input extends unknown[], Result> = (world: World, actor: Actor, ...input: Input) => Promise<Result>

/** What pages read about the account of whoever is signed in. Anybody else is sent to sign-in. */
export const ownAccount = own(readAccount)
export const ownActivity = own(listEvents)
export const ownEvent = own(findEvent)
export const ownCheckUp = own(readCheckUp)
export const ownEmails = own(listEmails)
export const ownRemovedEmails = own(listRemovedEmails)
export const ownFallbacks = own(readFallbacks)
export const ownQuietLetters = own(readQuietLetters)
export const ownPasskeys = own(listPasskeys)
export const ownRemovedWays = own(listRemovedWays)
export const ownRecovery = own(readRecovery)
export const ownRoles = own(readOwnRoles)
export const ownSessions = own(listSessions)
export const ownFirstSettling = own(readFirstSettling)
export const ownYoungWays = own(listYoungWays)

function own<Input extends unknown[], Result>(useCase: UseCase<Input, Result>) {
  return async (...input: Input): Promise<Result> => useCase(theWorld(), await requireActor(), ...input)
}
