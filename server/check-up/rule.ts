import { type AccountFacts, withoutCopied } from '#server/check-up/facts.ts'
import { type NextStep, nextStep, type Step, stepsOf } from '#server/check-up/next-step.ts'
import { type Lost, ownedWays, remainingWays, type Way } from '#server/check-up/remaining.ts'
import type { Words } from '#server/words/translate.ts'

export type Loss = {
  what: Lost
  /** The person gets back in at once, without the 24-hour wait. */
  fine: boolean
  /** The ways that remain. Without any, the account is lost with it. */
  ways: Way[]
  sentence: string
}

/** What happens if this device, the phone or the mailbox is lost, and the most useful next step, if there is one. */
export type CheckUp = {
  losses: Loss[]
  /** The ways the account has now, without those that may be copied. */
  ways: Way[]
  steps: Step[]
  /** Nothing is missing, nothing is suspect, and nobody is recovering the account. */
  complete: boolean
  next?: NextStep
}

type Say = Words<'checkUp'>

/** Returns the check-up of an account, with sentences in the reader's language. */
export function judgeAccount(facts: AccountFacts, say: Say): CheckUp {
  const safe = withoutCopied(facts)
  const losses = [lossOfDevice(safe, say), lossOfPhone(safe, say), lossOfMailbox(safe, say)].map((loss) => ({
    ...loss,
    ways: remainingWays(safe, loss.what),
  }))
  const next = nextStep(facts, say)
  return {
    // Without a passkey everything hangs on the mailbox.
    losses: safe.passkeys.length > 0 ? losses : losses.toReversed(),
    ways: ownedWays(safe),
    steps: stepsOf(facts),
    complete: next === undefined && !facts.recovering,
    next,
  }
}

type Judged = Omit<Loss, 'ways'>

function lossOfDevice({ passkeys, totp, codesLeft }: AccountFacts, say: Say): Judged {
  const synced = passkeys.find((passkey) => passkey.synced)
  return loss(say, 'device', say('what.device'), [
    synced && say('ways.synced', { name: synced.name }),
    !synced && passkeys.length > 1 && say('ways.other'),
    totp && say('ways.app'),
    codesLeft > 0 && say('ways.codes'),
  ])
}

/** Assumes that the phone has the authenticator app and every passkey that is not synced. */
function lossOfPhone({ passkeys, totp, codesLeft, password }: AccountFacts, say: Say): Judged {
  const synced = passkeys.find((passkey) => passkey.synced)
  return loss(say, 'phone', say(totp ? 'what.phoneWithApp' : 'what.phone'), [
    synced && say('ways.synced', { name: synced.name }),
    codesLeft > 0 && say(password ? 'ways.passwordOrCodes' : 'ways.codes'),
  ])
}

function lossOfMailbox(facts: AccountFacts, say: Say): Judged {
  const { passkeys, totp, codesLeft, password, addresses } = facts
  const hasSpare = facts.settledAddresses > 1
  const ways = [
    passkeys.length > 0 && say('ways.passkeys', { count: passkeys.length }),
    password && (totp || codesLeft > 0) && say('ways.password'),
  ]
  if (!ways.some(Boolean)) return { what: 'mailbox', fine: false, sentence: say(hasSpare ? 'waitOther' : 'lost') }
  const then = hasSpare ? 'spare' : addresses > 1 ? 'youngSpare' : passkeys.length > 0 ? 'noSpare' : 'noPasskey'
  const { fine, sentence } = loss(say, 'mailbox', say('what.mailbox'), ways)
  return { what: 'mailbox', fine: fine && hasSpare, sentence: `${sentence} ${say(then)}` }
}

function loss(say: Say, what: Lost, name: string, possible: (string | false | undefined)[]): Judged {
  const ways = possible.filter((way) => typeof way === 'string')
  if (ways.length === 0) return { what, fine: false, sentence: say('wait', { what: name }) }
  return { what, fine: true, sentence: say('fine', { what: name, ways: ways.join(say('or')) }) }
}
