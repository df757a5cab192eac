import { z } from '@hono/zod-openapi'
import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON } from '#server/passkeys/webauthn.ts'

/** An answer to whatever was refused (RFC 9457). */
export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    retryAfter: z.number().int().optional().describe('seconds'),
  })
  .openapi('Problem')

const base64url = (longest: number) => z.string().min(1).max(longest).regex(/^[\w-]+$/)

/** A credential id of 1 to 1023 bytes (WebAuthn L3 §7.1 step 25). */
const CredentialId = base64url(1_364)
const Attachment = z.enum(['platform', 'cross-platform']).optional().catch(undefined)
/** Nobody asked for any, and what comes is not looked at (WebAuthn L3 §7.1 step 28). */
const Extensions = z.custom<object>((value) => typeof value === 'object' && value !== null).openapi({ type: 'object' }).default({})

/** What the browser answers when a passkey was made. */
export const Registration = z
  .object({
    id: CredentialId,
    rawId: CredentialId,
    type: z.literal('public-key'),
    authenticatorAttachment: Attachment,
    clientExtensionResults: Extensions,
    response: z.object({
      clientDataJSON: base64url(8_192),
      attestationObject: base64url(60_000),
      transports: z.array(z.string().max(32)).max(16).optional(),
    }),
  })
  // Transports are any words here; only the known ones are kept.
  .transform((value) => value as RegistrationResponseJSON)
  .openapi('Registration', { type: 'object' })

/** What the browser answers when a passkey was used. */
export const Assertion = z
  .object({
    id: CredentialId,
    rawId: CredentialId,
    type: z.literal('public-key'),
    authenticatorAttachment: Attachment,
    clientExtensionResults: Extensions,
    response: z.object({
      clientDataJSON: base64url(8_192),
      authenticatorData: base64url(8_192),
      signature: base64url(8_192),
      userHandle: base64url(88).optional(),
    }),
  })
  .transform((value) => value as AuthenticationResponseJSON)
  .openapi('Assertion', { type: 'object' })

// Asked, so that the document does not call them optional.
const isObject = (value: unknown) => typeof value === 'object' && value !== null

/** Options for `navigator.credentials`, as they come from the library (WebAuthn L3 §5.1.8 and §5.1.9). */
export const CreationOptions = z.custom<Omit<PublicKeyCredentialCreationOptionsJSON, 'extensions'>>(isObject).openapi('CreationOptions', { type: 'object' })
export const RequestOptions = z.custom<Omit<PublicKeyCredentialRequestOptionsJSON, 'extensions'>>(isObject).openapi('RequestOptions', { type: 'object' })

/** A ceremony, as it is handed out and comes back. Whatever text is none is over, like any other dead one. */
export const Ceremony = z.string()
export const MailboxCode = z.string().regex(/^\d{6}$/, 'six digits')
/** Six digits of an authenticator app or a backup code; the server tells them apart. */
export const Code = z.string().min(6).max(64)
export const PasswordInput = z.string().min(1).max(1_024)
/** `<id>.<signature>`, as a letter's link carries it. */
export const LinkToken = z.string()
export const EmailInput = z.string().min(3).max(320)
export const Id = z.string().regex(/^[\w-]{22}$/)
/** What people call their things: 1 to 64 characters, no control characters. */
export const Name = z.string().trim().min(1).max(64).regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no control characters')
export const OptionalName = z.string().trim().max(64).regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no control characters')
/** Epoch milliseconds. */
export const Time = z.number().int()

export const Accepted = z
  .object({ rpId: z.string(), userHandle: z.string(), credentialIds: z.array(z.string()), name: z.string(), displayName: z.string() })
  .openapi('Accepted')
export const User = z.object({ id: z.string(), name: z.string(), email: z.string() }).openapi('User')
export const Device = z.object({ browser: z.string(), system: z.string(), phrase: z.string() }).openapi('Device')
