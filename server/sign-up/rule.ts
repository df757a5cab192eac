import * as settings from '#db/settings.ts'
import type { Reader } from '#db/engine/database.ts'
import { domainOf } from '#server/addresses/address.ts'
import type { Config } from '#server/config/config.ts'
import type { SignUpMode, SignUpRule } from '#server/config/sign-up.ts'
import type { World } from '#server/world.ts'

/** Who may sign up until somebody sets it. */
export const AT_FIRST: SignUpRule = { mode: 'open', domains: [] }

/** Returns who may sign up: what the environment says, else what administrators set last. */
export async function signUpRule(reader: Reader, { signUp }: Pick<Config, 'signUp'>): Promise<SignUpRule> {
  if (signUp) return signUp
  const set = await settings.find(reader, 'sign_up')
  return set ? ruleIn(set) : AT_FIRST
}

/** Returns the rule in a version of the setting. */
export function ruleIn({ value }: Pick<settings.Setting, 'value'>): SignUpRule {
  // Only `changeSignUp` writes it.
  return JSON.parse(value) as SignUpRule
}

/** Returns the mode of sign-up, which pages tell everybody. The domains are told to nobody. */
export async function readSignUpMode({ db, config }: World): Promise<SignUpMode> {
  return (await db.read((reader) => signUpRule(reader, config))).mode
}

/** Whether somebody may make an account, or why not. `waits`: an administrator has to approve it. */
export type Verdict = 'in' | 'waits' | 'closed' | 'invitation_needed' | 'other_domain'

/** The rule of sign-up. An invitation counts in every mode but `closed`. */
export function judgeSignUp(
  { mode, domains }: SignUpRule,
  { canonical, invited }: { canonical: string; invited: boolean },
): Verdict {
  if (mode === 'closed') return 'closed'
  if (invited || mode === 'open') return 'in'
  if (mode === 'approval') return 'waits'
  if (mode === 'invitation') return 'invitation_needed'
  return domains.includes(domainOf(canonical)) ? 'in' : 'other_domain'
}
