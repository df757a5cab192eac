/**
 * A colour in OKLCH: lightness (0 to 1), chroma and hue (degrees). Colours that look equally light have equal
 * lightness.
 */
export type Oklch = { l: number; c: number; h: number }

type Triple = [number, number, number]

/** Converts "#rrggbb" to OKLCH. */
export function fromHex(hex: string): Oklch {
  const [r, g, b] = channels(hex).map(toLinear) as Triple
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const middle = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const l = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short
  const bright = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short
  return { l, c: Math.hypot(a, bright), h: ((Math.atan2(bright, a) * 180) / Math.PI + 360) % 360 }
}

/** Converts a colour to "#rrggbb". Reduces the chroma until a screen can show the colour; lightness and hue stay. */
export function toHex(colour: Oklch): string {
  return `#${linearOf(showable(colour))
    .map(toByte)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}`
}

/** Returns the contrast ratio of two colours, 1 to 21 (WCAG 2.2 §contrast ratio). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map(toLinear) as Triple
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linearOf({ l, c, h }: Oklch): Triple {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
}

/** Returns the colour with as much of its chroma as a screen can show. */
function showable(colour: Oklch): Oklch {
  if (isShowable(linearOf(colour))) return colour
  let [possible, impossible] = [0, colour.c]
  for (let step = 0; step < 20; step++) {
    const c = (possible + impossible) / 2
    if (isShowable(linearOf({ ...colour, c }))) possible = c
    else impossible = c
  }
  return { ...colour, c: possible }
}

function isShowable(linear: Triple): boolean {
  return linear.every((channel) => channel > -0.0005 && channel < 1.0005)
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function toByte(linear: number): number {
  const clipped = Math.min(1, Math.max(0, linear))
  return Math.round(255 * (clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055))
}
