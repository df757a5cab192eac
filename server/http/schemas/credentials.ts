import { z } from '@hono/zod-openapi'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '#server/passkeys/webauthn.ts'
import { exact, text, base64url, RARE } from '#server/http/schemas/exact.ts'

/** A credential id of 1 to 1023 bytes (WebAuthn L3 §7.1 step 25). */
const CredentialId = base64url(1_364, SAMPLE.credentialId)

const Attachment = z
  .enum(['platform', 'cross-platform'])
  .optional()
  .catch(undefined)
  .openapi({ type: 'string', examples: ['platform'] })

/** We request no extensions and ignore their results (WebAuthn L3 §7.1 step 28). */
const Extensions = z
  .custom<object>((value) => typeof value === 'object' && value !== null)
  .openapi({ type: 'object', examples: [{}] })
  .default({})

/** The browser's result of creating a passkey. */
export const Registration = z
  .object({
    id: CredentialId,
    rawId: CredentialId,
    type: z.literal('public-key'),
    authenticatorAttachment: Attachment,
    clientExtensionResults: Extensions,
    response: z.object({
      clientDataJSON: base64url(8_192, SAMPLE.created),
      attestationObject: base64url(8_192, SAMPLE.attestation),
      transports: z
        .array(z.string().max(32))
        .max(16)
        .optional()
        .openapi({ examples: [['internal', 'hybrid']] }),
    }),
  })
  // Any transport is accepted here. Only known ones are stored.
  .transform((value) => value as RegistrationResponseJSON)
  .openapi('Registration', { description: 'The result of `navigator.credentials.create()`, by `toJSON()`.' })

/** The browser's result of using a passkey. */
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
  .openapi('Assertion', { description: 'The result of `navigator.credentials.get()`, by `toJSON()`.' })

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
 * Options for `navigator.credentials` with exactly these members (WebAuthn L3 §5.1.8 and §5.1.9). Their type is the browser's own,
 * because its unions are narrower than the document's.
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
    authenticatorAttachment: z
      .literal('cross-platform')
      .optional()
      .openapi({ ...RARE, description: 'for a passkey elsewhere' }),
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
