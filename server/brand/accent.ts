import { contrast, type Oklch, toHex } from '#server/brand/oklch.ts'

/** The accent's colours in one theme, as "#rrggbb". */
export type Palette = { accent: string; strong: string; on: string; tint: string; link: string }
export type Accent = { light: Palette; dark: Palette; hue: number }

/**
 * The backgrounds of a theme (lightness, chroma), as in globals.css, and the limits of the background that the accent
 * tints.
 */
type Theme = { grounds: [number, number][]; tint: { l: number; most: number } }

const THEMES: Record<'light' | 'dark', Theme> = {
  light: {
    grounds: [
      [0.978, 0.004],
      [1, 0],
      [0.957, 0.006],
    ],
    tint: { l: 0.948, most: 0.026 },
  },
  dark: {
    grounds: [
      [0.172, 0.009],
      [0.212, 0.011],
      [0.244, 0.012],
      [0.258, 0.012],
    ],
    tint: { l: 0.288, most: 0.036 },
  },
}

const STEP = 0.005
/** How much more the accent's lightness may change to allow light text, which people expect on a button. */
const FOR_LIGHT_TEXT = 0.07
/** Below this chroma a colour is grey and its hue is not used. */
const GREY = 0.02
const OWN_HUE = 168

/** The product's own accent, chosen by eye. */
export const OWN_ACCENT: Accent = {
  light: hexes({
    accent: [0.43, 0.085, 171],
    strong: [0.37, 0.077, 172],
    on: [0.99, 0.006, 165],
    tint: [0.948, 0.026, 168],
    link: [0.42, 0.088, 171],
  }),
  dark: hexes({
    accent: [0.8, 0.118, 168],
    strong: [0.86, 0.108, 167],
    on: [0.19, 0.035, 172],
    tint: [0.288, 0.036, 171],
    link: [0.83, 0.108, 168],
  }),
  hue: OWN_HUE,
}

/**
 * Returns the colours of both themes from one colour. Its hue stays, and its lightness changes as little as possible.
 * Text on the accent and links on every background have a contrast of at least 4.5, the accent itself of at least 3
 * (WCAG 2.2 §1.4.3, §1.4.11).
 */
export function accentFrom(colour: Oklch): Accent {
  const hue = colour.c < GREY ? OWN_HUE : Math.round(colour.h)
  return { light: paletteFor(THEMES.light, colour, hue), dark: paletteFor(THEMES.dark, colour, hue), hue }
}

function paletteFor({ grounds, tint: { l, most } }: Theme, colour: Oklch, hue: number): Palette {
  const around = grounds.map(([lightness, chroma]) => toHex({ l: lightness, c: chroma, h: hue }))
  const tint = toHex({ l, c: Math.min(most, colour.c * 0.3), h: colour.h })
  const { accent, on, away } = fill(around, colour)
  return {
    accent: toHex(accent),
    strong: toHex({ ...accent, l: accent.l + away * 0.055 }),
    on,
    tint,
    link: toHex(nearest(colour, (link) => stands(link, [...around, tint], 4.5))),
  }
}

/**
 * Returns the accent as a button's background and the colour of the text on it. The text is light, unless dark text
 * needs a much smaller change of the accent.
 */
function fill(grounds: string[], colour: Oklch): { accent: Oklch; on: string; away: -1 | 1 } {
  const light = toHex({ l: 0.99, c: Math.min(colour.c, 0.006), h: colour.h })
  const dark = toHex({ l: 0.19, c: Math.min(colour.c, 0.035), h: colour.h })
  const [under, over] = [light, dark].map((text) =>
    nearest(colour, (accent) => stands(accent, grounds, 3) && stands(accent, [text], 4.5)),
  ) as [Oklch, Oklch]
  const isLight = Math.abs(under.l - colour.l) <= Math.abs(over.l - colour.l) + FOR_LIGHT_TEXT
  return isLight ? { accent: under, on: light, away: -1 } : { accent: over, on: dark, away: 1 }
}

/** Returns the colour itself, or the colour nearest to it in lightness, for which `isGood` is true. */
function nearest(colour: Oklch, isGood: (candidate: Oklch) => boolean): Oklch {
  const moves = Array.from({ length: Math.ceil(1 / STEP) + 1 }, (_, step) => step * STEP).flatMap((move) => [
    colour.l + move,
    colour.l - move,
  ])
  const found = moves
    .filter((l) => l >= 0 && l <= 1)
    .map((l) => ({ ...colour, l }))
    .find(isGood)
  if (!found) throw new Error('No lightness of this colour has enough contrast.')
  return found
}

function stands(colour: Oklch, grounds: string[], least: number): boolean {
  const hex = toHex(colour)
  return grounds.every((ground) => contrast(hex, ground) >= least)
}

function hexes(tokens: Record<keyof Palette, [number, number, number]>): Palette {
  const hex = ([l, c, h]: [number, number, number]) => toHex({ l, c, h })
  return {
    accent: hex(tokens.accent),
    strong: hex(tokens.strong),
    on: hex(tokens.on),
    tint: hex(tokens.tint),
    link: hex(tokens.link),
  }
}
