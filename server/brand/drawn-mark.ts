import type { Palette } from '#server/brand/accent.ts'
import { encodePng } from '#server/brand/png.ts'

/** The drawing has 32 units a side, as in app/icon.svg: a ring, and three strokes with round ends. */
const UNITS = 32
const HALF_STROKE = 1.5
const RING = { x: 12, y: 10.2, radius: 4.2 }
const STROKES = [
  [12, 14.4, 12, 25.4],
  [12, 25.4, 21.5, 25.4],
  [12, 20, 17, 20],
] as const

/**
 * Draws our own mark in the accent as a PNG file of `side` pixels. The plate reaches the edges, because systems cut icons into their
 * own shape; the mark stays inside the circle of 80 % that every shape leaves (Web App Manifest, icon masks).
 */
export function drawMark(side: number, { accent, on }: Pick<Palette, 'accent' | 'on'>): Buffer {
  const [plate, mark] = [bytesOf(accent), bytesOf(on)]
  const pixels = new Uint8Array(side * side * 3)
  const unit = side / UNITS
  for (let at = 0; at < side * side; at += 1) {
    const away = distance(((at % side) + 0.5) / unit, (Math.floor(at / side) + 0.5) / unit) - HALF_STROKE
    const covered = Math.min(1, Math.max(0, 0.5 - away * unit))
    for (let channel = 0; channel < 3; channel += 1)
      pixels[at * 3 + channel] = Math.round((plate[channel] ?? 0) * (1 - covered) + (mark[channel] ?? 0) * covered)
  }
  return encodePng(side, pixels)
}

/** How far a point is from the middle of the nearest line of the mark, in units. */
function distance(x: number, y: number): number {
  const ring = Math.abs(Math.hypot(x - RING.x, y - RING.y) - RING.radius)
  return Math.min(ring, ...STROKES.map(([x1, y1, x2, y2]) => fromStroke(x, y, { x1, y1, x2, y2 })))
}

type Stroke = { x1: number; y1: number; x2: number; y2: number }

function fromStroke(x: number, y: number, { x1, y1, x2, y2 }: Stroke): number {
  const [width, height] = [x2 - x1, y2 - y1]
  const along = ((x - x1) * width + (y - y1) * height) / (width ** 2 + height ** 2)
  const nearest = Math.min(1, Math.max(0, along))
  return Math.hypot(x - x1 - nearest * width, y - y1 - nearest * height)
}

function bytesOf(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}
