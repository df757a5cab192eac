import { z } from '@hono/zod-openapi'
import { actor, visitor } from '#server/http/edge.ts'
import { Accepted, Ceremony, Code, CreationOptions, EmailInput, LinkToken, MailboxCode, Name, Registration, Time, User } from '#server/http/schemas.ts'
import { cancelOwnRecovery, cancelRecovery } from '#server/recoveries/cancel.ts'
import { beginRecovery, confirmRecovery } from '#server/recoveries/door.ts'
import { beginNewPasskey, finishRecovery } from '#server/recoveries/finish.ts'
import { signInFromMailbox } from '#server/recoveries/second-step.ts'
import { startRecovery } from '#server/recoveries/start.ts'

const State = z.object({ state: z.enum(['none', 'waiting', 'ready']), readyAt: Time.optional(), closesAt: Time.optional() })
const Pass = z.object({ ceremony: Ceremony })
const CancelProof = z.union([Pass, z.object({ token: LinkToken, word: z.literal('CANCEL') })])

export const recoveryRoutes = [
  visitor('post', '/recovery', { summary: 'Ask for a code by e-mail', counted: true, body: z.object({ email: EmailInput }), answer: Pass, status: 202 }, beginRecovery),
  visitor(
    'post',
    '/recovery/code',
    {
      summary: 'Type the code; learn what is possible',
      counted: true,
      body: z.object({ ceremony: Ceremony, code: MailboxCode }),
      answer: State.extend({ ceremony: Ceremony, ways: z.array(z.enum(['totp', 'backup_code'])) }),
    },
    confirmRecovery,
  ),
  visitor(
    'post',
    '/recovery/second-step',
    {
      summary: 'Sign in with the mailbox and a code',
      counted: true,
      body: z.object({ ceremony: Ceremony, code: Code }),
      answer: z.object({ user: User, accepted: Accepted }),
      opens: true,
    },
    signInFromMailbox,
  ),
  visitor('post', '/recovery/start', { summary: 'Start the wait, or see where it stands', body: Pass, answer: State }, startRecovery),
  visitor('post', '/recovery/cancel', { summary: 'Cancel a recovery', body: CancelProof, answer: State }, cancelRecovery),
  visitor('post', '/recovery/options', { summary: 'Get what a browser needs to make the new passkey', body: Pass, answer: z.object({ ceremony: Ceremony, options: CreationOptions }) }, beginNewPasskey),
  visitor(
    'post',
    '/recovery/finish',
    {
      summary: 'Complete the recovery with a new passkey',
      body: z.object({ ceremony: Ceremony, credential: Registration, name: Name.optional() }),
      answer: z.object({ user: User, accepted: Accepted, backupCodes: z.array(z.string()) }),
      opens: true,
    },
    finishRecovery,
  ),
  actor('post', '/account/recovery/cancel', { summary: 'Cancel the recovery of my account' }, cancelOwnRecovery),
] as const
