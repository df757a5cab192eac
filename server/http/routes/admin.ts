import { exportActs, listActs } from '#server/admin/audit.ts'
import { readKeys } from '#server/admin/keys.ts'
import { readMail } from '#server/admin/mail/read.ts'
import { retryLetters } from '#server/admin/mail/retry.ts'
import { sendTestLetter } from '#server/admin/mail/send-test.ts'
import { readOverview } from '#server/admin/overview.ts'
import { admin } from '#server/http/edge/caller.ts'
import { CLOSED, TOUCHED } from '#server/http/routes/admin-refusals.ts'
import { Act, AuditExport, Keys, Mail, Overview } from '#server/http/schemas/admin.ts'
import { exact, RARE } from '#server/http/schemas/exact.ts'
import { Count, User, UserId } from '#server/http/schemas/values.ts'
import { z } from '@hono/zod-openapi'

export const adminRoutes = [
  admin(
    'get',
    '/admin/overview',
    {
      summary: 'Show the product at a glance',
      description: 'Numbers end at 1,000, and sign-ins at 10,000.',
      refusals: CLOSED,
      answer: Overview,
    },
    readOverview,
  ),
  admin(
    'get',
    '/admin/mail',
    {
      summary: 'Show how letters leave, and those that wait',
      description: 'At most fifty of each. Addresses are masked, and nothing of what a letter says is in the answer.',
      refusals: CLOSED,
      answer: Mail,
    },
    readMail,
  ),
  admin(
    'post',
    '/admin/mail/test',
    {
      summary: 'Send a test letter to my own address',
      description: 'Five an hour.',
      counted: true,
      refusals: CLOSED,
    },
    sendTestLetter,
  ),
  admin(
    'post',
    '/admin/mail/retry',
    {
      summary: 'Send refused letters again now',
      description: 'Those that wait after a refusal. Nobody can drop a letter.',
      answer: exact({ retried: Count.openapi({ examples: [2] }) }),
      refusals: TOUCHED,
    },
    retryLetters,
  ),
  admin(
    'get',
    '/admin/keys',
    {
      summary: 'Show what depends on which secret',
      description:
        'Counted again after ten minutes. A secret has the name of one of its keys, from which it cannot be found.',
      refusals: CLOSED,
      answer: Keys,
    },
    readKeys,
  ),
  admin(
    'get',
    '/admin/audit',
    {
      summary: 'List what administrators did',
      description:
        'The newest first, of everybody or of one person. The hash of an act covers that of the one before it. `named` has the people who still exist.',
      query: z.object({
        target: UserId.optional().openapi({ description: 'only what was done to this person' }),
        before: z.coerce
          .number()
          .int()
          .min(1)
          .optional()
          .openapi({ examples: [51] }),
        limit: z.coerce
          .number()
          .int()
          .min(1)
          .max(200)
          .optional()
          .openapi({ examples: [50] }),
      }),
      refusals: CLOSED,
      answer: exact({
        acts: z.array(Act),
        named: z.array(User),
        next: z.number().int().optional().openapi(RARE),
      }),
    },
    listActs,
  ),
  admin(
    'get',
    '/admin/audit/export',
    {
      summary: 'Everything that administrators did',
      description:
        'The whole chain, the oldest act first. `latchkey verify-activity` checks it without a server. The answer is streamed. An administrator has one export at a time, and a few an hour.',
      answer: AuditExport,
      streams: true,
      counted: true,
      refusals: CLOSED,
    },
    exportActs,
  ),
] as const
