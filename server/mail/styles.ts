import type { CSSProperties } from 'react'
import type { Palette } from '#server/brand/accent.ts'

const FONT = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Helvetica, Arial, sans-serif'
const MONO = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace'
const [INK, QUIET, LINE, PAPER, DESK] = ['#1b2330', '#5b6675', '#e3e7ec', '#ffffff', '#f3f5f7']

const CODE = {
  margin: '0 0 20px',
  padding: '16px 0 16px 10px',
  borderRadius: '8px',
  backgroundColor: DESK,
  color: INK,
  fontFamily: MONO,
  fontSize: '34px',
  lineHeight: '42px',
  fontWeight: 600,
  letterSpacing: '10px',
  textAlign: 'center',
} as const

/** The light styles of a letter. They are inline, because many mail programs ignore style sheets. */
export const LOOK = {
  page: { fontFamily: FONT, overflowWrap: 'anywhere', margin: 0, padding: '32px 12px' },
  column: { maxWidth: '520px', margin: '0 auto' },
  wordMark: {
    margin: '0 0 12px 4px',
    fontSize: '17px',
    lineHeight: '24px',
    fontWeight: 700,
    letterSpacing: '-0.01em',
    color: INK,
  },
  card: { backgroundColor: PAPER, border: `1px solid ${LINE}`, borderRadius: '12px', padding: '28px 28px 20px' },
  heading: { margin: '0 0 16px', fontSize: '22px', lineHeight: '30px', fontWeight: 650, color: INK },
  paragraph: { margin: '0 0 14px', fontSize: '16px', lineHeight: '25px', color: INK },
  code: CODE,
  /** Twelve digits in groups fit one line of a phone. */
  longCode: { ...CODE, fontSize: '22px', letterSpacing: '1px' },
  facts: { margin: '6px 0 20px', borderTop: `1px solid ${LINE}` },
  label: {
    width: '34%',
    padding: '9px 12px 9px 0',
    borderBottom: `1px solid ${LINE}`,
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: 400,
    textAlign: 'left',
    verticalAlign: 'top',
    color: QUIET,
  },
  value: {
    padding: '9px 0',
    verticalAlign: 'top',
    borderBottom: `1px solid ${LINE}`,
    fontSize: '14px',
    lineHeight: '20px',
    color: INK,
  },
  action: { margin: '4px 0 18px' },
  link: { color: INK, textDecoration: 'underline' },
  line: { margin: '6px 0 18px', borderTop: `1px solid ${LINE}` },
  aside: { margin: '0 0 6px', fontSize: '15px', lineHeight: '22px', fontWeight: 650, color: INK },
  small: { margin: '0 0 10px', fontSize: '15px', lineHeight: '23px', color: INK },
  foot: { margin: '16px 4px 0', fontSize: '13px', lineHeight: '20px', color: QUIET },
  footLink: { color: QUIET, textDecoration: 'underline' },
} satisfies Record<string, CSSProperties>

/** Returns the style of the page around the letter, in the tint of our own pages. */
export function pageIn({ tint }: Palette): CSSProperties {
  return { ...LOOK.page, backgroundColor: tint }
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
export function darkLook({ accent, on }: Palette): string {
  return `
@media (prefers-color-scheme: dark) {
  .page, .page > table > tbody > tr > td { background-color: #12161c !important; }
  .card { background-color: #1b212a !important; border-color: #2d3540 !important; }
  .ink { color: #e9edf2 !important; }
  .quiet { color: #a3adba !important; }
  .code { background-color: #12161c !important; color: #e9edf2 !important; }
  .facts, .facts th, .facts td, .line { border-color: #2d3540 !important; }
  .button { background-color: ${accent} !important; color: ${on} !important; }
}
@media (max-width: 480px) {
  .card { padding: 20px !important; }
}
`
}
