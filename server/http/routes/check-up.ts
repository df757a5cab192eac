import { z } from '@hono/zod-openapi'
import { readCheckUp } from '#server/check-up/read.ts'
import { beginRehearsal, finishRehearsal, judgeFormOfCode } from '#server/check-up/rehearse.ts'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import { actor } from '#server/http/edge/caller.ts'
import { Ceremony, MailboxCode } from '#server/http/schemas/inputs.ts'
import { CODE_LETTER, Time } from '#server/http/schemas/values.ts'
import { text, exact } from '#server/http/schemas/exact.ts'

const Way = z.enum(['synced_passkey', 'passkey', 'app', 'codes', 'password', 'wait'])
const Loss = exact({
  what: z.enum(['device', 'phone', 'mailbox']),
  fine: z.boolean().openapi({ description: 'can sign in at once, without the 24-hour wait' }),
  ways: z.array(Way).openapi({ description: 'what remains; `wait` is a recovery by mailbox, after 24 hours' }),
  sentence: text(
    'If you lose this device, you can still sign in with your synced passkey “iCloud Keychain” on another device.',
  ),
})
const NextStep = exact({
  step: z.enum(['backup_codes', 'passkey', 'copied_passkey', 'totp', 'email']),
  sentence: text('Create backup codes and keep them on paper. They work even when you have lost every device.'),
})
const Step = exact({ step: z.enum(['backup_codes', 'passkey', 'email', 'totp']), done: z.boolean() })
const CheckUp = exact({
  losses: z.array(Loss),
  ways: z.array(Way).openapi({ description: 'what the account has now' }),
  steps: z.array(Step),
  complete: z.boolean().openapi({ description: 'nothing is missing or suspect, and nobody is recovering the account' }),
  next: NextStep.optional(),
  rehearsedAt: Time.optional(),
}).openapi('CheckUp')

export const checkUpRoutes = [
  actor(
    'get',
    '/check-up',
    {
      summary: 'What happens if I lose something',
      description: 'Sentences for a person, and the next step that helps most, if there is one.',
      answer: CheckUp,
    },
    readCheckUp,
  ),
  actor(
    'post',
    '/check-up/rehearsal',
    {
      summary: 'Send a code that opens nothing',
      description: 'It goes to the primary address, and shows whether its mailbox can be read.',
      answer: exact({ ceremony: Ceremony, ...CODE_LETTER }),
      status: 202,
    },
    beginRehearsal,
  ),
  actor(
    'post',
    '/check-up/rehearsal/code',
    {
      summary: 'Check the code, and write down the rehearsal',
      description: 'Nothing else is changed or spent.',
      counted: true,
      body: z.object({ ceremony: Ceremony, code: MailboxCode }),
      refusals: ['ceremony_over', 'code_wrong'],
    },
    finishRehearsal,
  ),
  actor(
    'post',
    '/check-up/rehearsal/backup-code',
    {
      summary: 'Ask whether a text has the form of a backup code',
      description: 'It is not compared with the codes of the account, and none is spent.',
      body: z.object({
        code: z
          .string()
          .min(1)
          .max(64)
          .openapi({ examples: [SAMPLE.backupCodes[0]] }),
      }),
      answer: exact({ fits: z.boolean() }),
    },
    judgeFormOfCode,
  ),
] as const
