import { z } from '@hono/zod-openapi'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '#server/passkeys/webauthn.ts'

/** What the API answers: exactly these members. What a use-case returns besides does not leave the house. */
export const exact = <S extends z.ZodRawShape>(shape: S) => z.object(shape).openapi({ additionalProperties: false })

/** Not in the document's examples: what hardly ever comes. */
export const RARE = { examples: [] }

/** Text of an answer, with what it may look like. */
export const text = (...examples: string[]) => z.string().openapi({ examples })

const base64url = (longest: number, ...examples: string[]) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[\w-]+$/)
    .openapi({ examples })

/** A credential id of 1 to 1023 bytes (WebAuthn L3 §7.1 step 25). */
const CredentialId = base64url(1_364, SAMPLE.credentialId)
const Attachment = z
  .enum(['platform', 'cross-platform'])
  .optional()
  .catch(undefined)
  .openapi({ type: 'string', examples: ['platform'] })
/** Nobody asked for any, and what comes is not looked at (WebAuthn L3 §7.1 step 28). */
const Extensions = z
  .custom<object>((value) => typeof value === 'object' && value !== null)
  .openapi({ type: 'object', examples: [{}] })
  .default({})

/** What the browser answers when a passkey was made. */
export const Registration = z
  .object({
    id: CredentialId,
    rawId: CredentialId,
    type: z.literal('public-key'),
    authenticatorAttachment: Attachment,
    clientExtensionResults: Extensions,
    response: z.object({
      clientDataJSON: base64url(8_192, SAMPLE.created),
      attestationObject: base64url(60_000, SAMPLE.attestation),
      transports: z
        .array(z.string().max(32))
        .max(16)
        .optional()
        .openapi({ examples: [['internal', 'hybrid']] }),
    }),
  })
  // Transports are any words here; only the known ones are kept.
  .transform((value) => value as RegistrationResponseJSON)
  .openapi('Registration', { description: 'What `navigator.credentials.create()` answered, by `toJSON()`.' })

/** What the browser answers when a passkey was used. */
export const Assertion = z
  .object({
    id: CredentialId,
    rawId: CredentialId,
    type: z.literal('public-key'),
    authenticatorAttachment: Attachment,
    clientExtensionResults: Extensions,
    response: z.object({
      clientDataJSON: base64url(8_192, SAMPLE.used),
      authenticatorData: base64url(8_192, SAMPLE.authenticatorData),
      signature: base64url(8_192, SAMPLE.signature),
      userHandle: base64url(88, SAMPLE.handle).optional(),
    }),
  })
  .transform((value) => value as AuthenticationResponseJSON)
  .openapi('Assertion', { description: 'What `navigator.credentials.get()` answered, by `toJSON()`.' })

const Descriptor = exact({
  id: text(SAMPLE.credentialId),
  type: z.literal('public-key'),
  transports: z
    .array(z.string())
    .optional()
    .openapi({ examples: [['internal', 'hybrid']] }),
})
const Timeout = z
  .number()
  .int()
  .openapi({ description: 'milliseconds', examples: [300_000] })

/**
 * Options for `navigator.credentials`, as they come from the library (WebAuthn L3 §5.1.8 and §5.1.9): these members and no others.
 * Their type is the browser's own, whose unions are narrower than what the document has to say.
 */
export const CreationOptions = exact({
  rp: exact({ id: text('localhost'), name: text('Latchkey') }),
  user: exact({ id: text(SAMPLE.handle), name: text('ada@example.com'), displayName: text('ada@example.com') }),
  challenge: text(SAMPLE.challenge),
  pubKeyCredParams: z
    .array(exact({ alg: z.number().int(), type: z.literal('public-key') }))
    .openapi({ examples: [[-8, -7, -257].map((alg) => ({ alg, type: 'public-key' }))] }),
  timeout: Timeout,
  attestation: z.literal('none'),
  excludeCredentials: z.array(Descriptor),
  authenticatorSelection: exact({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  extensions: exact({ credProps: z.literal(true) }),
  hints: z.array(z.string()).openapi({ examples: [[]] }),
}).openapi('CreationOptions', {
  description: 'For `PublicKeyCredential.parseCreationOptionsFromJSON()`.',
}) as unknown as z.ZodType<Omit<PublicKeyCredentialCreationOptionsJSON, 'extensions'>>
export const RequestOptions = exact({
  rpId: text('localhost'),
  challenge: text(SAMPLE.challenge),
  allowCredentials: z.array(Descriptor),
  timeout: Timeout,
  userVerification: z.literal('required'),
}).openapi('RequestOptions', {
  description: 'For `PublicKeyCredential.parseRequestOptionsFromJSON()`.',
}) as unknown as z.ZodType<Omit<PublicKeyCredentialRequestOptionsJSON, 'extensions'>>

/** A ceremony, as it is handed out and comes back. Whatever text is none is over, like any other dead one. */
export const Ceremony = z.string().openapi({
  description: 'State between two requests, sealed: for this browser, for one purpose, and spent once.',
  examples: [SAMPLE.ceremony],
})
export const MailboxCode = z
  .string()
  .regex(/^\d{6}$/, 'six digits')
  .openapi({ examples: ['314159'] })
/** Six digits of an authenticator app or a backup code; the server tells them apart. */
export const Code = z
  .string()
  .min(6)
  .max(64)
  .openapi({
    description: 'Six digits of the authenticator app, or a backup code.',
    examples: ['271828', SAMPLE.backupCodes[0]],
  })
export const PasswordInput = z
  .string()
  .min(1)
  .max(1_024)
  .openapi({ examples: ['seven tall herons wade slowly'] })
/** `<id>.<signature>`, as a letter's link carries it. */
export const LinkToken = text('L_p32p8cDaja-6x1cjk_qg.MuvlpKwXr6eIyBY_gz4yVaZ-63s9aH69LcZCBCazBak')
export const EmailInput = z
  .string()
  .min(3)
  .max(320)
  .openapi({ examples: ['ada@example.com'] })
export const Id = z
  .string()
  .regex(/^[\w-]{22}$/)
  .openapi({ examples: ['G2n8ttRkHpOAgOcVH3rd_Q'] })
/** For the document, where a pattern has no flags: Unicode is understood (ECMA-262). */
const NO_CONTROLS = '^[^\\p{Cc}\\p{Cs}]*$'
/** What people call their things: 1 to 64 characters, no control characters. */
export const Name = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no control characters')
  .openapi({ pattern: NO_CONTROLS, examples: ['My laptop'] })
export const OptionalName = z
  .string()
  .trim()
  .max(64)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no control characters')
  .openapi({ pattern: NO_CONTROLS, examples: ['Ada'] })
/** Epoch milliseconds. */
export const Time = z
  .number()
  .int()
  .openapi({ description: 'epoch milliseconds', examples: [SAMPLE.time] })
/** A time that is some hours after the others of an example. */
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
  description: 'What the browser tells the password manager with the Signal API, so that it keeps no dead passkeys.',
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
