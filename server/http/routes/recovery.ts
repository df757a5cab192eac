import { z } from '@hono/zod-openapi'
import { WrittenCodes } from '#server/http/routes/backup-codes.ts'
import { actor, visitor } from '#server/http/edge/caller.ts'
import {
  Accepted,
  Ceremony,
  Code,
  CreationOptions,
  EmailInput,
  exact,
  later,
  LinkToken,
  MailboxCode,
  Name,
  Registration,
  User,
} from '#server/http/schemas/schemas.ts'
import { cancelOwnRecovery, cancelRecovery } from '#server/recoveries/cancel.ts'
import { beginRecovery, confirmRecovery } from '#server/recoveries/begin.ts'
import { beginNewPasskey, finishRecovery } from '#server/recoveries/finish.ts'
import { signInFromMailbox } from '#server/sign-in/mailbox-code.ts'
import { startRecovery } from '#server/recoveries/start.ts'

const state = {
  state: z.enum(['none', 'waiting', 'ready']).openapi({ examples: ['waiting'] }),
  readyAt: later({ hours: 24 })
    .optional()
    .openapi({ description: 'missing until the first letter is on its way: only then the clock starts' }),
  closesAt: later({ hours: 96 }).optional().openapi({ description: 'until when it can be completed' }),
}
const State = exact(state).openapi('RecoveryState')
const Pass = z.object({ ceremony: Ceremony })
const CancelProof = z.union([Pass, z.object({ token: LinkToken, word: z.literal('CANCEL') })])

export const recoveryRoutes = [
  visitor(
    'post',
    '/recovery',
    {
      summary: 'Ask for a code by e-mail',
      description: 'The answer is the same for every address; nothing is mailed to an unknown one.',
      counted: true,
      body: z.object({ email: EmailInput }),
      answer: exact({ ceremony: Ceremony }),
      status: 202,
    },
    beginRecovery,
  ),
  visitor(
    'post',
    '/recovery/code',
    {
      summary: 'Type the code; learn what is possible',
      description:
        'Five tries. An unknown address is like a wrong code. The ceremony it answers with is good for fifteen minutes.',
      counted: true,
      body: z.object({ ceremony: Ceremony, code: MailboxCode }),
      answer: exact({ ...state, ceremony: Ceremony, ways: z.array(z.enum(['totp', 'backup_code'])) }),
      refusals: ['ceremony_over', 'code_wrong'],
    },
    confirmRecovery,
  ),
  visitor(
    'post',
    '/recovery/second-step',
    {
      summary: 'Sign in with the mailbox and a code',
      description: 'For a computer that is not one’s own: twelve hours at most, and every address is told.',
      counted: true,
      body: z.object({ ceremony: Ceremony, code: Code }),
      answer: exact({ user: User, accepted: Accepted }),
      refusals: ['ceremony_over', 'code_wrong'],
      opens: true,
    },
    signInFromMailbox,
  ),
  visitor(
    'post',
    '/recovery/start',
    {
      summary: 'Start the wait, or see where it stands',
      description: 'One per account; asking again moves nothing.',
      body: Pass,
      answer: State,
      refusals: ['ceremony_over'],
    },
    startRecovery,
  ),
  visitor(
    'post',
    '/recovery/cancel',
    {
      summary: 'Cancel a recovery',
      description: 'By whoever asked for it, or with the token in the link of a letter, `/recover/cancel/<token>`.',
      body: CancelProof,
      answer: exact(state).openapi({ examples: [{ state: 'none' }] }),
      refusals: ['ceremony_over'],
    },
    cancelRecovery,
  ),
  visitor(
    'post',
    '/recovery/options',
    {
      summary: 'Get what a browser needs to make the new passkey',
      description: 'Once the wait is over, and only after a code that was mailed since.',
      body: Pass,
      answer: exact({ ceremony: Ceremony, options: CreationOptions }),
      refusals: ['ceremony_over', 'recovery_not_ready'],
    },
    beginNewPasskey,
  ),
  visitor(
    'post',
    '/recovery/finish',
    {
      summary: 'Complete the recovery with a new passkey',
      description: 'Everything else the account could be entered with is removed, and every session ended.',
      body: z.object({ ceremony: Ceremony, credential: Registration, name: Name.optional() }),
      answer: exact({ user: User, accepted: Accepted, backupCodes: WrittenCodes }),
      refusals: ['ceremony_over', 'recovery_not_ready', 'passkey_refused', 'passkey_taken'],
      opens: true,
    },
    finishRecovery,
  ),
  actor(
    'post',
    '/account/recovery/cancel',
    {
      summary: 'Cancel the recovery of my account',
      description: 'From any session, without a confirmation.',
      refusals: ['not_found'],
    },
    cancelOwnRecovery,
  ),
] as const
