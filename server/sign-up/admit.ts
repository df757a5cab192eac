import type { Reader, Tx } from '#db/engine/database.ts'
import * as invitations from '#db/invitations.ts'
import type { Config } from '#server/config/config.ts'
import { AppError } from '#server/errors.ts'
import { requireLiveInvitation } from '#server/sign-up/invitation.ts'
import { judgeSignUp, signUpRule, type Verdict } from '#server/sign-up/rule.ts'

/** Who wants to sign up: the address, and the id of the invitation that they hold. */
type Newcomer = { canonical: string; invitation: string | undefined }

/**
 * Returns whether an address may get an account by the mode of sign-up. Refuses with `sign_up_closed` and with
 * `invitation_needed`, which hold for every address alike; what depends on the address is returned.
 */
export async function judgeNewcomer(
  reader: Reader,
  config: Config,
  { canonical, invitation }: Newcomer,
): Promise<Extract<Verdict, 'in' | 'waits' | 'other_domain'>> {
  const verdict = judgeSignUp(await signUpRule(reader, config), { canonical, invited: invitation !== undefined })
  if (verdict === 'closed') throw new AppError('sign_up_closed')
  if (verdict === 'invitation_needed') throw new AppError('invitation_needed')
  return verdict
}

/**
 * Decides in the transaction that makes a person whether they may sign up, and uses their invitation. Returns whether an
 * administrator has to approve them. Refuses like `judgeNewcomer`, a domain that may not sign up with `sign_up_closed`, and an
 * invitation that is over with `invitation_over`: of people who use it at once, the write lets in as many as it is for.
 */
export async function admit(tx: Tx, config: Config, newcomer: Newcomer): Promise<{ waits: boolean }> {
  const { canonical, invitation } = newcomer
  const [verdict, isUsed] = await Promise.all([
    judgeNewcomer(tx, config, newcomer),
    invitation === undefined || invitations.use(tx, { id: invitation, canonical }),
  ])
  if (verdict === 'other_domain') throw new AppError('sign_up_closed', { reason: 'domainNotAllowed' })
  if (!isUsed) {
    await requireLiveInvitation(tx, { id: invitation ?? '', canonical }, tx.now)
    throw new AppError('invitation_over')
  }
  return { waits: verdict === 'waits' }
}
