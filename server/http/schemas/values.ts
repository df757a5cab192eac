import { z } from '@hono/zod-openapi'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import { exact, RARE, text } from '#server/http/schemas/exact.ts'

export const Id = z
  .string()
  .regex(/^[\w-]{22}$/)
  .openapi({ examples: ['G2n8ttRkHpOAgOcVH3rd_Q'] })

/** Epoch milliseconds. */
export const Time = z
  .number()
  .int()
  .openapi({ description: 'epoch milliseconds', examples: [SAMPLE.time] })

/** A time some hours after the other times of an example. */
export const later = ({ hours }: { hours: number }) => Time.openapi({ examples: [SAMPLE.time + hours * 3_600_000] })

export const Count = z.number().int().min(0)

export const Ip = text('203.0.113.7')

export const Accepted = exact({
  rpId: text('localhost'),
  userHandle: text(SAMPLE.handle),
  credentialIds: z.array(text(SAMPLE.credentialId)),
  name: text('ada@example.com'),
  displayName: text('Ada'),
}).openapi('Accepted', {
  description: 'For the Signal API: with it the password manager removes passkeys that no longer work.',
})

export const UserId = Id.openapi({ examples: [SAMPLE.ids.user] })

export const SessionId = Id.openapi({ examples: [SAMPLE.ids.session] })

export const PasskeyId = Id.openapi({ examples: [SAMPLE.ids.passkey] })

export const User = exact({ id: UserId, name: text('Ada'), email: text('ada@example.com') }).openapi('User')

export const Device = exact({
  browser: text('Chrome'),
  system: text('macOS'),
  phrase: text('Chrome on macOS'),
}).openapi('Device')

/** What the answer to a request for a code says of the letter. */
export const CODE_LETTER = {
  digits: z.union([z.literal(6), z.literal(12)]).openapi({
    description: 'How many digits the code has. Twelve if many were asked for the address, so requests share a letter.',
    examples: [6],
  }),
  sentAt: Time.optional().openapi({
    description:
      'When the letter leaves at the latest, if requests share it. The code works for ten minutes from then.',
    ...RARE,
  }),
}
