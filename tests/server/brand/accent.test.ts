import { describe, expect, test } from 'vitest'
import { accentFrom, type Palette } from '#server/brand/accent.ts'
import { readColour } from '#server/brand/colour.ts'
import { contrast, fromHex, type Oklch, toHex } from '#server/brand/oklch.ts'

/** The colours of each theme's pages in the accent's hue; globals.css has the same. */
const GROUNDS = {
  light: [
    [0.978, 0.004],
    [1, 0],
    [0.957, 0.006],
  ],
  dark: [
    [0.172, 0.009],
    [0.212, 0.011],
    [0.244, 0.012],
    [0.258, 0.012],
  ],
} as const

function faultsOf(colour: Oklch): string[] {
  const { light, dark, hue } = accentFrom(colour)
  return [...faultsIn('light', light, hue), ...faultsIn('dark', dark, hue)].map((fault) => `${toHex(colour)}: ${fault}`)
}

function faultsIn(theme: keyof typeof GROUNDS, { accent, strong, on, tint, link }: Palette, hue: number): string[] {
  const grounds = GROUNDS[theme].map(([l, c]) => toHex({ l, c, h: hue }))
  const worst = (one: string, others: string[]) => Math.min(...others.map((other) => contrast(one, other)))
  const checks: [string, number, number][] = [
    ['text on the accent', contrast(on, accent), 4.5],
    ['text on the pressed accent', contrast(on, strong), 4.5],
    ['the accent on every ground', worst(accent, grounds), 3],
    ['links on every ground', worst(link, [...grounds, tint]), 4.5],
  ]
  return checks
    .filter(([, found, least]) => found < least)
    .map(([what, found]) => `${theme}: ${what} ${found.toFixed(2)}`)
}

describe('an accent of any colour', () => {
  test('is adjusted to be readable in both themes', () => {
    const faults: string[] = []
    for (let h = 0; h < 360; h += 15)
      for (const c of [0, 0.05, 0.14, 0.37])
        for (const l of [0, 0.25, 0.5, 0.65, 0.8, 1]) faults.push(...faultsOf({ l, c, h }))
    expect(faults).toEqual([])
  })

  test.each([
    '#ffd400',
    '#ffff00',
    '#ffffff',
    '#000000',
    '#808080',
    '#ff0000',
    '#00ff00',
    '#0000ff',
    '#00ffff',
    '#ff00ff',
    '#3b82f6',
    '#f97316',
  ])('is readable in both themes as %s', (hex) => {
    expect(faultsOf(fromHex(hex))).toEqual([])
  })

  test('keeps its hue when adjusted', () => {
    for (let h = 0; h < 360; h += 15) {
      const { light, dark, hue } = accentFrom({ l: 0.6, c: 0.12, h })
      expect(hue).toBe(h)
      for (const made of [light.accent, light.link, dark.accent, dark.link].map(fromHex))
        expect(Math.min(Math.abs(made.h - h), 360 - Math.abs(made.h - h)), `${h}`).toBeLessThan(3)
    }
  })

  test('is not changed if it is readable already', () => {
    expect(accentFrom(fromHex('#1d4ed8')).light.accent).toBe('#1d4ed8')
    expect(accentFrom(fromHex('#b91c1c')).light.accent).toBe('#b91c1c')
    expect(accentFrom(fromHex('#fde047')).dark.accent).toBe('#fde047')
  })

  test('gets dark text if light text would need another colour', () => {
    const yellow = accentFrom(fromHex('#ffd400'))
    expect(fromHex(yellow.light.on).l).toBeLessThan(0.3)
    expect(fromHex(accentFrom(fromHex('#3b82f6')).light.on).l).toBeGreaterThan(0.9)
  })

  test('adds no tint when it is grey', () => {
    const { light, dark } = accentFrom(fromHex('#777777'))
    for (const made of [light.accent, light.link, light.tint, dark.accent, dark.tint].map(fromHex))
      expect(made.c).toBeLessThan(0.005)
  })
})

describe('a colour', () => {
  test.each([
    ['#0a7', '#00aa77'],
    ['#00AA77', '#00aa77'],
    ['oklch(0.6 0.12 160)', toHex({ l: 0.6, c: 0.12, h: 160 })],
    ['oklch(60% 30% 160deg)', toHex({ l: 0.6, c: 0.12, h: 160 })],
    ['oklch(0.6 0.12 -200)', toHex({ l: 0.6, c: 0.12, h: 160 })],
  ])('is read from %s', (text, hex) => {
    const colour = readColour(text)
    expect(colour && toHex(colour)).toBe(hex)
  })

  test.each([
    '',
    'red',
    '#12345',
    '#1234567',
    '0a7',
    'oklch(2 0.1 160)',
    'oklch(0.6 0.9 160)',
    'oklch(0.6 0.1)',
    'oklch(0.6 0.1 160 / 50%)',
    'oklch(0.6. 0.1 1.2.3)',
    '#0a7;}body{display:none',
  ])('is not read from %j', (text) => {
    expect(readColour(text)).toBeUndefined()
  })

  test('is unchanged after a conversion and back', () => {
    for (const hex of ['#000000', '#ffffff', '#0f5c4c', '#ff0000', '#00ff00', '#0000ff', '#123456', '#fedcba'])
      expect(toHex(fromHex(hex))).toBe(hex)
  })
})
