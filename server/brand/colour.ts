import { fromHex, type Oklch } from '#server/brand/oklch.ts'

const HEX = /^#(?:[\da-f]{3}|[\da-f]{6})$/i
const OKLCH = /^oklch\(\s*([\d.]+%?)\s+([\d.]+%?)\s+(-?[\d.]+)(?:deg)?\s*\)$/i
/** The chroma of 100 % (CSS Color 4 §9.4). */
const FULL_CHROMA = 0.4

/** Parses a CSS colour, "#0a7", "#00aa77" or "oklch(0.6 0.12 160)". Returns undefined for anything else. */
export function readColour(text: string): Oklch | undefined {
  if (HEX.test(text)) return fromHex(text.length === 4 ? text.replace(/[\da-f]/gi, '$&$&') : text)
  const [, lightness, chroma, hue] = OKLCH.exec(text) ?? []
  const colour = { l: amount(lightness, 1), c: amount(chroma, FULL_CHROMA), h: ((Number(hue) % 360) + 360) % 360 }
  return colour.l <= 1 && colour.c <= FULL_CHROMA * 1.25 && Number.isFinite(colour.h) ? colour : undefined
}

function amount(text: string | undefined, full: number): number {
  return text?.endsWith('%') ? (Number(text.slice(0, -1)) / 100) * full : Number(text)
}
