import { z } from 'zod'
import { type Accent, accentFrom, OWN_ACCENT } from '#server/brand/accent.ts'
import { readColour } from '#server/brand/colour.ts'
import { type BrandFile, iconOf, markFile, stylesheetOf } from '#server/brand/files.ts'
import { readMark } from '#server/brand/mark.ts'

/** The operator's brand, ready to be served. */
export type Brand = {
  /** For letters, where CSS variables do not work. */
  accent: Accent
  /** The files that are served: the accent's colours, the mark, and an icon for the browser's tab. */
  stylesheet: BrandFile | undefined
  mark: BrandFile | undefined
  icon: BrandFile | undefined
  support: Support | undefined
  terms: string | undefined
  privacy: string | undefined
}

/** Where people find help: the text that is shown, and the URL it links to. */
type Support = { text: string; href: string }

const Page = z.string().refine(isPage, 'must be the address of a page, like https://example.com/terms').optional()

/** The settings of a brand, each with the text of its row in docs/configuration.md. All are optional. */
export const BRAND_SETTINGS = {
  MARK: z
    .string()
    .transform((path, context) => {
      const mark = readMark(path)
      if (typeof mark !== 'string') return mark
      context.addIssue({ code: 'custom', message: mark })
      return z.NEVER
    })
    .optional()
    .meta({
      description:
        'The mark beside the name, the icon of the browser tab and of the installed app. An iPhone’s home screen shows a PNG only: 192 pixels a side or more.',
      unit: 'path of an SVG or PNG file of at most 100 KB',
      fallback: 'Latchkey’s own',
    }),
  ACCENT: z
    .string()
    .transform((text, context) => {
      const colour = readColour(text.trim())
      if (colour) return colour
      context.addIssue({ code: 'custom', message: 'must be a colour like #0f5c4c or oklch(0.43 0.085 171)' })
      return z.NEVER
    })
    .optional()
    .meta({
      description:
        'The colour of buttons, links, focus rings and, slightly, of the greys, in pages and letters. Its lightness is adjusted where contrast needs it; its hue stays.',
      unit: 'a colour, like `#0f5c4c` or `oklch(0.43 0.085 171)`',
      fallback: 'Latchkey’s own',
    }),
  SUPPORT: z
    .string()
    .refine(
      (text) => isPage(text) || isMail(text),
      'must be an e-mail address, or the address of a page, like https://example.com/help',
    )
    .optional()
    .meta({
      description: 'Where people find help. It is in the footer of pages and letters.',
      unit: 'e-mail address or `https` URL',
      fallback: 'none',
    }),
  TERMS_URL: Page.meta({
    description: 'The terms of use, in the footer of pages. Sign-up says that people agree to them.',
    unit: '`https` URL',
    fallback: 'none',
  }),
  PRIVACY_URL: Page.meta({
    description: 'The privacy notice, in the footer of pages.',
    unit: '`https` URL',
    fallback: 'none',
  }),
}

/** Returns the brand that these variables describe. */
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
