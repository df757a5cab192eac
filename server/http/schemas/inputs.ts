import { z } from '@hono/zod-openapi'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import { text } from '#server/http/schemas/exact.ts'
import { bareCode } from '#server/typed-code.ts'

/** A ceremony. A token that does not open is refused as `ceremony_over`. */
export const Ceremony = z.string().openapi({
  description: 'Sealed state between two requests. It works in one browser, for one purpose, once.',
  examples: [SAMPLE.ceremony],
})

/** Digits as people paste them from a letter: spaces, dashes and invisible characters are ignored. */
export const MailboxCode = z
  .string()
  .max(64)
  .transform((text) => bareCode(text))
  .pipe(z.string().regex(/^\d{6}(\d{6})?$/, 'six or twelve digits'))
  .openapi({
    type: 'string',
    pattern: '^\\d{6}(\\d{6})?$',
    description: 'As many digits as the first answer says.',
    examples: ['314159', '314159265358'],
  })

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

/** What an invitation’s link carries behind its #. */
export const InvitationToken = z
  .string()
  .max(100)
  .openapi({ examples: ['L_p32p8cDaja-6x1cjk_qg.MuvlpKwXr6eIyBY_gz4yVaZ-63s9aH69LcZCBCazBak'] })

export const EmailInput = z
  .string()
  .min(3)
  .max(320)
  .openapi({ examples: ['ada@example.com'] })

/** Neither control characters, nor line and paragraph separators, nor half characters. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u
/** The same pattern for the document, where patterns have no flags (ECMA-262, Unicode). */
const ONE_LINE_PATTERN = ONE_LINE.source

/** What turns the direction of the text around a name. People paste it unseen from lists of contacts (UAX #9 §2). */
const DIRECTIONS = /[\u061c\u202a-\u202e\u2066-\u2069]/g

/**
 * Returns a name in NFC, without characters that turn the direction of other text. Empties one without a visible
 * character: spaces, characters that are drawn as nothing, and the blanks of Hangul and Braille, which Unicode counts as
 * letters and symbols.
 */
function legible(name: string): string {
  const text = name.normalize('NFC').replace(DIRECTIONS, '').trim()
  return /[^\p{White_Space}\p{Format}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text) ? text : ''
}

/** A name that a person gives: 1 to 64 characters on one line, one of them visible. */
export const Name = z
  .string()
  .overwrite(legible)
  .min(1)
  .max(64)
  .regex(ONE_LINE, 'no control characters')
  .openapi({ pattern: ONE_LINE_PATTERN, examples: ['My laptop'] })

export const OptionalName = z
  .string()
  .overwrite(legible)
  .max(64)
  .regex(ONE_LINE, 'no control characters')
  .openapi({ pattern: ONE_LINE_PATTERN, examples: ['Ada'] })
