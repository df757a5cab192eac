import { describe, expect, test } from 'vitest'
import { mailboxCode } from '#server/mail/mailbox-code.ts'
import { openLinkToken } from '#server/mail/link-token.ts'
import type { RenderedLetter } from '#server/mail-transport.ts'
import { renderLetter } from '#server/mail/render.ts'
import { desk, NAMES, sample, scene } from '#tests/server/mail/samples.ts'

const CODES = NAMES.filter((name) => name.endsWith('-code'))
const { origin } = desk.config

/** Every address that a letter's HTML would fetch or lead to. */
const addressesIn = (html: string) =>
  [...html.matchAll(/(?:href|src|action|background)="([^"]*)"/g)].map(([, address]) => address)
/** What a person reads in the HTML. */
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

  test('says the same in text and in HTML', async () => {
    const { text, html } = renderLetter(desk, sample(name))
    const words = wordsOf(html)
    for (const line of text.split('\n').filter((line) => !/^(https:|--|$)/.test(line))) {
      for (const part of line.split(/: |:$|, (?=https:)/)) expect(words).toContain(part.trim())
    }
  })

  test('K15 fetches nothing and leads only to our own pages', async () => {
    const { html, text } = renderLetter(desk, sample(name))
    for (const address of addressesIn(html)) expect(address === origin || address?.startsWith(`${origin}/`)).toBe(true)
    for (const [address] of text.matchAll(/https?:\S+/g)) expect(address.startsWith(origin)).toBe(true)
    expect(html).not.toMatch(/<img|<script|url\(|@import/)
  })

  test('is the same every time it is rendered', async () => {
    expect(renderLetter(desk, sample(name))).toEqual(renderLetter(desk, sample(name)))
  })
})

test.each(CODES)('%s carries its code in text and in HTML, and not in the subject', async (name) => {
  const { code, subject, text, html } = renderLetter(desk, sample(name))
  expect(code).toBe(mailboxCode(desk.keys, `letter-of-${name}`))
  for (const body of [text, html]) expect(body.match(/(?<![\d#])\d{6}(?!\d)/g)).toContain(code)
  expect(subject).not.toMatch(/\d/)
  expect(text).toContain('10 minutes')
})

test('only code letters carry a code', async () => {
  for (const name of NAMES) expect(renderLetter(desk, sample(name)).code !== undefined).toBe(CODES.includes(name))
})

test('says when, roughly where and in which browser', async () => {
  const { text } = renderLetter(desk, sample('new-browser'))
  expect(text).toContain(
    'When: 21 November 2026, 08:42 UTC\nApproximate location: 203.0.113.x\nBrowser: Chrome on macOS',
  )
})

test('leaves out where and which browser when nobody did it', async () => {
  const { text } = renderLetter(desk, sample('account-deleted'))
  expect(text).not.toMatch(/Approximate location|Browser/)
})

describe('what a person wrote', () => {
  const NAME = '<img src=x onerror=alert(1)>'

  test('K18 V3.2.2 is literal text in the HTML and absent from the subject', async () => {
    for (const name of ['passkey-added', 'passkey-removed', 'passkey-counter-regressed'] as const) {
      const { subject, text, html } = renderLetter(desk, sample(name, { ...scene, name: NAME }))
      expect(text).toContain(`“${NAME}”`)
      expect(html).toContain('“&lt;img src=x onerror=alert(1)&gt;”')
      expect(html).not.toContain('<img')
      expect(subject).not.toContain('img')
    }
  })

  test('K18 V1.3.11 stays on one line, whatever ends lines or turns the writing', async () => {
    const { subject, text } = renderLetter(
      desk,
      sample('passkey-added', { ...scene, name: 'a\r\nBcc: eve\u2028b\u202ec\u0000' }),
    )
    expect(text).toContain('“a Bcc: eve b c”')
    expect(subject).toBe('A passkey was added · Latchkey')
  })

  test('is no link, even where a mail program makes them', async () => {
    const { text } = renderLetter(desk, sample('passkey-added', { ...scene, name: 'see https://evil.example now' }))
    expect(text).not.toMatch(/https:\/\/evil|evil\.example/)
  })

  test('never comes from the User-Agent header', async () => {
    const { text, html } = renderLetter(
      desk,
      sample('new-browser', { ...scene, userAgent: '<b>call.me</b>/1.0', way: 'passkey' }),
    )
    expect(text).toContain('Browser: Unknown browser')
    expect(`${text}${html}`).not.toContain('call.me')
  })
})

test('V1.3.11 the product’s name stays one line in the subject', async () => {
  const named = {
    ...desk,
    config: { ...desk.config, rp: { ...desk.config.rp, name: 'Latch\r\nBcc: eve@example.org' } },
  }
  expect(renderLetter(named, sample('totp-on')).subject).toBe(
    'Authenticator app turned on · Latch Bcc: eve@example.org',
  )
})

describe('the link of a letter', () => {
  const tokenOf = ({ link }: RenderedLetter) => link?.split('/').at(-1) ?? ''

  test.each(['recovery-started', 'recovery-reminder', 'recovery-ready'] as const)(
    '%s carries the one that cancels',
    async (name) => {
      const rendered = renderLetter(desk, sample(name))
      expect(rendered.link).toMatch(/^https:\/\/id\.example\.com\/recover\/cancel\//)
      expect(openLinkToken(desk.keys, 'cancel', tokenOf(rendered))).toBe('recovery-1')
      expect(rendered.text).toContain(rendered.link)
      expect(rendered.html).toContain(rendered.link)
    },
  )

  test('undoes a change of addresses where the letter may', async () => {
    const rendered = renderLetter(desk, sample('email-removed'))
    expect(rendered.link).toMatch(/^https:\/\/id\.example\.com\/emails\/undo\//)
    expect(openLinkToken(desk.keys, 'undo', tokenOf(rendered))).toBe('undo-1')
    expect(rendered.text).toContain('7 days, until 28 November 2026, 08:42 UTC')
  })

  test('leads to the addresses where there is nothing to undo with', async () => {
    expect(renderLetter(desk, sample('email-promoted')).link).toBe('https://id.example.com/account/emails')
  })

  test('already-have-account offers both signing in and getting back in', async () => {
    const { link, text, html } = renderLetter(desk, sample('already-have-account'))
    expect(link).toBe('https://id.example.com/sign-in')
    for (const body of [text, html]) expect(body).toContain('https://id.example.com/recover')
  })
})

test('gathers a swarm of notices, one line for each kind', async () => {
  const { text } = renderLetter(desk, sample('several-notices'))
  expect(text).toContain('A passkey was added: 21 November 2026, 08:42 UTC\n')
  expect(text).toContain('A backup code was used: 2 times, 21 November 2026, 08:42 UTC to 21 November 2026, 10:42 UTC')
})

test.each([
  [0, 'It was the last one.'],
  [1, 'One is left.'],
  [4, '4 are left.'],
])('says how many backup codes remain: %i', async (remaining, sentence) => {
  expect(renderLetter(desk, sample('backup-code-used', { ...scene, remaining })).text).toContain(sentence)
})
