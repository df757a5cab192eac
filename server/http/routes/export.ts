import { z } from '@hono/zod-openapi'
import { exportAccount } from '#server/export/export.ts'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import { actor } from '#server/http/edge/caller.ts'
import { Event } from '#server/http/routes/activity.ts'
import { Codes } from '#server/http/routes/backup-codes.ts'
import { Email } from '#server/http/routes/emails.ts'
import { Passkey } from '#server/http/routes/passkeys.ts'
import { Session } from '#server/http/routes/sessions.ts'
import { CAN_BE_QUIET } from '#server/mail/quiet-letters.ts'
import { UserId, Ip, Count, later, Time } from '#server/http/schemas/values.ts'
import { RARE, text, exact } from '#server/http/schemas/exact.ts'

const Recovery = exact({
  canonical: text('ada@example.com').openapi({ description: 'the address that asked for it' }),
  state: z.enum(['waiting', 'completed', 'cancelled', 'closed']),
  requestedAt: Time,
  startedAt: Time.nullable(),
  readyAt: later({ hours: 24 }).nullable(),
  closesAt: later({ hours: 96 }).nullable(),
  endedAt: Time.nullable(),
  ip: Ip,
  userAgent: text(SAMPLE.chrome),
})

const Export = exact({
  format: z.literal('latchkey-export-1'),
  exportedAt: Time,
  user: exact({
    id: UserId,
    handle: text(SAMPLE.handle),
    name: text('Ada'),
    language: text('en'),
    createdAt: Time,
    rehearsedAt: Time.optional(),
    quietLetters: z.array(z.enum(CAN_BE_QUIET)),
  }),
  picture: exact({ type: z.literal('image/webp'), setAt: Time, data: text('UklGR…') })
    .optional()
    .openapi({ ...RARE, description: 'in base64' }),
  emails: z.array(Email),
  passkeys: z.array(
    exact({
      ...Passkey.shape,
      credentialId: text(SAMPLE.credentialId),
      aaguid: text('fbfc3007-154e-4ecc-8c0b-6e020557d7bd'),
      signCount: Count.openapi({ examples: [0] }),
    }),
  ),
  totp: exact({ createdAt: Time, suspendedAt: Time.optional() }).optional(),
  backupCodes: Codes,
  password: exact({ setAt: Time }).optional(),
  recoveries: z.array(Recovery),
  retired: z.array(
    exact({
      kind: z.enum(['passkey', 'totp', 'backup_codes', 'password', 'email']),
      name: text('ada@example.org'),
      cause: z.enum(['recovery', 'removed']),
      final: z
        .union([z.literal(0), z.literal(1)])
        .openapi({ description: '1: it was removed for good', examples: [0] }),
      retiredAt: Time,
    }),
  ),
  sessions: z.array(Session),
  browsers: z.array(exact({ seenAt: Time })),
  networks: z.array(exact({ seenAt: Time, firstSeenAt: Time.optional() })),
  letters: z.array(
    exact({ letter: text('backup-codes-made'), to: text('ada@example.com'), at: Time, acceptedAt: Time.nullable() }),
  ),
  eventsCut: exact({ seq: Count, hash: text('') })
    .optional()
    .openapi({
      ...RARE,
      description: 'the last event that was deleted because it was old; the chain goes on after it',
    }),
  events: z.array(Event),
}).openapi('Export')

export const exportRoutes = [
  actor(
    'get',
    '/account/export',
    {
      summary: 'Everything stored about me',
      description:
        'With the whole chain of events, which can be verified offline. The answer is streamed, and ends early if events are deleted meanwhile. An account has one export at a time, and a few an hour.',
      answer: Export,
      streams: true,
      refusals: ['confirmation_required'],
    },
    exportAccount,
  ),
] as const
