import { z } from 'zod'

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const UNITS: Record<string, number> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY }
/** The form of a duration, for docs/configuration.md. */
export const DURATION = 'number and unit: `s`, `m`, `h` or `d`'

/** A setting that is a time, in milliseconds. */
export const duration = (fallback: string) =>
  z.string().default(fallback).refine(isDuration, 'must be a number and a unit, like 30m, 12h or 7d').transform(msIn)

export function isDuration(text: string): boolean {
  return /^\d{1,6}[smhd]$/.test(text)
}

/** Returns the milliseconds of a duration, like 30m. */
export function msIn(duration: string): number {
  return Number(duration.slice(0, -1)) * (UNITS[duration.slice(-1)] ?? Number.NaN)
}
