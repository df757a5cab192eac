import { z } from '@hono/zod-openapi'
import { listEvents } from '#server/audit/list.ts'
import { readCheckUp } from '#server/check-up/read.ts'
import { actor } from '#server/http/edge.ts'
import { Email } from '#server/http/emails.ts'
import { Passkey } from '#server/http/passkeys.ts'
import { Accepted, Device, OptionalName, Time, User } from '#server/http/schemas.ts'
import { Session } from '#server/http/sessions.ts'
import { deleteAccount } from '#server/users/delete.ts'
import { exportAccount } from '#server/users/export.ts'
import { renameAccount } from '#server/users/rename.ts'
import { chooseLanguage } from '#server/users/choose-language.ts'
import { LanguageSchema } from '#server/words/language.ts'

const Event = z
  .object({
    seq: z.number().int(),
    at: Time,
    kind: z.string(),
    sessionId: z.string().nullable(),
    ip: z.string(),
    userAgent: z.string(),
    details: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .openapi('Event')

const Export = z
  .object({
    format: z.literal('latchkey-export-1'),
    exportedAt: Time,
    user: z.object({ id: z.string(), handle: z.string(), name: z.string(), createdAt: Time }),
    emails: z.array(Email),
    passkeys: z.array(Passkey.extend({ credentialId: z.string(), aaguid: z.string(), signCount: z.number().int() })),
    totp: z.object({ createdAt: Time }).optional(),
    backupCodes: z.object({ remaining: z.number().int(), createdAt: Time.optional() }),
    password: z.object({ setAt: Time }).optional(),
    recoveries: z.array(
      z.object({
        state: z.enum(['waiting', 'completed', 'cancelled', 'closed']),
        requestedAt: Time,
        startedAt: Time.nullable(),
        readyAt: Time.nullable(),
        closesAt: Time.nullable(),
        endedAt: Time.nullable(),
        ip: z.string(),
        userAgent: z.string(),
      }),
    ),
    sessions: z.array(Session),
    browsers: z.array(z.object({ seenAt: Time })),
    letters: z.array(z.object({ letter: z.string(), to: z.string(), at: Time, acceptedAt: Time.nullable() })),
    events: z.array(Event),
  })
  .openapi('Export')

const CheckUp = z
  .object({
    losses: z.array(z.object({ what: z.enum(['device', 'phone', 'mailbox']), fine: z.boolean(), sentence: z.string() })),
    next: z.object({ step: z.enum(['backup_codes', 'passkey', 'totp', 'email']), sentence: z.string() }).optional(),
  })
  .openapi('CheckUp')

const Page = z.object({
  before: z.coerce.number().int().min(1).optional().openapi({ type: 'integer' }),
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ type: 'integer' }),
})

export const accountRoutes = [
  actor(
    'get',
    '/activity',
    { summary: 'What happened to my account', query: Page, answer: z.object({ events: z.array(Event.extend({ device: Device })), next: z.number().int().optional() }) },
    listEvents,
  ),
  actor('get', '/check-up', { summary: 'What happens if I lose something', answer: CheckUp }, readCheckUp),
  actor('patch', '/account', { summary: 'Change my name', body: z.object({ name: OptionalName }), answer: z.object({ user: User, accepted: Accepted }) }, renameAccount),
  actor('put', '/account/language', { summary: 'Change the language of my letters', body: z.object({ language: LanguageSchema }) }, chooseLanguage),
  actor('delete', '/account', { summary: 'Delete my account in seven days; signing in undoes it', answer: z.object({ deleteAt: Time }), ends: true }, deleteAccount),
  actor('get', '/account/export', { summary: 'Everything kept about me', answer: Export }, exportAccount),
] as const
