import { z } from '@hono/zod-openapi'
import { WrittenCodes } from '#server/http/routes/backup-codes.ts'
import { actor, visitor } from '#server/http/edge/caller.ts'
import { CODE_LETTER, User, Accepted, later } from '#server/http/schemas/values.ts'
import { Name, EmailInput, LinkToken, Code, MailboxCode, Ceremony } from '#server/http/schemas/inputs.ts'
import { CreationOptions, Registration } from '#server/http/schemas/credentials.ts'
import { exact } from '#server/http/schemas/exact.ts'
import { cancelOwnRecovery, cancelRecovery } from '#server/recoveries/cancel.ts'
import { beginRecovery, confirmRecovery } from '#server/recoveries/begin.ts'
import { beginNewPasskey, finishRecovery } from '#server/recoveries/finish.ts'
import { signInFromMailbox } from '#server/sign-in/mailbox-code.ts'
import { startRecovery } from '#server/recoveries/start.ts'

const state = {
  state: z.enum(['none', 'waiting', 'ready']).openapi({ examples: ['waiting'] }),
  readyAt: later({ hours: 24 })
    .optional()
    .openapi({ description: 'missing until the mail provider has accepted the first letter, which starts the clock' }),
  closesAt: later({ hours: 96 }).optional().openapi({ description: 'the recovery can be completed until then' }),
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
      description: 'The answer is the same for every address. An unknown address gets no letter.',
      counted: true,
      body: z.object({ email: EmailInput }),
      answer: exact({ ceremony: Ceremony, ...CODE_LETTER }),
      status: 202,
    },
    beginRecovery,
  ),
  visitor(
    'post',
    '/recovery/code',
    {
      summary: 'Check the code, get the ways back in',
      description:
        'Five tries. An unknown address gets the same answer as a wrong code. The returned ceremony is valid for fifteen minutes.',
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
      description:
        'For someone else’s computer: the session lasts twelve hours at most, and every address gets a letter.',
      counted: true,
      body: z.object({ ceremony: Ceremony, code: Code }),
      answer: exact({ user: User, accepted: Accepted }),
      refusals: ['ceremony_over', 'code_wrong', 'way_retired', 'suspended', 'awaiting_approval'],
      opens: true,
    },
    signInFromMailbox,
  ),
  visitor(
    'post',
    '/recovery/start',
    {
      summary: 'Start the wait, or read its state',
      description: 'One recovery per address. Asking again changes nothing.',
      body: Pass,
      answer: State,
      refusals: ['ceremony_over', 'not_settled', 'suspended', 'awaiting_approval'],
    },
    startRecovery,
  ),
  visitor(
    'post',
    '/recovery/cancel',
    {
      summary: 'Cancel a recovery',
      description:
        'By the address that asked for it, or with the token in the link of a letter to that address or the main one, `/recover/cancel/<token>`.',
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
      summary: 'Get the options for creating the new passkey',
      description: 'After the wait, and only with a code that was mailed after it.',
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
      description: 'Removes every other way into the account and ends every session.',
      counted: true,
      body: z.object({ ceremony: Ceremony, credential: Registration, name: Name.optional() }),
      answer: exact({ user: User, accepted: Accepted, backupCodes: WrittenCodes }),
      refusals: [
        'ceremony_over',
        'recovery_not_ready',
        'passkey_refused',
        'passkey_taken',
        'suspended',
        'awaiting_approval',
      ],
      opens: true,
    },
    finishRecovery,
  ),
  actor(
    'post',
    '/account/recovery/cancel',
    {
      summary: 'Cancel the recoveries of my account',
      description: 'A settled way in has to touch for it.',
      refusals: ['touch_required', 'not_settled', 'not_found'],
    },
    cancelOwnRecovery,
  ),
] as const
