import type { AccountFacts } from '#server/check-up/facts.ts'
import type { Words } from '#server/words/translate.ts'

export type NextStep = { step: 'backup_codes' | 'passkey' | 'copied_passkey' | 'totp' | 'email'; sentence: string }

/** One of the four things that make an account hard to lose, in the order of their use. */
export type Step = { step: 'backup_codes' | 'passkey' | 'email' | 'totp'; done: boolean }

/** Returns the four steps. A passkey that may be copied counts for nothing, nor do two backup codes or fewer. */
export function stepsOf({ passkeys, totp, codesLeft, addresses }: AccountFacts): Step[] {
  return [
    { step: 'backup_codes', done: codesLeft > 2 },
    { step: 'passkey', done: passkeys.filter(({ copied }) => !copied).length > 1 },
    { step: 'email', done: addresses > 1 },
    { step: 'totp', done: totp },
  ]
}

/** Returns what helps this account most now, or nothing if nothing is missing. */
export function nextStep(facts: AccountFacts, say: Words<'checkUp'>): NextStep | undefined {
  const { passkeys, totpSuspended, codesLeft } = facts
  const copied = passkeys.find((passkey) => passkey.copied)
  if (copied) {
    const sentence = say(passkeys.length > 1 ? 'next.copied' : 'next.onlyCopied', { name: copied.name })
    return { step: 'copied_passkey', sentence }
  }
  if (passkeys.length === 0) return { step: 'passkey', sentence: say('next.firstPasskey') }
  const step = stepsOf(facts).find(({ done }) => !done)?.step
  if (step === 'backup_codes' && codesLeft > 0) return { step, sentence: say('next.few', { count: codesLeft }) }
  return step && { step, sentence: say(step === 'totp' && totpSuspended ? 'next.suspended' : `next.${step}`) }
}
