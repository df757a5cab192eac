import { z } from '@hono/zod-openapi'
import { listEvents } from '#server/audit/list.ts'
import { readCheckUp } from '#server/check-up/read.ts'
import { Codes } from '#server/http/routes/backup-codes.ts'
import { actor } from '#server/http/edge/endpoint.ts'
import { Email } from '#server/http/routes/emails.ts'
import { Passkey } from '#server/http/routes/passkeys.ts'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import {
  Accepted,
  Count,
  Device,
  exact,
  Ip,
  later,
  OptionalName,
  SessionId,
  text,
  Time,
  User,
  UserId,
} from '#server/http/schemas/schemas.ts'
import { Session } from '#server/http/routes/sessions.ts'
import { setLanguage } from '#server/users/set-language.ts'
import { deleteAccount } from '#server/users/delete.ts'
import { exportAccount } from '#server/export/export.ts'
import { renameAccount } from '#server/users/rename.ts'
import { LanguageSchema } from '#server/words/language.ts'

const event = {
  seq: Count.openapi({ examples: [1] }),
  at: Time,
  kind: text('account_created'),
  sessionId: SessionId.nullable(),
  ip: Ip,
  userAgent: text(SAMPLE.chrome),
  details: z.record(z.string(), z.unknown()).openapi({
    description: 'what the event is about, in words of its kind',
    examples: [{ passkey: 'iCloud Keychain' }],
  }),
  hash: text('MuvlpKwXr6eIyBY_gz4yVaZ-63s9aH69LcZCBCazBak').openapi({
    description: 'SHA-256 over the hash before it and this event',
  }),
}
const Event = exact(event).openapi('Event')
const ShownEvent = exact({ ...event, device: Device }).openapi('ShownEvent')

const Recovery = exact({
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
  user: exact({ id: UserId, handle: text(SAMPLE.handle), name: text('Ada'), language: text('en'), createdAt: Time }),
  emails: z.array(Email),
  passkeys: z.array(
    exact({
      ...Passkey.shape,
      credentialId: text(SAMPLE.credentialId),
      aaguid: text('fbfc3007-154e-4ecc-8c0b-6e020557d7bd'),
      signCount: Count.openapi({ examples: [0] }),
    }),
  ),
  totp: exact({ createdAt: Time }).optional(),
  backupCodes: Codes,
  password: exact({ setAt: Time }).optional(),
  recoveries: z.array(Recovery),
  sessions: z.array(Session),
  browsers: z.array(exact({ seenAt: Time })),
  letters: z.array(
    exact({ letter: text('backup-codes-made'), to: text('ada@example.com'), at: Time, acceptedAt: Time.nullable() }),
  ),
  events: z.array(Event),
}).openapi('Export')

const Loss = exact({
  what: z.enum(['device', 'phone', 'mailbox']),
  fine: z.boolean().openapi({ description: 'back in at once, without the 24-hour wait' }),
  sentence: text(
    'If you lose this device, you can still sign in with your synced passkey “iCloud Keychain” on another device.',
  ),
})
const NextStep = exact({
  step: z.enum(['backup_codes', 'passkey', 'totp', 'email']),
  sentence: text('Make backup codes and keep them on paper: they work when every device is gone.'),
})
const CheckUp = exact({ losses: z.array(Loss), next: NextStep.optional() }).openapi('CheckUp')

const Page = z.object({
  before: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .openapi({
      type: 'integer',
      description: 'only events before this number: `next` of the page before',
      examples: [51],
    }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .openapi({ type: 'integer', examples: [50] }),
})

export const accountRoutes = [
  actor(
    'get',
    '/activity',
    {
      summary: 'What happened to my account',
      description:
        'Newest first. Each event is hashed over the one before it; `next` is there while there are older ones.',
      query: Page,
      answer: exact({ events: z.array(ShownEvent), next: Count.optional().openapi({ examples: [51] }) }),
    },
    listEvents,
  ),
  actor(
    'get',
    '/check-up',
    {
      summary: 'What happens if I lose something',
      description: 'Plain sentences, and the one next step that helps most, if any does.',
      answer: CheckUp,
    },
    readCheckUp,
  ),
  actor(
    'patch',
    '/account',
    {
      summary: 'Change my name',
      description: 'An empty one takes it away.',
      body: z.object({ name: OptionalName }),
      answer: exact({ user: User, accepted: Accepted }),
    },
    renameAccount,
  ),
  actor(
    'put',
    '/account/language',
    {
      summary: 'Change the language of my letters',
      description: 'Pages and refusals are in the language the browser asks for.',
      body: z.object({ language: LanguageSchema }),
    },
    setLanguage,
  ),
  actor(
    'delete',
    '/account',
    {
      summary: 'Delete my account in seven days; signing in undoes it',
      description: 'Ends every session at once. Not while a recovery is under way, nor for 72 hours after one.',
      answer: exact({ deleteAt: later({ hours: 168 }) }),
      refusals: ['confirmation_required', 'on_hold'],
      ends: true,
    },
    deleteAccount,
  ),
  actor(
    'get',
    '/account/export',
    {
      summary: 'Everything kept about me',
      description: 'With the whole chain of events, which can be checked offline.',
      answer: Export,
      refusals: ['confirmation_required'],
    },
    exportAccount,
  ),
] as const
