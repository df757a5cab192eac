import { describe, expect, test } from 'vitest'
import { mailboxCode } from '#server/mail/mailbox-code.ts'
import { renderLetter } from '#server/mail/render.ts'
import { desk, NAMES, sample, scene } from '#tests/server/mail/samples.ts'

const CODES = NAMES.filter((name) => name.endsWith('-code'))

const { origin } = desk.config

/** Every URL that a letter's HTML loads or links to. */
const addressesIn = (html: string) =>
  [...html.matchAll(/(?:href|src|action|background)="([^"]*)"/g)].map(([, address]) => address)

/** The visible text of the HTML. */
const wordsOf = (html: string) =>
  html
    .replace(/<(style|title)>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

describe.each(NAMES)('the letter %s', (name) => {
  test('renders', async () => {
    const { subject, text, html } = renderLetter(desk, sample(name))
    expect(subject).toMatch(/^[^\r\n]{10,60} · Latchkey$/)
    expect(text).toContain('Latchkey')
    expect(html).toContain('<html')
    expect(`${text}${html}`).not.toMatch(/undefined|NaN|\[object/)
  })

  test('has the same content in text and in HTML', async () => {
    const { text, html } = renderLetter(desk, sample(name))
    const words = wordsOf(html)
    for (const line of text.split('\n').filter((line) => !/^(https:|--|$)/.test(line))) {
      for (const part of line.split(/: |:$|, (?=https:)/)) expect(words).toContain(part.trim())
    }
  })

  test('K15 loads nothing and links only to our own pages', async () => {
    const { html, text } = renderLetter(desk, sample(name))
    for (const address of addressesIn(html)) expect(address === origin || address?.startsWith(`${origin}/`)).toBe(true)
    for (const [address] of text.matchAll(/https?:\S+/g)) expect(address.startsWith(origin)).toBe(true)
    expect(html).not.toMatch(/<img|<script|url\(|@import/)
  })

  test('fault U7 names the address it was sent to, and has the tint and the mark of our pages', async () => {
    const letter = sample(name)
    const { text, html } = renderLetter(desk, letter)
    for (const body of [text, html]) expect(body).toContain(`Sent to ${letter.to}`)
    const { tint, accent } = desk.config.brand.accent.light
    expect(html).toMatch(new RegExp(`<body[^>]*${tint}`))
    expect(html).toMatch(new RegExp(`<span[^>]*${accent}[^>]*aria-hidden="true"[^>]*>L</span>`))
  })

  test('is the same every time it is rendered', async () => {
    expect(renderLetter(desk, sample(name))).toEqual(renderLetter(desk, sample(name)))
  })
})

test.each(CODES)('the letter %s has its code in text and in HTML, but not in the subject', async (name) => {
  const { code, subject, text, html } = renderLetter(desk, sample(name))
  expect(code).toBe(mailboxCode(desk.keys, `letter-of-${name}`))
  for (const body of [text, html]) expect(body.match(/(?<![\d#])\d{6}(?!\d)/g)).toContain(code)
  expect(subject).not.toMatch(/\d/)
  expect(text).toContain('10 minutes')
})

test.each(CODES)('the letter %s that requests share has twelve digits in groups, and says so', async (name) => {
  const letter = { ...sample(name), params: { ...scene, long: true } } as ReturnType<typeof sample>
  const { code, text, html } = renderLetter(desk, letter)
  expect(code).toBe(mailboxCode(desk.keys, `letter-of-${name}`, 12))
  for (const body of [text, html]) expect(body).toContain(code?.match(/.{4}/g)?.join('-'))
  expect(text).toContain('twelve digits')
})

test('only code letters contain a code', async () => {
  for (const name of NAMES) expect(renderLetter(desk, sample(name)).code !== undefined).toBe(CODES.includes(name))
})

test.each(['recovery-started', 'recovery-reminder', 'recovery-ready'] as const)(
  'fault U7 the letter %s names the address that asked for the recovery',
  async (name) => {
    const letter = sample(name)
    expect(renderLetter(desk, letter).text).toContain((letter.params as { address: string }).address)
  },
)

test('a letter states when, roughly where and in which browser', async () => {
  const { text } = renderLetter(desk, sample('new-browser'))
  expect(text).toContain(
    'When: Saturday 21 November 2026, 08:42 UTC\nApproximate location: 203.0.113.x\nBrowser: Chrome on macOS',
  )
})

test.each([
  ['en', 'For Ada King', 'in 24 hours at the earliest, on Sunday 22 November 2026, 08:42 UTC'],
  ['de', 'Für Ada King', 'frühestens in 24 Stunden, am Sonntag, 22. November 2026, 08:42 Uhr UTC'],
] as const)(
  'a letter names its reader and the weekday, and counts the hours of the wait: %s',
  async (language, reader, wait) => {
    const { text, html } = renderLetter(desk, sample('recovery-started', undefined, language))
    expect(text.split('\n')[0]).toBe(reader)
    for (const body of [text, html]) expect(body).toContain(wait)
    expect(html).toMatch(/<td[^>]*>(For|Für) Ada King<span[^>]*aria-hidden="true"[^>]*>AK<\/span><\/td>/)
  },
)

test('a letter to somebody without a name begins with its title', async () => {
  const { text, html } = renderLetter(
    desk,
    sample('recovery-started', { ...sample('recovery-started').params, person: undefined } as never),
  )
  expect(text.split('\n')[0]).toBe('Account recovery was started')
  expect(html).not.toContain('class="initials"')
})

test('a letter about an automatic event leaves out place and browser', async () => {
  const { text } = renderLetter(desk, sample('account-deleted'))
  expect(text).not.toMatch(/Approximate location|Browser/)
})
