import { z } from '@hono/zod-openapi'
import { readCheckUp } from '#server/check-up/read.ts'
import { actor } from '#server/http/edge/caller.ts'
import { text, exact } from '#server/http/schemas/exact.ts'

const Loss = exact({
  what: z.enum(['device', 'phone', 'mailbox']),
  fine: z.boolean().openapi({ description: 'can sign in at once, without the 24-hour wait' }),
  sentence: text(
    'If you lose this device, you can still sign in with your synced passkey “iCloud Keychain” on another device.',
  ),
})
const NextStep = exact({
  step: z.enum(['backup_codes', 'passkey', 'copied_passkey', 'totp', 'email']),
  sentence: text('Create backup codes and keep them on paper. They work even when you have lost every device.'),
})
const CheckUp = exact({ losses: z.array(Loss), next: NextStep.optional() }).openapi('CheckUp')

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
] as const
