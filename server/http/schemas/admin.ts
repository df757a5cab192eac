import { z } from '@hono/zod-openapi'
import { SAMPLE } from '#server/http/docs/example-values.ts'
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
