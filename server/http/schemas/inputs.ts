import { z } from '@hono/zod-openapi'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import { text } from '#server/http/schemas/exact.ts'

/** A ceremony. A token that does not open is refused as `ceremony_over`. */
export const Ceremony = z.string().openapi({
  description: 'Sealed state between two requests. It works in one browser, for one purpose, once.',
  examples: [SAMPLE.ceremony],
})

export const MailboxCode = z
  .string()
  .regex(/^\d{6}(\d{6})?$/, 'six or twelve digits')
  .openapi({ description: 'As many digits as the first answer says.', examples: ['314159', '314159265358'] })

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

/** The same pattern for the document, where patterns have no flags (ECMA-262, Unicode). */
const NO_CONTROLS = '^[^\\p{Cc}\\p{Cs}]*$'

/**
 * Empties a name without a visible character: spaces, characters that are drawn as nothing, and the blanks of Hangul and
 * Braille, which Unicode counts as letters and symbols.
 */
const visible = (name: string) =>
  /[^\p{White_Space}\p{Format}\p{Default_Ignorable_Code_Point}\u2800]/u.test(name) ? name : ''

/** A name that a person gives: 1 to 64 characters, one of them visible, no control characters. */
export const Name = z
  .string()
  .trim()
  .overwrite(visible)
  .min(1)
  .max(64)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no control characters')
  .openapi({ pattern: NO_CONTROLS, examples: ['My laptop'] })

export const OptionalName = z
  .string()
  .trim()
  .overwrite(visible)
  .max(64)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no control characters')
  .openapi({ pattern: NO_CONTROLS, examples: ['Ada'] })
