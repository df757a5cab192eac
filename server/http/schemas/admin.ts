import { z } from '@hono/zod-openapi'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import { GroupKey, HELD, ShownName } from '#server/http/schemas/access.ts'
import { exact, RARE, text } from '#server/http/schemas/exact.ts'
import { Count, Device, later, Time, UserId } from '#server/http/schemas/values.ts'
import { OWN_ROLES } from '#server/roles/own-roles.ts'

export const Role = z.enum(OWN_ROLES).openapi({ examples: ['helper'] })

/** Why an administrator does something. The person reads it. */
export const Reason = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .openapi({ description: 'the person reads it', examples: ['You asked us on the phone'] })

/** The beginning of an address. In a body, because URLs are written into logs. */
export const Search = z
  .string()
  .max(254)
  .openapi({ examples: ['ada@'] })

/** When it ends by itself. */
export const Until = z
  .number()
  .int()
  .min(1)
  .optional()
  .openapi({
    description: 'epoch milliseconds; without it, until somebody ends it',
    examples: [SAMPLE.time + 86_400_000],
  })

const LISTED = {
  id: UserId,
  name: text('Ada'),
  email: text('ada@example.com'),
  createdAt: Time,
  state: z.enum(['awaiting', 'suspended', 'deleting', 'roles_suspended', 'active']).openapi({ examples: ['active'] }),
  until: Time.optional().openapi({ description: 'when the suspension or the grace time of a deletion ends', ...RARE }),
}

export const ListedPerson = exact(LISTED).openapi('ListedPerson')

export const Person = exact({
  ...LISTED,
  addresses: z.array(exact({ address: text('ada@example.com'), primary: z.boolean() })),
  passkeys: z.array(exact({ name: text('iCloud Keychain'), synced: z.boolean(), createdAt: Time })),
  app: z.boolean().openapi({ description: 'an authenticator app is on, and not suspended' }),
  backupCodes: Count.openapi({ description: 'how many are left', examples: [10] }),
  password: z.boolean(),
  recovery: exact({ readyAt: later({ hours: 24 }).optional() })
    .optional()
    .openapi({ description: 'the first recovery that is under way', ...RARE }),
  roles: z.array(exact({ role: Role, until: Time.optional().openapi(RARE) })),
  sessions: z.array(
    exact({
      way: z.enum(['sign_up', 'passkey', 'password', 'mailbox_code', 'recovery']).openapi({ examples: ['passkey'] }),
      device: Device,
      createdAt: Time,
      lastSeenAt: Time,
    }),
  ),
  access: exact({
    groups: z.array(
      exact({
        key: GroupKey,
        name: ShownName,
        until: Time.optional().openapi(RARE),
        byDomain: z.boolean().openapi({ description: 'by the domain of the primary address', examples: [false] }),
      }),
    ),
    appRoles: z.array(
      exact({ ...HELD, group: GroupKey.optional().openapi({ description: 'the group that gives it' }) }),
    ),
  }).openapi({ description: 'what counts now in apps, and where it comes from' }),
  rolesSuspended: z.boolean().openapi({ description: 'the roles do not count until an owner confirms them' }),
  losses: z
    .array(
      exact({
        what: z.enum(['device', 'phone', 'mailbox']).openapi({ examples: ['device'] }),
        ways: z.array(
          z
            .enum(['synced_passkey', 'passkey', 'app', 'codes', 'password', 'wait'])
            .openapi({ examples: ['synced_passkey', 'codes'] }),
        ),
      }),
    )
    .openapi({ description: 'what remains to sign in with if something is lost; `wait`: a recovery after 24 hours' }),
  may: z
    .array(text('end:sessions'))
    .openapi({ description: 'what you may do to this person: nothing to yourself, nor to your rank and above' }),
  givable: z.array(Role).openapi({ description: 'the roles that you may give to this person, or take' }),
}).openapi('Person')

export const Act = exact({
  seq: z
    .number()
    .int()
    .min(1)
    .openapi({ examples: [1] }),
  at: Time,
  actor: text(SAMPLE.ids.user).openapi({ description: 'the id of a person; `operator` for the command line' }),
  act: text('person_suspended'),
  target: text('Zk3W9sXqTtKp0aBcD1eF2g'),
  reason: text('You asked us on the phone'),
  details: z.record(z.string(), z.unknown()).openapi({ examples: [{ sessions: 2 }] }),
  ip: text('203.0.113.7'),
  userAgent: text('Mozilla/5.0'),
  hash: text('n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg'),
}).openapi('Act')

export const AuditExport = exact({
  format: z.literal('latchkey-audit-1'),
  exportedAt: Time,
  acts: z.array(Act),
}).openapi('AuditExport')

const FIGURE = { count: Count.openapi({ examples: [1_204] }), countedAt: Time }

export const Overview = exact({
  people: exact(FIGURE).openapi({ description: 'counted again after ten minutes' }),
  signIns: exact({
    ...FIGURE,
    more: z.boolean().openapi({ description: 'there were more than are counted', examples: [false] }),
  }).openapi({ description: 'of the last 24 hours' }),
  recoveries: exact({
    live: Count.openapi({ examples: [1] }),
    ready: Count.openapi({ description: 'their wait is over', examples: [0] }),
  }),
  mail: exact({
    transport: z.enum(['resend', 'smtp', 'mailbox']).openapi({ examples: ['smtp'] }),
    waiting: Count.openapi({ examples: [2] }),
    failing: Count.openapi({ description: 'wait and were refused before', examples: [0] }),
    givenUp: Count.openapi({ description: 'of the last three days', examples: [0] }),
  }),
  owners: Count.openapi({ description: 'who can sign in, counted up to two', examples: [2] }),
  version: text('0.1.0'),
  lights: z.array(
    exact({
      light: z.enum(['database', 'mail', 'owners', 'recoveries']).openapi({ examples: ['database'] }),
      good: z.boolean().openapi({ examples: [true] }),
    }),
  ),
}).openapi('Overview')

const QueuedLetter = exact({
  id: text('G2n8ttRkHpOAgOcVH3rd_Q'),
  letter: text('recovery-started'),
  title: text('Someone is recovering your account'),
  to: text('a…@example.com'),
  createdAt: Time,
  dueAt: Time,
  attempts: Count.openapi({ examples: [3] }),
  fault: text('451 4.7.1 Try again later').optional(),
}).openapi('QueuedLetter')

export const Mail = exact({
  way: exact({
    by: z.enum(['smtp', 'resend', 'mailbox']).openapi({ examples: ['smtp'] }),
    host: text('mail.example.com').optional(),
    port: z
      .number()
      .int()
      .optional()
      .openapi({ examples: [587] }),
    from: text('Latchkey <latchkey@example.com>'),
  }),
  waiting: z.array(QueuedLetter),
  givenUp: z.array(QueuedLetter),
}).openapi('Mail')

const Dependents = exact({
  apps: Count.openapi({ examples: [12] }),
  passwords: Count.openapi({ examples: [3] }),
  backupCodes: Count.openapi({ examples: [40] }),
  kept: Count.openapi({ description: 'taken away lately, and can be brought back', examples: [0] }),
})

export const Keys = exact({
  secrets: z.array(exact({ name: text('n4bQgYhM'), newest: z.boolean(), rows: Dependents })),
  unknown: Dependents.openapi({ description: 'of secrets that are not in SECRET: it cannot be used' }),
  countedAt: Time,
}).openapi('Keys')
