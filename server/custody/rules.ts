/**
 * Who keeps the account when two people claim it. The rules see proofs, not people: a way in that was just used (a
 * touch), a session, a mailbox that was just read, and whether each has settled.
 *
 * The product decides with these functions, and the model in `tests/custody` proves that they keep the promises of
 * docs/custody.md. Each rule is a switch, so that the tests can show what goes wrong without it.
 */
export const RULES = {
  /** What takes something away needs a touch for this act and target. Without the rule, a fresh session is enough. */
  touch: true,
  /** The touch must be of a settled way in. Without it, a way in that was added a minute ago touches. */
  settledTouch: true,
  /** An address starts a recovery only once it has settled. Without it, at once. */
  settledAddress: true,
  /** A recovery belongs to the address that asked. Without it, each address completes the wait of another. */
  ownWait: true,
  /** The settled main address cancels the recoveries of other addresses. */
  mainCancels: true,
  /** No other address cancels. Without it, each address cancels the recoveries of all others. */
  othersDoNotCancel: true,
  /** While the passkey of a completed recovery has not settled, no address but that one and the main one starts another. */
  othersWait: true,
  /** What is taken away is retired for seven days, and takes itself back. Without it, it is gone at once. */
  retired: true,
  /** Only what was settled when it was retired takes itself back. */
  settledTakesBack: true,
  /** What was taken away with a touch and a settled mailbox does not take itself back. */
  twoProofs: true,
  /** A removed address can do nothing. Without it, its letter brings it back. */
  removedIsOut: true,
  /** Wrong codes take nothing away. Without it, a hundred of them in a session remove the authenticator app. */
  guesses: true,
}

export type Rules = typeof RULES

/** A way in or an address, and whether it has settled: bound at sign-up, or long enough ago. */
export type Bound = { settled: boolean }

/** What can be done that changes who holds the account. */
export type Act =
  | 'remove_way_in'
  | 'replace_way_in'
  | 'remove_email'
  | 'promote_email'
  | 'delete_account'
  | 'bring_back'
  | 'start_recovery'
  | 'complete_recovery'
  | 'cancel_recovery'

/** What a person has just proven, for this act and its target. */
export type Proofs = {
  /** A session with a fresh confirmation. */
  session?: boolean
  /** A live way in that was used for this act and target. */
  touch?: Bound
  /** A live address that was just read: by a code, or by the link of a letter. */
  mailbox?: Bound & {
    main: boolean
    /** It asked for the recovery that the act is about. */
    asked?: boolean
  }
}

/** What the rules need to know of the account. */
export type Standing = {
  /** The passkey of the last completed recovery has not settled, and another address completed it. */
  recoveredByAnother?: boolean
}

/** Returns whether the proofs allow the act. */
export function may(act: Act, proofs: Proofs, standing: Standing = {}, rules: Rules = RULES): boolean {
  const { mailbox } = proofs
  switch (act) {
    case 'start_recovery':
      return (
        mailbox !== undefined &&
        (mailbox.settled || !rules.settledAddress) &&
        (!standing.recoveredByAnother || mailbox.main || !rules.othersWait)
      )
    case 'complete_recovery':
      return mailbox !== undefined && (mailbox.asked === true || !rules.ownWait)
    case 'cancel_recovery':
      return touches(proofs, rules) || cancels(mailbox, rules)
    default:
      return touches(proofs, rules)
  }
}

/** Returns whether the proofs allow to take something away. */
function touches({ touch, session }: Proofs, rules: Rules): boolean {
  if (!rules.touch && session) return true
  return touch !== undefined && (touch.settled || !rules.settledTouch)
}

function cancels(mailbox: Proofs['mailbox'], rules: Rules): boolean {
  if (!mailbox) return false
  return mailbox.asked === true || (rules.mainCancels && mailbox.main && mailbox.settled) || !rules.othersDoNotCancel
}

/** Returns whether the proofs remove a way in for good. It then takes nothing back; a touch still brings it back. */
export function mayRemoveForGood({ touch, mailbox }: Proofs, rules: Rules = RULES): boolean {
  return rules.twoProofs && touch?.settled === true && mailbox?.settled === true
}

/** Returns whether a retired way in takes itself back. `final`: it was removed for good. */
export function mayTakeBack({ settled, final }: Bound & { final: boolean }, rules: Rules = RULES): boolean {
  return rules.retired && (settled || !rules.settledTakesBack) && !(final && rules.twoProofs)
}
