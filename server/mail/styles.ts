import type { CSSProperties } from 'react'
import type { Accent, Palette } from '#server/brand/accent.ts'
import { toHex } from '#server/brand/oklch.ts'

const FONT = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Helvetica, Arial, sans-serif'
const MONO = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace'

/** The greys of one theme, as in globals.css: they lean to the hue of the accent. */
type Greys = Record<'ink' | 'quiet' | 'line' | 'paper' | 'desk', string>

function greysOf(hue: number, shades: Shades): Greys {
  const hex = ([l, c]: [number, number]) => toHex({ l, c, h: hue })
  const { ink, quiet, line, paper, desk } = shades
  return { ink: hex(ink), quiet: hex(quiet), line: hex(line), paper: hex(paper), desk: hex(desk) }
}

const LIGHT = {
  ink: [0.225, 0.018],
  quiet: [0.465, 0.018],
  line: [0.912, 0.007],
  paper: [1, 0],
  desk: [0.957, 0.006],
} satisfies Shades
const DARK = {
  ink: [0.955, 0.006],
  quiet: [0.745, 0.014],
  line: [0.302, 0.013],
  paper: [0.212, 0.011],
  desk: [0.172, 0.009],
} satisfies Shades
type Shades = Record<keyof Greys, [number, number]>

export type Look = ReturnType<typeof lookOf>

/** Returns the light styles of a letter. They are inline, because many mail programs ignore style sheets. */
export function lookOf({ hue }: Accent) {
  const { ink, quiet, line, paper, desk } = greysOf(hue, LIGHT)
  const code = {
    margin: '0 0 20px',
    padding: '16px 0 16px 10px',
    borderRadius: '8px',
    backgroundColor: desk,
    color: ink,
    fontFamily: MONO,
    fontSize: '34px',
    lineHeight: '42px',
    fontWeight: 600,
    letterSpacing: '10px',
    textAlign: 'center',
  } as const
  return {
    column: { maxWidth: '520px', margin: '0 auto' },
    top: { margin: '0 0 12px' },
    wordMark: {
      margin: 0,
      padding: '0 0 0 4px',
      fontSize: '17px',
      lineHeight: '24px',
      fontWeight: 700,
      letterSpacing: '-0.01em',
      color: ink,
    },
    person: { padding: '0 4px 0 16px', fontSize: '14px', lineHeight: '20px', textAlign: 'right', color: quiet },
    card: { backgroundColor: paper, border: `1px solid ${line}`, borderRadius: '12px', padding: '28px 28px 20px' },
    heading: { margin: '0 0 16px', fontSize: '22px', lineHeight: '30px', fontWeight: 650, color: ink },
    paragraph: { margin: '0 0 14px', fontSize: '16px', lineHeight: '25px', color: ink },
    code,
    /** Twelve digits in groups fit one line of a phone. */
    longCode: { ...code, fontSize: '22px', letterSpacing: '1px' },
    facts: { margin: '6px 0 20px', borderTop: `1px solid ${line}` },
    label: {
      width: '34%',
      padding: '9px 12px 9px 0',
      borderBottom: `1px solid ${line}`,
      fontSize: '14px',
      lineHeight: '20px',
      fontWeight: 400,
      textAlign: 'left',
      verticalAlign: 'top',
      color: quiet,
    },
    value: {
      padding: '9px 0',
      verticalAlign: 'top',
      borderBottom: `1px solid ${line}`,
      fontSize: '14px',
      lineHeight: '20px',
      color: ink,
    },
    action: { margin: '4px 0 18px' },
    link: { color: ink, textDecoration: 'underline' },
    line: { margin: '6px 0 18px', borderTop: `1px solid ${line}` },
    aside: { margin: '0 0 6px', fontSize: '15px', lineHeight: '22px', fontWeight: 650, color: ink },
    small: { margin: '0 0 10px', fontSize: '15px', lineHeight: '23px', color: ink },
    foot: { margin: '16px 4px 0', fontSize: '13px', lineHeight: '20px', color: quiet },
    footLink: { color: quiet, textDecoration: 'underline' },
  } satisfies Record<string, CSSProperties>
}

/** Returns the style of the page around the letter, in the tint of our own pages. */
export function pageIn({ tint }: Palette): CSSProperties {
  return { fontFamily: FONT, overflowWrap: 'anywhere', margin: 0, padding: '32px 12px', backgroundColor: tint }
}

/** Returns the style of the plate with the product's initial, in the accent. */
export function markIn({ accent, on }: Palette): CSSProperties {
  return {
    display: 'inline-block',
    width: '26px',
    height: '26px',
    marginRight: '9px',
    borderRadius: '7px',
    backgroundColor: accent,
    color: on,
    fontSize: '15px',
    lineHeight: '26px',
    textAlign: 'center',
  }
}

/** Returns the style of the plate with the initials of the reader: white on the tint of the page. */
export function initialsIn({ link }: Palette): CSSProperties {
  return {
    display: 'inline-block',
    width: '32px',
    height: '32px',
    marginLeft: '9px',
    borderRadius: '16px',
    border: `1px solid ${link}33`,
    backgroundColor: '#ffffff',
    color: link,
    fontSize: '13px',
    lineHeight: '32px',
    fontWeight: 600,
    textAlign: 'center',
    verticalAlign: 'middle',
    whiteSpace: 'nowrap',
  }
}

/** Returns the style of the letter's button, in the accent. */
export function buttonIn({ accent, on }: Palette): CSSProperties {
  return {
    padding: '13px 22px',
    borderRadius: '8px',
    backgroundColor: accent,
    color: on,
    fontSize: '16px',
    fontWeight: 600,
  }
}

/** Returns the style sheet of a letter in dark colours, for mail programs that support it. */
export function darkLook({ dark, hue }: Accent): string {
  const { ink, quiet, line, paper, desk } = greysOf(hue, DARK)
  const { accent, on, tint, link } = dark
  return `
@media (prefers-color-scheme: dark) {
  .page, .page > table > tbody > tr > td { background-color: ${desk} !important; }
  .card { background-color: ${paper} !important; border-color: ${line} !important; }
  .ink { color: ${ink} !important; }
  .quiet { color: ${quiet} !important; }
  .code { background-color: ${desk} !important; color: ${ink} !important; }
  .facts, .facts th, .facts td, .line { border-color: ${line} !important; }
  .initials { background-color: ${tint} !important; color: ${link} !important; border-color: ${link}33 !important; }
  .button { background-color: ${accent} !important; color: ${on} !important; }
}
@media (max-width: 480px) {
  .card { padding: 20px !important; }
}
`
}
