import { z } from '@hono/zod-openapi'
import { SIGN_UP_MODES } from '#server/config/sign-up.ts'
import { exact, RARE, text } from '#server/http/schemas/exact.ts'
import { Count, later, Time, UserId } from '#server/http/schemas/values.ts'

export const Mode = z.enum(SIGN_UP_MODES).openapi({ examples: ['invitation'] })

export const Domains = z
  .array(z.string().max(254))
  .max(100)
  .openapi({ description: 'for the mode `domain`', examples: [['example.com']] })

export const Version = z
  .number()
  .int()
  .min(0)
  .max(1_000_000_000)
  .openapi({ examples: [1] })

const RULE = { mode: Mode, domains: z.array(text('example.com')), version: Version }
const By = text('ada@example.com').optional().openapi({ description: 'an address; `operator` for the command line' })

export const SignUpSettings = exact({
  ...RULE,
  locked: z.boolean(),
  versions: z.array(exact({ ...RULE, by: By, at: Time })),
}).openapi('SignUpSettings')

export const WaitingPerson = exact({ id: UserId, email: text('ada@example.com'), createdAt: Time }).openapi(
  'WaitingPerson',
)

const State = z.enum(['live', 'used', 'expired', 'revoked']).openapi({ examples: ['live'] })
const InvitedEmail = text('ada@example.com').optional().openapi({ description: 'the only address that can use it' })

export const Invitation = exact({
  state: State,
  by: z.enum(['admin', 'operator']).openapi({ examples: ['admin'] }),
  admin: text('Grace')
    .optional()
    .openapi({ description: 'the name of who made it', ...RARE }),
  email: InvitedEmail,
  expiresAt: later({ hours: 168 }),
}).openapi('Invitation')

export const ListedInvitation = exact({
  id: UserId,
  email: InvitedEmail,
  people: Count.openapi({ examples: [1] }),
  uses: Count.openapi({ examples: [0] }),
  state: State,
  by: By,
  madeAt: Time,
  expiresAt: later({ hours: 168 }),
}).openapi('ListedInvitation')
