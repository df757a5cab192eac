import { z } from 'zod'
import { type Accent, accentFrom, OWN_ACCENT } from '#server/brand/accent.ts'
import { readColour } from '#server/brand/colour.ts'
import { type BrandFile, iconOf, markFile, stylesheetOf } from '#server/brand/files.ts'
import { readMark } from '#server/brand/mark.ts'

/** What makes the product the operator's own, ready to be shown. */
export type Brand = {
  /** For letters, which know no variables. */
  accent: Accent
  /** What is served at addresses of our own: the accent's colours, the mark, and a small one for the tab. */
  stylesheet: BrandFile | undefined
  mark: BrandFile | undefined
  icon: BrandFile | undefined
  support: Support | undefined
  terms: string | undefined
  privacy: string | undefined
}

/** Where people find help: the address as it is written in a text, and where it leads. */
type Support = { text: string; href: string }

const Page = z.string().refine(isPage, 'is the address of a page, like https://example.com/terms').optional()

/** The variables of a brand. None has to be set. */
export const BRAND_SETTINGS = {
  MARK: z
    .string()
    .transform((path, context) => {
      const mark = readMark(path)
      if (typeof mark !== 'string') return mark
      context.addIssue({ code: 'custom', message: mark })
      return z.NEVER
    })
    .optional(),
  ACCENT: z
    .string()
    .transform((text, context) => {
      const colour = readColour(text.trim())
      if (colour) return colour
      context.addIssue({ code: 'custom', message: 'is a colour like #0f5c4c or oklch(0.43 0.085 171)' })
      return z.NEVER
    })
    .optional(),
  SUPPORT: z
    .string()
    .refine(
      (text) => isPage(text) || isMail(text),
      'is an e-mail address, or the address of a page, like https://example.com/help',
    )
    .optional(),
  TERMS_URL: Page,
  PRIVACY_URL: Page,
}

/** The brand that these variables make. */
export function brandOf({
  MARK,
  ACCENT,
  SUPPORT,
  TERMS_URL,
  PRIVACY_URL,
}: z.output<z.ZodObject<typeof BRAND_SETTINGS>>): Brand {
  const accent = ACCENT && accentFrom(ACCENT)
  const mark = MARK && markFile(MARK)
  return {
    accent: accent ?? OWN_ACCENT,
    stylesheet: accent && stylesheetOf(accent),
    mark,
    icon: mark ?? (accent && iconOf(accent)),
    support: SUPPORT === undefined ? undefined : supportOf(SUPPORT),
    terms: TERMS_URL,
    privacy: PRIVACY_URL,
  }
}

function supportOf(text: string): Support {
  return { text, href: isPage(text) ? text : `mailto:${text}` }
}

function isPage(text: string): boolean {
  return /^https:\/\/[\x21-\x7e]+$/.test(text) && URL.canParse(text) && new URL(text).username === ''
}

function isMail(text: string): boolean {
  return z.email().safeParse(text).success && text.length <= 254
}
