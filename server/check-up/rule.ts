import type { Words } from '#server/words/translate.ts'

/** The ways in that an account has. Times are epoch milliseconds. */
export type AccountFacts = {
  passkeys: { name: string; synced: boolean; lastUsedAt: number | undefined }[]
  /** The authenticator app lets the person in: it is on, and not suspended. */
  totp: boolean
  totpSuspended: boolean
  codesLeft: number
  password: boolean
  addresses: number
}

export type Loss = {
  what: 'device' | 'phone' | 'mailbox'
  /** The person gets back in at once, without the 24-hour wait. */
  fine: boolean
  sentence: string
}

export type NextStep = { step: 'backup_codes' | 'passkey' | 'totp' | 'email'; sentence: string }

/** What happens if this device, the phone or the mailbox is lost, and the most useful next step, if there is one. */
export type CheckUp = { losses: Loss[]; next?: NextStep }

type Say = Words<'checkUp'>

/** Returns the check-up of an account, with sentences in the reader's language. */
export function judgeAccount(facts: AccountFacts, say: Say): CheckUp {
  return {
    losses: [lossOfDevice(facts, say), lossOfPhone(facts, say), lossOfMailbox(facts, say)],
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

function lossOfMailbox({ passkeys, totp, codesLeft, password, addresses }: AccountFacts, say: Say): Loss {
  const { fine, sentence } = loss(say, 'mailbox', say('what.mailbox'), [
    passkeys.length > 0 && say('ways.passkeys', { count: passkeys.length }),
    password && (totp || codesLeft > 0) && say('ways.password'),
  ])
  return {
    what: 'mailbox',
    fine: fine && addresses > 1,
    sentence: `${sentence} ${say(addresses > 1 ? 'spare' : 'noSpare')}`,
  }
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
