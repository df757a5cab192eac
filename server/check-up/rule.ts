import type { Words } from '#server/words/translate.ts'

/** The ways in that an account has. Times are epoch milliseconds. */
export type AccountFacts = {
  /** `copied`: the counter of the passkey went backwards, so somebody may have copied it. */
  passkeys: { name: string; synced: boolean; copied: boolean; lastUsedAt: number | undefined }[]
  /** The authenticator app lets the person in: it is on, and not suspended. */
  totp: boolean
  totpSuspended: boolean
  codesLeft: number
  password: boolean
  addresses: number
  /** The addresses that can recover the account: all but those added lately. */
  settledAddresses: number
}

export type Loss = {
  what: 'device' | 'phone' | 'mailbox'
  /** The person gets back in at once, without the 24-hour wait. */
  fine: boolean
  sentence: string
}

export type NextStep = { step: 'backup_codes' | 'passkey' | 'copied_passkey' | 'totp' | 'email'; sentence: string }

/** What happens if this device, the phone or the mailbox is lost, and the most useful next step, if there is one. */
export type CheckUp = { losses: Loss[]; next?: NextStep }

type Say = Words<'checkUp'>

/** Returns the check-up of an account, with sentences in the reader's language. */
export function judgeAccount(facts: AccountFacts, say: Say): CheckUp {
  // A passkey that somebody else may have is no help.
  const safe = { ...facts, passkeys: facts.passkeys.filter(({ copied }) => !copied) }
  const losses = [lossOfDevice(safe, say), lossOfPhone(safe, say), lossOfMailbox(safe, say)]
  return {
    // Without a passkey everything hangs on the mailbox.
    losses: safe.passkeys.length > 0 ? losses : losses.toReversed(),
    next: nextStep(facts, say),
  }
}

function lossOfDevice({ passkeys, totp, codesLeft }: AccountFacts, say: Say): Loss {
  const synced = passkeys.find((passkey) => passkey.synced)
  return loss(say, 'device', say('what.device'), [
    synced && say('ways.synced', { name: synced.name }),
    !synced && passkeys.length > 1 && say('ways.other'),
    totp && say('ways.app'),
    codesLeft > 0 && say('ways.codes'),
  ])
}

/** Assumes that the phone has the authenticator app and every passkey that is not synced. */
function lossOfPhone({ passkeys, totp, codesLeft, password }: AccountFacts, say: Say): Loss {
  const synced = passkeys.find((passkey) => passkey.synced)
  return loss(say, 'phone', say(totp ? 'what.phoneWithApp' : 'what.phone'), [
    synced && say('ways.synced', { name: synced.name }),
    codesLeft > 0 && say(password ? 'ways.passwordOrCodes' : 'ways.codes'),
  ])
}

function lossOfMailbox(facts: AccountFacts, say: Say): Loss {
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

function loss(say: Say, what: Loss['what'], name: string, possible: (string | false | undefined)[]): Loss {
  const ways = possible.filter((way) => typeof way === 'string')
  if (ways.length === 0) return { what, fine: false, sentence: say('wait', { what: name }) }
  return { what, fine: true, sentence: say('fine', { what: name, ways: ways.join(say('or')) }) }
}

function nextStep(
  { passkeys, totp, totpSuspended, codesLeft, addresses }: AccountFacts,
  say: Say,
): NextStep | undefined {
  const copied = passkeys.find((passkey) => passkey.copied)
  if (copied) {
    const sentence = say(passkeys.length > 1 ? 'next.copied' : 'next.onlyCopied', { name: copied.name })
    return { step: 'copied_passkey', sentence }
  }
  if (passkeys.length === 0) return { step: 'passkey', sentence: say('next.firstPasskey') }
  if (codesLeft > 0 && codesLeft <= 2) return { step: 'backup_codes', sentence: say('next.few', { count: codesLeft }) }
  const step =
    codesLeft === 0
      ? 'backup_codes'
      : passkeys.length < 2
        ? 'passkey'
        : addresses < 2
          ? 'email'
          : totp
            ? undefined
            : 'totp'
  return step && { step, sentence: say(step === 'totp' && totpSuspended ? 'next.suspended' : `next.${step}`) }
}
